//! Titles of Acts that are not written as titles: "Act of 2008", "Act, 2014", "Act (2014)".

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "act-title-form",
    severity: Severity::Note,
    what: "The year of an Act after \"of\", after a comma or in brackets, in the text.",
    why: "The year belongs to an Act's title, as in \"Care Act 2014\"; it is not a date of publication.",
    example: "
The Health and Social Care Act of 2008 set up the regulator, and the Care Act, 2014, gave it work.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
The Care Act 2014 and the Mental Capacity Act (Northern Ireland) 2016 apply. An Act of 1948 came first. By the time of the Act, 2014 seemed near.
",
    detect,
};

static MALFORMED: Pattern =
    Pattern::new(|| pattern(r"\bAct(?: of |, | \(|, \()(?:1[89]\d\d|20\d\d)\)?$"));

fn detect(look: &Look) -> Vec<Fault> {
    let named = look.essay.acts.iter().filter(|it| !it.short && it.year.is_some());
    let named = named.filter(|it| it.section.is_none()).map(|it| it.span);
    let found: Vec<Span> = named
        .filter(|it| holds(look.text(*it), &["Act of ", "Act, ", "Act ("]))
        .filter(|it| MALFORMED.is_match(look.text(*it)))
        .collect();
    let Some(first) = found.first() else { return Vec::new() };
    let times = if found.len() > 1 { format!(" ({} places)", found.len()) } else { String::new() };
    let message = format!("`{}` is not how an Act's title is written{times}", look.text(*first));
    vec![look.fault(*first, message, "write the name and the year, with nothing between them")]
}
