//! Letters of another alphabet that look like Latin ones.

use unicode_segmentation::UnicodeSegmentation;

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "look-alike-letters",
    severity: Severity::Warning,
    what: "Words in which Cyrillic or Greek letters stand among Latin ones.",
    why: "Nobody types them by chance; they make a copied text look new to a machine.",
    example: "
P\u{0430}rtnership is slow.
^^^^^^^^^^^
",
    near_miss: "
The \u{03b2}-blocker and the word \u{043c}\u{0438}\u{0440} are left alone.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let prose = look.essay.document.prose();
    if prose.is_ascii() {
        return Vec::new();
    }
    let mixed: Vec<Span> = prose
        .unicode_word_indices()
        .filter(|(_, word)| !word.is_ascii() && is_mixed(word))
        .map(|(at, word)| Span::new(at, at + word.len()))
        .collect();
    let Some(first) = mixed.first() else { return Vec::new() };
    let times =
        if mixed.len() > 1 { format!(", and {} others", mixed.len() - 1) } else { String::new() };
    vec![look.fault(
        *first,
        format!("`{}`{times} mixes two alphabets", look.text(*first)),
        "type the word again",
    )]
}

fn is_mixed(word: &str) -> bool {
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    let foreign = word
        .chars()
        .filter(|c| matches!(c, '\u{0370}'..='\u{03ff}' | '\u{0400}'..='\u{04ff}'))
        .count();
    latin > 1 && foreign > 0
}
