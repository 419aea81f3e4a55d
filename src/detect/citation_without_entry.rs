//! Citations that the reference list does not answer.

use std::collections::BTreeMap;

use crate::detect::idea_without_citation::uncited_ideas;
use crate::detect::{Detector, Fault, Look, Severity, bibliography};
use crate::language::Agreement;
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "citation-without-entry",
    severity: Severity::Warning,
    what: "A work cited in the text that no entry of the reference list, or of the .bib file, answers.",
    why: "A reader who cannot find the work cannot weigh the claim it carries.",
    example: "
Goals must be shared (Harris, 2015), and risks too (Petch, 2013).
                                                   ^^^^^^^^^^^^^

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    near_miss: "
Goals must be shared (Petch, 2013, cited in Harris, 2015; SCIE, 2020) under the Care Act 2014.

## References

Harris, J. (2015) *Shared goals*. London: Sage.

Social Care Institute for Excellence (2020) *Working together*. London: SCIE.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults = bibliography::unknown_keys(look);
    if look.essay.works.is_empty() {
        return faults;
    }
    let mut places: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for (citation, (agreement, _)) in
        look.essay.citations.iter().zip(&look.essay.references.answers)
    {
        if *agreement == Agreement::None && !citation.secondary {
            places.entry(citation.to_string()).or_default().push(citation.span);
        }
    }
    for (name, places) in places {
        let times = if places.len() > 1 {
            format!(", cited {} times,", places.len())
        } else {
            String::new()
        };
        let help = "add the work to the list, or correct the name or year";
        faults.push(look.fault(
            places[0],
            format!("`{name}`{times} is not in the reference list"),
            help,
        ));
    }
    faults.extend(uncited_ideas(look));
    faults
}
