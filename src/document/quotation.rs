//! Words that stand between quotation marks, and so are somebody else's.

use crate::text::Span;

/// Fewer words between marks are a term or a scare quote, and stay the student's own.
const QUOTATION_WORDS: usize = 4;
/// A quotation longer than this (in bytes) was probably never closed.
const LONGEST_QUOTATION: usize = 3_000;

/// The first byte of each curly mark.
const FIRST_OF_CURLY: u8 = 0xe2;

/// The quotations of one block of prose; spans are into `text` and hold their marks.
pub(crate) fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut after = 0;
    for at in memchr::memchr3_iter(b'"', b'\'', FIRST_OF_CURLY, text.as_bytes()) {
        let Some(mark) = text[at..].chars().next().filter(|_| at >= after) else { continue };
        let Some(end) = closing(text, at, mark) else { continue };
        let words = text[at..end].split_whitespace().count();
        after = end;
        if words >= QUOTATION_WORDS {
            found.push(Span::new(at, end));
        }
    }
    found
}

/// The byte after the mark that closes the quotation opened at `at`, if one is opened and closed.
fn closing(text: &str, at: usize, mark: char) -> Option<usize> {
    let inside = at + mark.len_utf8();
    let opens = || {
        text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
            && text[inside..].chars().next().is_some_and(|c| !c.is_whitespace())
    };
    let close = match mark {
        '“' => '”',
        '"' if opens() => '"',
        '‘' if opens() => '’',
        '\'' if opens() => '\'',
        _ => return None,
    };
    let mut marks = text[inside..].char_indices().take_while(|(i, _)| *i < LONGEST_QUOTATION);
    marks
        .find(|(i, c)| *c == close && closes(&text[inside..], *i, close))
        .map(|(i, _)| inside + i + close.len_utf8())
}

/// An apostrophe inside a word closes nothing.
fn closes(rest: &str, at: usize, mark: char) -> bool {
    let before = rest[..at].chars().next_back();
    let after = rest[at + mark.len_utf8()..].chars().next();
    let in_word = after.is_some_and(char::is_alphanumeric);
    let double = matches!(mark, '”' | '"');
    (double || !in_word) && before.is_some_and(|c| !c.is_whitespace())
}

#[test]
fn finds_quotations_and_leaves_apostrophes() {
    let quoted =
        |text: &'static str| quotations(text).iter().map(|span| span.of(text)).collect::<Vec<_>>();
    assert_eq!(
        quoted("He said “I am not being told anything”, and left."),
        ["“I am not being told anything”"]
    );
    assert_eq!(quoted("so-called \"joint working\" is common"), [""; 0]);
    assert_eq!(
        quoted("Petch calls it 'working together in the person's interest' (p. 3)"),
        ["'working together in the person's interest'"]
    );
    assert_eq!(quoted("the users' needs and the carers' views were heard"), [""; 0]);
}
