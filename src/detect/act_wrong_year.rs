//! Acts with a year in which no such Act was passed.

use std::collections::BTreeMap;

use crate::detect::{Detector, Fault, Look, Severity, laws};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "act-wrong-year",
    severity: Severity::Warning,
    what: "A well-known Act named with a year that is not its own.",
    why: "The year is part of an Act's title; a wrong one names a law that does not exist.",
    example: "
The Human Rights Act 1989 protects dignity.
    ^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
The Human Rights Act 1998 protects dignity, and the Children Act 2004 came after the Children Act 1989.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let mut wrong: BTreeMap<(&str, u16), (Span, usize)> = BTreeMap::new();
    for act in look.essay.acts.iter().filter(|it| !it.short) {
        let Some(year) = act.year else { continue };
        if laws::known(&act.name).is_some_and(|law| !law.years.contains(&year)) {
            wrong.entry((&act.name, year)).or_insert((act.span, 0)).1 += 1;
        }
    }
    let faults = wrong.into_iter().map(|((name, year), (span, count))| {
        let years: Vec<String> = laws::known(name)
            .map(|it| it.years.iter().map(u16::to_string).collect())
            .unwrap_or_default();
        let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
        let message = format!("there is no {name} {year}{times}");
        look.fault(span, message, format!("was the {name} {} meant?", years.join(" or ")))
    });
    faults.collect()
}
