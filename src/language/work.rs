//! The works of the reference list, and which citation each of them answers.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Document;
use crate::language::citation::{Authors, Citation, Year, is_organisation};
use crate::text::Span;

/// One entry of the reference list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// In the prose.
    pub span: Span,
    /// Surnames, or the one name of an organisation.
    pub authors: Vec<String>,
    /// More authors stand behind "et al.".
    pub et_al: bool,
    pub year: Option<Year>,
    /// The name of the Act, where the entry is one.
    pub law: bool,
}

static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[(\[]?\b((?:1[5-9]|20)\d\d[a-z]?\b|n\.\s?d\.?|no date|forthcoming)[)\]]?")
        .expect("a constant pattern")
});
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:The )?[^.(]*?\b(?:Act|Regulations|Order|Measure|Rules)\b[^.]{0,40}?\d{4}|\[\d{4}\] (?:UKSC|EWCA|EWHC|UKHL|CSIH|NICA)|^\S.* v\.? ")
        .expect("a constant pattern")
});

pub(crate) fn works(document: &Document) -> Vec<Work> {
    document.references().map(|block| work(document.text(block.span), block.span)).collect()
}

fn work(text: &str, span: Span) -> Work {
    let law = LAW.is_match(text);
    let year = YEAR.captures(text);
    let end = year.as_ref().and_then(|it| it.get(0)).map_or(text.len().min(120), |it| it.start());
    let names = text.get(..end).unwrap_or(text);
    let names = names
        .trim_end_matches(['(', ' ', '.', ',', '['])
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    let names = names.replace("(eds)", "").replace("(ed.)", "").replace("(eds.)", "");
    let authors = Authors::parse(&names);
    let year = year.and_then(|it| Year::parse(&it[1]));
    Work { span, authors: authors.names, et_al: authors.et_al, year, law }
}

/// How a citation and a work agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    None,
    /// Same author and another year, or same year and an author spelt almost alike.
    Near,
    Whole,
}

impl Work {
    pub fn agreement(&self, citation: &Citation) -> Agreement {
        let same_year = self.year.as_ref() == Some(&citation.year);
        match (self.names_match(citation), same_year) {
            (Agreement::Whole, true) => Agreement::Whole,
            (Agreement::Whole, false) | (Agreement::Near, true) => Agreement::Near,
            _ => Agreement::None,
        }
    }

    fn names_match(&self, citation: &Citation) -> Agreement {
        let (Some(mine), Some(theirs)) = (self.authors.first(), citation.authors.first()) else {
            return Agreement::None;
        };
        let first = name_match(mine, theirs);
        let rest = citation.authors[1..].iter().zip(self.authors.iter().skip(1));
        let others =
            rest.map(|(theirs, mine)| name_match(mine, theirs)).min().unwrap_or(Agreement::Whole);
        match (first, others) {
            (Agreement::None, _) => Agreement::None,
            (Agreement::Whole, Agreement::Whole) => Agreement::Whole,
            (_, Agreement::None) if citation.authors.len() > 1 => Agreement::None,
            _ => Agreement::Near,
        }
    }
}

fn name_match(listed: &str, cited: &str) -> Agreement {
    let (listed, cited) = (plain(listed), plain(cited));
    if listed == cited || organisations_match(&listed, &cited) {
        return Agreement::Whole;
    }
    let surname = |name: &str| name.split(' ').next_back().unwrap_or_default().to_owned();
    if !is_organisation(&cited)
        && (listed.split(' ').next() == Some(&cited) || surname(&listed) == surname(&cited))
    {
        return Agreement::Whole;
    }
    let near = listed.chars().count() >= 4
        && strsim::damerau_levenshtein(&listed, &cited) <= 2
        && listed.get(..1) == cited.get(..1);
    if near { Agreement::Near } else { Agreement::None }
}

/// Lower case, straight apostrophes, no "the".
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('’', "'").replace(" & ", " and ");
    name.trim_start_matches("the ").trim_end_matches("'s").to_owned()
}

/// "SCIE" answers "Social Care Institute for Excellence (SCIE)"; "Department of Health" answers "DH".
fn organisations_match(listed: &str, cited: &str) -> bool {
    let (short, long) = if listed.len() < cited.len() { (listed, cited) } else { (cited, listed) };
    if short.is_empty() {
        return false;
    }
    let bracketed = long.split(['(', ')']).any(|part| part.trim() == short);
    let initials: String = long
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !["of", "for", "the", "and", "in", "on", "to", ""].contains(word))
        .filter_map(|word| word.chars().next())
        .collect();
    let all_initials: String =
        long.split_whitespace().filter_map(|word| word.chars().next()).collect();
    let short_form = short.replace(['.', ' '], "");
    let alias =
        ALIASES.iter().any(|(a, b)| (*a == short && *b == long) || (*a == long && *b == short));
    let prefix = is_long_name(short) && long.starts_with(short);
    bracketed
        || alias
        || prefix
        || short_form.len() >= 2 && (short_form == initials || short_form == all_initials)
}

/// Names of two words and more may be cited by their beginning.
fn is_long_name(name: &str) -> bool {
    name.split(' ').count() >= 2
}

/// Abbreviations that are not the initials of the name they stand for.
const ALIASES: &[(&str, &str)] = &[
    ("nice", "national institute for health and care excellence"),
    ("dhsc", "department of health and social care"),
    ("dh", "department of health"),
    ("doh", "department of health"),
    ("dfe", "department for education"),
    ("moj", "ministry of justice"),
    ("ons", "office for national statistics"),
    ("hmip", "hm inspectorate of prisons"),
    ("cqc", "care quality commission"),
    ("ofsted", "office for standards in education, children's services and skills"),
];
