//! Citations that stand in brackets whole: "(Petch, 2013, cited in Miller, 2015; see also NHS England, 2019a, 2019b)".

use std::sync::LazyLock;

use regex::Regex;

use crate::language::citation::authors::{Authors, is_author_list};
use crate::language::citation::year::{Year, first_year, years_at_start};
use crate::language::{Citation, pattern};
use crate::text::Span;

static CITED_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[,;:]?\s*\b(?:as )?(?:(?:cited|quoted|reported|discussed|referenced|referred to) (?:in|by)|in)\s+",
    )
});
static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*[,:]?\s*((?:pp?|paras?|ch|s|sec|chapter|section|paragraph|page|pages|slide|col)\.?\s*[\divxlc][\w\-–.]*(?:\s*(?:,|and|&)\s*\d[\d\-–]*(?:\b|$))*|\d{1,3}(?:\s*[-–]\s*\d+)?\b)",
    )
});
/// Words before the authors: "see also", "e.g.", "as argued by".
static SIGNAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*(?:(?i:see also|see|for example|for instance|e\.g\.?,?|cf\.?|i\.e\.?,?|as in|also|and|both|after|following|compare|contrast|in contrast|per|source:?|or|but see|but|in|(?:[a-z]+ ){0,4}(?:by|from|on|see|to)|(?:quoted|cited) in)[,:]?\s+)+",
    )
});

/// The citations of one bracket; `span` is where it stands.
pub(super) fn citations(inside: &str, span: Span) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    for part in inside.split(';') {
        let (first, then) = part_at_cited_in(part);
        let mut here = piece(first, span, true);
        // "(Miller, 2015a; 2015b)": the second year has the first one's authors.
        if here.is_empty()
            && let Some(before) = found.last()
        {
            here = same_authors(first, before);
        }
        for citation in &mut here {
            citation.secondary = then.is_some();
        }
        found.append(&mut here);
        found.extend(then.into_iter().flat_map(|it| piece(it, span, true)));
    }
    found
}

/// What follows the years of "Harris (2015, cited in Miller, 2019)" or "Harris (2015; see also Miller, 2019)".
pub(super) fn after_years(rest: &str, span: Span) -> (bool, Vec<Citation>) {
    let cited_in = may_be_cited_in(rest).then(|| CITED_IN.find(rest)).flatten();
    match cited_in.filter(|it| it.start() == 0) {
        Some(cited_in) => (true, piece(&rest[cited_in.end()..], span, true)),
        None => (false, rest.split(';').flat_map(|it| piece(it, span, true)).collect()),
    }
}

pub(super) fn page_at_start(text: &str) -> Option<(String, usize)> {
    if let Some(page) = plain_page(text) {
        return Some((page.to_owned(), text.len()));
    }
    let begins = text.trim_start().trim_start_matches([',', ':']).trim_start();
    begins
        .starts_with(|c: char| matches!(c, 'p' | 'c' | 's') || c.is_ascii_digit())
        .then_some(())?;
    let found = PAGE.captures(text)?;
    Some((found[1].trim().to_owned(), found.get(0)?.end()))
}

/// ", p. 12" and nothing after it, as most citations have it: no pattern need be built for it.
fn plain_page(text: &str) -> Option<&str> {
    let page = text.strip_prefix(", ")?;
    let number = page.strip_prefix("p. ").or_else(|| page.strip_prefix("pp. "))?;
    let digits = number.trim_start_matches(|it: char| it.is_ascii_digit());
    (digits.is_empty() && !number.is_empty()).then_some(page)
}

/// "Petch, 2013, cited in Miller, 2015" in two; "in" alone only where it stands between two works.
fn part_at_cited_in(part: &str) -> (&str, Option<&str>) {
    if !may_be_cited_in(part) {
        return (part, None);
    }
    let between = CITED_IN.find_iter(part).find(|it| {
        let (before, after) = (&part[..it.start()], &part[it.end()..]);
        let explicit = it.as_str().trim_end().len() > 4;
        let dated = first_year(before).is_some();
        let named = after.starts_with(|c: char| c.is_uppercase()) && first_year(after).is_some();
        (dated && named) || (explicit && named && !before.trim().is_empty())
    });
    between.map_or((part, None), |it| (&part[..it.start()], Some(&part[it.end()..])))
}

