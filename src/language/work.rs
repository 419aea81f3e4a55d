//! The works of the reference list, and which citation each of them answers.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::Document;
use crate::language::citation::{Authors, Citation, Year, bare_year, is_organisation};
use crate::language::law::is_law;
use crate::language::pattern;
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
    /// The entry is an Act, a statutory instrument or a case.
    pub law: bool,
    /// What follows the year: title and source. The whole entry where no year parts them.
    pub rest: String,
}

/// "(2014)", "(2014a)", "(2019, March 3)", "(no date)", "(1997 [1963])".
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[(\[]\s*(?:c\.\s?)?((?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.?|[Nn]o[ -]date|[Uu]ndated|[Ff]orthcoming|in press)\b\.?[^()\[\]]{0,30}(?:\[\d{4}\])?[)\]]",
    )
});

pub(crate) fn works(document: &Document) -> Vec<Work> {
    document.references().map(|block| work(document.text(block.span), block.span)).collect()
}

fn work(text: &str, span: Span) -> Work {
    let bracketed = bracketed_year(text);
    let found = bracketed.or_else(|| bare_year(text).map(|it| (it, it.of(text))));
    let year = found.and_then(|(_, year)| Year::parse(year));
    let (start, end) = found.map_or((text.len(), 0), |(span, _)| (span.start, span.end));
    let head = head(&text[..start], bracketed.is_some());
    let authors = Authors::parse(surname_first(&head));
    Work {
        span,
        authors: authors.names,
        et_al: authors.et_al,
        year,
        law: is_law(text),
        rest: rest(text, &head, start, end),
    }
}

/// Where the year of an entry stands, with its brackets, and the year itself.
fn bracketed_year(text: &str) -> Option<(Span, &str)> {
    for (at, _) in text.match_indices(['(', '[']) {
        if let Some(year) = plain_year(text, at) {
            return Some(year);
        }
        if text[at + 1..].trim_start().starts_with(MAY_BEGIN_YEAR) {
            let found = BRACKETED.captures(text)?;
            let (whole, year) = (found.get(0)?, found.get(1)?);
            return Some((Span::new(whole.start(), whole.end()), year.as_str()));
        }
    }
    None
}

/// With other letters no year of [`BRACKETED`] begins, nor "c." before it.
const MAY_BEGIN_YEAR: [char; 10] = ['1', '2', 'n', 'N', 'u', 'U', 'f', 'F', 'i', 'c'];

/// "(2014)" or "(2014a)", as most entries have it: no pattern need be built for it.
fn plain_year(text: &str, at: usize) -> Option<(Span, &str)> {
    let (inside, _) = text[at + 1..].split_once([')', ']'])?;
    let year = inside.strip_suffix(|it: char| it.is_ascii_lowercase()).unwrap_or(inside);
    let digits = year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit());
    let is_year = digits && ("1500".."2100").contains(&year);
    is_year.then(|| (Span::new(at, at + inside.len() + 2), inside))
}

/// What follows the year; where the year comes last ("Lancet. 2005;365:1099"), what stands between authors and year.
fn rest(text: &str, head: &str, start: usize, end: usize) -> String {
    let after = &text[end..];
    let authors = text.find(head).map_or(0, |at| at + head.len());
    let between = text.get(authors..start).unwrap_or_default();
    let is_late = !after.contains(char::is_alphabetic) && between.split(' ').count() > 3;
    if is_late { between.to_owned() } else { after.to_owned() }
}

/// The part of an entry that names its authors.
fn head(before_year: &str, bracketed: bool) -> String {
    let bare = before_year.trim_end_matches(['(', ' ', '.', ',', '[', '\u{a0}']);
    let bare = bare.trim_start_matches(|c: char| !c.is_alphanumeric());
    let without =
        if may_be_edited(bare) { EDITORS.replace_all(bare, "") } else { Cow::Borrowed(bare) };
    let listed = if !bracketed && may_be_listed(&without) { LISTED.find(&without) } else { None };
    if let Some(authors) = listed {
        return authors.as_str().trim_end_matches([' ', ',', '.']).to_owned();
    }
    let end = if bracketed && !without.contains(['\u{201c}', '"']) {
        without.len()
    } else {
        first_stop(&without)
    };
    without[..end.min(without.len())].trim_end_matches([' ', ',', '.']).to_owned()
}

/// Do initials or a first name follow the first name, or the first two, as in [`LISTED`]?
fn may_be_listed(head: &str) -> bool {
    let mut words = head.split(' ');
    let first = words.next().unwrap_or_default();
    let initials = |word: &str| {
        let bare = word.strip_suffix([',', '.']).unwrap_or_default();
        (1..=3).contains(&bare.chars().count()) && bare.chars().all(char::is_uppercase)
    };
    words.take(2).any(|it| initials(it) || first.ends_with(',') && it.ends_with('.'))
}

