//! The words and numbers by which laws are known, found without patterns: most texts hold none, and patterns that allow so
//! much between them take longer to build than an essay to read.

use memchr::memmem;

use crate::text::Span;

/// The words that end the name of a law.
const KINDS: [&str; 5] = ["Act", "Regulations", "Order", "Measure", "Rules"];
/// What may stand before the name of a law in a list of references.
const LEADS: [&str; 5] = ["", "The ", "Great Britain. ", "United Kingdom. ", "UK. "];
const COURTS: [&str; 9] = ["UKSC", "EWCA", "EWHC", "UKHL", "CSIH", "NICA", "AC", "QB", "WLR"];

/// The words that end the name of a law, in order.
pub(super) fn kinds(text: &str) -> Vec<Span> {
    let places = KINDS.iter().flat_map(|kind| {
        let places = memmem::find_iter(text.as_bytes(), *kind);
        places.map(|at| Span::new(at, at + kind.len()))
    });
    let mut found: Vec<Span> = places.filter(|it| is_whole(text, *it)).collect();
    found.sort_unstable();
    found
}

/// Does an entry of the reference list name an Act, a statutory instrument or a case?
pub(super) fn is_law(entry: &str) -> bool {
    names_a_law(entry) || has_neutral_citation(entry) || names_a_case(entry)
}

/// "Care Act 2014": neither a full stop nor a colon parts the beginning, the kind and the year.
fn names_a_law(entry: &str) -> bool {
    let starts = LEADS.iter().filter(|it| entry.starts_with(**it)).map(|it| it.len());
    let starts: Vec<usize> = starts.collect();
    let unbroken = |text: &str| !text.contains(['.', ':']) && (3..=110).contains(&letters(text));
    let opens = |at: usize| starts.iter().any(|it| *it <= at && unbroken(&entry[*it..at]));
    kinds(entry).into_iter().any(|kind| opens(kind.start) && is_dated_soon(&entry[kind.end..]))
}

/// Does a year follow within 40 letters?
fn is_dated_soon(after: &str) -> bool {
    let near = after.char_indices().take(41);
    let mut near = near.take_while(|(_, letter)| !matches!(letter, '.' | ':'));
    near.any(|(at, _)| opens_with_year(&after[at..]))
}

/// "\[2014\] UKSC".
fn has_neutral_citation(entry: &str) -> bool {
    let opened = entry.match_indices('[').map(|(at, _)| &entry[at + 1..]);
    let mut dated = opened.filter(|it| opens_with_year(it)).map(|it| &it[4..]);
    dated.any(|it| {
        let court = it.strip_prefix("] ").unwrap_or_default();
        COURTS.iter().any(|name| court.starts_with(name))
    })
}

/// "R v Smith \[2014\]": both parties before the first full stop, the second within 60 letters of its year.
fn names_a_case(entry: &str) -> bool {
    let named = |text: &str| !text.contains('.') && (1..=60).contains(&letters(text));
    let against = |mark: &'static str| {
        let places = entry.match_indices(mark).map(move |(at, _)| (at, at + mark.len()));
        places.filter(|(start, _)| named(&entry[..*start]))
    };
    against(" v ").chain(against(" v. ")).any(|(_, end)| {
        let after = &entry[end..];
        let mut brackets = after.match_indices(['[', '(']);
        brackets.any(|(at, _)| named(&after[..at]) && opens_with_year(&after[at + 1..]))
    })
}

/// What follows the name of a law.
pub(super) struct Dated<'a> {
    pub(super) nation: Option<&'a str>,
    pub(super) year: u16,
    /// Bytes up to the end of the year, and of its bracket.
    pub(super) length: usize,
}

/// " (Northern Ireland) 2009", " (2014)", ", 2014", " of 2008", " (MCA) 2005".
pub(super) fn dated(after: &str) -> Option<Dated<'_>> {
    let nation = NATIONS.into_iter().find(|it| skip_bracketed(after, it).is_some());
    let rest = nation.and_then(|it| skip_bracketed(after, it)).unwrap_or(after);
    let rest = skip_abbreviation(rest).unwrap_or(rest);
    let rest = year_from(rest)?;
    let year: u16 = rest.get(..4)?.parse().ok().filter(|_| opens_with_year(rest))?;
    let end = &rest[4..];
    if !(1800..2100).contains(&year) || end.starts_with(is_word) {
        return None;
    }
    let length = after.len() - end.strip_prefix(')').unwrap_or(end).len();
    Some(Dated { nation, year, length })
}

