//! Which words of a sentence stand under a negation: from "no", "not" or "failed to" up to the end of the clause.

use std::borrow::Cow;

use crate::text::words;

/// Does a word deny what follows it?
fn denies(lower: &str) -> bool {
    let denying = matches!(
        lower,
        "no" | "not"
            | "never"
            | "without"
            | "neither"
            | "nor"
            | "none"
            | "cannot"
            | "lack"
            | "lacks"
            | "lacked"
            | "lacking"
            | "absence"
            | "absent"
            | "fails"
            | "failed"
            | "failing"
            | "failure"
    );
    denying || lower.ends_with("n't") || lower.ends_with("n’t")
}

/// Does another clause begin with this word?
fn opens_clause(lower: &str) -> bool {
    matches!(
        lower,
        "but"
            | "because"
            | "although"
            | "though"
            | "while"
            | "whereas"
            | "so"
            | "since"
            | "which"
            | "who"
            | "yet"
            | "however"
            | "therefore"
            | "if"
            | "when"
            | "until"
            | "unless"
            | "as"
    )
}

/// One a word of the text: does it stand under a negation, or deny?
///
/// ```
/// use critique::language::denied_words;
/// assert_eq!(denied_words("There was no trust, so nobody spoke."), [false, false, true, true, false, false, false]);
/// ```
pub fn denied_words(text: &str) -> Vec<bool> {
    denials(text).collect()
}

/// The same, word by word, for those who may stop early.
pub(crate) fn denials(text: &str) -> impl Iterator<Item = bool> {
    let mut denied = false;
    let mut end = 0;
    let mut words = words(text).peekable();
    std::iter::from_fn(move || {
        let (start, word) = words.next()?;
        let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let lower = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        let broken = text[end..start].contains([',', ';', ':', '(', ')', '–', '—']);
        if broken || opens_clause(&lower) {
            denied = false;
        }
        let only = words.peek().is_some_and(|(_, next)| *next == "only");
        denied |= denies(&lower) && !only;
        end = start + word.len();
        Some(denied)
    })
}

#[test]
fn a_negation_reaches_to_the_end_of_its_clause() {
    fn denied(text: &str) -> Vec<&str> {
        let words = words(text).zip(denied_words(text));
        words.filter(|(_, it)| *it).map(|((_, word), _)| word).collect()
    }
    assert_eq!(
        denied("There was no co-production at all."),
        ["no", "co", "production", "at", "all"]
    );
    assert_eq!(
        denied("The team failed to involve Ann, which cost trust."),
        ["failed", "to", "involve", "Ann"]
    );
    assert_eq!(denied("They didn't ask because trust was low."), ["didn't", "ask"]);
    assert_eq!(denied("Not only cost but trust matters."), [""; 0]);
}
