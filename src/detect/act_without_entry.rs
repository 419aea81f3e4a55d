//! Acts named in the text and left out of a list that holds other Acts.

use std::collections::BTreeMap;

use crate::detect::{Detector, Fault, Look, Severity, law_entry};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "act-without-entry",
    severity: Severity::Note,
    what: "An Act cited by name and year that the reference list leaves out, although it lists other Acts.",
    why: "A list that holds some of the laws and not the others looks unfinished.",
    example: "
The Care Act 2014 and the Data Protection Act 2018 apply.
                          ^^^^^^^^^^^^^^^^^^^^^^^^

## References

Care Act 2014, c. 23. London: The Stationery Office.
",
    near_miss: "
The Care Act 2014 applies.

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    if !look.essay.works.iter().any(|it| it.law) {
        return Vec::new();
    }
    let mut missing: BTreeMap<(&str, u16), Span> = BTreeMap::new();
    for act in look.essay.acts.iter().filter(|it| !it.short) {
        let Some(year) = act.year else { continue };
        if !missing.contains_key(&(act.name.as_str(), year))
            && !law_entry::is_listed(look, &act.name, Some(year))
        {
            missing.insert((&act.name, year), act.span);
        }
    }
    let mut missing: Vec<(Span, String)> =
        missing.into_iter().map(|((name, year), span)| (span, format!("{name} {year}"))).collect();
    missing.sort();
    let Some((first, _)) = missing.first() else { return Vec::new() };
    let names: Vec<&str> = missing.iter().map(|it| it.1.as_str()).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let message = format!("{} {verb} named and not listed, as other Acts are", names.join(", "));
    vec![look.fault(*first, message, "list every Act or none, as your guide asks")]
}
