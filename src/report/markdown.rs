//! Markdown for a pull-request comment or a job summary.

use std::fmt::Write as _;

use crate::detect::Finding;
use crate::judge::{Evidence, PointVerdict};
use crate::report::escape_markdown::{escaped, quoted, told};
use crate::report::terminal::bar;
use crate::report::{Judged, Report, severe_first, strip, words};

/// Findings shown; the rest are counted.
const SHOWN: usize = 20;

/// A section an essay.
pub fn markdown(report: &Report) -> String {
    let mut text = String::new();
    if report.essays.len() > 1 {
        summary(&mut text, report);
    }
    report.essays.iter().for_each(|it| essay(&mut text, it));
    for failure in &report.failed {
        let _ =
            writeln!(text, "Not judged: {}: {}\n", quoted(&failure.path), escaped(&failure.reason));
    }
    let _ = writeln!(
        text,
        "Marks are indicative: an assessor decides. Questions, never replacement wording."
    );
    text
}

fn summary(text: &mut String, report: &Report) {
    let mean = report.mean().unwrap_or(0);
    let _ = writeln!(
        text,
        "# {} essays, mean {mean}\n\n| essay | mark | band |\n|:--|--:|:--|",
        report.essays.len()
    );
    for it in &report.essays {
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            escaped(&it.path),
            it.critique.mark,
            it.critique.band
        );
    }
    text.push('\n');
}

fn essay(text: &mut String, judged: &Judged) {
    let it = &judged.critique;
    let why = judged.chosen.as_ref().map(|why| format!(" ({})", escaped(why))).unwrap_or_default();
    let _ = writeln!(text, "## {}: {} {}\n", escaped(&judged.path), it.mark, it.band);
    let _ = writeln!(
        text,
        "{}, held against {}{why}.\n",
        words::told(it.words),
        escaped(&judged.rubric.title)
    );
    if let Some(joined) = words::joined(judged) {
        let _ = writeln!(text, "{}\n", escaped(&joined));
    }
    for cap in &it.caps {
        let _ = writeln!(text, "**{}**\n", escaped(cap));
    }
    criteria(text, judged);
    stances(text, judged);
    steps(text, judged);
    mistakes(text, judged);
    practices(text, judged);
    findings(text, judged);
    evidence(text, judged);
}

/// A line as the student finds it.
fn place(judged: &Judged, line: usize) -> String {
    escaped(&judged.spot(line).to_string())
}

fn criteria(text: &mut String, judged: &Judged) {
    text.push_str("| criterion | marks | |\n|:--|--:|:--|\n");
    for it in &judged.critique.criteria {
        let bar = bar(it.marks, it.out_of, 10);
        let _ = writeln!(text, "| {} | {}/{} | `{bar}` |", escaped(&it.title), it.marks, it.out_of);
    }
    text.push('\n');
}

fn stances(text: &mut String, judged: &Judged) {
    let [describes, analyses, evaluates, other] = strip::counts(&judged.critique);
    let _ = writeln!(
        text,
        "Sentences: {describes} describe, {analyses} analyse, {evaluates} evaluate, {other} other.\n"
    );
}

fn steps(text: &mut String, judged: &Judged) {
    if judged.critique.next_steps.is_empty() {
        return;
    }
    text.push_str("### Fix first\n\n");
    for (number, step) in (1..).zip(&judged.critique.next_steps) {
        let _ = writeln!(
            text,
            "{number}. **+{}**, from {}: {}",
            step.gain,
            place(judged, step.line),
            told(&step.action)
        );
    }
    text.push('\n');
}

fn mistakes(text: &mut String, judged: &Judged) {
    let all = &judged.critique.mistakes;
    let made: Vec<_> =
        all.iter().filter(|it| it.present).map(|it| (&it.title, &it.reason, &it.advice)).collect();
    let _ = writeln!(text, "### Common mistakes: {} of {} made\n", made.len(), all.len());
    verdicts(text, &made);
}

fn practices(text: &mut String, judged: &Judged) {
    let all = &judged.critique.practices;
    let wanting: Vec<_> =
        all.iter().filter(|it| !it.met).map(|it| (&it.title, &it.reason, &it.advice)).collect();
    let _ = writeln!(text, "### Good practice: {} of {} not yet\n", wanting.len(), all.len());
    verdicts(text, &wanting);
}

/// Title, reason and advice, a line each.
fn verdicts(text: &mut String, verdicts: &[(&String, &String, &String)]) {
    for (title, reason, advice) in verdicts {
        let _ = writeln!(text, "- **{}**: {}. {}", escaped(title), told(reason), told(advice));
    }
    text.push('\n');
}

fn findings(text: &mut String, judged: &Judged) {
    let mut findings: Vec<&Finding> = judged.critique.findings.iter().collect();
    if findings.is_empty() {
        return;
    }
    severe_first(&mut findings);
    let _ = writeln!(
        text,
        "### A marker would also query ({})\n\n| {} | | what | |\n|--:|:--|:--|:--|",
        findings.len(),
        if judged.parts().is_empty() { judged.unit() } else { "place" }
    );
    for it in findings.iter().take(SHOWN) {
        let (line, severity) = (it.place.start.line, it.severity.name());
        let line = if judged.parts().is_empty() { line.to_string() } else { place(judged, line) };
        let _ =
            writeln!(text, "| {line} | {severity} | {} | {} |", told(&it.message), told(&it.help));
    }
    if findings.len() > SHOWN {
        let _ = writeln!(text, "\n… and {} more.", findings.len() - SHOWN);
    }
    text.push('\n');
}

fn evidence(text: &mut String, judged: &Judged) {
    text.push_str("### Every marking point, with its evidence\n\n");
    for it in judged.critique.criteria.iter().flat_map(|it| &it.points) {
        point(text, judged, it);
    }
}

fn point(text: &mut String, judged: &Judged, it: &PointVerdict) {
    let label = it.level.label();
    let achieved =
        it.achievement.map(|it| format!(" ({})", words::achievement(it))).unwrap_or_default();
    let _ = writeln!(
        text,
        "**{}**: {label}, {}/{}{achieved}\n",
        escaped(&it.title),
        it.marks,
        it.out_of
    );
    for Evidence { place: at, text: words, does } in &it.evidence {
        let at = place(judged, at.start.line);
        let _ = writeln!(text, "- {at}, {does}: {}", quoted(words));
    }
    for missing in &it.missing {
        let _ = writeln!(text, "- still missing: {}", escaped(missing));
    }
    text.push('\n');
}
