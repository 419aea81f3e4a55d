//! The essays of the class by mark, as many from the lowest as a table holds.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::batch::cohort::ROWS;
use crate::batch::cohort::link::Name;
use crate::batch::record::Outcome;

#[derive(Default)]
pub(super) struct Lowest {
    by_mark: BTreeMap<(u32, u32), Row>,
}

/// A row of the table.
pub(super) struct Row {
    pub(super) name: Rc<Name>,
    pub(super) band: String,
    pub(super) words: usize,
    /// Files that were not judged, each with the reason.
    pub(super) beside: String,
}

impl Lowest {
    pub(super) fn add(&mut self, number: u32, name: &Rc<Name>, outcome: &Outcome) {
        let row = Row {
            name: Rc::clone(name),
            band: outcome.band.clone(),
            words: outcome.words,
            beside: outcome.beside.join(", "),
        };
        self.by_mark.insert((outcome.mark, number), row);
        if self.by_mark.len() > ROWS {
            self.by_mark.pop_last();
        }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.by_mark.values()
    }
}