/// "Greenhalgh T, Howick J. ", as medical lists have it, or "Geertz, Clifford. ": the title follows, and the year ends it.
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? \p{Lu}{1,3}(?:, |\. ))+(?:et al\. )?|^\p{Lu}[\p{L}'’-]+, \p{Lu}\p{Ll}+(?: \p{Lu}\.)?\. ",
    )
});

/// Asked of every entry, so without a pattern: do editors stand in brackets, or does a word begin like theirs?
fn may_be_edited(head: &str) -> bool {
    let opens = |text: &str, with: &str| {
        text.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with))
    };
    let mut bracketed = head.split('(').skip(1);
    bracketed.any(|it| ["ed", "trans", "comp"].iter().any(|with| opens(it, with)))
        || head.split(char::is_whitespace).skip(1).any(|it| it.starts_with("ed"))
}

static EDITORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[,.]?\s*\((?i:eds?\.?|editors?|trans\.?|comp\.?)\)[.,]?|,?\s+eds?\.(?:\s|$)|,\s+eds?$",
    )
});

/// "Geertz, Clifford" is one author.
fn surname_first(head: &str) -> &str {
    match head.split_once(", ") {
        Some((surname, first))
            if !surname.contains(' ')
                && first.chars().nth(1).is_some_and(char::is_lowercase)
                && FIRST_NAMES.is_match(first) =>
        {
            surname
        }
        _ => head,
    }
}

/// A first name of one author, and nothing more; an organisation's parts are longer.
static FIRST_NAMES: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)?$"));

/// Where the first sentence of a head ends: initials end none.
fn first_stop(head: &str) -> usize {
    let stops = head.match_indices(". ");
    let word_before = |at: usize| head[..at].rsplit([' ', '.', ',']).next().unwrap_or_default();
    let mut ends = stops.map(|(at, _)| at).filter(|at| word_before(*at).chars().count() > 2);
    ends.next().unwrap_or(head.len())
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
            _ if (same_year || self.rest.contains(&citation.year.to_string()))
                && self.is_cited_by_title(citation) =>
            {
                Agreement::Whole
            }
            _ => Agreement::None,
        }
    }

    /// The first author, as [`Work::key`] writes it; equal keys are the same name.
    pub fn key(&self) -> Option<String> {
        self.authors.first().map(|name| plain(name))
    }

    fn names_match(&self, citation: &Citation) -> Agreement {
        let (Some(mine), Some(theirs)) = (self.authors.first(), citation.authors.first()) else {
            return Agreement::None;
        };
        let first = name_match(mine, theirs);
        if first == Agreement::None {
            return Agreement::None;
        }
        let rest = citation.authors[1..].iter().zip(self.authors.iter().skip(1));
        let others =
            rest.map(|(theirs, mine)| name_match(mine, theirs)).min().unwrap_or(Agreement::Whole);
        let open = self.et_al || citation.et_al || is_organisation(mine);
        let more_cited = citation.authors.len() > self.authors.len() && !open;
        match (first, others) {
            (Agreement::Whole, Agreement::Whole) if !more_cited => Agreement::Whole,
            (_, Agreement::None) if first == Agreement::Near => Agreement::None,
            _ => Agreement::Near,
        }
    }

    /// "Every Child Matters (2003)" answers an entry of that title, whoever wrote it.
    fn is_cited_by_title(&self, citation: &Citation) -> bool {
        let [title] = citation.authors.as_slice() else { return false };
        let title = plain(title);
        let title = title
            .strip_prefix("un ")
            .or(title.strip_prefix("united nations "))
            .unwrap_or(&title)
            .to_owned();
        title.split(' ').count() >= 2 && plain(&self.rest).contains(&title)
    }
}

impl Citation {
    /// The first author, written as [`Work::key`] writes it.
    pub fn key(&self) -> Option<String> {
        self.authors.first().map(|name| plain(name))
    }
}

