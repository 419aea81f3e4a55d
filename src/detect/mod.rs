//! What any marker would query, whatever the rubric.
//!
//! In: an [`Essay`](crate::language::Essay) and the [`Conventions`] agreed for it. Out: [`Finding`]s, sorted by place, one a fault. Cannot fail.
//! To add a detector, write its file and name it twice below.

mod act_of_another_group;
mod act_title_form;
mod act_without_entry;
mod act_without_year;
mod act_wrong_year;
mod acts_in_a_row;
mod agreed;
mod ampersand_for_and;
mod bare_address;
mod bibliography;
mod broken_count;
mod broken_promise;
mod case_without_source;
mod citation_near_miss;
mod citation_without_entry;
mod citation_without_year;
mod claim_without_source;
mod conventions;
mod dated_sources;
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
mod hidden_text;
mod idea_without_citation;
mod identifiers;
mod ignore;
mod impossible_date;
mod inspection_without_report;
mod instruction_to_a_model;
mod law_entry;
mod law_of_another_nation;
mod laws;
mod leftover_brief;
mod length;
mod list_not_alphabetical;
mod long_paragraph;
mod look;
mod look_alike_letters;
mod missing_access_date;
mod missing_conclusion;
mod missing_explanation;
mod missing_figure;
mod missing_introduction;
mod missing_reference_list;
mod named_person;
mod names;
mod new_evidence;
mod nothing_cited;
mod one_handed_contrast;
mod one_source_paragraph;
mod policy_without_year;
mod quotation_heavy;
mod quotation_without_page;
mod readability;
mod repeated_paragraph;
mod replaced_body;
mod replaced_law;
mod secondary_reference;
mod section_without_act;
mod starts;
mod team_differs;
mod team_in_full;
#[cfg(test)]
mod testing;
mod unfinished_text;
mod unnamed_law;
mod weak_source;

pub use conventions::{Conventions, Nation};
pub use detector::{Detector, explain, findings, suggest};
pub use finding::{Finding, Severity};
pub use identifiers::mask;
pub use ignore::{forbidden_by_rubric, unused_in_project};
pub(crate) use look::{Fault, Look, holds, places};
pub use readability::reading_ease;

/// Every detector, by what it guards.
pub const DETECTORS: &[&Detector] = &[
    // References.
    &claim_without_source::DETECTOR,
    &case_without_source::DETECTOR,
    &policy_without_year::DETECTOR,
    &inspection_without_report::DETECTOR,
    &nothing_cited::DETECTOR,
    &secondary_reference::DETECTOR,
    &quotation_without_page::DETECTOR,
    &ampersand_for_and::DETECTOR,
    &dated_sources::DETECTOR,
    &one_source_paragraph::DETECTOR,
    &team_differs::DETECTOR,
    &team_in_full::DETECTOR,
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
    &acts_in_a_row::DETECTOR,
    &act_title_form::DETECTOR,
    &act_of_another_group::DETECTOR,
    // Promises.
    &leftover_brief::DETECTOR,
    &missing_explanation::DETECTOR,
    &broken_promise::DETECTOR,
    &repeated_paragraph::DETECTOR,
    &unfinished_text::DETECTOR,
    &missing_figure::DETECTOR,
    &broken_count::DETECTOR,
    &one_handed_contrast::DETECTOR,
    &drifting_name::DETECTOR,
    // Structure and length.
    &quotation_heavy::DETECTOR,
    &new_evidence::DETECTOR,
    &missing_introduction::DETECTOR,
    &missing_conclusion::DETECTOR,
    &length::OVER,
    &length::UNDER,
    &length::DECLARED,
    &long_paragraph::PARAGRAPH,
    &long_paragraph::SENTENCE,
    // Confidentiality.
    &identifiers::DETECTOR,
    &named_person::DETECTOR,
    // Integrity.
    &hidden_text::DETECTOR,
    &look_alike_letters::DETECTOR,
    &instruction_to_a_model::DETECTOR,
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
        let fails = |it: &&&super::Detector| {
            std::panic::catch_unwind(|| super::testing::check(it)).is_err()
        };
        let wrong: Vec<&str> = DETECTORS.iter().filter(fails).map(|it| it.id).collect();
        assert_eq!(wrong, [""; 0]);
    }

    #[test]
    fn the_seed_essay_shows_its_faults_and_no_others() {
        let seed = include_str!("../../examples/partnership-working-seed.md");
        let found = super::testing::rules_in(seed, &super::Conventions::default());
        let wanted = [
            "unnamed-law",
            "missing-reference-list",
            "missing-figure",
            "one-handed-contrast",
            "drifting-name",
            "broken-count",
            "citation-near-miss",
            "unfinished-text",
            "missing-conclusion",
        ];
        assert_eq!(found, wanted);
    }

    /// `tests/references.txt` as the list of an essay that cites none of its works.
    #[test]
    fn well_made_entries_raise_no_alarm() {
        let lines =
            include_str!("../../tests/references.txt").lines().filter(|it| !it.starts_with('#'));
        let mut entries: Vec<&str> =
            lines.filter_map(|it| Some(it.split_once(" => ")?.0)).collect();
        entries.sort_by_key(|it| it.trim_start_matches("The ").to_lowercase());
        assert!(entries.len() >= 60, "only {} entries", entries.len());
        let essay = ["## References", &entries.join("\n\n")].join("\n\n");
        let mut found = super::testing::rules_in(&essay, &super::Conventions::default());
        found.retain(|it| *it != "entry-never-cited");
        assert_eq!(found, [""; 0]);
    }
}
