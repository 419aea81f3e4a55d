//! Wrong citations that several essays have in common: one wrong source passed round.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::rc::Rc;

use crate::batch::cohort::link::{Name, Names};
use crate::batch::key;
use crate::batch::spool::Spool;

/// Citations shown; of a large class, those that most essays have.
const SHOWN: usize = 100;

/// What is said of citations, by its number, and the essays that have them.
pub(super) struct Citations {
    by_number: BTreeMap<u64, (String, Names)>,
    /// How many citations several essays have wrong.
    pub(super) count: usize,
}

/// The citations that most essays have wrong; who has them is added later.
pub(super) fn most_shared(citations: &mut Spool) -> io::Result<Citations> {
    let mut count = 0;
    let mut most: BTreeSet<(Reverse<usize>, u64)> = BTreeSet::new();
    citations.groups(&mut |number, essays| {
        if essays.len() > 1 {
            count += 1;
            most.insert((Reverse(essays.len()), number));
            if most.len() > SHOWN {
                most.pop_last();
            }
        }
        Ok(())
    })?;
    let by_number = most.into_iter().map(|(_, number)| (number, Default::default())).collect();
    Ok(Citations { by_number, count })
}

impl Citations {
    /// Adds an essay to those of its citations that are shown.
    pub(super) fn add(&mut self, name: &Rc<Name>, said: &[String]) {
        for message in said {
            if let Some((text, names)) = self.by_number.get_mut(&key::number(message)) {
                text.clone_from(message);
                names.add(name);
            }
        }
    }

    /// What is said of each, and the essays that have it; the most frequent first.
    pub(super) fn shown(&self) -> Vec<(&str, &Names)> {
        let mut shown: Vec<(&str, &Names)> =
            self.by_number.values().map(|(message, names)| (message.as_str(), names)).collect();
        shown.sort_by_key(|(message, names)| (Reverse(names.count), *message));
        shown
    }
}
