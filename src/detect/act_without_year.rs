//! Acts that are named and never given their year.

use std::collections::BTreeMap;

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "act-without-year",
    severity: Severity::Note,
    what: "An Act that the text never names together with its year.",
    why: "Acts share names; the year is part of the title and tells the reader which law is meant.",
    example: "
Under the Care Act carers must be assessed. The Equality Act applies too.
          ^^^^^^^^
",
    near_miss: "
Under the Care Act 2014 carers must be assessed. The Care Act also speaks of advocates.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let mut names: BTreeMap<&str, (Span, bool)> = BTreeMap::new();
    for act in look
        .essay
        .acts
        .iter()
        .filter(|it| !it.short && it.name.ends_with("Act") || it.year.is_some())
    {
        let entry = names.entry(&act.name).or_insert((act.span, false));
        entry.1 |= act.year.is_some();
    }
    let dated: Vec<String> =
        names.iter().filter(|(_, it)| it.1).map(|(name, _)| (*name).to_owned()).collect();
    let is_part =
        |name: &str| dated.iter().any(|it| it.contains(name) || shortened(it) == shortened(name));
    let mut undated: Vec<(Span, &str)> = names
        .iter()
        .filter(|(name, it)| !it.1 && !is_part(name))
        .map(|(name, it)| (it.0, *name))
        .collect();
    undated.sort();
    let Some((first, _)) = undated.first() else { return Vec::new() };
    let shown: Vec<&str> = undated.iter().map(|it| it.1).collect();
    let message = match shown.as_slice() {
        [one] => format!("the {one} is named without its year"),
        many => format!("{} Acts are named without their years: {}", many.len(), many.join(", ")),
    };
    vec![look.fault(*first, message, "give the year at the first mention")]
}

/// Without what stands in brackets: "Carers (Scotland) Act" may be called the Carers Act.
fn shortened(name: &str) -> String {
    name.split([' ', '(', ')'])
        .filter(|it| !["", "Scotland", "Wales", "Northern", "Ireland"].contains(it))
        .collect::<Vec<_>>()
        .join(" ")
}
