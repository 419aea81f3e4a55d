//! Author-and-year citations, in brackets and in running text.
//!
//! A bracket is read piece by piece, parted by `;`: authors, then one or more years. A narrative citation is a name before
//! a bracketed year: "Harris (2015)", "the Department of Health (2018, p. 4)". "cited in" makes the first work secondary.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Document, Scope};
use crate::text::Span;

/// "(Glasby and Dickinson, 2014)" as it stands in the essay: one work, one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// In the prose.
    pub span: Span,
    /// Surnames, or the one name of an organisation.
    pub authors: Vec<String>,
    /// Ends in "et al.".
    pub et_al: bool,
    pub year: Year,
    /// "p. 12", "pp. 3-4", "para. 7".
    pub page: Option<String>,
    /// Stands in brackets whole, and not as "Harris (2015)".
    pub bracketed: bool,
    /// Read in another work ("cited in"), and so not to be listed itself.
    pub secondary: bool,
    /// Authors are joined by "&".
    pub ampersand: bool,
}

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
}

const NO_DATE: &[&str] = &["n.d.", "n.d", "nd", "no date", "undated", "forthcoming", "in press"];

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

impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let authors = self.authors.join(" and ");
        write!(f, "{authors}{}, {}", if self.et_al { " et al." } else { "" }, self.year)
    }
}

/// A capitalised word of a name: "Glasby", "O'Neill", "San", "D'Amour", "Martín-Rodriguez", "NHS".
const NAME: &str = r"(?:(?:[dDlL]['’]|Ma?c|O['’])?\p{Lu}[\p{L}\p{N}'’.\-]*)";
/// Small words inside the name of an author or organisation.
const PARTICLE: &str =
    r"(?:of|for|the|and|in|on|to|de|van|der|den|von|la|le|di|del|da|ten|al|bin|y|with)";
const YEAR: &str = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.?|no date|undated|forthcoming|in press)";

/// One bracket with at least one year in it.
static BRACKET: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"[(\[][^()\[\]]{{0,400}}?{YEAR}[^()\[\]]{{0,120}}[)\]]")));
/// "authors, year[, year][, p. 3]" from the start of one piece of a bracket.
static PIECE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^\s*(?:(?i:see also|see|for example|for instance|e\.g\.,?|cf\.|i\.e\.,?|as in|also|and|both|after|following|adapted from|in|quoted in|cited in|cited by|in contrast)\s*,?\s+)*(?<authors>[^\d;:]+?)\s*[,:]?\s+(?<years>{YEAR}(?:\s*(?:,|and|&)\s*{YEAR})*)\s*(?:[,:]\s*(?<page>(?:pp?|paras?|ch|s|sec|chapter|section|slide|col)\.?\s*[\divxlc][\w\-–.]*.*|\d[\d\-–, ]*))?(?<rest>.*)$"
    ))
});
/// "Harris (2015", "Glasby and Dickinson (2014", "Farrelly et al. (2015", "the Department of Health and Social Care (2018".
static NARRATIVE: LazyLock<Regex> = LazyLock::new(|| {
    let name = format!(r"{NAME}(?:[  ](?:{PARTICLE}[  ]){{0,2}}{NAME}){{0,7}}");
    pattern(&format!(
        r"(?<authors>{name}(?:,[  ]{name}){{0,4}}(?:,?[  ](?:and|&)[  ]{name})?(?<etal>,?[  ](?:et[  ]al\.?|and[  ](?:colleagues|others)))?)(?:['’]s?)?[  ](?:\p{{Ll}}+[  ]){{0,2}}?\((?<years>{YEAR}(?:\s*[,;]\s*{YEAR})*)(?<page>\s*[,:]\s*(?:pp?|paras?|ch|s|sec)\.?\s*[\divxlc][^()]*|\s*:\s*\d[\d\-–]*)?(?<rest>[^()]*)\)"
    ))
});
static CITED_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"[,;]?\s*\b(?:as )?(?:cited|quoted|reported|discussed) (?:in|by)\s+")
});

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a constant pattern that the tests below run")
}

