//! The closest spelling, for "did you mean".

/// How alike two words must be for one to be meant by the other; `strsim`'s measure, 0 to 1.
const ALIKE: f64 = 0.75;

/// The candidate that `word` was probably meant to be.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let folded = word.to_lowercase().replace(['_', ' '], "-");
    let mut best: Option<(&str, f64)> = None;
    for candidate in candidates {
        let alike = strsim::normalized_damerau_levenshtein(&folded, candidate)
            .max(within(&folded, candidate));
        if alike >= ALIKE && best.is_none_or(|(_, so_far)| alike > so_far) {
            best = Some((candidate, alike));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// "barriers-faced" for "barrier": one begins the other.
fn within(word: &str, candidate: &str) -> f64 {
    let shorter = word.len().min(candidate.len());
    let begins = word.starts_with(candidate) || candidate.starts_with(word);
    if begins && shorter >= 4 { ALIKE } else { 0.0 }
}

#[test]
fn the_word_meant_is_found() {
    let words = ["credit", "criterion", "criteria", "in:conclusion"];
    assert_eq!(nearest("creddit", words), Some("credit"));
    assert_eq!(nearest("critria", words), Some("criteria"));
    assert_eq!(nearest("zebra", words), None);
}
