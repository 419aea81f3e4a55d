//! Short titles and ids from an examiner's sentence.

use super::lexicon::{is_break, is_scheme, words};

/// A title has at most this many words.
const WORDS: usize = 12;
/// An id has at most this many.
const PARTS: usize = 4;

/// The sentence up to its first pause, with a capital; "…" where it goes on and had to be cut.
pub(super) fn title(text: &str) -> String {
    let stops = [", ", "; ", ": ", " (", " such as ", " including ", "—", " without ", " – "]
        .iter()
        .flat_map(|sign| text.match_indices(sign))
        .map(|(at, _)| at);
    let stop = stops
        .filter(|at| *at > 11 && (!text[*at..].starts_with(", ") || text[..*at].contains(' ')))
        .min();
    let start = &text[..stop.unwrap_or(text.len())];
    let kept = shortened(start, WORDS);
    let cut = start.split_whitespace().nth(WORDS).is_some();
    if cut { format!("{kept} …") } else { kept }
}

/// The first words of a text, at most so many, with a capital; it ends on no loose word and no sign.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut kept: Vec<&str> = text.split_whitespace().take(most).collect();
    while kept.len() > 2 && kept.last().is_some_and(|word| is_loose(word)) {
        kept.pop();
    }
    capital(kept.join(" ").trim_end_matches(['.', ',', ';', ':']))
}

/// A word on which no title ends.
fn is_loose(word: &str) -> bool {
    const LOOSE: &[&str] = &[
        "and",
        "or",
        "of",
        "in",
        "on",
        "to",
        "the",
        "a",
        "an",
        "for",
        "with",
        "their",
        "its",
        "by",
        "as",
        "that",
        "how",
        "from",
        "between",
        "at",
        "into",
        "is",
        "are",
        "when",
        "specific",
        "relevant",
        "supported",
        "evidence-based",
        "some",
        "this",
        "all",
        "who",
        "one",
        "which",
        "first",
        "most",
        "about",
    ];
    LOOSE.contains(&word)
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Kebab-case from the words that carry the matter, or from all of them.
pub(super) fn slug(text: &str) -> String {
    let all: Vec<String> = words(text).map(plain).filter(|word| !word.is_empty()).collect();
    let matter: Vec<&String> =
        all.iter().filter(|word| !is_break(word) && !is_scheme(word)).collect();
    let kept = if matter.is_empty() { all.iter().collect() } else { matter };
    let slug = kept.into_iter().take(PARTS).map(String::as_str).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "untitled".to_owned() } else { slug }
}

/// Letters that an id may hold: "Schön's" gives "schons".
fn plain(word: &str) -> String {
    let folded = word
        .to_lowercase()
        .replace(['ö', 'ó', 'ô'], "o")
        .replace(['é', 'è', 'ê'], "e")
        .replace(['ü', 'ú'], "u")
        .replace(['á', 'à', 'ä'], "a");
    let folded = folded.trim_end_matches("'s").trim_end_matches("’s").to_owned();
    folded
        .split('-')
        .map(|part| part.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// An id that is not among `taken`.
pub(super) fn fresh(slug: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    std::iter::once(slug.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

#[test]
fn titles_and_ids_are_short() {
    assert_eq!(
        title("retelling the incident at length, so that most of it is story"),
        "Retelling the incident at length"
    );
    assert_eq!(
        title(
            "using loneliness and isolation as if they meant the same thing in every study and report"
        ),
        "Using loneliness and isolation as if they meant the same thing …"
    );
    assert_eq!(
        slug("Retelling the patient's incident at length in Schön’s terms"),
        "patient-incident-schon"
    );
    assert_eq!(slug("How to do it"), "how-to-do-it");
    assert_eq!(fresh("a", |id| id == "a" || id == "a-2"), "a-3");
}
