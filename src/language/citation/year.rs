//! The years that citations and entries give.

use std::sync::LazyLock;

use regex::Regex;

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

/// A year as a pattern; what stands around it decides whether it dates a work.
pub(super) const YEAR: &str = r"(?:\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.\s?d\.?|\b[Nn]o[ -]date\b|\b[Uu]ndated\b|\b[Ff]orthcoming\b|\bin press\b)";

/// The first year of a text.
pub(super) static FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(YEAR));
/// A further year of the same authors: "2014a, 2014b", "2012 and 2013".
pub(super) static NEXT: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"^\s*(?:,|and|&|;)\s*(?:and\s+)?({YEAR})")));

/// Can this bracket hold a year at all? Asked of every bracket, so without a pattern.
pub(super) fn may_hold(inside: &str) -> bool {
    let digits = inside.as_bytes().windows(4).any(|it| it.iter().all(u8::is_ascii_digit));
    digits || NO_DATE.iter().any(|name| inside.to_ascii_lowercase().contains(name))
}

/// The years at the start of a text, and the bytes they take: "2014a, 2014b, p. 3" gives two.
pub(super) fn years_at_start(text: &str) -> Option<(Vec<Year>, usize)> {
    let first = FIRST.find(text).filter(|it| text[..it.start()].trim().is_empty())?;
    let mut years = vec![Year::parse(first.as_str())?];
    let mut end = first.end();
    if is_range(&text[end..]) {
        return None;
    }
    while let Some(next) = NEXT.captures(&text[end..]) {
        let (Some(whole), Some(year)) = (next.get(0), Year::parse(&next[1])) else { break };
        years.push(year);
        end += whole.end();
    }
    Some((years, end))
}

/// "2014-2016" spans years and dates no work; "2014-15" is a financial year and does.
fn is_range(after: &str) -> bool {
    let Some(rest) = after.trim_start().strip_prefix(['-', '–', '—']) else { return false };
    rest.trim_start().len() >= 4 && rest.trim_start().bytes().take(4).all(|it| it.is_ascii_digit())
        || after.starts_with(' ') && rest.trim_start().starts_with("present")
}

pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a constant pattern that the tests run")
}
