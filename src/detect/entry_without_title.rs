//! Entries of the reference list without a title.

use crate::detect::{Detector, Fault, Look, Severity, entries};

pub(crate) const DETECTOR: Detector = Detector {
    id: "entry-without-title",
    severity: Severity::Warning,
    what: "An entry of the reference list that gives no title.",
    why: "An author may publish ten works in a year; only the title says which was read.",
    example: "
Goals must be shared (Hart, 1992).

## References

Hart, R. (1992) Florence: UNICEF.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Goals must be shared (Hart, 1992).

## References

Hart, R. (1992) *London: a study of participation*. Florence: UNICEF.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let untitled =
        look.essay.works.iter().filter(|it| entries::is_full(look, it) && entries::lacks_title(it));
    untitled
        .map(|work| {
            look.fault(
                work.span,
                format!("the entry of `{}` gives no title", entries::name(work)),
                "what is the work called?",
            )
        })
        .collect()
}
