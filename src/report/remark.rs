//! One list of things to say about an essay, for the faces that pin remarks to lines.

use crate::detect::{Finding, Severity};
use crate::document::{Place, Unit};
use crate::judge::{Evidence, MistakeVerdict, NextStep};
use crate::report::Judged;
use crate::text::Position;

/// A finding, a mistake that was made or a step to take, at its place.
#[derive(Clone, Debug)]
pub(crate) struct Remark {
    /// The rule of a finding, `mistake/ID` or `next-step/ID`.
    pub(crate) rule: String,
    pub(crate) severity: Severity,
    pub(crate) place: Place,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// Everything to say about an essay: findings, mistakes, then steps.
pub(crate) fn remarks(judged: &Judged) -> Vec<Remark> {
    let critique = &judged.critique;
    let findings = critique.findings.iter().map(of_finding);
    let mistakes = critique.mistakes.iter().filter(|it| it.present).map(of_mistake);
    let steps = critique.next_steps.iter().map(of_step);
    let mut remarks: Vec<Remark> = findings.chain(mistakes).chain(steps).collect();
    if judged.document.unit == Unit::Paragraph {
        for remark in &mut remarks {
            remark.message = of_paragraph(judged, remark);
        }
    }
    remarks
}

/// Whoever shows the remark takes its place for a line, and a Word document has none.
fn of_paragraph(judged: &Judged, remark: &Remark) -> String {
    format!("{}: {}", judged.spot(remark.place.start.line), remark.message)
}

/// Puts the most severe first; the order of the text decides among equals.
pub fn severe_first(findings: &mut [&Finding]) {
    findings.sort_by_key(|it| (it.severity, it.place));
}

fn of_finding(finding: &Finding) -> Remark {
    Remark {
        rule: finding.rule.to_owned(),
        severity: finding.severity,
        place: finding.place,
        message: finding.message.clone(),
        help: finding.help.clone(),
    }
}

fn of_mistake(mistake: &MistakeVerdict) -> Remark {
    Remark {
        rule: format!("mistake/{}", mistake.id),
        severity: Severity::Warning,
        place: first_place(&mistake.evidence),
        message: format!("{}: {}", mistake.title, mistake.reason),
        help: mistake.advice.clone(),
    }
}

fn of_step(step: &NextStep) -> Remark {
    Remark {
        rule: format!("next-step/{}", step.point),
        severity: Severity::Note,
        place: start_of(step.line),
        message: format!(
            "{} (+{} {})",
            step.action,
            step.gain,
            if step.gain == 1 { "mark" } else { "marks" }
        ),
        help: String::new(),
    }
}

fn first_place(evidence: &[Evidence]) -> Place {
    evidence.first().map_or_else(|| start_of(1), |it| it.place)
}

fn start_of(line: usize) -> Place {
    let start = Position { line: line.max(1), column: 1 };
    Place { start, end: start }
}
