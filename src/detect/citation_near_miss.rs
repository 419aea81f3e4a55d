//! Citations that an entry almost answers: a misspelt author, another year, one author too many.

use std::collections::{BTreeMap, HashSet};

use crate::detect::{Detector, Fault, Look, Severity};
use crate::language::{Agreement, Citation, Work};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "citation-near-miss",
    severity: Severity::Warning,
    what: "A citation that differs in one thing from an entry of the list, or from another citation where there is no list.",
    why: "One of the two is wrong, and a reader cannot tell which.",
    example: "
Goals must be shared (Glasby & Dickson, 2014).
                     ^^^^^^^^^^^^^^^^^^^^^^^^

## References

Glasby, J. and Dickinson, H. (2014) *Partnership working in health and social care*. Bristol: Policy Press.
",
    near_miss: "
Goals must be shared (Glasby and Dickinson, 2014; Glasby and Dickinson, 2008).

## References

Glasby, J. and Dickinson, H. (2008) *Partnership working in health and social care*. Bristol: Policy Press.

Glasby, J. and Dickinson, H. (2014) *Partnership working in health and social care*. 2nd edn. Bristol: Policy Press.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    if look.essay.works.is_empty() {
        return between_citations(look);
    }
    let mut places: BTreeMap<(String, usize), Vec<Span>> = BTreeMap::new();
    for (citation, (agreement, at)) in
        look.essay.citations.iter().zip(&look.essay.references.answers)
    {
        if let (Agreement::Near, Some(at), false) = (agreement, at, citation.secondary) {
            places.entry((citation.to_string(), *at)).or_default().push(citation.span);
        }
    }
    let faults = places.into_iter().map(|((name, at), places)| {
        let listed = listed(&look.essay.works[at]);
        let message = format!("cited as `{name}`, listed as `{listed}`");
        look.fault(
            places[0],
            message,
            "which of the two does the work itself give? correct the other",
        )
    });
    faults.collect()
}

/// Without a list, two citations may still differ by a slip: Dickinson and Dickson.
fn between_citations(look: &Look) -> Vec<Fault> {
    let mut seen: Vec<&Citation> = Vec::new();
    let mut known: HashSet<&[String]> = HashSet::new();
    let mut faults = Vec::new();
    for citation in look.essay.citations.iter().filter(|it| !it.secondary) {
        if seen.len() == MOST_COMPARED || !known.insert(&citation.authors) {
            continue;
        }
        if let Some(before) = seen.iter().find(|it| is_slip(&it.authors, &citation.authors)) {
            let message = format!("cited as `{citation}` here and as `{before}` before");
            faults.push(look.fault(
                citation.span,
                message,
                "are these the same authors? check both names and years",
            ));
        }
        seen.push(citation);
    }
    faults
}

/// Citations compared with one another, where no list settles their names.
const MOST_COMPARED: usize = 200;

/// Are all names the same but one, which is spelt almost alike?
fn is_slip(one: &[String], other: &[String]) -> bool {
    let differing: Vec<(&String, &String)> =
        one.iter().zip(other).filter(|(a, b)| a != b).collect();
    let [(a, b)] = differing.as_slice() else { return false };
    one.len() == other.len()
        && a.chars().count() >= SHORT_NAME
        && a.chars().next() == b.chars().next()
        && strsim::damerau_levenshtein(a, b) <= if one.len() > 1 { 3 } else { 1 }
}

/// Shorter names are too close to their neighbours to be called slips.
const SHORT_NAME: usize = 5;

fn listed(work: &Work) -> String {
    let year = work.year.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    let others = if work.et_al || work.authors.len() > 3 { " et al." } else { "" };
    let shown = if work.authors.len() > 3 { &work.authors[..1] } else { &work.authors };
    format!("{}{others}{year}", shown.join(" and "))
}
