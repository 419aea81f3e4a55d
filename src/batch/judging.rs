//! An essay held against a rubric, ready for a report.

use crate::detect::{Conventions, Finding};
use crate::judge::{Lens, judge};
use crate::language::Essay;
use crate::report::{Judged, Named};
use crate::rubric::Attempt;

/// Judges an essay that has been read; `chosen` says why by this rubric.
pub fn judged_essay(
    path: String,
    essay: Essay,
    lens: &Lens,
    chosen: Option<String>,
    conventions: &Conventions,
    findings: Vec<Finding>,
) -> Judged {
    let critique = judge(&essay, lens, findings);
    let critique = match conventions.attempt {
        Attempt::First => critique,
        Attempt::Resubmission => critique.resubmitted(),
    };
    let rubric = Named { id: lens.rubric.id.clone(), title: lens.rubric.title.clone() };
    Judged {
        path,
        rubric,
        chosen,
        counts: conventions.words.clone(),
        document: essay.document,
        critique,
    }
}
