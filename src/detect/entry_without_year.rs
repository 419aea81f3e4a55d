//! Entries of the reference list without a year.

use crate::detect::{Detector, Fault, Look, Severity, entries};

pub(crate) const DETECTOR: Detector = Detector {
    id: "entry-without-year",
    severity: Severity::Warning,
    what: "An entry of the reference list with neither a year nor \"no date\".",
    why: "Author and year are how the reader gets from the citation to the entry.",
    example: "
Goals must be shared (Oliver, 1990).

## References

Oliver, M. *The social model*. London: Macmillan.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Goals must be shared (Mind, no date).

## References

Mind (no date) *Shared goals*. Available at: https://www.mind.org.uk (Accessed: 3 May 2024).
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let undated =
        look.essay.works.iter().filter(|it| it.year.is_none() && entries::is_full(look, it));
    undated
        .map(|work| {
            look.fault(
                work.span,
                format!("the entry of `{}` gives no year", entries::name(work)),
                "add the year, or \"no date\" where there is none",
            )
        })
        .collect()
}
