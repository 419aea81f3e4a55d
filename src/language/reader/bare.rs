//! What is left out of a sentence before it is read: what promises much and does nothing.
//!
//! Opening markers ("However, the team met on Monday" weighs nothing) and sources in brackets, which rules of their own
//! find and hold against the reference list. A sentence that weighs or explains does so without them: on `stance/dev` and
//! `cues/dev` no figure falls by more than a thousandth.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// Each with its comma: "However the team met" is another use of the word.
const OPENERS: &[&str] = &[
    "Accordingly, ",
    "Additionally, ",
    "Arguably, ",
    "As a result, ",
    "By contrast, ",
    "Clearly, ",
    "Consequently, ",
    "Conversely, ",
    "Critically, ",
    "Crucially, ",
    "Evidently, ",
    "Furthermore, ",
    "Hence, ",
    "However, ",
    "Importantly, ",
    "In addition, ",
    "In contrast, ",
    "Interestingly, ",
    "Moreover, ",
    "Nevertheless, ",
    "Nonetheless, ",
    "Notably, ",
    "On the other hand, ",
    "Significantly, ",
    "Similarly, ",
    "Therefore, ",
    "Thus, ",
    "Ultimately, ",
];

/// Bytes of "On the other hand,".
const LONGEST_OPENER: usize = 18;

fn without_opener(sentence: &str) -> &str {
    let begin = &sentence.as_bytes()[..sentence.len().min(LONGEST_OPENER)];
    if !begin.contains(&b',') {
        return sentence;
    }
    let first = sentence.as_bytes().first();
    let mut openers = OPENERS.iter().filter(|opener| opener.as_bytes().first() == first);
    openers.find_map(|opener| sentence.strip_prefix(opener)).unwrap_or(sentence)
}

pub(crate) fn bare(sentence: &str) -> Cow<'_, str> {
    without_sources(without_opener(sentence))
}

/// How many of a sentence's first words are such a marker.
pub(crate) fn opener_words(sentence: &str) -> usize {
    let opener = sentence.len() - without_opener(sentence).len();
    sentence[..opener].unicode_words().count()
}

/// Brackets with a year in them are left out, and the space before them.
fn without_sources(sentence: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut from = 0;
    while let Some(open) = sentence[from..].find('(').map(|at| from + at) {
        let Some(close) = sentence[open..].find(')').map(|at| open + at + 1) else { break };
        let inner = &sentence[open + 1..close - 1];
        let before = if has_year(inner) && !inner.contains('(') {
            sentence[from..open].trim_end()
        } else {
            &sentence[from..close]
        };
        kept += before;
        from = close;
    }
    if from == 0 { Cow::Borrowed(sentence) } else { Cow::Owned(kept + &sentence[from..]) }
}

fn has_year(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.into_iter().any(|it| it.len() == 4 && (it.starts_with("19") || it.starts_with("20")))
}

#[test]
fn only_the_opener_goes() {
    assert_eq!(without_opener("However, trust grew."), "trust grew.");
    assert_eq!(without_opener("Trust, however, grew."), "Trust, however, grew.");
}

#[test]
fn sources_in_brackets_go() {
    let read = |text| bare(text).into_owned();
    assert_eq!(read("Trust grew (Okoro, 2019, p. 4), she said."), "Trust grew, she said.");
    assert_eq!(read("Okoro (2019) saw it (in Leeds) at once."), "Okoro saw it (in Leeds) at once.");
    assert_eq!(read("Trust (of a kind grew in 2019."), "Trust (of a kind grew in 2019.");
}
