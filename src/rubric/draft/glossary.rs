//! Plain words by which students may put a term of the page.

use std::sync::LazyLock;

use super::lexicon::{is_common, words};
use crate::language::Stem;

/// The stems of a term, and its paraphrases.
type Entry = (Vec<Stem>, Vec<&'static str>);

static GLOSSARY: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let lines = include_str!("words/glossary.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(terms, says)| entries(terms, says))
        .collect()
});

fn entries(terms: &'static str, says: &'static str) -> Vec<Entry> {
    let says: Vec<&str> = says.split(',').map(str::trim).collect();
    terms.split(',').map(|term| (stems(term), says.clone())).collect()
}

fn stems(term: &str) -> Vec<Stem> {
    words(term).map(Stem::of).collect()
}

/// The paraphrases of every term whose words all stand in `text`, but no single word that stands in most essays.
pub(super) fn paraphrases(text: &str) -> Vec<&'static str> {
    let has = stems(text);
    let fits = GLOSSARY.iter().filter(|(term, _)| term.iter().all(|stem| has.contains(stem)));
    let tells = |says: &&str| says.contains(' ') || !is_common(says);
    fits.flat_map(|(_, says)| says.iter().copied()).filter(tells).collect()
}

#[test]
fn terms_bring_plain_words() {
    assert!(paraphrases("user satisfaction").contains(&"felt heard"));
    assert!(paraphrases("the weather").is_empty());
}
