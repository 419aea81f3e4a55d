//! Values that identify a person: found for the writer to take out, hidden in whatever a report shows.

use std::borrow::Cow;

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::text::{Span, rare};

pub(crate) const DETECTOR: Detector = Detector {
    id: "identifier-in-text",
    severity: Severity::Error,
    what: "An NHS number (by its check digit), a date of birth, a telephone number, an e-mail address, a postcode or a National Insurance number.",
    why: "In care courses an essay that identifies a person can fail outright, and the person has a right not to be found.",
    example: "
She (NHS number 943 476 5919) was born on 3 May 1941 and lives at M6 8HD.
                ^^^^^^^^^^^^
",
    near_miss: "
Ward M6 has 943 476 5918 on its door. It opened on 3 May 1941, and the budget is 0161 per cent up.
",
    detect,
};

static VALUES: Pattern = Pattern::new(|| {
    let month = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
    let date = format!(
        r"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{month},? \d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}}))"
    );
    pattern(&format!(
        r"(?P<nhs>\b\d{{3}}[ -]?\d{{3}}[ -]?\d{{4}}\b)|(?:\b(?i:date of birth|d\.?o\.?b\.?|born(?: on)?)\s*(?:is|was|:)?\s*(?P<birth>{date}))|(?P<mail>[\p{{L}}\d._%+-]+@[\p{{L}}\d-]+(?:\.[\p{{L}}\d-]+)+)|(?P<phone>(?:\+44[ -]?(?:\(0\) ?)?|\b0)(?:1\d{{2,3}}|2\d|3\d{{2}}|7\d{{3}}|8\d{{2}})[ -]?\d{{3,4}}[ -]?\d{{3,4}}\b)|(?P<postcode>\b(?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{{2}})\b)|(?P<insurance>\b[A-CEGHJ-PR-TW-Z]{{2}} ?\d{{2}} ?\d{{2}} ?\d{{2}} ?[A-D]\b)"
    ))
});

const KINDS: &[(&str, &str)] = &[
    ("nhs", "NHS number"),
    ("birth", "date of birth"),
    ("mail", "e-mail address"),
    ("phone", "telephone number"),
    ("postcode", "postcode"),
    ("insurance", "National Insurance number"),
];

/// The text with every identifier replaced by its kind in square brackets.
pub fn mask(text: &str) -> Cow<'_, str> {
    if !may_identify(text) {
        return Cow::Borrowed(text);
    }
    let mut masked = String::new();
    let mut from = 0;
    for (span, kind) in identifiers(text) {
        masked += &text[from..span.start];
        masked += &["[", kind, "]"].concat();
        from = span.end;
    }
    if from == 0 { Cow::Borrowed(text) } else { Cow::Owned(masked + &text[from..]) }
}

/// Can this text hold an identifier? Asked of every paragraph, so without a pattern.
fn may_identify(text: &str) -> bool {
    has_telling_digits(text) || holds(text, TELLING)
}

/// What stands in or beside every identifier without enough digits in a row.
const TELLING: &[&str] = &["@", "born", "birth", "DOB", "D.O.B", "dob"];

/// Digits enough in a row, or as a postcode has them.
fn has_telling_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut digits, mut after) = (0, 0);
    for at in rare(bytes, |byte| byte.is_ascii_digit()) {
        let joins = |byte: &u8| matches!(byte, b' ' | b'-' | b'(' | b')' | b'+');
        digits = if bytes[after..at].iter().all(joins) { digits + 1 } else { 1 };
        after = at + 1;
        let is_in_postcode = at > 1
            && bytes[at - 1] == b' '
            && bytes[at - 2].is_ascii_alphanumeric()
            && bytes[at + 1..].len() > 1
            && bytes[at + 1..at + 3].iter().all(u8::is_ascii_uppercase);
        let is_insurance = digits == INSURANCE_DIGITS && {
            let rest = &bytes[at + 1..];
            rest.strip_prefix(b" ").unwrap_or(rest).first().is_some_and(u8::is_ascii_uppercase)
        };
        if is_in_postcode || is_insurance || digits == FEWEST_DIGITS {
            return true;
        }
    }
    false
}

/// A National Insurance number has six digits and a capital after them;
const INSURANCE_DIGITS: usize = 6;
/// the others have more, a telephone number the fewest.
const FEWEST_DIGITS: usize = 9;

/// Every identifier in a text, with its kind.
fn identifiers(text: &str) -> Vec<(Span, &'static str)> {
    let mut found = Vec::new();
    for captures in VALUES.captures_iter(text) {
        for (group, kind) in KINDS {
            let Some(value) = captures.name(group) else { continue };
            if *group != "nhs" || is_nhs_number(value.as_str()) {
                found.push((Span::new(value.start(), value.end()), *kind));
            }
        }
    }
    found
}

/// Nine digits weighted 10 to 2, modulo 11, give the tenth (NHS Data Dictionary, "NHS NUMBER").
fn is_nhs_number(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|it| it.to_digit(10)).collect();
    let [weighted @ .., check] = digits.as_slice() else { return false };
    let sum: u32 = weighted.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    weighted.len() == 9 && weighted.iter().any(|it| it != check) && (11 - sum % 11) % 11 == *check
}

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let is_told = holds(look.essay.document.prose(), TELLING);
    for (_, block) in look.own_blocks() {
        let text = look.text(block);
        if !(has_telling_digits(text) || is_told && holds(text, TELLING)) {
            continue;
        }
        let found = identifiers(text);
        let Some((span, _)) = found.first() else { continue };
        let mut kinds: Vec<&str> = found.iter().map(|it| it.1).collect();
        kinds.dedup();
        let message = format!("the paragraph gives away: {}", kinds.join(", "));
        faults.push(look.fault(
            span.shifted(block.start),
            message,
            "take it out: nobody must be found through an essay",
        ));
    }
    faults
}

#[test]
fn what_identifies_is_hidden() {
    let text =
        "Call 0161 496 0123 or write to jo@home.org.uk; NHS 9434765919, born 03/05/1941, M6 8HD.";
    let hidden = "Call [telephone number] or write to [e-mail address]; NHS [NHS number], born [date of birth], [postcode].";
    assert_eq!(mask(text), hidden);
    assert_eq!(
        mask("In 2015-16 it rose by 87,000 (Harris, 2015, pp. 216-224)."),
        "In 2015-16 it rose by 87,000 (Harris, 2015, pp. 216-224)."
    );
}
