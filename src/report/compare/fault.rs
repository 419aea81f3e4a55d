//! What a draft is faulted for, under a name that survives a move to another line.

use crate::judge::{Evidence, SentenceVerdict};
use crate::report::Judged;
use crate::text::Source;

/// A finding, a mistake that was made or a practice not yet met.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) line: Option<usize>,
    /// The sentences at fault.
    pub(super) near: Vec<String>,
}

pub(super) fn faults(judged: &Judged) -> Vec<Fault> {
    let mut faults = verdicts(judged, true);
    faults.extend(findings(judged));
    faults
}

/// Mistakes and practices that the essay has been spared, or has met.
pub(super) fn merits(judged: &Judged) -> Vec<Fault> {
    verdicts(judged, false)
}

fn verdicts(judged: &Judged, at_fault: bool) -> Vec<Fault> {
    let mistakes = judged.critique.mistakes.iter().filter(|it| it.present == at_fault);
    let practices = judged.critique.practices.iter().filter(|it| it.met != at_fault);
    let mistakes = mistakes.map(|it| fault(format!("mistake/{}", it.id), &it.title, &it.evidence));
    let practices =
        practices.map(|it| fault(format!("practice/{}", it.id), &it.title, &it.evidence));
    mistakes.chain(practices).collect()
}

fn fault(key: String, title: &str, evidence: &[Evidence]) -> Fault {
    Fault {
        key,
        title: title.to_owned(),
        line: evidence.first().map(|it| it.place.start.line),
        near: evidence.iter().map(|it| it.text.clone()).collect(),
    }
}

fn findings(judged: &Judged) -> Vec<Fault> {
    let source = Source::new(judged.source());
    let findings = judged.critique.findings.iter().map(|it| {
        let place = it.place;
        let words = words_at(
            &source,
            place.start.line,
            place.start.column,
            place.end.line,
            place.end.column,
        );
        let holds = |sentence: &&SentenceVerdict| {
            sentence.place.start <= place.start && place.start < sentence.place.end
        };
        Fault {
            key: format!("{}\n{words}", it.rule),
            title: format!("{} [{}]", it.message, it.rule),
            line: Some(place.start.line),
            near: judged
                .critique
                .sentences
                .iter()
                .filter(holds)
                .map(|it| it.text.clone())
                .collect(),
        }
    });
    findings.collect()
}

/// The words of a place; its first line where it spans several.
fn words_at(
    source: &Source,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
) -> String {
    if line == 0 || line > source.line_count() {
        return String::new();
    }
    let length = if line == end_line { end_column.saturating_sub(column) } else { usize::MAX };
    source.line(line).chars().skip(column.saturating_sub(1)).take(length).collect()
}
