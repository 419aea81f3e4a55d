//! A detector as a value: an id, three texts for people, and a function.

use std::sync::LazyLock;

use regex::Regex;

use crate::detect::{Conventions, DETECTORS, Fault, Finding, Look, Severity, ignore};
use crate::document::Place;
use crate::language::Essay;

/// Looks for one fault.
pub struct Detector {
    /// Names the fault and reads after "allow": *allow entry-never-cited*.
    pub id: &'static str,
    pub severity: Severity,
    /// What is checked.
    pub what: &'static str,
    /// Why a marker cares, for the student.
    pub why: &'static str,
    /// An essay with the fault; carets stand under it.
    pub example: &'static str,
    /// An essay that comes close and is right.
    pub near_miss: &'static str,
    pub(crate) detect: fn(&Look) -> Vec<Fault>,
}

impl std::fmt::Debug for Detector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Detector").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Everything there is to say about an essay, sorted by place; ignores that it carries are obeyed.
pub fn findings(essay: &Essay, conventions: &Conventions) -> Vec<Finding> {
    let look = Look::new(essay, conventions);
    let mut found: Vec<Finding> = Vec::new();
    for detector in DETECTORS {
        let faults = (detector.detect)(&look);
        found.extend(faults.into_iter().map(|fault| finding(essay, detector, fault)));
    }
    let mut found = ignore::obey(essay, conventions, found);
    found.sort();
    found.dedup();
    found
}

pub(crate) fn finding(essay: &Essay, detector: &Detector, fault: Fault) -> Finding {
    let source = essay.document.source();
    let place =
        Place { start: source.position(fault.at.start), end: source.position(fault.at.end) };
    Finding {
        place,
        rule: detector.id,
        severity: detector.severity,
        message: fault.message,
        help: fault.help,
    }
}

/// The detector of a rule.
pub fn explain(rule: &str) -> Option<&'static Detector> {
    DETECTORS.iter().find(|it| it.id == rule).copied()
}

/// The rule that was probably meant.
pub fn suggest(rule: &str) -> Option<&'static str> {
    let rule = rule.to_lowercase().replace(['_', ' '], "-");
    let near = |id: &'static str| (strsim::damerau_levenshtein(id, &rule), id);
    let closest = DETECTORS.iter().map(|it| near(it.id)).min();
    let begun =
        || DETECTORS.iter().map(|it| it.id).find(|id| rule.len() >= 4 && id.contains(&rule));
    closest.filter(|(slips, id)| *slips * 3 <= id.len()).map(|(_, id)| id).or_else(begun)
}

/// A constant pattern, compiled once.
pub(crate) type Pattern = LazyLock<Regex>;

pub(crate) use crate::language::pattern;

#[test]
fn a_misspelt_rule_leads_to_its_detector() {
    assert_eq!(suggest("entry-never-citd"), Some("entry-never-cited"));
    assert_eq!(suggest("near-miss"), Some("citation-near-miss"));
    assert_eq!(suggest("quantum"), None);
    assert!(explain("entry-never-cited").is_some());
}