fn name_match(listed: &str, cited: &str) -> Agreement {
    let (listed, cited) = (plain(listed), plain(cited));
    if listed == cited || organisations_match(&listed, &cited) {
        return Agreement::Whole;
    }
    let surname = |name: &str| name.split(' ').next_back().unwrap_or_default().to_owned();
    let persons = !is_organisation_name(&cited) && !is_organisation_name(&listed);
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    if persons
        && (first(&listed) == cited
            || first(&cited) == listed
            || surname(&listed) == surname(&cited))
    {
        return Agreement::Whole;
    }
    // "NMC's Code" is the NMC's.
    let owner = cited.split_once("'s ").map(|it| it.0);
    if owner.is_some_and(|name| name == listed || organisations_match(&listed, name)) {
        return Agreement::Whole;
    }
    // "The Francis Report" is Francis.
    let reported = cited
        .strip_suffix(" report")
        .or(cited.strip_suffix(" review"))
        .or(cited.strip_suffix(" inquiry"));
    if reported.is_some_and(|name| name == listed) {
        return Agreement::Whole;
    }
    let length = listed.chars().count();
    let slips = if length < LONG_NAME { 1 } else { 2 };
    let near = length >= SHORT_NAME
        && listed.chars().next() == cited.chars().next()
        && strsim::damerau_levenshtein(&listed, &cited) <= slips;
    if near { Agreement::Near } else { Agreement::None }
}

/// Names with fewer letters are too short to be told from their neighbours by one slip.
const SHORT_NAME: usize = 4;
/// Names with as many letters may hold two slips: "Dickinson", "Dickson".
const LONG_NAME: usize = 7;

/// [`is_organisation`] for a name already in lower case.
fn is_organisation_name(plain: &str) -> bool {
    let titled = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
    };
    let words: Vec<String> = plain.split(' ').filter_map(titled).collect();
    is_organisation(&words.join(" ")) || plain.contains("nhs")
}

/// Lower case, straight apostrophes, no "the".
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('’', "'").replace(" & ", " and ");
    let name = name.trim_start_matches("the ").trim_end_matches("'s").trim_end_matches(['.', ',']);
    name.replace([',', '*'], "").replace('[', "(").replace(']', ")")
}

/// "SCIE" answers "Social Care Institute for Excellence (SCIE)"; "Department of Health" answers "DH".
fn organisations_match(listed: &str, cited: &str) -> bool {
    let (short, long) = if listed.len() < cited.len() { (listed, cited) } else { (cited, listed) };
    if short.is_empty() {
        return false;
    }
    let (short, long) = (without_brackets(short), long);
    let short = short.as_str();
    if short == without_brackets(long) {
        return true;
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

/// "care quality commission (cqc)" without its abbreviation.
fn without_brackets(name: &str) -> String {
    name.split(" (").next().unwrap_or(name).to_owned()
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
    ("dhsc", "department of health"),
    ("dh", "department of health and social care"),
    ("doh", "department of health and social care"),
    ("nao", "national audit office"),
    ("audit office", "national audit office"),
    ("rcn", "royal college of nursing"),
    ("nmc", "nursing and midwifery council"),
    ("who", "world health organization"),
    ("who", "world health organisation"),
    ("scie", "social care institute for excellence"),
    ("nhse", "nhs england"),
    ("national health service england", "nhs england"),
    ("hcpc", "health and care professions council"),
    ("phe", "public health england"),
    ("lga", "local government association"),
    ("adass", "association of directors of adult social services"),
    ("basw", "british association of social workers"),
    ("jrf", "joseph rowntree foundation"),
    ("iriss", "institute for research and innovation in social services"),
    ("rqia", "regulation and quality improvement authority"),
    ("un", "united nations"),
    ("uncrc", "united nations"),
    ("bbc", "bbc news"),
    (
        "national institute for health and clinical excellence",
        "national institute for health and care excellence",
    ),
    ("leder", "learning from lives and deaths"),
    ("dhssps", "department of health social services and public safety"),
    ("hmg", "hm government"),
    ("ofsted", "office for standards in education, children's services and skills"),
];

#[cfg(test)]
mod tests {
    use super::work;
    use crate::text::Span;

    /// `tests/references.txt`: an entry, ` => `, its authors parted by ` and `, its year.
    #[test]
    fn entries_of_varied_style_are_read() {
        let cases = include_str!("../../tests/references.txt");
        let cases = cases.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
        let wrong: Vec<String> = cases.filter_map(failure).collect();
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }

    fn failure(case: &str) -> Option<String> {
        let (text, wanted) = case.split_once(" => ").expect("a case has ` => `");
        let work = work(text, Span::new(0, text.len()));
        let year = work.year.map(|it| it.to_string()).unwrap_or_default();
        let authors = if work.law { "law".to_owned() } else { work.authors.join(" and ") };
        let found = format!("{authors}{}, {year}", if work.et_al { " et al." } else { "" });
        (found != wanted).then(|| format!("{text}\n  wanted {wanted}\n  found  {found}"))
    }
}
