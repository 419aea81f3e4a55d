//! Acts and regulations named in the text: name, year, nation, and short forms such as "the Act" and "section 42".

use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Document, Scope};
use crate::text::Span;

/// One mention of a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActMention {
    /// In the prose.
    pub span: Span,
    /// "Care Act", without its year; for "the Act" the last one named before.
    pub name: String,
    pub year: Option<u16>,
    /// "section 42", "s. 117", "article 8", where the mention has one.
    pub section: Option<String>,
    /// A short form: "the Act", or a section alone.
    pub short: bool,
}

/// "Public Bodies (Joint Working) (Scotland) Act 2014", "Social Services and Well-being (Wales) Act 2014".
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"(?:\p{Lu}[\p{L}'’\-]+|\([^()]{2,60}\)|and|of|for|the|to|in|on|etc\.?|with|&)";
    Regex::new(&format!(
        r"(?<name>\p{{Lu}}[\p{{L}}'’\-]+,?(?:[  ](?:{word}),?){{0,9}}?[  ]?(?:Act|Regulations|Order|Measure|Rules))(?:[  ](?:\((?<nation>Northern Ireland|Scotland|Wales|NI)\)[  ])?\(?(?<year>1[89]\d\d|20\d\d)\)?|\b)"
    ))
    .expect("a constant pattern")
});
/// "section 42(1) of", "s.117 ", "sections 42 and 43", "Article 8", "Regulation 10".
static SECTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:(?:[Ss]ections?|[Ss]ec\.|[Ss]s?\.|[Aa]rticles?|[Rr]egulations?|[Ss]chedules?|[Pp]art)[  ]?\d+[A-Z]{0,2}(?:\(\d+\))*(?:\([a-z]\))*)")
        .expect("a constant pattern")
});
static THE_ACT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Uu]nder the|same|new|[Ii]ts) (?:(?:19|20)\d\d )?Act\b",
    )
    .expect("a constant pattern")
});

/// Every mention of a law outside headings and the reference list, in order.
pub(crate) fn acts(document: &Document) -> Vec<ActMention> {
    let mut found: Vec<ActMention> = Vec::new();
    for block in &document.blocks {
        let Some(first) = document.sentences.get(block.sentences.start) else { continue };
        if matches!(first.scope, Scope::Reference | Scope::Heading | Scope::Code) {
            continue;
        }
        let last = found.iter().rev().find(|it| !it.short).map(|it| it.name.clone());
        let mut here = acts_in(document.text(block.span), last);
        for mention in &mut here {
            mention.span = mention.span.shifted(block.span.start);
        }
        found.append(&mut here);
    }
    found
}

/// The mentions in one block of text; `before` is the last Act named in the blocks before it.
pub fn acts_in(text: &str, before: Option<String>) -> Vec<ActMention> {
    if !["Act", "Regulation", "Order", "ection", "s.", "rticle", "Measure", "Schedule"]
        .iter()
        .any(|it| text.contains(it))
    {
        return Vec::new();
    }
    let mut found: Vec<ActMention> =
        NAMED.captures_iter(text).filter_map(|it| named(text, &it)).collect();
    let sections: Vec<(Span, &str)> =
        SECTION.find_iter(text).map(|it| (Span::new(it.start(), it.end()), it.as_str())).collect();
    for (span, section) in sections {
        attach_section(text, &mut found, span, section, before.as_deref());
    }
    for the_act in THE_ACT.find_iter(text) {
        let span = Span::new(the_act.start(), the_act.end());
        if found.iter().any(|it| it.span.start < span.end && span.start < it.span.end) {
            continue;
        }
        let name = last_before(&found, span.start).or(before.as_deref()).map(str::to_owned);
        found.extend(name.map(|name| ActMention {
            span,
            name,
            year: None,
            section: None,
            short: true,
        }));
    }
    found.sort_by_key(|it| it.span);
    found
}

fn named(text: &str, found: &regex::Captures) -> Option<ActMention> {
    let whole = found.name("name")?;
    let year = found.name("year").and_then(|it| it.as_str().parse().ok());
    let skipped = lead(whole.as_str());
    let name = whole.as_str()[skipped..].trim_start_matches("The ").to_owned();
    let words = name.split_whitespace().count();
    let bare = ["Act", "Regulations", "Order", "Measure", "Rules"].contains(&name.as_str());
    let is_act = name.ends_with("Act");
    // "Court Order", "House Rules" and the like are laws only with a year.
    if bare || words < 2 || !is_act && year.is_none() {
        return None;
    }
    let start = whole.start() + skipped;
    let end = found.get(0)?.end();
    let nation = found.name("nation").map(|it| format!(" ({})", it.as_str())).unwrap_or_default();
    let _ = text;
    Some(ActMention {
        span: Span::new(start, end),
        name: format!("{name}{nation}"),
        year,
        section: None,
        short: false,
    })
}