/// Every citation outside the reference list, in order.
pub(crate) fn citations(document: &Document) -> Vec<Citation> {
    let mut found = Vec::new();
    for block in &document.blocks {
        let Some(first) = document.sentences.get(block.sentences.start) else { continue };
        if matches!(first.scope, Scope::Reference | Scope::Heading | Scope::Code) {
            continue;
        }
        let text = document.text(block.span);
        if !text.contains(['(', '[']) {
            continue;
        }
        let mut here = citations_in(text);
        for citation in &mut here {
            citation.span = citation.span.shifted(block.span.start);
        }
        found.append(&mut here);
    }
    found
}

/// The citations of one block of text.
pub fn citations_in(text: &str) -> Vec<Citation> {
    let mut found: Vec<Citation> =
        NARRATIVE.captures_iter(text).flat_map(|it| narrative(text, &it)).collect();
    let taken: Vec<Span> = found.iter().map(|it| it.span).collect();
    for bracket in BRACKET.find_iter(text) {
        let span = Span::new(bracket.start(), bracket.end());
        if taken.iter().any(|it| it.start < span.end && span.start < it.end) {
            continue;
        }
        found.extend(bracketed(text, span));
    }
    found.sort_by_key(|it| it.span);
    found
}

fn narrative(text: &str, found: &regex::Captures) -> Vec<Citation> {
    let whole = found.get(0).expect("group 0 is the match");
    let raw = found.name("authors").expect("always there");
    let Some((skipped, authors)) = narrative_authors(&text[..raw.start()], raw.as_str()) else {
        return Vec::new();
    };
    let span = Span::new(raw.start() + skipped, whole.end());
    let rest = found.name("rest").map_or("", |it| it.as_str());
    let cited_in = CITED_IN.find(rest);
    let page =
        found.name("page").map(|it| it.as_str().trim_start_matches([',', ':', ' ']).to_owned());
    let mut all: Vec<Citation> = years(&found["years"])
        .map(|year| Citation {
            span,
            authors: authors.names.clone(),
            et_al: found.name("etal").is_some() || authors.et_al,
            year,
            page: page.clone(),
            bracketed: false,
            secondary: cited_in.is_some(),
            ampersand: authors.ampersand,
        })
        .collect();
    if let Some(cited_in) = cited_in {
        all.extend(piece(&rest[cited_in.end()..], span));
    }
    all
}

/// The authors before a bracketed year, and how many bytes of the match are no part of them.
fn narrative_authors(before: &str, raw: &str) -> Option<(usize, Authors)> {
    let mut skipped = 0;
    let mut rest = raw;
    let opens_sentence =
        before.trim_end().is_empty() || before.trim_end().ends_with(['.', '?', '!', ':', '"', '”']);
    // "However, Harris (2015)", "In Harris (2015)", "Both Harris and Petch (2013)" begin with a word that is no name.
    while let Some((word, tail)) = rest.split_once(' ') {
        let bare = word.trim_end_matches(',');
        let lead = LEADS.contains(&bare)
            || opens_sentence && skipped == 0 && word.ends_with(',') && bare.ends_with("ly");
        if !lead {
            break;
        }
        skipped += word.len() + 1;
        rest = tail;
    }
    let act = rest.ends_with("Act") || rest.ends_with("Regulations") || rest.ends_with("Order");
    let unit = NOT_AUTHORS.contains(&rest.split(' ').next().unwrap_or_default())
        && !rest.contains(" and ");
    (!act && !unit && !rest.is_empty()).then(|| (skipped, Authors::parse(rest)))
}

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
];

/// Capitalised words before a bracketed year that name no author.
const NOT_AUTHORS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Figure",
    "Table",
    "Section",
    "Chapter",
    "Appendix",
    "Part",
    "Article",
    "Regulation",
    "Since",
    "Until",
    "During",
    "Year",
];

