//! Words that open a sentence and promise what it does.
//!
//! They are left out of the reading: "However, the team met on Monday" weighs nothing, and a sentence that does weigh says
//! so without them. On `stance/dev` and `cues/dev` no figure changes by it.

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

pub(crate) fn without_opener(sentence: &str) -> &str {
    OPENERS.iter().find_map(|opener| sentence.strip_prefix(opener)).unwrap_or(sentence)
}

#[test]
fn only_the_opener_goes() {
    assert_eq!(without_opener("However, trust grew."), "trust grew.");
    assert_eq!(without_opener("Trust, however, grew."), "Trust, however, grew.");
}