const NATIONS: [&str; 4] = ["Northern Ireland", "Scotland", "Wales", "NI"];

/// What follows a blank and this in brackets.
fn skip_bracketed<'a>(text: &'a str, inside: &str) -> Option<&'a str> {
    text.strip_prefix(' ')?.strip_prefix('(')?.strip_prefix(inside)?.strip_prefix(')')
}

/// What follows " (MCA)".
fn skip_abbreviation(text: &str) -> Option<&str> {
    let (inside, rest) = text.strip_prefix(' ')?.strip_prefix('(')?.split_once(')')?;
    let short = (2..=9).contains(&letters(inside)) && inside.starts_with(is_capital);
    (short && inside.chars().skip(1).all(|it| it == '&' || is_letter(it))).then_some(rest)
}

/// The text from where a year must stand.
fn year_from(text: &str) -> Option<&str> {
    let blank = text.strip_prefix(',').unwrap_or(text).strip_prefix(' ')?;
    let of = || text.strip_prefix(' ')?.strip_prefix("of")?.strip_prefix(' ');
    of().or(Some(blank.strip_prefix('(').unwrap_or(blank)))
}

/// "section 42(1)", "s.117", "sections 42", "Article 8", "Regulation 10".
pub(super) fn sections(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let digits = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit());
    let numbers =
        digits.filter(|at| at.checked_sub(1).is_none_or(|it| !bytes[it].is_ascii_digit()));
    numbers
        .filter_map(|at| Some(Span::new(section_start(&text[..at])?, section_end(text, at)?)))
        .collect()
}

/// The words before the number of a section, without their first letter.
const SECTION_NAMES: [(&str, [char; 2]); 12] = [
    ("ection", ['S', 's']),
    ("ections", ['S', 's']),
    ("ec.", ['S', 's']),
    (".", ['S', 's']),
    ("s.", ['S', 's']),
    ("rticle", ['A', 'a']),
    ("rticles", ['A', 'a']),
    ("egulation", ['R', 'r']),
    ("egulations", ['R', 'r']),
    ("chedule", ['S', 's']),
    ("chedules", ['S', 's']),
    ("art", ['P', 'p']),
];

/// Where the word before a number begins.
fn section_start(before: &str) -> Option<usize> {
    let before = before.strip_suffix(' ').unwrap_or(before);
    let start = |(rest, first): &(&str, [char; 2])| before.strip_suffix(rest)?.strip_suffix(*first);
    let mut starts = SECTION_NAMES.iter().filter_map(start);
    starts.find(|it| !it.ends_with(is_word)).map(str::len)
}

/// Where a section's number ends with its letters and brackets: "117", "20A", "42(1)(a)".
fn section_end(text: &str, number: usize) -> Option<usize> {
    let rest = &text[number..];
    let letters = rest.trim_start_matches(|it: char| it.is_ascii_digit());
    let end = letters.trim_start_matches(|it: char| it.is_ascii_uppercase());
    if rest.len() - letters.len() > 3 || letters.len() - end.len() > 2 || end.starts_with(is_word) {
        return None;
    }
    let mut end = end;
    while let Some(next) = skip_inside(end, |it| it.is_ascii_digit(), usize::MAX) {
        end = next;
    }
    while let Some(next) = skip_inside(end, |it| it.is_ascii_lowercase(), 1) {
        end = next;
    }
    Some(text.len() - end.len())
}

/// What follows a bracket that holds such letters, and no more than `most` of them.
fn skip_inside(text: &str, is_such: impl Fn(char) -> bool, most: usize) -> Option<&str> {
    let (inside, rest) = text.strip_prefix('(')?.split_once(')')?;
    ((1..=most).contains(&inside.len()) && inside.chars().all(is_such)).then_some(rest)
}

