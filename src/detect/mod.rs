//! What any marker would query, whatever the rubric.
//!
//! In: an [`Essay`] and the [`Conventions`] agreed for it. Out: [`Finding`]s, sorted by place, one a fault. Cannot fail.
//! To add a detector, write its file and name it twice below.

mod act_without_entry;
mod act_without_year;
mod act_wrong_year;
mod agreed;
mod bare_address;
mod bibliography;
mod broken_count;
mod citation_near_miss;
mod citation_without_entry;
mod citation_without_year;
mod conventions;
mod dead_stop;
mod detector;
mod drifting_name;
mod entries;
mod entry_never_cited;
mod entry_without_source;
mod entry_without_title;
mod entry_without_year;
mod finding;
mod future_year;
mod idea_without_citation;
mod ignore;
mod impossible_date;
mod law_entry;
mod law_of_another_nation;
mod laws;
mod list_not_alphabetical;
mod look;
mod missing_access_date;
mod missing_conclusion;
mod missing_figure;
mod missing_reference_list;
mod one_handed_contrast;
mod references;
mod repeated_paragraph;
mod replaced_body;
mod replaced_law;
mod section_without_act;
mod team_differs;
#[cfg(test)]
mod testing;
mod unfinished_text;
mod unnamed_law;
mod weak_source;

pub use conventions::{Conventions, Nation, WordProfile};
pub use detector::{Detector, explain, findings, suggest};
pub use finding::{Finding, Severity};
pub(crate) use look::{Fault, Look};
pub(crate) use references::References;

/// Every detector, by what it guards.
pub const DETECTORS: &[&Detector] = &[
    // References.
    &team_differs::DETECTOR,
    &missing_reference_list::DETECTOR,
    &citation_without_entry::DETECTOR,
    &citation_near_miss::DETECTOR,
    &entry_never_cited::DETECTOR,
    &idea_without_citation::DETECTOR,
    &citation_without_year::DETECTOR,
    &weak_source::DETECTOR,
    &entry_without_year::DETECTOR,
    &entry_without_title::DETECTOR,
    &entry_without_source::DETECTOR,
    &bare_address::DETECTOR,
    &missing_access_date::DETECTOR,
    &impossible_date::DETECTOR,
    &future_year::DETECTOR,
    &list_not_alphabetical::DETECTOR,
    // Law.
    &section_without_act::DETECTOR,
    &act_without_entry::DETECTOR,
    &act_without_year::DETECTOR,
    &act_wrong_year::DETECTOR,
    &replaced_law::DETECTOR,
    &replaced_body::DETECTOR,
    &law_of_another_nation::DETECTOR,
    &unnamed_law::DETECTOR,
    // Promises.
    &repeated_paragraph::DETECTOR,
    &unfinished_text::DETECTOR,
    &missing_figure::DETECTOR,
    &broken_count::DETECTOR,
    &one_handed_contrast::DETECTOR,
    &drifting_name::DETECTOR,
    // Structure and length.
    &missing_conclusion::DETECTOR,
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
            assert!(
                detector.why.ends_with('.') && detector.what.ends_with('.'),
                "{} ends mid-air",
                detector.id
            );
        }
    }

    #[test]
    fn every_detector_hits_its_example_and_spares_its_near_miss() {
        for detector in DETECTORS {
            super::testing::check(detector);
        }
    }
}
