//! Works read only through another work.

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "secondary-reference",
    severity: Severity::Note,
    what: "More than two works cited through another (\"cited in\").",
    why: "What a work says is best known from the work itself; one or two such citations are accepted, a habit is not.",
    example: "
It matters (Petch, 2013, cited in Miller, 2015; Rogers, 1951, cited in Miller, 2015; Harris, 2010, cited in Miller, 2015).
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## References

Miller, E. (2015) *Outcomes*. Glasgow: IRISS.
",
    near_miss: "
It matters (Petch, 2013, cited in Miller, 2015).

## References

Miller, E. (2015) *Outcomes*. Glasgow: IRISS.
",
    detect,
};

/// As many are accepted without a word.
const ACCEPTED: usize = 2;

fn detect(look: &Look) -> Vec<Fault> {
    let secondary: Vec<_> = look.essay.citations.iter().filter(|it| it.secondary).collect();
    if secondary.len() <= ACCEPTED {
        return Vec::new();
    }
    let message = format!("{} works are cited through another", secondary.len());
    vec![look.fault(secondary[0].span, message, "which of them can you read yourself?")]
}
