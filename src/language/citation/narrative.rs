//! Citations in running text: "Harris (2015)", "the Department of Health's (2018, p. 4) plan", "Arnstein's ladder (1969)".
//!
//! From the bracket the words are walked backwards for as long as they can belong to names.

use crate::language::Citation;
use crate::language::citation::authors::{
    Authors, PARTICLES, is_author_list, is_initials, is_place,
};
use crate::language::citation::bracket::{after_years, citation, page_at_start};
use crate::language::citation::year::years_at_start;
use crate::text::Span;

/// The citation whose year stands in the bracket `bracket`, if names stand before it; with those that its bracket adds.
pub(super) fn citations(text: &str, bracket: Span) -> Vec<Citation> {
    let inside = &text[bracket.start + 1..bracket.end - 1];
    let Some((years, taken)) = years_at_start(inside) else { return Vec::new() };
    let before = &text[..bracket.start];
    let Some((start, authors)) = authors_before(before).or_else(|| reporting_authors(before))
    else {
        return Vec::new();
    };
    let span = Span::new(start, bracket.end);
    let page = page_at_start(&inside[taken..]);
    let rest = &inside[taken + page.as_ref().map_or(0, |(_, end)| *end)..];
    let (secondary, others) = after_years(rest, span);
    let page = page.map(|(page, _)| page);
    let cite = |year| Citation { secondary, ..citation(&authors, year, page.clone(), span, false) };
    let mut found: Vec<Citation> = years.into_iter().map(cite).collect();
    found.extend(others);
    found
}

/// The most words that the names before a bracket may take.
const LONGEST_NAMES: usize = 24;

/// The names that end a text, and where they start.
fn authors_before(before: &str) -> Option<(usize, Authors)> {
    let words = last_words(before);
    let (from, abbreviation) = skip_to_name(&words)?;
    let names = names_from(&words[from..]);
    let first = words[from..].get(names.checked_sub(1)?)?;
    let end = words[from].0 + words[from].1.len();
    let (start, raw) = strip_leads(before, first.0, end)?;
    let plain = raw
        .trim_end_matches(',')
        .trim_end_matches("'s")
        .trim_end_matches("’s")
        .trim_end_matches(['\'', '’']);
    let plain = without_model(plain);
    let plain = plain.trim_start_matches(['“', '"', '‘', '\'', '(', '[', '*']);
    if plain.is_empty() || !is_author_list(plain) {
        return None;
    }
    let full = abbreviation.map_or(plain.to_owned(), |it| format!("{plain} {it}"));
    Some((start, Authors::parse(&full)))
}

/// "Gibbs' Reflective Cycle" is cited for Gibbs.
fn without_model(names: &str) -> &str {
    let last = names.rsplit(' ').next().unwrap_or_default();
    let owner = names.split(' ').next().filter(|it| is_possessive(it) && MODELS.contains(&last));
    owner.map_or(names, |it| it.trim_end_matches('s').trim_end_matches(['\'', '’']))
}

/// Words that end the name of a theory: "Arnstein's Ladder".
const MODELS: &[&str] = &[
    "Cycle",
    "Ladder",
    "Model",
    "Framework",
    "Hierarchy",
    "Theory",
    "Stages",
    "Wheel",
    "Scale",
    "Principles",
    "Laws",
];

/// "The Audit Office said that progress was slow (2019)": the year stands apart from the names that open its sentence.
fn reporting_authors(before: &str) -> Option<(usize, Authors)> {
    let mut near = before.len().saturating_sub(LONGEST_REPORT);
    while !before.is_char_boundary(near) {
        near += 1;
    }
    let start = match before[near..].rfind(['.', '?', '!']) {
        Some(at) => near + at + 1,
        None if near == 0 => 0,
        None => return None,
    };
    let sentence = &before[start..];
    let (verb, _) = sentence.match_indices(' ').find(|(at, _)| {
        let word = sentence[at + 1..].split(|it: char| !it.is_ascii_alphanumeric() && it != '_');
        word.take(1).any(|it| REPORTS.contains(&it))
    })?;
    let (skipped, authors) = authors_before(&sentence[..verb])?;
    let opens =
        sentence[..skipped].split_whitespace().all(|it| ["The", "the", "As", "and"].contains(&it));
    opens.then_some((start + skipped, authors))
}

