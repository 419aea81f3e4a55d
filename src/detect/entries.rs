//! What an entry of the reference list consists of, for the detectors that look into entries.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Look, holds};
use crate::language::Work;

static ADDRESS: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:ac|co|org|gov|nhs)\.uk\b\S*|\b[\w-]+\.(?:com|org|net)\b\S*",
    )
});
/// Where publishers sit.
const PLACES: &[&str] = &[
    "London",
    "Oxford",
    "Cambridge",
    "Bristol",
    "Manchester",
    "Edinburgh",
    "Glasgow",
    "Cardiff",
    "Belfast",
    "Basingstoke",
    "Maidenhead",
    "Buckingham",
    "New York",
    "York",
    "Leeds",
    "Birmingham",
    "Florence",
    "Geneva",
    "Paris",
    "Boston",
    "Chicago",
    "Exeter",
    "Norwich",
    "Harlow",
    "Abingdon",
    "Chichester",
    "Newcastle",
    "Southampton",
    "Dublin",
    "Sheffield",
    "Liverpool",
    "Nottingham",
    "Leicester",
    "Thousand Oaks",
    "Philadelphia",
];

/// A work that has an author or a year, and is no law, no address and no remark.
pub(crate) fn is_full(look: &Look, work: &Work) -> bool {
    !work.law && !is_bare_address(look, work) && !is_remark(look.text(work.span))
}

/// An entry that is an address, or "Crisis website", and nothing else.
pub(crate) fn is_bare_address(look: &Look, work: &Work) -> bool {
    if work.year.is_some() {
        return false;
    }
    let text = look.text(work.span).trim_end_matches('.');
    let without = ADDRESS.replace_all(text, "");
    let words = without.split(|c: char| !c.is_alphabetic()).filter(|it| it.len() > 1).count();
    let addressed = ADDRESS.is_match(text) && words <= 2;
    addressed || text.to_lowercase().ends_with(" website") && words <= 4
}

/// A note under the heading, and no entry.
fn is_remark(text: &str) -> bool {
    text.contains(" I ")
        || text.contains("TO DO")
        || text.contains("TODO")
        || text.split(' ').count() < 3 && !text.contains(|c: char| c.is_ascii_digit())
}

/// The first author, as a message names an entry.
pub(crate) fn name(work: &Work) -> String {
    work.authors.first().map_or("?".to_owned(), |it| it.chars().take(40).collect())
}

pub(crate) fn has_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    holds(&lower, &["http", "www.", ".uk", ".com", ".org", ".net"]) && ADDRESS.is_match(text)
}

/// What follows the year, without the marks between them.
pub(crate) fn rest(work: &Work) -> &str {
    work.rest.trim_start_matches([')', ']', '.', ',', ':', ' ', '*'])
}

/// Nothing follows the year, or a publisher at once.
pub(crate) fn lacks_title(work: &Work) -> bool {
    let rest = rest(work);
    work.year.is_some()
        && (!rest.contains(char::is_alphabetic)
            || rest.split(' ').count() <= 6 && opens_with_place(rest))
}

/// "London: ", "Thousand Oaks, CA: ".
fn opens_with_place(rest: &str) -> bool {
    let parted = |after: &str| {
        let state = after.strip_prefix(", ").and_then(|it| it.split_at_checked(2));
        let state = state.filter(|(it, _)| it.bytes().all(|it| it.is_ascii_uppercase()));
        state.map_or(after, |(_, rest)| rest).starts_with(": ")
    };
    PLACES.iter().any(|it| rest.strip_prefix(it).is_some_and(parted))
}

/// A title and nothing that says where it appeared.
pub(crate) fn lacks_source(work: &Work) -> bool {
    let rest = rest(work).trim_end_matches(['.', ' ']);
    let ends = rest.match_indices(['.', '?', '!', '\'', '’']);
    let mut afters = ends.map(|(at, mark)| &rest[at + mark.len()..]);
    let after = afters.find(|it| it.starts_with([' ', ','])).unwrap_or_default();
    let named = after.contains(char::is_alphabetic) || rest.contains(|c: char| c.is_ascii_digit());
    !lacks_title(work)
        && work.year.is_some()
        && !named
        && !has_address(rest)
        && !PUBLISHED.is_match(rest)
}

static PUBLISHED: Pattern = Pattern::new(|| {
    pattern(
        r"\b[A-Z][\p{L} ]+: [A-Z]|Available (?:at|from)|Press\b|Journal\b|\[Online\]|\[online\]|, [A-Z]",
    )
});