fn bracketed(text: &str, span: Span) -> Vec<Citation> {
    let inside = &text[span.start + 1..span.end - 1];
    let mut found = Vec::new();
    let mut last: Vec<String> = Vec::new();
    for part in inside.split(';') {
        let (first, then) = match CITED_IN.find(part) {
            Some(cited_in) => (&part[..cited_in.start()], Some(&part[cited_in.end()..])),
            None => (part, None),
        };
        let mut here = piece(first, span);
        // "(Miller, 2015a; 2015b)": the second year has the first one's authors.
        if here.is_empty() && !last.is_empty() {
            here = bare_years(first, &last, span);
        }
        for citation in &mut here {
            citation.secondary = then.is_some();
        }
        here.extend(then.into_iter().flat_map(|it| piece(it, span)));
        if let Some(citation) = here.last() {
            last.clone_from(&citation.authors);
        }
        found.append(&mut here);
    }
    found
}

/// The citations of "Harris, 2015, p. 12", or none where it is no citation.
fn piece(text: &str, span: Span) -> Vec<Citation> {
    let Some(found) = PIECE.captures(text) else { return Vec::new() };
    let raw = found["authors"].trim().trim_end_matches(',');
    if !is_author_list(raw) {
        return Vec::new();
    }
    let authors = Authors::parse(raw);
    let page = found.name("page").map(|it| it.as_str().trim().to_owned());
    years(&found["years"])
        .map(|year| Citation {
            span,
            authors: authors.names.clone(),
            et_al: authors.et_al,
            year,
            page: page.clone(),
            bracketed: true,
            secondary: false,
            ampersand: authors.ampersand,
        })
        .collect()
}

fn bare_years(text: &str, authors: &[String], span: Span) -> Vec<Citation> {
    let alone = text.trim().trim_start_matches("and ").split(',').next().unwrap_or_default();
    let cite = |year| Citation {
        span,
        authors: authors.to_vec(),
        et_al: false,
        year,
        page: None,
        bracketed: true,
        secondary: false,
        ampersand: false,
    };
    Year::parse(alone).map(cite).into_iter().collect()
}

/// Do these words before a year name authors, and not an Act, a date or a remark?
fn is_author_list(raw: &str) -> bool {
    let words: Vec<&str> = raw.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    let last = words.last().expect("there is a first").trim_end_matches(',');
    let is_law = ["Act", "Regulations", "Order", "Measure", "Bill", "Rules"].contains(&last)
        || words.iter().any(|it| *it == "Act" || *it == "Regulations");
    let is_date =
        NOT_AUTHORS.contains(first) || NOT_AUTHORS.contains(&last) || SEASONS.contains(&last);
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase)
            || word.starts_with(['d', 'l'])
                && word.chars().nth(1).is_some_and(|c| c == '\'' || c == '’')
            || SMALL.contains(&word.trim_end_matches([',', '.']))
    };
    let small = words.iter().filter(|word| !named(word)).count();
    let starts_like_a_name =
        first.starts_with(char::is_uppercase) || named(first) && words.len() > 1;
    starts_like_a_name && small == 0 && !is_law && !is_date && words.len() <= 16
}

const SEASONS: &[&str] = &["Spring", "Summer", "Autumn", "Winter", "Easter", "Michaelmas"];

/// Small words that stand inside a list of authors or the name of an organisation.
const SMALL: &[&str] = &[
    "and",
    "&",
    "et",
    "al",
    "of",
    "for",
    "the",
    "in",
    "on",
    "to",
    "de",
    "van",
    "der",
    "den",
    "von",
    "la",
    "le",
    "di",
    "del",
    "da",
    "ten",
    "bin",
    "y",
    "with",
    "ed",
    "eds",
    "(ed",
    "others",
    "colleagues",
    "no",
];

fn years(text: &str) -> impl Iterator<Item = Year> + '_ {
    text.split([',', ';', '&']).flat_map(|it| it.split(" and ")).filter_map(Year::parse)
}

/// Surnames parted from "Glasby, J. and Dickinson, H." or "Glasby & Dickinson" or "NHS England".
pub(crate) struct Authors {
    pub(crate) names: Vec<String>,
    pub(crate) et_al: bool,
    pub(crate) ampersand: bool,
}

