//! "Three forms", and then four are listed.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "broken-count",
    severity: Severity::Warning,
    what: "A number of things announced that differs from the number of things then listed.",
    why: "The reader counts along and loses the thread; one of the things, or the number, is wrong.",
    example: "
It takes three forms: between bodies, between teams, between staff and users, and between staff and families.
         ^^^^^^^^^^^
",
    near_miss: "
It rests on three ideas: choice, dignity and respect. Two groups took part: health and social care, and the police.
",
    detect,
};

static LIST: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?P<count>(?i:two|three|four|five|six|seven|eight|nine|ten)) (?P<noun>(?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]{3,}s)(?: which are| that are)?(?:,? i\.?e\.?,?| namely,?| ?:)\s+(?P<list>[^.:?!]+)",
    )
});
static PROMISE: Pattern = Pattern::new(|| {
    pattern(&format!(
        r"\b(?P<count>(?i:{})) (?:(?:{}) )?(?P<noun>{})\b",
        NUMBERS[2..=5].join("|"),
        QUALITIES.join("|"),
        PROMISED.join("|"),
    ))
});

const NUMBERS: &[&str] =
    &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const ORDINALS: &[&str] = &["", "first", "second", "third", "fourth", "fifth", "sixth"];

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    let lists = look.places(&["i.e", "ie", "namely"]);
    let colons = memchr::memchr_iter(b':', look.essay.document.prose().as_bytes());
    for block in look.own_blocks_at(lists.into_iter().chain(colons)) {
        let text = look.text(block);
        if !after_numbers(look.lower(block), &NUMBERS[2..]).any(may_list) {
            continue;
        }
        for found in LIST.captures_iter(text) {
            let (Some(count), Some(noun), Some(wanted)) =
                (found.name("count"), found.name("noun"), number(&found["count"]))
            else {
                continue;
            };
            let Some((fewest, most)) = listed(&found["list"]) else { continue };
            if (fewest..=most).contains(&wanted) {
                continue;
            }
            let span = Span::new(count.start(), noun.end()).shifted(block.start);
            let got = if wanted < fewest { fewest } else { most };
            let message = format!(
                "{} are announced and {} are listed",
                &text[count.start()..noun.end()],
                NUMBERS.get(got).unwrap_or(&"more")
            );
            faults.push(look.fault(span, message, "which is right, the number or the list?"));
        }
    }
    faults.extend(one_too_many(look));
    faults
}

/// What follows each of these numbers where it stands as a word, in a text in lower case.
fn after_numbers<'a>(
    lower: &'a str,
    numbers: &'static [&'static str],
) -> impl Iterator<Item = &'a str> {
    let places = numbers.iter().flat_map(move |number| lower.match_indices(number));
    let whole =
        places.filter(|(at, _)| !lower[..*at].ends_with(|it: char| it.is_ascii_alphanumeric()));
    whole.filter_map(|(at, number)| lower[at + number.len()..].strip_prefix(' '))
}

/// May a list of what was counted follow? [`LIST`] takes long to build.
fn may_list(after: &str) -> bool {
    let mut words = after.split_whitespace().take(MOST_COUNTED);
    words.any(|it| {
        it.ends_with(':') || ["i.e", "ie", "namely"].iter().any(|that| it.starts_with(that))
    })
}

/// Words of [`LIST`] between the number and the list: four of what is counted, "which are" and "namely".
const MOST_COUNTED: usize = 7;

/// May things be counted that an essay treats one after another, as in [`PROMISE`]?
fn may_promise(after: &str) -> bool {
    let mut words = after.split(' ');
    let first = words.next().unwrap_or_default();
    let noun = if QUALITIES.contains(&first) { words.next().unwrap_or_default() } else { first };
    PROMISED.iter().any(|it| noun.starts_with(it))
}

const QUALITIES: [&str; 4] = ["main", "key", "different", "important"];
const PROMISED: [&str; 13] = [
    "strategies",
    "barriers",
    "philosophies",
    "outcomes",
    "principles",
    "models",
    "themes",
    "factors",
    "forms",
    "types",
    "stages",
    "reasons",
    "approaches",
];

/// "Three strategies" in the text, and later "the fourth strategy".
fn one_too_many(look: &Look) -> Option<Fault> {
    let prose = look.essay.document.prose();
    let (_, first) = look.own_blocks().next()?;
    let opening = look.own_blocks().take(OPENING_BLOCKS).last().map_or(first.end, |(_, it)| it.end);
    let opens = Span::new(first.start, opening);
    let mut counted = after_numbers(look.lower(opens), &NUMBERS[2..=5]);
    let found = counted.any(may_promise).then(|| PROMISE.captures(look.text(opens)))??;
    let wanted = number(&found["count"])?;
    let noun = found["noun"].trim_end_matches("ies").trim_end_matches('s');
    let next = format!("{} {noun}", ORDINALS.get(wanted + 1)?);
    let at = opening + prose[opening..].to_lowercase().find(&next).filter(|_| prose.is_ascii())?;
    let span = Span::new(at, at + next.len());
    let message = format!("a {next}… follows where {} were announced", &found[0]);
    Some(look.fault(span, message.replace('…', ""), "correct the number in the opening"))
}

/// Blocks in which an essay announces what it will treat.
const OPENING_BLOCKS: usize = 2;

fn number(word: &str) -> Option<usize> {
    NUMBERS.iter().position(|it| it.eq_ignore_ascii_case(word))
}

/// The fewest and the most things that this list can be read as; none where it is no plain list.
fn listed(list: &str) -> Option<(usize, usize)> {
    let mark = if list.contains(';') { ';' } else { ',' };
    let list: String = without_brackets(list);
    let parts: Vec<&str> = list.split(mark).map(str::trim).filter(|it| !it.is_empty()).collect();
    let plain = parts.iter().all(|part| {
        let first = part.split(' ').next().unwrap_or_default().to_lowercase();
        part.split(' ').count() <= LONGEST_PART && !SUBORDINATE.contains(&first.as_str())
    });
    let ends = parts
        .last()
        .is_some_and(|it| it.contains(" and ") || it.starts_with("and ") || it.contains("finally"));
    let ands: usize =
        parts.iter().map(|part| part.matches(" and ").count() + part.matches(" or ").count()).sum();
    (plain && parts.len() > 1 && ends).then_some((parts.len(), parts.len() + ands))
}

/// A part with more words is a clause and no item of a list.
const LONGEST_PART: usize = 16;

/// Words that begin an aside, not an item.
const SUBORDINATE: &[&str] = &[
    "which",
    "who",
    "where",
    "when",
    "because",
    "although",
    "but",
    "as",
    "so",
    "such",
    "each",
    "with",
    "including",
    "for",
    "that",
    "while",
    "however",
    "or",
    "in",
    "then",
    "not",
    "both",
    "at",
    "if",
    "often",
    "usually",
    "especially",
    "particularly",
    "though",
    "since",
    "whose",
];

fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    text.chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}