/// In a longer sentence (in bytes) the year belongs to something nearer than its first words.
const LONGEST_REPORT: usize = 2_000;

/// Verbs by which a sentence says what its authors hold.
const REPORTS: &[&str] = &[
    "said",
    "says",
    "argued",
    "argues",
    "found",
    "finds",
    "stated",
    "states",
    "suggested",
    "suggests",
    "reported",
    "reports",
    "wrote",
    "writes",
    "claimed",
    "claims",
    "noted",
    "notes",
    "showed",
    "shows",
    "described",
    "describes",
    "defined",
    "defines",
    "recommended",
    "recommends",
    "estimated",
    "estimates",
    "concluded",
    "concludes",
];

/// The last words of a text with their offsets, the last first.
fn last_words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut rest = text.trim_end();
    while words.len() < LONGEST_NAMES && !rest.is_empty() {
        let start = rest
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8));
        words.push((start, &rest[start..]));
        rest = rest[..start].trim_end();
    }
    words
}

/// The first word (from the bracket backwards) that ends the names, and an abbreviation skipped: "(SCIE)".
fn skip_to_name<'a>(words: &[(usize, &'a str)]) -> Option<(usize, Option<&'a str>)> {
    let first = words.first()?.1;
    let abbreviation = first.starts_with(['(', '['])
        && first.ends_with([')', ']'])
        && first.contains(char::is_uppercase);
    if abbreviation {
        return Some((1, Some(first)));
    }
    if ends_names(first) {
        return Some((0, None));
    }
    // "Arnstein's ladder (1969)", "Harris and Petch's later study (2015)": one or two words after a possessive.
    let owned = |at: usize| {
        words.get(at).is_some_and(|it| is_possessive(it.1) && it.1.starts_with(char::is_uppercase))
    };
    let plain = |at: usize| {
        words.get(at).is_some_and(|it| it.1.chars().all(|c| c.is_lowercase() || c == '-'))
    };
    match (owned(1), owned(2)) {
        (true, _) if plain(0) => Some((1, None)),
        (_, true) if plain(0) && plain(1) => Some((2, None)),
        _ => None,
    }
}

fn is_possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s'") || word.ends_with("s’")
}

fn ends_names(word: &str) -> bool {
    let bare = word.trim_end_matches(',');
    is_name(bare)
        || ["al", "al.", "al.'s", "al.’s", "al's", "colleagues", "others", "associates"]
            .contains(&bare)
}

/// "Glasby", "O'Neill", "d'Amour", "NHS", "J.": a word that can belong to a name.
fn is_name(word: &str) -> bool {
    let word = word.trim_start_matches(['“', '"', '‘', '\'', '*', '(', '[']);
    let elided = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’")).unwrap_or(word);
    elided.starts_with(char::is_uppercase)
}

/// How many of these words (the last first) belong to the names.
fn names_from(words: &[(usize, &str)]) -> usize {
    let mut kept = 0;
    let mut joined = words.first().is_some_and(|it| !is_name(it.1));
    for (at, (_, word)) in words.iter().enumerate() {
        let bare = word.trim_end_matches([',', '.']);
        let joins = ["and", "&", "et"].contains(&bare);
        let small =
            joins || PARTICLES.contains(&bare) || at == 0 || at == 1 && joined && bare == "and";
        let opens = word.starts_with(['(', '[', '“', '"', '‘']);
        // A comma parts names only in a list that ends in "and" or "et al.".
        let parted = at > 0 && word.ends_with(',') && !joined;
        let person =
            words.get(at + 1).is_some_and(|it| is_initials(bare) && PERSONS.contains(&it.1));
        if person {
            break;
        }
        if parted
            || at > 0 && ends_sentence(word)
            || word.contains([')', ']', ';', ':', '”', '!', '?'])
        {
            break;
        }
        if is_name(word) {
            kept = at + 1;
        } else if !small {
            break;
        }
        if ["van", "von", "de", "der", "den", "ten", "di", "del"].contains(&bare) {
            kept = at + 1;
        }
        joined |= joins;
        if opens {
            break;
        }
    }
    kept
}

/// "Mrs A." ends a sentence; its letter begins no author's name.
const PERSONS: &[&str] =
    &["Mr", "Mrs", "Ms", "Miss", "Mx", "Patient", "Resident", "Client", "Person"];

