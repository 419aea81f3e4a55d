//! Brackets that name a source and give no year: "(Mind)", "(Oxford dictionary)".

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "citation-without-year",
    severity: Severity::Warning,
    what: "A source named in brackets without its year.",
    why: "An author alone does not say which work is meant, nor how old it is.",
    example: "
People with learning disabilities die younger (LeDeR). Partnership is working together (Oxford dictionary).
                                              ^^^^^^^
",
    near_miss: "
It is inspected by the Care Quality Commission (CQC). The plan (a care plan) was read (see above).
",
    detect,
};

/// Sources that essays name in brackets by their short name.
const SOURCES: &[&str] = &[
    "leder",
    "doh",
    "dh",
    "dhsc",
    "nice",
    "scie",
    "who",
    "ons",
    "rcn",
    "nmc",
    "skills for care",
    "mencap",
    "mind",
    "age uk",
    "nhs",
    "department of health",
    "care quality commission",
    "king's fund",
    "wikipedia",
    "google",
    "bbc",
    "nhs england",
    "nhs choices",
    "gov.uk",
];

fn detect(look: &Look) -> Vec<Fault> {
    let names = listed_names(look);
    let mut found: Vec<(Span, &str)> = Vec::new();
    for (_, block) in look.own_blocks() {
        let text = look.text(block);
        for (at, _) in text.match_indices('(') {
            let Some((inside, end)) = undated(text, at + 1) else { continue };
            let (before, after) = (&text[..at], text[end..].trim_start());
            let closes =
                after.is_empty() || after.starts_with(['.', ',', ';']) || opens_sentence(before);
            if closes && is_source(inside, &names) && !is_gloss(before, inside) {
                found.push((Span::new(at, end).shifted(block.start), inside));
            }
        }
    }
    let Some((first, _)) = found.first() else { return Vec::new() };
    let mut shown: Vec<&str> = found.iter().map(|it| it.1).collect();
    shown.sort_unstable();
    shown.dedup();
    let message = format!(
        "no year is given for {}",
        shown.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
    );
    vec![look.fault(*first, message, "which work, of which year? add it, and list it")]
}

/// The name in a bracket without digits and without another bracket in it, and where the bracket ends.
fn undated(text: &str, inside: usize) -> Option<(&str, usize)> {
    let name = text[inside..].strip_prefix("cited in ").unwrap_or(&text[inside..]);
    let stop = |c: char| matches!(c, '(' | ')') || c.is_ascii_digit();
    let (name, rest) = name.split_at(name.find(stop)?);
    let named = name.starts_with(is_capital) && name.chars().nth(1).is_some();
    (named && rest.starts_with(')')).then(|| (name, text.len() - rest.len() + 1))
}

/// A capital of a western European alphabet.
fn is_capital(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'À'..='Þ' | 'Č' | 'Đ' | 'Ł' | 'Ś' | 'Š' | 'Ż' | 'Ž')
}

fn opens_sentence(before: &str) -> bool {
    before.trim_end().is_empty() || before.trim_end().ends_with('.')
}

/// The first authors of the listed works and of the dated citations, in lower case.
fn listed_names(look: &Look) -> Vec<String> {
    let works = look.essay.works.iter().filter_map(|it| it.authors.first());
    let mut names: Vec<String> = works.map(|it| it.to_lowercase()).collect();
    names.sort();
    names
}

fn is_source(inside: &str, names: &[String]) -> bool {
    let name = inside.trim_end_matches(['.', ',']).to_lowercase().replace('’', "'");
    let name = name.trim_start_matches("the ");
    SOURCES.contains(&name)
        || name.ends_with("dictionary")
        || name.starts_with("mencap ")
        || names.binary_search(&name.to_owned()).is_ok()
        || is_theorist(name)
}

/// "(Wolfensberger)", with or without a slip.
fn is_theorist(name: &str) -> bool {
    let names = include_str!("theorists.txt").lines().filter_map(|it| it.split_once(" | "));
    names.into_iter().any(|(it, _)| {
        let it = it.to_lowercase();
        it == name || it.len() >= 8 && strsim::damerau_levenshtein(&it, name) <= 2
    })
}

/// "Care Quality Commission (CQC)": the bracket shortens the name before it.
fn is_gloss(before: &str, inside: &str) -> bool {
    let short = !inside.contains(' ') && inside.chars().filter(|c| c.is_uppercase()).count() > 1;
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    short && word.starts_with(char::is_uppercase) && !before.trim_end().ends_with(['"', '”', '\''])
}
