//! Works dated in a year that has not begun.

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "future-year",
    severity: Severity::Warning,
    what: "A work cited or listed with a year that is still to come.",
    why: "Nobody can have read it; a digit is wrong, or the work was made up.",
    example: "
Goals must be shared (Harris, 2051).
                     ^^^^^^^^^^^^^^

## References

Harris, J. (2051) *Shared goals*. London: Sage.
",
    near_miss: "
Goals must be shared by 2051 (Harris, 2015).

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let Some(this_year) = look.conventions.this_year else { return Vec::new() };
    let late = |year: Option<u16>| year.filter(|it| *it > this_year + 1);
    let cited =
        look.essay.citations.iter().filter_map(|it| Some((it.span, late(it.year.number())?)));
    let listed =
        look.essay.works.iter().filter_map(|it| Some((it.span, late(it.year.as_ref()?.number())?)));
    let mut found: Vec<_> = cited.chain(listed).collect();
    found.sort();
    found.dedup_by_key(|it| it.1);
    found
        .into_iter()
        .map(|(span, year)| {
            look.fault(
                span,
                format!("{year} is still to come"),
                "in which year did the work appear?",
            )
        })
        .collect()
}