/// Asked of every bracket, so without a pattern.
fn may_be_cited_in(text: &str) -> bool {
    text.split_whitespace().any(|it| it.ends_with("in") || it.ends_with("by"))
}

/// The citations of "Harris, 2015, p. 12 and Petch, 2016", or none where it is no citation.
fn piece(text: &str, span: Span, bracketed: bool) -> Vec<Citation> {
    let signal = if may_signal(text) { SIGNAL.find(text) } else { None };
    let skipped = signal.map_or(0, |it| it.end());
    let Some((authors, after)) = authors_before_year(&text[skipped..]) else { return Vec::new() };
    let Some((years, taken)) = years_at_start(after) else { return Vec::new() };
    let rest = &after[taken..];
    let page = page_at_start(rest);
    let rest = &rest[page.as_ref().map_or(0, |(_, end)| *end)..];
    let page = page.map(|(page, _)| page);
    let cite = |year| citation(&authors, year, page.clone(), span, bracketed);
    let mut found: Vec<Citation> = years.into_iter().map(cite).collect();
    let next = rest.trim_start_matches([',', ' ', '&', '.']);
    if next.len() < rest.len() && !next.is_empty() {
        found.extend(piece(next, span, bracketed));
    }
    found
}

/// Asked of every piece, so without a pattern. A signal begins with one of a few words, or it ends with one after up to
/// four others; a name with a comma after it begins the authors, since only the signals of one word may have a comma too.
fn may_signal(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_one_of = |word: &str, signals: &[&str]| {
        let bare = word.trim_end_matches([',', ':', '.']);
        signals.iter().any(|it| it.eq_ignore_ascii_case(bare))
    };
    let parted = is_one_of(first, PARTED_SIGNALS);
    let mut near = text.split_whitespace().take(FARTHEST_SIGNAL);
    parted
        || !first.ends_with(',')
            && (is_one_of(first, OPENING_SIGNALS) || near.any(|it| is_one_of(it, LAST_OF_SIGNALS)))
}

/// "As argued, among others, by": the words that a signal of [`SIGNAL`] may reach over.
const FARTHEST_SIGNAL: usize = 5;
/// The last words of such signals.
const LAST_OF_SIGNALS: &[&str] = &["by", "from", "on", "see", "to"];
/// The first words of the other signals in several words.
const OPENING_SIGNALS: &[&str] = &["for", "as", "quoted", "cited"];
/// The signals in one word.
const PARTED_SIGNALS: &[&str] = &[
    "see",
    "e.g",
    "cf",
    "i.e",
    "also",
    "and",
    "both",
    "after",
    "following",
    "compare",
    "contrast",
    "per",
    "source",
    "or",
    "but",
    "in",
];

/// The authors of a piece, and the piece from its year on.
fn authors_before_year(text: &str) -> Option<(Authors, &str)> {
    let year = first_year(text)?;
    let raw = text[..year.start].trim().trim_end_matches([',', ':', '(', '[', ' ']);
    is_author_list(raw).then(|| (Authors::parse(raw), &text[year.start..]))
}

fn same_authors(text: &str, before: &Citation) -> Vec<Citation> {
    let Some((years, taken)) = years_at_start(text.trim_start().trim_start_matches("and ")) else {
        return Vec::new();
    };
    let page = page_at_start(&text.trim_start()[taken..]).map(|(page, _)| page);
    years.into_iter().map(|year| Citation { year, page: page.clone(), ..before.clone() }).collect()
}

pub(super) fn citation(
    authors: &Authors,
    year: Year,
    page: Option<String>,
    span: Span,
    bracketed: bool,
) -> Citation {
    Citation {
        span,
        authors: authors.names.clone(),
        et_al: authors.et_al,
        year,
        page,
        bracketed,
        secondary: false,
        ampersand: authors.ampersand,
    }
}
