//! The table of laws: their years, nations and fate. The facts stand in `laws.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::detect::{Nation, law_entry};

pub(crate) struct Law {
    pub(crate) years: Vec<u16>,
    pub(crate) nations: &'static str,
    /// The law that replaced it, and since when.
    pub(crate) replaced_by: Option<&'static str>,
}

static LAWS: LazyLock<HashMap<String, Law>> = LazyLock::new(|| {
    let lines = include_str!("laws.txt").lines().filter(|it| !it.starts_with('#'));
    lines.filter_map(law).collect()
});

fn law(line: &'static str) -> Option<(String, Law)> {
    let mut cells = line.split('|').map(str::trim);
    let name = law_entry::plain(cells.next()?);
    let years = cells.next()?.split(", ").filter_map(|it| it.parse().ok()).collect();
    let nations = cells.next()?;
    let replaced_by = cells.next().filter(|it| !it.is_empty());
    Some((name, Law { years, nations, replaced_by }))
}

/// The law of this name, if the table knows it.
pub(crate) fn known(name: &str) -> Option<&'static Law> {
    LAWS.get(&law_entry::plain(name))
}

impl Law {
    /// Does it hold in this nation?
    pub(crate) fn holds_in(&self, nation: Nation) -> bool {
        let wide = match self.nations {
            "UK" => true,
            "Great Britain" => nation != Nation::NorthernIreland,
            _ => false,
        };
        wide || self.nations.contains(nation.name())
    }
}
