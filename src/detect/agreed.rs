//! What a rubric lays down about length, age of sources and ignores.

use crate::detect::{Conventions, WordProfile};
use crate::rubric::{Counted, Ignores, Rubric, Words};

impl Conventions {
    /// The conventions of a rubric; the year and what lies beside the essay are the caller's.
    pub fn of(rubric: &Rubric) -> Conventions {
        Conventions {
            target: rubric.words.as_ref().map(|words| words.target),
            words: rubric.words.as_ref().map(profile).unwrap_or_default(),
            dated_years: rubric.dated.years,
            dated_percent: usize::from(rubric.dated.share),
            ignores_forbidden: rubric.ignores == Ignores::Forbidden,
            ..Conventions::default()
        }
    }
}

fn profile(words: &Words) -> WordProfile {
    let counts = |part: Counted| words.counts.contains(&part);
    WordProfile {
        over_percent: words.over.unwrap_or(words.tolerance),
        under_percent: words.under.unwrap_or(words.tolerance),
        headings: counts(Counted::Headings),
        tables: counts(Counted::Tables),
        captions: counts(Counted::Captions),
        footnotes: counts(Counted::Footnotes),
        penalties: words.penalties.iter().filter_map(|it| Some((it.over?, it.costs))).collect(),
        ..WordProfile::default()
    }
}
