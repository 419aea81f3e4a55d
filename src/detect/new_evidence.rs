//! Works that are cited for the first time in the conclusion.

use crate::detect::{Detector, Fault, Look, Severity};
use crate::document::Role;

pub(crate) const DETECTOR: Detector = Detector {
    id: "new-evidence-in-conclusion",
    severity: Severity::Note,
    what: "Two or more works that the conclusion cites and the essay has not cited before.",
    why: "A conclusion weighs what was shown; new evidence there has been weighed by nobody.",
    example: "
# Partnership

Trust is slow (Harris, 2015).

## Conclusion

Goals matter too (Petch, 2013), and so does time (Miller, 2015).
                 ^^^^^^^^^^^^^
",
    near_miss: "
# Partnership

Trust is slow (Harris, 2015).

## Conclusion

Trust is slow, then (Harris, 2015), and time matters too (Miller, 2015).
",
    detect,
};

/// One new work may round a conclusion off.
const TOO_MANY: usize = 2;

fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let concluding = |at: usize| {
        document
            .sentence_at(at)
            .is_some_and(|it| document.section_of(&document.sentences[it]).role == Role::Conclusion)
    };
    let (late, early): (Vec<_>, Vec<_>) =
        look.essay.citations.iter().partition(|it| concluding(it.span.start));
    let mut new: Vec<String> = Vec::new();
    let mut first = None;
    for citation in late {
        let name = citation.to_string();
        let known = early.iter().any(|it| it.authors.first() == citation.authors.first());
        if !known && !new.contains(&name) {
            first = first.or(Some(citation.span));
            new.push(name);
        }
    }
    let Some(first) = first.filter(|_| new.len() >= TOO_MANY && !early.is_empty()) else {
        return Vec::new();
    };
    let message = format!("the conclusion brings in {} new works", new.len());
    vec![look.fault(first, message, "where in the body does this evidence belong?")]
}
