//! The verb of a criterion: what it asks the student to do at least.

use crate::rubric::{Grade, Point};

/// Forms of the verbs that ask for no more than a description.
const DESCRIBING: &[&str] = &["descri", "outlin", "identif"];
/// How the verbs that ask for more begin.
const HIGHER: &[&str] = &[
    "explain",
    "explan",
    "analys",
    "analyz",
    "evaluat",
    "assess",
    "discuss",
    "justif",
    "compar",
    "contrast",
    "recommend",
    "appl",
    "interpret",
    "examin",
    "explor",
    "review",
    "apprais",
    "reflect",
    "critic",
    "demonstrat",
    "propos",
    "weigh",
    "judg",
    "investigat",
    "summaris",
];

impl Point {
    /// A Pass criterion whose first verb is "describe", "outline" or "identify", with no "and explain" behind it.
    pub fn only_describes(&self) -> bool {
        self.grade == Some(Grade::Pass) && only_describes(&self.credit)
    }
}

fn only_describes(credit: &str) -> bool {
    let lower = credit.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()).collect();
    let is = |word: &str, kind: &[&str]| kind.iter().any(|start| word.starts_with(start));
    let first = words.iter().find(|word| is(word, DESCRIBING) || is(word, HIGHER));
    let joined = words.windows(2).any(|pair| pair[0] == "and" && is(pair[1], HIGHER));
    first.is_some_and(|word| is(word, DESCRIBING)) && !joined
}

#[test]
fn the_first_verb_decides() {
    let asks = [
        "Describe the roles of two agencies.",
        "Award credit for an outline of the law.",
        "Identify how staff assess risk.",
        "Explain the roles of two agencies.",
        "Describe and explain the roles of two agencies.",
        "The roles of two agencies.",
    ];
    assert_eq!(asks.map(only_describes), [true, true, true, false, false, false]);
}
