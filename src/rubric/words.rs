//! How long the essay should be, what counts towards its length, and what a breach costs.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::document::WordCount;

/// A word-count profile; there is no single "10 percent" rule, so each part of it can be said.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub target: usize,
    /// Percent over or under the target that is still within it.
    #[serde(default = "ten")]
    pub tolerance: usize,
    /// Percent over the target that is still within it, where that differs from `tolerance`.
    #[serde(default)]
    pub over: Option<usize>,
    /// Percent under the target that is still within it, where that differs from `tolerance`.
    #[serde(default)]
    pub under: Option<usize>,
    /// What counts besides the running text.
    #[serde(default)]
    pub counts: Counts,
    /// Steps of marks lost, the mildest first.
    #[serde(default)]
    pub penalties: Vec<Penalty>,
}

/// The parts of an essay that count besides its running text; without a word about it, quotations, citations and
/// headings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Counts(pub Vec<Counted>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    Quotations,
    /// Citations stand in the running text, and are counted with it.
    Citations,
    Footnotes,
    Headings,
    Captions,
    Tables,
}

/// Marks lost by an essay that is more than `over` (or `under`) percent off its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    #[serde(default)]
    pub over: Option<usize>,
    #[serde(default)]
    pub under: Option<usize>,
    pub costs: u32,
}

fn ten() -> usize {
    10
}

impl Default for Counts {
    fn default() -> Counts {
        Counts(vec![Counted::Quotations, Counted::Citations, Counted::Headings])
    }
}

impl Counts {
    /// Each part of the essay: its name, its words, and whether they count.
    pub fn table(&self, count: &WordCount) -> Vec<(&'static str, usize, bool)> {
        let counts = |part: Counted| self.0.contains(&part);
        vec![
            ("Running text and lists", count.body, true),
            ("Quotations", count.quotations, counts(Counted::Quotations)),
            ("Headings", count.headings, counts(Counted::Headings)),
            ("Tables", count.tables, counts(Counted::Tables)),
            ("Captions", count.captions, counts(Counted::Captions)),
            ("Footnotes", count.footnotes, counts(Counted::Footnotes)),
            ("Reference list", count.references, false),
            ("Appendices", count.appendices, false),
        ]
    }

    /// The words that count.
    pub fn counted(&self, count: &WordCount) -> usize {
        self.table(count).iter().filter(|(_, _, counts)| *counts).map(|(_, words, _)| words).sum()
    }
}

impl Words {
    /// A profile with the usual tolerance and nothing special about it.
    pub fn of(target: usize) -> Words {
        Words {
            target,
            tolerance: ten(),
            over: None,
            under: None,
            counts: Counts::default(),
            penalties: Vec::new(),
        }
    }

    /// The fewest and the most words that are within the target.
    pub fn bounds(&self) -> (usize, usize) {
        let under = self.under.unwrap_or(self.tolerance).min(100);
        let over = self.over.unwrap_or(self.tolerance);
        (self.target * (100 - under) / 100, self.target * (100 + over) / 100)
    }

    pub fn within(&self, counted: usize) -> bool {
        let (fewest, most) = self.bounds();
        (fewest..=most).contains(&counted)
    }

    /// Beyond the tolerance, or far enough off the target to cost marks.
    pub fn is_off(&self, counted: usize) -> bool {
        !self.within(counted) || self.penalty(counted) > 0
    }

    /// Marks that this many counted words cost: those of the hardest step that is passed.
    pub fn penalty(&self, counted: usize) -> u32 {
        let passed = |step: &&Penalty| {
            let most = step.over.map(|percent| self.target * (100 + percent) / 100);
            let fewest = step.under.map(|percent| self.target * (100 - percent.min(100)) / 100);
            most.is_some_and(|most| counted > most) || fewest.is_some_and(|fewest| counted < fewest)
        };
        self.penalties.iter().filter(passed).map(|step| step.costs).max().unwrap_or(0)
    }
}

#[test]
fn steps_cost_what_they_say() {
    let step = |over, costs| Penalty { over: Some(over), under: None, costs };
    let words = Words { penalties: vec![step(10, 5), step(25, 15)], ..Words::of(1000) };
    assert_eq!([900, 1100, 1101, 1251, 500].map(|count| words.penalty(count)), [0, 0, 5, 15, 0]);
    let tight = Words { penalties: vec![step(5, 2)], ..Words::of(1000) };
    assert!(tight.within(1060) && tight.is_off(1060) && !tight.is_off(1050));
    assert_eq!([899, 900, 1100, 1101].map(|count| words.within(count)), [false, true, true, false]);
}

#[test]
fn the_table_says_what_was_counted() {
    let count = WordCount {
        body: 1_000,
        quotations: 50,
        headings: 20,
        references: 200,
        footnotes: 30,
        ..WordCount::default()
    };
    assert_eq!(Counts::default().counted(&count), 1_070);
    assert_eq!(Counts(vec![Counted::Footnotes]).counted(&count), 1_030);
}
