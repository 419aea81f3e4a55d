//! Dates that no calendar holds.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "impossible-date",
    severity: Severity::Warning,
    what: "A day that its month does not have.",
    why: "A made-up access date makes the reader doubt the rest of the list.",
    example: "
Some live with it (Mencap, 2020).

## References

Mencap (2020) *What is a learning disability?* Available at: https://www.mencap.org.uk (Accessed: 31 November 2023).
                                                                                                  ^^^^^^^^^^^^^^^^
",
    near_miss: "
They met on 29 February 2024 and on 31 October 2023.
",
    detect,
};

static DATE: Pattern = Pattern::new(|| {
    pattern(
        r"\b(\d{1,2})(?:st|nd|rd|th)? (January|February|March|April|May|June|July|August|September|October|November|December),? ((?:19|20)\d\d)\b",
    )
});

const DAYS: &[(&str, u32)] = &[
    ("January", 31),
    ("February", 28),
    ("March", 31),
    ("April", 30),
    ("May", 31),
    ("June", 30),
    ("July", 31),
    ("August", 31),
    ("September", 30),
    ("October", 31),
    ("November", 30),
    ("December", 31),
];

fn detect(look: &Look) -> Vec<Fault> {
    let prose = look.essay.document.prose();
    let dated = DAYS.iter().any(|(month, _)| {
        let days = look.places(&[month.to_ascii_lowercase().as_str()]).into_iter();
        { days }.any(|at| prose[..at].strip_suffix(' ').is_some_and(ends_with_day))
    });
    if !dated {
        return Vec::new();
    }
    let wrong = DATE
        .captures_iter(prose)
        .filter(|it| !is_possible(&it[1], &it[2], &it[3]))
        .filter_map(|it| it.get(0));
    let faults = wrong.map(|it| {
        let message = format!("there is no {}", it.as_str());
        look.fault(Span::new(it.start(), it.end()), message, "on which day was it?")
    });
    faults.collect()
}

/// "3", "3rd".
fn ends_with_day(before: &str) -> bool {
    let endings = ["st", "nd", "rd", "th"];
    let day = endings.iter().find_map(|it| before.strip_suffix(it)).unwrap_or(before);
    day.ends_with(|it: char| it.is_ascii_digit())
}

fn is_possible(day: &str, month: &str, year: &str) -> bool {
    let (Ok(day), Ok(year)) = (day.parse::<u32>(), year.parse::<u32>()) else { return true };
    let days = DAYS.iter().find(|it| it.0 == month).map_or(31, |it| it.1);
    let leap = month == "February" && year.is_multiple_of(4);
    (1..=days + u32::from(leap)).contains(&day)
}
