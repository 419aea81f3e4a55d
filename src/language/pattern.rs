//! Patterns that are quick to build and quick to run over English text.

use regex::Regex;

/// A constant pattern. Letters are Latin ones and word borders ASCII ones: full Unicode classes cost a hundred times the
/// time to build, and Unicode borders put every text with a curly quote on the slow path.
pub(crate) fn pattern(text: &str) -> Regex {
    let text = text
        .replace(r"\b", r"(?-u:\b)")
        .replace(r"\d", "[0-9]")
        .replace(r"\S", r"[^ \t\r\n]")
        .replace(r"\w", "[A-Za-z0-9_À-ž]")
        .replace(r"\s", r"[ \t\r\n\u{a0}\u{2009}\u{202f}]")
        .replace(r"\p{Lu}", "[A-ZÀ-ÞČĐŁŚŠŻŽ]")
        .replace(r"\p{Ll}", "[a-zß-ÿčđłśšżžćńę]")
        .replace(r"\p{L}", "[A-Za-zÀ-ž]");
    Regex::new(&text).expect("a constant pattern that the tests run")
}