impl Authors {
    pub(crate) fn parse(raw: &str) -> Authors {
        let without = |text: &str| {
            ["et al.", "et al", "and colleagues", "and others"]
                .iter()
                .fold(text.to_owned(), |text, it| text.replace(it, " "))
        };
        let list = without(raw);
        let ampersand = list.contains('&');
        let organisation = is_organisation(&list);
        let names = if organisation {
            vec![list.clone()]
        } else {
            list.split(',').flat_map(parted).collect()
        };
        let names = names.iter().map(|it| it.trim().trim_end_matches(['.', ',']).trim().to_owned());
        let names = names
            .map(|name| strip_the(&name))
            .filter(|name| !name.is_empty() && !is_initials(name))
            .collect();
        Authors { names, et_al: list.trim() != raw.trim(), ampersand }
    }
}

fn parted(text: &str) -> Vec<String> {
    text.replace('&', " and ").split(" and ").map(str::to_owned).collect()
}

fn strip_the(name: &str) -> String {
    name.strip_prefix("The ")
        .or_else(|| name.strip_prefix("the "))
        .or_else(|| name.strip_prefix("and "))
        .unwrap_or(name)
        .to_owned()
}

/// "J.", "R.C.", "H": initials and no surname.
fn is_initials(name: &str) -> bool {
    name.split(['.', ' ', '-'])
        .all(|part| part.chars().count() <= 1 && part.chars().all(char::is_uppercase))
}

/// "Department of Health and Social Care", "Royal College of Nursing": one name, whatever "and" it holds.
pub(crate) fn is_organisation(name: &str) -> bool {
    name.split_whitespace().any(|word| ORGANISATIONS.contains(&word.trim_end_matches([',', '.'])))
}

/// Words that only names of organisations hold.
const ORGANISATIONS: &[&str] = &[
    "Department",
    "Ministry",
    "Office",
    "Royal",
    "National",
    "NHS",
    "Committee",
    "Commission",
    "Council",
    "Government",
    "Association",
    "Institute",
    "College",
    "Trust",
    "Board",
    "Foundation",
    "Society",
    "Agency",
    "Authority",
    "Service",
    "Services",
    "Parliament",
    "Assembly",
    "University",
    "Centre",
    "Care",
    "Health",
    "Education",
    "Fund",
    "Union",
    "Alliance",
    "Federation",
    "Network",
    "Executive",
    "Inspectorate",
    "Organisation",
    "Organization",
    "UK",
    "England",
    "Scotland",
    "Wales",
    "Ireland",
    "Mind",
    "Age",
    "HM",
];

#[cfg(test)]
mod tests {
    use super::citations_in;

    /// `tests/citations.txt`: a text, ` => `, the citations found in it parted by ` | `, nothing where there are none.
    #[test]
    fn every_harvard_form_is_read() {
        let cases = include_str!("../../tests/citations.txt");
        let cases = cases.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
        let (mut right, mut found_in_all, mut wanted_in_all, mut wrong) = (0, 0, 0, Vec::new());
        for case in cases {
            let (text, wanted) = case.split_once(" =>").expect("a case has ` =>`");
            let wanted: Vec<String> = wanted
                .split('|')
                .map(|it| it.trim().to_owned())
                .filter(|it| !it.is_empty())
                .collect();
            let found: Vec<String> = citations_in(text).iter().map(shown).collect();
            right += found.iter().filter(|it| wanted.contains(it)).count();
            found_in_all += found.len();
            wanted_in_all += wanted.len();
            if found != wanted {
                wrong.push(format!("{text}\n  wanted {wanted:?}\n  found  {found:?}"));
            }
        }
        let percent = |part: usize, of: usize| 100 * part / of;
        let figures = (percent(right, found_in_all), percent(right, wanted_in_all));
        assert!(figures >= (97, 97), "precision, recall {figures:?}\n{}", wrong.join("\n"));
    }

    fn shown(citation: &super::Citation) -> String {
        let page = citation.page.as_deref().map(|it| format!(" [{it}]")).unwrap_or_default();
        format!("{citation}{page}{}", if citation.secondary { " (secondary)" } else { "" })
    }
}
