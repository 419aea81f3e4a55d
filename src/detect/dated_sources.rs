//! A reference list that holds too much old work.

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "dated-sources",
    severity: Severity::Note,
    what: "More of the listed works are older than the rubric allows; where it says nothing, all of them are older than ten years. Laws are left aside.",
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
    if years.len() < FEWEST_WORKS || percent <= conventions.dated_percent {
        return Vec::new();
    }
    let many = if dated == years.len() {
        format!("all {dated}")
    } else {
        format!("{dated} of {}", years.len())
    };
    let message = format!("{many} listed works are older than {} years", conventions.dated_years);
    vec![look.fault(works[0].span, message, "what has been found since?")]
}

#[test]
fn the_rubric_says_how_many_may_be_old() {
    use crate::detect::Conventions;
    use crate::detect::testing::rules_in;
    let is_dated = |dated_percent| {
        let conventions =
            Conventions { this_year: Some(2026), dated_percent, ..Conventions::default() };
        let essay = DETECTOR.near_miss.replace("Petch, A. (2023)", "Petch, A. (2003)");
        rules_in(&essay, &conventions).contains(&DETECTOR.id)
    };
    assert!(is_dated(50) && !is_dated(99));
}
