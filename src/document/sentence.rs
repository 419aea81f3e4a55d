//! Where sentences end, in academic English.
//!
//! A sentence ends at `.`, `?`, `!` or `…` with its closing quotes and brackets, when what follows can begin one and what
//! stands before is no abbreviation, initial or number of a list. Brackets and quotations that began inside a sentence
//! hold it together. The lists stand in `abbreviations.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::{Span, rare};

/// The sentences of one block of prose, in order, without the space between them.
pub fn sentence_spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut guard = Guard::default();
    for (at, mark) in marks(text) {
        guard.see(text, start, at, mark);
        if !is_terminator(mark) || at < start {
            continue;
        }
        let Some(end) = end_after(text, start, at, mark, &guard) else { continue };
        push_trimmed(&mut spans, text, start, end);
        start = end;
        guard = Guard { until: end };
    }
    push_trimmed(&mut spans, text, start, text.len());
    spans
}

/// Every mark that may end a sentence or hold one together; most bytes are none, and are passed over without decoding.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    const FIRST_OF_CURLY: u8 = 0xe2;
    let may_be = |byte: u8| {
        matches!(byte, b'.' | b'?' | b'!' | b'(' | b'[' | b'"') || byte == FIRST_OF_CURLY
    };
    rare(text.as_bytes(), may_be).filter_map(|at| Some((at, text[at..].chars().next()?)))
}

fn push_trimmed(spans: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let raw = &text[start..end];
    let lead = raw.len() - raw.trim_start().len();
    let kept = raw.trim();
    if !kept.is_empty() {
        spans.push(Span::new(start + lead, start + lead + kept.len()));
    }
}

fn is_terminator(mark: char) -> bool {
    matches!(mark, '.' | '?' | '!' | '…')
}

/// A bracket or quotation that holds its sentence together until it closes.
#[derive(Default)]
struct Guard {
    until: usize,
}

/// A bracket or quotation longer than this (in bytes) was probably never closed.
const LONGEST_GUARD: usize = 400;

impl Guard {
    fn see(&mut self, text: &str, start: usize, at: usize, mark: char) {
        if at < self.until {
            return;
        }
        let close = match mark {
            '(' => ')',
            '[' => ']',
            '“' => '”',
            '"' if text[..at].ends_with([' ', '(']) => '"',
            _ => return,
        };
        let opens_sentence = text[start..at].trim().is_empty();
        if opens_sentence {
            return;
        }
        let inside = at + mark.len_utf8();
        let window = floor_boundary(text, inside + LONGEST_GUARD);
        if let Some(found) = text[inside..window].find(close) {
            self.until = inside + found;
        }
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The end of the sentence that the mark at `at` closes, if it closes one.
fn end_after(text: &str, start: usize, at: usize, mark: char, guard: &Guard) -> Option<usize> {
    let after_mark = at + mark.len_utf8();
    let rest = &text[after_mark..];
    if rest.starts_with(is_terminator) {
        return None; // the last mark of "..." or "?!" decides
    }
    let closers = rest.len() - rest.trim_start_matches(is_closer).len();
    let end = after_mark + closers;
    let next = text[end..].trim_start();
    let space = text[end..].len() - next.len();
    if end <= guard.until || next.is_empty() {
        return None;
    }
    if space == 0 {
        return glued_sentence(text, start, at, end).then_some(end);
    }
    if !can_begin(next) || rest[..closers].contains(']') {
        return None;
    }
    let ends =
        mark != '.' || closers > 0 && !rest.starts_with(')') || !holds_on(text, start, at, next);
    ends.then_some(end)
}

fn is_closer(mark: char) -> bool {
    matches!(mark, ')' | ']' | '"' | '\'' | '”' | '’' | '»')
}

/// Can a sentence begin with this text?
fn can_begin(next: &str) -> bool {
    let first = next.trim_start_matches(|c: char| "\"'“‘([".contains(c)).chars().next();
    let opens_bracketed_year =
        next.starts_with(['(', '[']) && first.is_some_and(|c| c.is_ascii_digit());
    !opens_bracketed_year
        && first
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '£' | '•' | '–'))
        || lower_case_brand(next)
}

/// "eHealth", "iPads": small first letter, then a capital.
fn lower_case_brand(next: &str) -> bool {
    let mut letters = next.chars();
    matches!(letters.next(), Some('e' | 'i')) && letters.next().is_some_and(char::is_uppercase)
}

