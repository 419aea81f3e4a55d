//! Public bodies that no longer exist, spoken of as if they did. The facts stand in `bodies.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::detect::detector::{Pattern, pattern};
use crate::detect::names::List;
use crate::detect::replaced_law::is_present;
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "replaced-body",
    severity: Severity::Warning,
    what: "A public body that was abolished and is spoken of in the present tense.",
    why: "Who commissions, inspects or decides is part of the answer, and the answer has changed.",
    example: "
Clinical commissioning groups are the bodies that buy care.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Clinical commissioning groups were replaced by integrated care boards. Public Health England (2019) is one source.
",
    detect,
};

type Successor = (&'static str, &'static str);

static BODIES: LazyLock<HashMap<String, Successor>> = LazyLock::new(|| {
    let mut bodies = HashMap::new();
    for line in List::Bodies.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [names, by, since] = cells.as_slice() else { continue };
        bodies.extend(names.split(" / ").map(|it| (it.to_lowercase(), (*by, *since))));
    }
    bodies
});

static NAMES: Pattern = Pattern::new(|| {
    let mut names: Vec<String> = BODIES.keys().map(|it| regex::escape(it)).collect();
    names.sort_by_key(|it| (std::cmp::Reverse(it.len()), it.clone()));
    pattern(&format!(r"(?i)\b(?:{})\b", names.join("|")))
});

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for block in look.own_blocks_at(look.named(List::Bodies).into_iter().map(|it| it.1)) {
        for found in NAMES.find_iter(look.text(block)) {
            let span = Span::new(found.start(), found.end()).shifted(block.start);
            let Some((by, since)) = BODIES.get(&found.as_str().to_lowercase()) else { continue };
            let cited = look.essay.citations.iter().any(|it| it.span.contains(span));
            if seen.contains(by) || cited || look.is_quoted(span) || !is_present(look, span) {
                continue;
            }
            seen.push(by);
            let message = format!("{} gave way to {by} on {since}", found.as_str());
            faults.push(look.fault(span, message, "who does this now?"));
        }
    }
    faults
}
