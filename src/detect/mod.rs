//! What any marker would query, whatever the rubric.
//!
//! In: an [`Essay`] and the [`Conventions`] agreed for it. Out: [`Finding`]s, sorted by place, one a fault. Cannot fail.
//! To add a detector, write its file and name it twice below.

mod bibliography;
mod citation_near_miss;
mod citation_without_entry;
mod conventions;
mod detector;
mod entry_never_cited;
mod finding;
mod ignore;
mod law_entry;
mod look;
mod missing_reference_list;
mod references;
#[cfg(test)]
mod testing;

pub use conventions::{Conventions, Nation, WordProfile};
pub use detector::{Detector, explain, findings, suggest};
pub use finding::{Finding, Severity};
pub(crate) use look::{Fault, Look};
pub(crate) use references::References;

/// Every detector, by what it guards.
pub const DETECTORS: &[&Detector] = &[
    // References.
    &missing_reference_list::DETECTOR,
    &citation_without_entry::DETECTOR,
    &citation_near_miss::DETECTOR,
    &entry_never_cited::DETECTOR,
    // Ignores.
    &ignore::UNUSED,
    &ignore::WITHOUT_REASON,
    &ignore::UNKNOWN,
    &ignore::FORBIDDEN,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::DETECTORS;

    #[test]
    fn every_detector_is_named_explained_and_proved() {
        let ids: BTreeSet<&str> = DETECTORS.iter().map(|it| it.id).collect();
        assert_eq!(ids.len(), DETECTORS.len(), "two detectors share an id");
        for detector in DETECTORS {
            let kebab = detector.id.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(kebab, "{} is not kebab-case", detector.id);
            assert!(detector.why.ends_with('.') && detector.what.ends_with('.'), "{} ends mid-air", detector.id);
        }
    }

    #[test]
    fn every_detector_hits_its_example_and_spares_its_near_miss() {
        for detector in DETECTORS {
            super::testing::check(detector);
        }
    }
}
