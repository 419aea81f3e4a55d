//! Entries of the reference list that do not say where the work appeared.

use crate::detect::{Detector, Fault, Look, Severity, entries};

pub(crate) const DETECTOR: Detector = Detector {
    id: "entry-without-source",
    severity: Severity::Note,
    what: "Entries with a title and no publisher, journal or address.",
    why: "A title alone does not lead the reader to the work.",
    example: "
Power is shared in steps (Arnstein, 1969).

## References

Arnstein, S. (1969) A Ladder of Citizen Participation.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Power is shared in steps (Arnstein, 1969).

## References

Arnstein, S.R. (1969) 'A ladder of citizen participation', *Journal of the American Institute of Planners*, 35(4), pp. 216-224.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let works: Vec<_> = look
        .essay
        .works
        .iter()
        .filter(|it| entries::is_full(look, it) && entries::lacks_source(it))
        .collect();
    let Some(first) = works.first() else { return Vec::new() };
    let names: Vec<String> =
        works.iter().filter_map(|it| it.authors.first().map(|name| format!("`{name}`"))).collect();
    let message = format!("no publisher, journal or address is given for {}", names.join(", "));
    vec![look.fault(first.span, message, "add where the work appeared")]
}
