//! The lists of names that detectors ask for.

use std::sync::OnceLock;

/// Files of names, one entry a line: names parted by ` / `, then what is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    Bodies,
    Cases,
    Policies,
    Theorists,
    WeakSources,
}

impl List {
    /// The entries, without remarks.
    pub(crate) fn lines(self) -> impl Iterator<Item = &'static str> {
        let text = match self {
            List::Bodies => include_str!("bodies.txt"),
            List::Cases => include_str!("cases.txt"),
            List::Policies => include_str!("policies.txt"),
            List::Theorists => include_str!("theorists.txt"),
            List::WeakSources => include_str!("weak_sources.txt"),
        };
        text.lines().filter(|it| !it.starts_with('#'))
    }

    /// The names of all entries, in lower case as far as they are ASCII, each with the line of its entry.
    pub(crate) fn lower_names(self) -> &'static [(usize, String)] {
        static NAMES: [OnceLock<Vec<(usize, String)>>; 5] = [const { OnceLock::new() }; 5];
        NAMES[self as usize].get_or_init(|| {
            let lines = self.lines().enumerate();
            let names = |(line, entry): (usize, &'static str)| {
                List::names(entry).map(move |name| (line, name.to_ascii_lowercase()))
            };
            lines.flat_map(names).collect()
        })
    }

    /// The names of an entry.
    pub(crate) fn names(line: &'static str) -> impl Iterator<Item = &'static str> {
        line.split_once('|').map_or("", |it| it.0.trim()).split(" / ")
    }
}
