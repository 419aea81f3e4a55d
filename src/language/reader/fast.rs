//! The fast engine: a linear model.

use super::Reading;

pub(super) struct Fast;

impl Fast {
    pub(super) fn new() -> Fast {
        Fast
    }

    pub(super) fn read(&self, sentences: &[&str]) -> Vec<Reading> {
        vec![Reading::default(); sentences.len()]
    }
}
