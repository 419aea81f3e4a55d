//! Which words of a topic page carry its matter: not the grammar, the verbs, or the words of any mark scheme.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::Stem;

static GRAMMAR: LazyLock<HashSet<&str>> =
    LazyLock::new(|| listed(include_str!("words/grammar.txt")));
static SCHEME: LazyLock<HashSet<&str>> = LazyLock::new(|| listed(include_str!("words/scheme.txt")));
static VERBS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let verbs = listed(include_str!("words/verbs.txt"));
    verbs.into_iter().flat_map(forms).collect()
});

static COMMON: LazyLock<HashSet<Stem>> =
    LazyLock::new(|| listed(include_str!("words/common.txt")).into_iter().map(Stem::of).collect());

fn listed(text: &'static str) -> HashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// A word that parts noun phrases: grammar or a verb.
pub(super) fn is_break(word: &str) -> bool {
    let word = folded(word);
    GRAMMAR.contains(word.as_str()) || VERBS.contains(&word)
}

/// A word that any mark scheme uses: it says nothing of the subject.
pub(super) fn is_scheme(word: &str) -> bool {
    let word = folded(word);
    SCHEME.contains(word.as_str()) || word.strip_suffix('s').is_some_and(|one| SCHEME.contains(one))
}

static EVERYWHERE: LazyLock<HashSet<&str>> =
    LazyLock::new(|| listed(include_str!("words/common.txt")));

/// As [`is_common`], for the very word and its plural: "accountability" does not stand everywhere because "account" does.
pub(in crate::rubric) fn stands_everywhere(word: &str) -> bool {
    let word = folded(word);
    let listed = |word: &str| EVERYWHERE.contains(word) || GRAMMAR.contains(word);
    listed(&word) || word.strip_suffix('s').is_some_and(listed)
}

/// A word that stands in most essays, whatever the subject.
pub(in crate::rubric) fn is_common(word: &str) -> bool {
    COMMON.contains(&Stem::of(word)) || is_break(word) || is_scheme(word)
}

/// Neither grammar, nor verb, nor scheme.
pub(super) fn is_matter(word: &str) -> bool {
    !is_break(word) && !is_scheme(word) && word.chars().any(char::is_alphabetic)
}

/// A word that alone is no thing to speak of: "played", "regularly", "nothing".
pub(super) fn names_nothing(word: &str) -> bool {
    const NOTHING: &[&str] = &[
        "meant",
        "kept",
        "held",
        "led",
        "left",
        "lost",
        "felt",
        "built",
        "brought",
        "caught",
        "chosen",
        "drawn",
        "driven",
        "known",
        "shown",
        "spent",
        "taught",
        "thought",
        "understood",
        "won",
        "written",
        "alike",
        "alone",
        "everywhere",
        "far",
        "nothing",
        "something",
        "somewhere",
        "whatever",
        "wherever",
        "scripts",
        "tips",
        "unlike",
    ];
    const THINGS: &[&str] = &[
        "need", "seed", "speed", "breed", "creed", "greed", "bed", "shed", "family", "assembly",
        "monopoly", "supply", "anomaly", "elderly", "ally", "bully",
    ];
    let small = word.starts_with(char::is_lowercase);
    let verb_or_manner = word.ends_with("ed") || word.ends_with("ly");
    small && (NOTHING.contains(&word) || verb_or_manner && !THINGS.contains(&word))
}

pub(super) fn folded(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    word.trim_end_matches("'s").trim_matches('\'').to_owned()
}

/// The stems of the words of matter in a text.
pub(super) fn matter(text: &str) -> Vec<Stem> {
    words(text).filter(|word| is_matter(word)).map(Stem::of).collect()
}

/// Words as runs of letters, digits, apostrophes and hyphens.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')));
    parts.map(|word| word.trim_matches(['-', '\'', '’'])).filter(|word| !word.is_empty())
}

/// "apply" gives "apply", "applies", "applied", "applying".
fn forms(verb: &str) -> [String; 4] {
    let (third, past, going) = match verb {
        _ if verb.ends_with('e') => {
            (format!("{verb}s"), format!("{verb}d"), format!("{}ing", &verb[..verb.len() - 1]))
        }
        _ if verb.ends_with('y') && !verb.ends_with(['a', 'e', 'o']) => {
            let start = &verb[..verb.len() - 1];
            (format!("{start}ies"), format!("{start}ied"), format!("{verb}ing"))
        }
        _ if verb.ends_with("ss") || verb.ends_with("sh") || verb.ends_with("ch") => {
            (format!("{verb}es"), format!("{verb}ed"), format!("{verb}ing"))
        }
        _ => (format!("{verb}s"), format!("{verb}ed"), format!("{verb}ing")),
    };
    [verb.to_owned(), third, past, going]
}

#[test]
fn words_of_matter_are_told_from_the_rest() {
    assert!(
        is_break("applies")
            && is_break("the")
            && is_scheme("Understanding")
            && is_scheme("factors")
    );
    assert!(
        is_matter("empowerment")
            && is_matter("patient's")
            && !is_matter("critical")
            && !is_matter("2014")
    );
}
