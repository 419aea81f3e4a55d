//! The two feedback files of one student.

use std::fmt::Write as _;

use maud::{DOCTYPE, html as markup};

use crate::report::{Judged, Report};

/// The page for the student.
pub(super) fn html(report: &Report) -> String {
    let page = markup! {
        (DOCTYPE)
        html lang="en-GB" {
            head { meta charset="utf-8"; title { "Feedback" } }
            body { main { pre { (markdown(report)) } } }
        }
    };
    page.into_string()
}

/// The same as Markdown.
pub(super) fn markdown(report: &Report) -> String {
    report.essays.iter().map(one).collect()
}

fn one(judged: &Judged) -> String {
    let critique = &judged.critique;
    let mut text = format!(
        "# {}\n\nIndicative mark: {} ({}). An assessor decides.\n",
        judged.path, critique.mark, critique.band
    );
    for point in critique.criteria.iter().flat_map(|it| &it.points) {
        let _ = write!(
            text,
            "\n- {}: {} ({} of {})",
            point.title,
            point.level.label(),
            point.marks,
            point.out_of
        );
    }
    text.push_str("\n\n## Fix first\n");
    for step in &critique.next_steps {
        let _ = write!(text, "\n- from {} {}: {}", judged.counts(), step.line, step.action);
    }
    text + "\n"
}
