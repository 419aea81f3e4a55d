//! Paragraphs that stand in the essay twice.

use std::collections::HashMap;

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "repeated-paragraph",
    severity: Severity::Warning,
    what: "A paragraph, or a long sentence, that stands in the essay twice word for word.",
    why: "The second time it earns nothing and costs words.",
    example: "
Trust takes years to build and days to lose, as the managers of both homes have found, and as their staff have told them.

It is slow.

Trust takes years to build and days to lose, as the managers of both homes have found, and as their staff have told them.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
It is slow.

Trust takes years to build and days to lose, as the managers of both homes have found.

It is slow.
",
    detect,
};

/// Shorter sentences may well recur.
const SHORTEST: usize = 14;

fn detect(look: &Look) -> Vec<Fault> {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut faults: Vec<Fault> = Vec::new();
    let mut last_block = None;
    for (at, span) in look.own_sentences() {
        let plain = plain(look.text(span));
        if plain.split(' ').count() < SHORTEST {
            continue;
        }
        let Some(before) = seen.get(&plain).copied() else {
            seen.insert(plain, span);
            continue;
        };
        let block = look.essay.document.sentences[at].block;
        if last_block != Some(block) {
            let line = look.essay.document.place(before).start.line;
            let before = look.essay.document.spot(line);
            let help = "which of the two places needs it?";
            faults.push(look.fault(span, format!("this stands in {before} already"), help));
        }
        last_block = Some(block);
    }
    faults
}

fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
