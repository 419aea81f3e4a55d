//! What is agreed for an essay before it is read: its length, its year, what may be ignored.

use crate::rubric::{Attempt, Counts, Words};

/// The core reads no clock and no file: whoever calls it fills these in.
#[derive(Clone, Debug, PartialEq)]
pub struct Conventions {
    /// How many words are asked for, if any number is.
    pub length: Option<Words>,
    /// What counts as a word of the essay.
    pub words: Counts,
    /// Today's year, for dates in the future and for sources that have aged.
    pub this_year: Option<u16>,
    /// A source older than this many years is dated.
    pub dated_years: u16,
    /// More dated sources than this, in percent, are a finding.
    pub dated_percent: usize,
    /// Ignores written into essays do not count.
    pub ignores_forbidden: bool,
    /// Where the essay is set, if the rubric says so.
    pub nation: Option<Nation>,
    /// The text of a .bib file beside the essay.
    pub bibliography: Option<String>,
    /// Which time it is handed in.
    pub attempt: Attempt,
}

impl Default for Conventions {
    fn default() -> Conventions {
        Conventions {
            length: None,
            words: Counts::default(),
            this_year: None,
            dated_years: 10,
            dated_percent: 99,
            ignores_forbidden: false,
            nation: None,
            bibliography: None,
            attempt: Attempt::First,
        }
    }
}

/// The nations of the United Kingdom, whose laws differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nation {
    England,
    Scotland,
    Wales,
    NorthernIreland,
}

impl Nation {
    pub const ALL: [Nation; 4] =
        [Nation::England, Nation::Scotland, Nation::Wales, Nation::NorthernIreland];

    pub fn name(self) -> &'static str {
        match self {
            Nation::England => "England",
            Nation::Scotland => "Scotland",
            Nation::Wales => "Wales",
            Nation::NorthernIreland => "Northern Ireland",
        }
    }
}