/// How many bytes at the start of a match belong to the sentence and not to the name.
fn lead(name: &str) -> usize {
    let mut skipped = 0;
    while let Some((word, rest)) = name[skipped..].split_once(' ') {
        let plain = word.trim_end_matches(',');
        let joins = ["and", "of", "for", "the", "to", "in", "on", "with"].contains(&plain);
        let opens = OPENERS.contains(&plain);
        let is_lead = opens
            || joins
            || word.ends_with(',')
                && rest.contains(" and ")
                && !rest.starts_with(char::is_lowercase)
                && rest.matches("Act").count() > 1;
        if !is_lead {
            break;
        }
        skipped += word.len() + 1;
    }
    skipped
}

/// Capitalised words that open a sentence before the name of an Act.
const OPENERS: &[&str] = &[
    "The",
    "Under",
    "Section",
    "In",
    "However",
    "While",
    "Although",
    "As",
    "Since",
    "When",
    "Both",
    "By",
    "If",
    "For",
    "Whereas",
    "Because",
    "With",
    "Through",
    "Legislation",
    "Where",
    "This",
    "Here",
    "Unlike",
    "Like",
    "Also",
    "And",
    "But",
    "Yet",
    "Before",
    "After",
    "England's",
    "Scotland's",
    "Regulation",
    "Article",
    "Schedule",
    "Part",
    "Despite",
    "Following",
    "Until",
    "That",
    "So",
    "Neither",
];

fn attach_section(
    text: &str,
    found: &mut Vec<ActMention>,
    span: Span,
    section: &str,
    before: Option<&str>,
) {
    let follows = found.iter_mut().find(|it| {
        it.span.start >= span.end
            && it.span.start - span.end <= OF_THE
            && !text[span.end..it.span.start].contains(['.', ';'])
    });
    if let Some(mention) = follows {
        mention.section = Some(section.to_owned());
        mention.span.start = span.start;
        return;
    }
    let precedes = found
        .iter_mut()
        .rev()
        .find(|it| it.span.end <= span.start && span.start - it.span.end <= COMMA);
    if let Some(mention) = precedes {
        mention.section = Some(section.to_owned());
        mention.span.end = span.end;
        return;
    }
    let lower = section.to_lowercase();
    let is_law = lower.starts_with('s') && !lower.starts_with("schedule")
        || lower.starts_with("art")
        || lower.starts_with("reg");
    let name = last_before(found, span.start).or(before).map(str::to_owned);
    if let Some(name) = name.filter(|_| is_law) {
        found.push(ActMention {
            span,
            name,
            year: None,
            section: Some(section.to_owned()),
            short: true,
        });
    }
}

/// Bytes between "section 42" and its Act: " of the ".
const OF_THE: usize = 24;
/// Bytes between an Act and its section: ", ".
const COMMA: usize = 3;

fn last_before(found: &[ActMention], at: usize) -> Option<&str> {
    found.iter().rev().find(|it| it.span.start < at && !it.short).map(|it| it.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::acts_in;

    /// `tests/acts.txt`: a text, ` => `, the mentions parted by ` | `: name, year, section, "short".
    #[test]
    fn acts_of_the_four_nations_are_read() {
        let cases = include_str!("../../tests/acts.txt");
        let (mut right, mut found_in_all, mut wanted_in_all, mut wrong) = (0, 0, 0, Vec::new());
        for case in cases.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
            let (text, wanted) = case.split_once(" =>").expect("a case has ` =>`");
            let wanted: Vec<String> = wanted
                .split('|')
                .map(|it| it.trim().to_owned())
                .filter(|it| !it.is_empty())
                .collect();
            let found: Vec<String> = acts_in(text, None).iter().map(shown).collect();
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

    fn shown(act: &super::ActMention) -> String {
        let year = act.year.map(|it| format!(" {it}")).unwrap_or_default();
        let section = act.section.as_deref().map(|it| format!(", {it}")).unwrap_or_default();
        format!("{}{year}{section}{}", act.name, if act.short { " short" } else { "" })
    }
}