/// Does the full stop after this word end a sentence, and not belong to an initial?
fn ends_sentence(word: &str) -> bool {
    word.ends_with('.')
        && !is_initials(word.trim_end_matches(','))
        && !["St.", "Dr.", "al."].contains(&word)
}

/// The names without the words that only lead up to them: "However, Harris", "In Harris", "Both Harris and Petch".
fn strip_leads(before: &str, start: usize, end: usize) -> Option<(usize, &str)> {
    let sentence_start = before[..start].trim_end();
    let opens =
        sentence_start.is_empty() || sentence_start.ends_with(['.', '?', '!', ':', '"', '”', '\n']);
    let mut from = start;
    while let Some((word, rest)) = before[from..end].split_once(char::is_whitespace) {
        let bare = word.trim_end_matches(',');
        let adverb = opens && from == start && bare.ends_with("ly") && bare.len() > 4;
        let joins = from > start && PARTICLES.contains(&bare) && bare.len() > 1;
        if !(joins
            || LEADS.contains(&bare)
            || TITLES.contains(&bare.trim_end_matches('.'))
            || adverb)
        {
            break;
        }
        // "In Wales, Harris and Petch (2013)": the place is no author.
        from = end - rest.trim_start().len();
        if ["In", "Within", "Across", "At", "For", "From"].contains(&bare)
            && let Some((place, names)) = before[from..end].split_once(", ")
            && place.split(' ').count() <= 3
        {
            from = end - names.len();
        } else if bare == "In"
            && let Some((place, names)) = before[from..end].split_once(' ')
            && is_place(place)
        {
            from = end - names.len();
        }
    }
    let prepared =
        before[..start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    if ["in", "across", "within"].contains(&prepared)
        && let Some((_, names)) = before[from..end].split_once(", ")
    {
        from = end - names.len();
    }
    let in_a_case = ["v", "v."].contains(&prepared);
    (from < end && !in_a_case).then(|| (from, &before[from..end]))
}

const TITLES: &[&str] = &[
    "Dr",
    "Professor",
    "Prof",
    "Sir",
    "Lord",
    "Baroness",
    "Lady",
    "Dame",
    "Mr",
    "Mrs",
    "Ms",
    "Author",
    "Authors",
    "Theorist",
];

/// Capitalised words that open a sentence or a clause before an author's name.
const LEADS: &[&str] = &[
    "However",
    "In",
    "As",
    "Both",
    "While",
    "Whereas",
    "Although",
    "Though",
    "According",
    "Like",
    "Unlike",
    "Since",
    "When",
    "Where",
    "Here",
    "For",
    "By",
    "From",
    "Following",
    "Using",
    "Applying",
    "With",
    "Similarly",
    "Furthermore",
    "Moreover",
    "Indeed",
    "Yet",
    "But",
    "And",
    "So",
    "Thus",
    "Then",
    "Therefore",
    "Nevertheless",
    "If",
    "Because",
    "After",
    "Before",
    "Even",
    "On",
    "At",
    "To",
    "Against",
    "Also",
    "Again",
    "Still",
    "See",
    "The",
    "What",
    "Work",
    "Research",
    "Drawing",
    "Writing",
    "Interviews",
    "Only",
    "Neither",
    "Either",
    "Another",
    "Within",
    "Across",
    "Through",
    "That",
    "This",
    "Nor",
    "Or",
    "Contrast",
    "Compare",
    "Evidence",
    "Of",
    "Is",
    "Citing",
    "Did",
    "Does",
    "Can",
    "Read",
    "Reading",
    "Theorists",
    "Authors",
    "Critics",
    "Studies",
    "Later",
    "Earlier",
    "Instead",
    "Once",
    "Despite",
    "Building",
    "Echoing",
    "Finally",
    "First",
    "Second",
    "Third",
    "Would",
    "Until",
    "Perhaps",
    "Just",
    "Where",
    "Whilst",
    "Given",
    "How",
    "Why",
    "A",
    "An",
    "Meanwhile",
    "Nonetheless",
    "Hence",
    "Conversely",
    "Overall",
    "Per",
    "Under",
    "Based",
    "Had",
    "Were",
    "Was",
];
