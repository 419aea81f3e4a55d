//! Acts and regulations named in the text: name, year, nation, and short forms such as "the Act" and "section 42".

use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Document, Scope};
use crate::language::law::{dated, kinds, sections, short_forms};
use crate::language::pattern;
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

/// "section 3 of this essay", "section 4 below": a part of the essay, not of a law.
static OF_THE_ESSAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*(?:of (?:this|the|my) (?:essay|report|assignment|paper|chapter|work|discussion|study)\b|below\b|above\b)",
    )
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
        let mut here = acts_in(document.text(block.span), last.as_deref());
        for mention in &mut here {
            mention.span = mention.span.shifted(block.span.start);
        }
        found.append(&mut here);
    }
    found
}

/// The mentions in one block of text; `before` is the last Act named in the blocks before it.
pub fn acts_in(text: &str, before: Option<&str>) -> Vec<ActMention> {
    if !["Act", "Regulation", "Order", "ection", "s.", "rticle", "Measure", "Schedule"]
        .iter()
        .any(|it| text.contains(it))
    {
        return Vec::new();
    }
    let named = kinds(text).into_iter().filter_map(|it| named(text, it));
    let mut found: Vec<ActMention> = named.collect();
    drop_inner(&mut found);
    for section in sections(text) {
        attach_section(text, &mut found, section, section.of(text), before);
    }
    for (span, year) in short_forms(text) {
        if found.iter().any(|it| it.span.start < span.end && span.start < it.span.end) {
            continue;
        }
        let same = found
            .iter()
            .rev()
            .find(|it| it.span.start < span.start && !it.short && it.year == year);
        let name = same.filter(|_| year.is_some()).map(|it| it.name.as_str());
        let name = name.or_else(|| last_before(&found, span.start)).or(before).map(str::to_owned);
        found.extend(name.map(|name| ActMention { span, name, year, section: None, short: true }));
    }
    found.sort_by_key(|it| it.span);
    found
}

/// The law whose name ends with the word at `kind`.
fn named(text: &str, kind: Span) -> Option<ActMention> {
    let start = name_start(text, kind.start);
    let name = &text[start..kind.end];
    let dated = dated(&text[kind.end..]);
    let year = dated.as_ref().map(|it| it.year);
    // "Court Order", "House Rules" and the like are laws only with a year.
    let joined = text[..kind.start].trim_end();
    let joined = joined.ends_with(" and") || joined.ends_with(" to");
    if joined || start == kind.start || !name.ends_with("Act") && year.is_none() {
        return None;
    }
    let nation = dated.as_ref().and_then(|it| it.nation);
    let nation = nation.map(|it| format!(" ({it})")).unwrap_or_default();
    let end = kind.end + dated.map(|it| it.length).unwrap_or_default();
    // The closing bracket of "(Care Act 2014)" is not part of the mention.
    let bracketed = text[start..end].matches('(').count() < text[start..end].matches(')').count();
    let span = Span::new(start, end - usize::from(bracketed));
    Some(ActMention { span, name: format!("{name}{nation}"), year, section: None, short: false })
}

/// Walks back from the last word of a name to its first.
fn name_start(text: &str, kind: usize) -> usize {
    let mut start = kind;
    let (mut listed, mut grouped) = (false, false);
    let mut rest = text[..kind].trim_end();
    while let Some((at, word)) = last_word(rest).filter(|(at, _)| kind - at <= LONGEST_NAME) {
        let before = rest[..at].trim_end();
        let plain = word.trim_end_matches([',', '.']);
        let opened = word.trim_start_matches(['(', '“', '"', '‘', '\'', '*']);
        let joins = JOINERS.contains(&plain) && (plain != "the" || ends_with_joiner(before));
        let year = grouped
            && plain.len() == 4
            && plain.bytes().all(|it| it.is_ascii_digit())
            && before.ends_with("Act");
        let capital =
            opened.starts_with(char::is_uppercase) && !word.contains([')', ';', ':', '?', '!']);
        let group = word.starts_with('(')
            && word.ends_with(')')
            && word.len() > 4
            && opened.starts_with(char::is_uppercase);
        let parted = word.ends_with(',') && !listed || word.ends_with('.') && word != "etc.";
        if parted || !(joins || capital || group || year) {
            break;
        }
        listed |= plain == "and";
        grouped = group;
        if capital || group {
            start = at + if group { 0 } else { word.len() - opened.len() };
        }
        if capital && opened.len() < word.len() {
            break;
        }
        rest = before;
    }
    start + lead(&text[start..kind])
}

