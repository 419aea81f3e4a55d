//! What a rubric lays down about length, age of sources and ignores.

use crate::detect::Conventions;
use crate::rubric::{Ignores, Rubric};

impl Conventions {
    /// The conventions of a rubric; the year and what lies beside the essay are the caller's.
    pub fn of(rubric: &Rubric) -> Conventions {
        Conventions {
            length: rubric.words.clone(),
            words: rubric.words.as_ref().map(|it| it.counts.clone()).unwrap_or_default(),
            dated_years: rubric.dated.years,
            dated_percent: usize::from(rubric.dated.share),
            ignores_forbidden: rubric.ignores == Ignores::Forbidden,
            ..Conventions::default()
        }
    }
}