/// "working.However": the space was forgotten.
fn glued_sentence(text: &str, start: usize, at: usize, end: usize) -> bool {
    let mut next = text[end..].chars();
    let capital =
        next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    if !capital {
        return false;
    }
    let word = word_before(text, start, at);
    let near = ceil_boundary(text, at.saturating_sub(LONGEST_WORD));
    let whole = text[near..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let bracket_year = whole.ends_with(')');
    (bracket_year || word.chars().count() >= 3 && word.chars().all(char::is_lowercase))
        && !whole.contains(['/', '@'])
        && !whole.starts_with("www")
}

/// Does the full stop at `at` belong to an abbreviation, an initial or a list number?
fn holds_on(text: &str, start: usize, at: usize, next: &str) -> bool {
    let word = word_before(text, start, at);
    let mut before = &text[start..at];
    while let Some(earlier) = before.strip_suffix(word).filter(|_| !word.is_empty()) {
        before = earlier;
    }
    let before = before.trim_end();
    let lower = word.to_lowercase();
    if before.is_empty() && is_list_number(word) {
        return true;
    }
    if is_initial(word) {
        return initial_holds(word, before, next);
    }
    match ABBREVIATIONS.get(lower.as_str()) {
        Some(Abbreviation::Always) => true,
        Some(Abbreviation::BeforeNumber) => starts_with_number(next),
        Some(Abbreviation::BeforeName) => !begins_like_a_sentence(next),
        Some(Abbreviation::Capitalised) => {
            word.starts_with(char::is_uppercase) && !begins_like_a_sentence(next)
        }
        None => lower.contains('.') && !begins_like_a_sentence(next),
    }
}

/// The run of letters, digits, dots and apostrophes that ends at `at`.
fn word_before(text: &str, start: usize, at: usize) -> &str {
    let before = &text[start.max(ceil_boundary(text, at.saturating_sub(LONGEST_WORD)))..at];
    let part_of_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’');
    let from = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| part_of_word(*c))
        .last()
        .map_or(before.len(), |(i, _)| i);
    &before[from..]
}

/// Nobody looks further back (in bytes) for where a word began.
const LONGEST_WORD: usize = 1_000;

fn ceil_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn is_list_number(word: &str) -> bool {
    let short = word.chars().count() <= 4;
    let digits = word.chars().all(|c| c.is_ascii_digit() || c == '.') && word.len() <= 5;
    let roman = word.chars().all(|c| "ivxIVX".contains(c));
    let letter = word.chars().count() == 1;
    !word.is_empty() && short && (digits || roman || letter)
}

fn is_initial(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or_default();
    let mut letters = last.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word.len() <= 8
}

/// "J. Smith" holds on; "Mrs A. The", "taller than I. They" and "in the U.K. This" end.
fn initial_holds(word: &str, before: &str, next: &str) -> bool {
    if word.contains('.') {
        return !begins_like_a_sentence(next);
    }
    let previous = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let pronoun = word == "I" && previous.starts_with(char::is_lowercase);
    let labelled = LABELS.contains(&previous.to_lowercase().as_str());
    !(pronoun || labelled || begins_like_a_sentence(next))
}

/// Words that are followed by a letter as a name: "Mrs A", "vitamin D", "Option B".
const LABELS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "vitamin",
    "group",
    "option",
    "plan",
    "participant",
    "patient",
    "person",
    "resident",
    "client",
    "part",
    "appendix",
    "schedule",
    "hepatitis",
    "type",
    "case",
    "ward",
    "figure",
    "table",
    "grade",
    "step",
    "service",
    "team",
    "user",
    "child",
    "family",
    "student",
    "section",
    "class",
    "unit",
    "block",
];

fn starts_with_number(next: &str) -> bool {
    let roman = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    next.starts_with(|c: char| c.is_ascii_digit())
        || !roman.is_empty() && roman.chars().all(|c| "ivxlc".contains(c))
}

/// Is the next word one that opens sentences and is hardly ever part of a name?
fn begins_like_a_sentence(next: &str) -> bool {
    let first = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    OPENERS.contains(first)
}

enum Abbreviation {
    /// Never the end of a sentence: "e.g.", "Dr.".
    Always,
    /// Only before a number: "p. 12", "No. 3".
    BeforeNumber,
    /// Unless an ordinary opening word follows: "etc.", "et al.".
    BeforeName,
    /// Only when written with a capital: "Integr. Care".
    Capitalised,
}

static ABBREVIATIONS: LazyLock<HashMap<&str, Abbreviation>> = LazyLock::new(|| {
    let mut found = HashMap::new();
    for (name, words) in word_lists() {
        for word in words {
            let kind = match name {
                "always" => Abbreviation::Always,
                "before-number" => Abbreviation::BeforeNumber,
                "before-name" => Abbreviation::BeforeName,
                "capitalised" => Abbreviation::Capitalised,
                _ => continue,
            };
            found.insert(word, kind);
        }
    }
    found
});

static OPENERS: LazyLock<std::collections::HashSet<&str>> = LazyLock::new(|| {
    word_lists().filter(|(name, _)| *name == "openers").flat_map(|(_, words)| words).collect()
});

/// The lists of `abbreviations.txt`: a name, a colon, words.
fn word_lists() -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    include_str!("abbreviations.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':'))
        .map(|(name, words)| (name, words.split_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::sentence_spans;

    /// `tests/sentences.txt`: a case a line, its sentences parted by ` | `.
    #[test]
    fn tricky_sentences_stay_whole() {
        let cases = include_str!("../../tests/sentences.txt");
        let cases: Vec<&str> =
            cases.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
        let wrong: Vec<String> = cases.iter().filter_map(|case| failure(case)).collect();
        assert!(cases.len() >= 120, "only {} cases", cases.len());
        assert!(
            wrong.is_empty(),
            "{} of {} wrong:\n{}",
            wrong.len(),
            cases.len(),
            wrong.join("\n")
        );
    }

    fn failure(case: &str) -> Option<String> {
        let text = case.replace(" | ", " ");
        let found: Vec<&str> = sentence_spans(&text).iter().map(|span| span.of(&text)).collect();
        let found = found.join(" | ");
        (found != case).then(|| format!("wanted {case}\n found {found}"))
    }

    #[test]
    fn a_forgotten_space_still_parts_sentences() {
        let text = "It is central to partnership working.However it is hard.";
        assert_eq!(sentence_spans(text).len(), 2);
    }
}
