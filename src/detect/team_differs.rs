//! "et al." for two authors, or one author cited where two are listed.

use std::collections::BTreeMap;

use crate::detect::{Detector, Fault, Look, Severity};
use crate::language::Agreement;
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "team-differs",
    severity: Severity::Note,
    what: "A citation that names fewer authors than its entry: \"et al.\" for a team of two, or one author for two.",
    why: "Every author of a small team is named, so that the entry can be found and the work is credited.",
    example: "
Early discharge helps (Langhorne et al., 2017).
                      ^^^^^^^^^^^^^^^^^^^^^^^^

## References

Langhorne, P. and Baylan, S. (2017) *Early supported discharge*. London: Cochrane.
",
    near_miss: "
Early discharge helps (Fisher et al., 2016).

## References

Fisher, R.J., Cobley, C.S., Potgieter, I., Moody, A. and Walker, M.F. (2016) *Early supported discharge*. London: Cochrane.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let mut found: BTreeMap<String, (Span, String)> = BTreeMap::new();
    for (citation, (agreement, at)) in
        look.essay.citations.iter().zip(&look.essay.references.answers)
    {
        let (Agreement::Whole, Some(at)) = (agreement, at) else { continue };
        let work = &look.essay.works[*at];
        let short = citation.authors.len() == 1
            && work.authors.len() == 2
            && !work.et_al
            && !citation.secondary;
        if !short {
            continue;
        }
        let both_surnames =
            work.authors.iter().all(|it| it.chars().count() > 2) && !work.rest.is_empty();
        let titled = citation.key() != work.key();
        if both_surnames && !titled && has_initials(look.text(work.span), &work.authors[1]) {
            found
                .entry(citation.to_string())
                .or_insert((citation.span, work.authors.join(" and ")));
        }
    }
    let faults = found.into_iter().map(|(name, (span, team))| {
        look.fault(
            span,
            format!("cited as `{name}`, listed as {team}"),
            "name both authors, or correct the list",
        )
    });
    faults.collect()
}

/// "Baylan, S." is an author; the second part of "Adams, Robert" is not.
fn has_initials(entry: &str, second: &str) -> bool {
    let Some(at) = entry.find(second) else { return false };
    let after = entry[at + second.len()..].trim_start_matches([',', ' ']);
    let mut letters = after.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(|c| !c.is_lowercase())
}
