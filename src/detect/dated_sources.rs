//! A reference list that holds old work alone.

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "dated-sources",
    severity: Severity::Note,
    what: "More of the listed works than agreed are older than agreed, and no recent one stands beside them; laws are left aside.",
    why: "Practice and evidence move on; old work needs recent work beside it.",
    example: "
Goals must be shared (Adams, 1998; Harris, 2001; Petch, 2003; Twigg, 1994).

## References

Adams, R. (1998) *Empowerment*. London: Sage.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Harris, J. (2001) *Shared goals*. London: Sage.

Petch, A. (2003) *Integrated care*. Glasgow: IRISS.

Twigg, J. (1994) *Carers perceived*. Buckingham: Open University Press.
",
    near_miss: "
Goals must be shared (Adams, 1998; Harris, 2021; Petch, 2023; Twigg, 1994).

## References

Adams, R. (1998) *Empowerment*. London: Sage.

Harris, J. (2021) *Shared goals*. London: Sage.

Petch, A. (2023) *Integrated care*. Glasgow: IRISS.

Twigg, J. (1994) *Carers perceived*. Buckingham: Open University Press.
",
    detect,
};

/// A share of fewer works says nothing.
const FEWEST_WORKS: usize = 4;

fn detect(look: &Look) -> Vec<Fault> {
    let conventions = look.conventions;
    let Some(this_year) = conventions.this_year else { return Vec::new() };
    let works: Vec<_> = look.essay.works.iter().filter(|it| !it.law).collect();
    let years: Vec<u16> = works.iter().filter_map(|it| it.year.as_ref()?.number()).collect();
    let dated = years.iter().filter(|it| **it + conventions.dated_years < this_year).count();
    let percent = dated * 100 / years.len().max(1);
    if years.len() < FEWEST_WORKS || percent <= conventions.dated_percent || dated < years.len() {
        return Vec::new();
    }
    let message =
        format!("all {dated} listed works are older than {} years", conventions.dated_years);
    vec![look.fault(works[0].span, message, "what has been found since?")]
}
