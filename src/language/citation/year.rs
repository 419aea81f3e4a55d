//! The years that citations and entries give.

use crate::text::Span;

/// A year, as citations and entries give it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {
    /// 2014, with its letter where there is one: 2014a.
    Dated(u16, Option<char>),
    NoDate,
}

impl Year {
    /// Reads "2014", "2014a", "n.d." or "no date".
    pub fn parse(text: &str) -> Option<Year> {
        let text = text.trim();
        if NO_DATE.iter().any(|name| text.eq_ignore_ascii_case(name)) {
            return Some(Year::NoDate);
        }
        let digits = text.get(..4)?;
        let year: u16 = digits.parse().ok().filter(|year| (1500..2100).contains(year))?;
        let mut letters = text[4..].chars();
        match (letters.next(), letters.next()) {
            (None, _) => Some(Year::Dated(year, None)),
            (Some(letter), None) if letter.is_ascii_lowercase() => {
                Some(Year::Dated(year, Some(letter)))
            }
            _ => None,
        }
    }

    /// The year as a number, where it has one.
    pub fn number(&self) -> Option<u16> {
        match self {
            Year::Dated(year, _) => Some(*year),
            Year::NoDate => None,
        }
    }
}

const NO_DATE: &[&str] =
    &["n.d.", "n. d.", "n.d", "nd", "no date", "undated", "forthcoming", "in press", "no-date"];

impl std::fmt::Display for Year {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Year::Dated(year, letter) => {
                write!(f, "{year}{}", letter.map(String::from).unwrap_or_default())
            }
            Year::NoDate => f.write_str("no date"),
        }
    }
}

/// The first year of a text; what stands around it decides whether it dates a work.
pub(super) fn first_year(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let may_begin =
        |byte: &u8| matches!(byte, b'1' | b'2' | b'n' | b'N' | b'u' | b'U' | b'f' | b'F' | b'i');
    let starts =
        (0..bytes.len()).filter(|at| may_begin(&bytes[*at]) && !is_word(text, at.wrapping_sub(1)));
    starts.into_iter().find_map(|at| Some(Span::new(at, at + year_at_start(&text[at..])?)))
}

/// The bytes of the year that a text begins with: "2014a", "n.d.", "no date".
fn year_at_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = bytes.len() >= 4 && bytes[..4].iter().all(u8::is_ascii_digit);
    if digits && (bytes[0] == b'1' && bytes[1] >= b'5' || bytes.starts_with(b"20")) {
        let lettered = 4 + usize::from(bytes.get(4).is_some_and(u8::is_ascii_lowercase));
        return (!is_word(text, lettered)).then_some(lettered);
    }
    if let Some(rest) = text.strip_prefix("n.") {
        let rest = rest.strip_prefix(is_blank).unwrap_or(rest).strip_prefix('d')?;
        return Some(text.len() - rest.strip_prefix('.').unwrap_or(rest).len());
    }
    let words = [
        "no date",
        "No date",
        "no-date",
        "No-date",
        "undated",
        "Undated",
        "forthcoming",
        "Forthcoming",
        "in press",
    ];
    let word = words.iter().find(|word| text.starts_with(**word))?;
    (!is_word(text, word.len())).then_some(word.len())
}

/// The first year of an entry whose year has no brackets: "Adams, R., 2008. Title".
pub(crate) fn bare_year(text: &str) -> Option<Span> {
    let may_begin = |byte: u8| matches!(byte, b'1' | b'2' | b'n');
    let mut starts = text.bytes().enumerate().filter(|(_, byte)| may_begin(*byte));
    starts.find_map(|(at, _)| {
        let whole = !is_word(text, at.wrapping_sub(1));
        let length = whole.then(|| bare_year_at_start(&text[at..])).flatten()?;
        Some(Span::new(at, at + length))
    })
}

/// The bytes of a year in digits, of "n.d." before a word or at the end, or of "no date".
fn bare_year_at_start(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix("n.") {
        let rest = rest.strip_prefix(is_blank).unwrap_or(rest).strip_prefix("d.")?;
        let end = text.len() - rest.len();
        return (rest.is_empty() || is_word(text, end)).then_some(end);
    }
    let may_be = text.starts_with(['1', '2']) || text.starts_with("no date");
    may_be.then(|| year_at_start(text)).flatten()
}

/// Does a letter or digit stand at this byte?
fn is_word(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// A further year of the same authors: "2014a, 2014b", "2012 and 2013". Where it begins and ends.
fn next_year(text: &str) -> Option<Span> {
    let rest = text.trim_start_matches(is_blank);
    let parted = [",", "and", "&", ";"].iter().find_map(|it| rest.strip_prefix(it))?;
    let rest = parted.trim_start_matches(is_blank);
    let after = rest.strip_prefix("and").filter(|it| it.starts_with(is_blank));
    let rest = after.map_or(rest, |it| it.trim_start_matches(is_blank));
    let start = text.len() - rest.len();
    let whole = !is_word(text, start.wrapping_sub(1));
    whole.then(|| year_at_start(rest)).flatten().map(|length| Span::new(start, start + length))
}

/// Can this bracket hold a year at all? Asked of every bracket, so without a pattern.
pub(super) fn may_hold(inside: &str) -> bool {
    let digits = inside.as_bytes().windows(4).any(|it| it.iter().all(u8::is_ascii_digit));
    digits || NO_DATE.iter().any(|name| inside.to_ascii_lowercase().contains(name))
}

/// The years at the start of a text, and the bytes they take: "2014a, 2014b, p. 3" gives two.
pub(super) fn years_at_start(text: &str) -> Option<(Vec<Year>, usize)> {
    let first = first_year(text).filter(|it| text[..it.start].trim().is_empty())?;
    let mut years = vec![Year::parse(first.of(text))?];
    let mut end = first.end;
    if is_range(&text[end..]) {
        return None;
    }
    while let Some(next) = next_year(&text[end..]) {
        let Some(year) = Year::parse(next.of(&text[end..])) else { break };
        years.push(year);
        end += next.end;
    }
    Some((years, end))
}

/// "2014-2016" spans years and dates no work; "2014-15" is a financial year and does.
fn is_range(after: &str) -> bool {
    let Some(rest) = after.trim_start().strip_prefix(['-', '–', '—']) else { return false };
    rest.trim_start().len() >= 4 && rest.trim_start().bytes().take(4).all(|it| it.is_ascii_digit())
        || after.starts_with(' ') && rest.trim_start().starts_with("present")
}