/// "the Act", "this Act", "the 2014 Act", with the year.
pub(super) fn short_forms(text: &str) -> Vec<(Span, Option<u16>)> {
    let acts = text.match_indices(" Act").map(|(at, act)| (at, at + act.len()));
    let acts = acts.filter(|(_, end)| !text[*end..].starts_with(is_word));
    acts.filter_map(|(at, end)| {
        let (before, year) = year_before(&text[..at]);
        Some((Span::new(pointer_start(before)?, end), year))
    })
    .collect()
}

/// A year at the end of a text, and what stands before it.
fn year_before(text: &str) -> (&str, Option<u16>) {
    let digits = text.len().checked_sub(4).and_then(|at| text.get(at..));
    let digits = digits.filter(|it| opens_with_year(it) && it.starts_with(['1', '2']));
    let year = digits.and_then(|it| it.parse().ok()).filter(|it| (1900..2100).contains(it));
    match (year, text.get(..text.len().saturating_sub(4)).and_then(|it| it.strip_suffix(' '))) {
        (Some(year), Some(before)) => (before, Some(year)),
        _ => (text, None),
    }
}

/// Where "the" or "this" begins at the end of a text.
fn pointer_start(text: &str) -> Option<usize> {
    let pointers = ["The", "the", "This", "this", "That", "that", "same", "new", "Its", "its"];
    let mut starts = pointers.iter().filter_map(|it| text.strip_suffix(it));
    starts.find(|it| !it.ends_with(is_word)).map(str::len)
}

fn opens_with_year(text: &str) -> bool {
    text.len() >= 4 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit)
}

/// Is it no part of a longer word?
fn is_whole(text: &str, span: Span) -> bool {
    !text[..span.start].ends_with(is_word) && !text[span.end..].starts_with(is_word)
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn is_capital(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'À'..='Þ' | 'Č' | 'Đ' | 'Ł' | 'Ś' | 'Š' | 'Ż' | 'Ž')
}

fn is_letter(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'a'..='z' | 'À'..='ž')
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, spans: &[Span]) -> Vec<String> {
        spans.iter().map(|it| it.of(text).to_owned()).collect()
    }

    #[test]
    fn entries_that_are_laws_are_told_from_those_about_laws() {
        for law in [
            "Care Act 2014, c. 23.",
            "Great Britain. Mental Health Act 1983.",
            "The Care Homes Regulations 2001.",
            "Re C [1994] EWHC 12.",
            "R v Smith [2014]",
            "Montgomery v. Lanarkshire Health Board (2015)",
        ] {
            assert!(is_law(law), "{law}");
        }
        for other in [
            "Brammer, A. (2015) The Care Act in practice.",
            "Action on Hearing Loss 2014.",
            "Smith, J. v. 2014",
        ] {
            assert!(!is_law(other), "{other}");
        }
    }

    #[test]
    fn years_follow_names_in_many_forms() {
        let read =
            |after: &str| dated(after).map(|it| (it.nation.map(str::to_owned), it.year, it.length));
        assert_eq!(read(" 2014 says"), Some((None, 2014, 5)));
        assert_eq!(read(" (2014), which"), Some((None, 2014, 7)));
        assert_eq!(read(" (MCA) 2005"), Some((None, 2005, 11)));
        assert_eq!(read(" (Scotland) 1995"), Some((Some("Scotland".to_owned()), 1995, 16)));
        assert_eq!(read(" of 2008."), Some((None, 2008, 8)));
        assert_eq!(read(" 20145"), None);
        assert_eq!(read("2014"), None);
    }

    #[test]
    fn sections_and_short_forms_are_found() {
        let text =
            "Under section 42(1)(a) and s.117 of this Act, Part 3A; this is. 4, parts 12345.";
        assert_eq!(texts(text, &sections(text)), ["section 42(1)(a)", "s.117", "Part 3A"]);
        let text = "The Act, the 2014 Act, its Acts and the Care Act";
        let short = short_forms(text);
        assert_eq!(short.iter().map(|it| it.1).collect::<Vec<_>>(), [None, Some(2014)]);
        assert_eq!(
            texts(text, &short.iter().map(|it| it.0).collect::<Vec<_>>()),
            ["The Act", "the 2014 Act"]
        );
    }
}