/// The last word of a text and where it starts; a bracket of several words is one.
fn last_word(text: &str) -> Option<(usize, &str)> {
    let from = if text.ends_with(')') {
        text.rfind('(').filter(|at| text.len() - at <= LONGEST_GROUP)?
    } else {
        text.rfind(char::is_whitespace)
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))
    };
    (from < text.len()).then(|| (from, &text[from..]))
}

/// The longest title of a law in force has half as many bytes.
const LONGEST_NAME: usize = 400;
/// "(Care and Treatment)", "(Regulated Activities)": a longer bracket (in bytes) belongs to no name.
const LONGEST_GROUP: usize = 60;

const JOINERS: &[&str] = &[
    "and", "of", "for", "the", "to", "in", "on", "with", "at", "etc", "&", "from", "by", "against",
];

fn ends_with_joiner(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    JOINERS.contains(&word) && word != "the" && word != "and"
}

/// How many bytes at the start of a name belong to the sentence before it: "Under the", "In Scotland, ".
fn lead(name: &str) -> usize {
    let mut skipped = 0;
    while let Some((word, rest)) = name[skipped..].split_once(char::is_whitespace) {
        let plain = word.trim_end_matches(',');
        if !(OPENERS.contains(&plain)
            || JOINERS.contains(&plain)
            || plain.ends_with("'s")
            || plain.ends_with("’s"))
        {
            break;
        }
        skipped = name.len() - rest.trim_start().len();
    }
    skipped
}

/// Capitalised words that open a sentence before the name of an Act.
const OPENERS: &[&str] = &[
    "The",
    "Under",
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
    "Despite",
    "Following",
    "Until",
    "That",
    "So",
    "Neither",
    "Even",
    "Using",
    "Whilst",
    "Though",
    "Then",
    "On",
    "To",
    "From",
    "At",
    "Later",
    "Only",
    "Scotland",
    "Wales",
    "England",
    "Section",
    "See",
    "Each",
    "Every",
    "Another",
    "According",
    "Thanks",
    "Due",
    "Our",
    "Their",
    "Its",
    "Does",
    "Did",
    "An",
    "A",
];

/// "Health and Social Care Act 2008 (Regulated Activities) Regulations 2014" is one law, not two.
fn drop_inner(found: &mut Vec<ActMention>) {
    let spans: Vec<Span> = found.iter().map(|it| it.span).collect();
    found.retain(|it| !spans.iter().any(|other| *other != it.span && other.contains(it.span)));
}

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
    if OF_THE_ESSAY.is_match(&text[span.end..]) {
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
    use crate::language::cases::read_well;

    /// `tests/acts.txt`: a text, ` => `, the mentions parted by ` | `: name, year, section, "short".
    #[test]
    fn acts_of_the_four_nations_are_read() {
        let cases = include_str!("../../tests/acts.txt");
        read_well(cases, |text| acts_in(text, None).iter().map(shown).collect());
    }

    fn shown(act: &super::ActMention) -> String {
        let year = act.year.map(|it| format!(" {it}")).unwrap_or_default();
        let section = act.section.as_deref().map(|it| format!(", {it}")).unwrap_or_default();
        format!("{}{year}{section}{}", act.name, if act.short { " short" } else { "" })
    }
}
