//! What is agreed for an essay before it is read: its length, its year, what may be ignored.

use crate::document::WordCount;

/// The core reads no clock and no file: whoever calls it fills these in.
#[derive(Clone, Debug, PartialEq)]
pub struct Conventions {
    /// Words asked for.
    pub target: Option<usize>,
    /// What counts as a word of the essay, and how far it may stray from the target.
    pub words: WordProfile,
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
    /// Rules ignored for this essay's path by the project file.
    pub ignored: Vec<String>,
}

impl Default for Conventions {
    fn default() -> Conventions {
        Conventions {
            target: None,
            words: WordProfile::default(),
            this_year: None,
            dated_years: 10,
            dated_percent: 50,
            ignores_forbidden: false,
            nation: None,
            bibliography: None,
            ignored: Vec::new(),
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

/// Which words an institution counts, and how far over or under it lets an essay go.
#[derive(Clone, Debug, PartialEq)]
pub struct WordProfile {
    pub over_percent: usize,
    pub under_percent: usize,
    pub headings: bool,
    pub tables: bool,
    pub captions: bool,
    pub footnotes: bool,
    pub references: bool,
    pub appendices: bool,
    /// What is taken off, from how many percent over: `(10, 5)` is five marks from ten percent.
    pub penalties: Vec<(usize, u32)>,
}

impl Default for WordProfile {
    fn default() -> WordProfile {
        WordProfile {
            over_percent: 10,
            under_percent: 10,
            headings: false,
            tables: false,
            captions: false,
            footnotes: true,
            references: false,
            appendices: false,
            penalties: Vec::new(),
        }
    }
}

impl WordProfile {
    /// Each part of the essay: its name, its words, and whether they count.
    pub fn table(&self, count: &WordCount) -> Vec<(&'static str, usize, bool)> {
        vec![
            ("running text", count.body, true),
            ("headings", count.headings, self.headings),
            ("tables", count.tables, self.tables),
            ("captions", count.captions, self.captions),
            ("footnotes", count.footnotes, self.footnotes),
            ("reference list", count.references, self.references),
            ("appendices", count.appendices, self.appendices),
        ]
    }

    /// The words that count.
    pub fn counted(&self, count: &WordCount) -> usize {
        self.table(count).iter().filter(|(_, _, counts)| *counts).map(|(_, words, _)| words).sum()
    }

    /// The most words, and the fewest, that a target allows.
    pub fn limits(&self, target: usize) -> (usize, usize) {
        let over = target + target * self.over_percent / 100;
        let under = target - target * self.under_percent.min(100) / 100;
        (under, over)
    }

    /// The marks taken off for this many words.
    pub fn penalty(&self, words: usize, target: usize) -> u32 {
        let over = words.saturating_sub(target) * 100 / target.max(1);
        self.penalties
            .iter()
            .filter(|(from, _)| over >= *from)
            .map(|(_, marks)| *marks)
            .max()
            .unwrap_or(0)
    }
}

#[test]
fn the_profile_says_what_was_counted() {
    let count = WordCount {
        body: 1_000,
        headings: 20,
        references: 200,
        footnotes: 30,
        ..WordCount::default()
    };
    let profile = WordProfile { penalties: vec![(10, 5), (20, 10)], ..WordProfile::default() };
    assert_eq!(profile.counted(&count), 1_030);
    assert_eq!(profile.limits(1_000), (900, 1_100));
    assert_eq!(profile.penalty(1_150, 1_000), 5);
}
