//! Essays that carry their own expected findings: carets under a line claim a finding on the words above them.

use pretty_assertions::assert_eq;

use crate::detect::{Conventions, Detector, Finding, findings};
use crate::document::Document;
use crate::language::{Engine, Essay, Reader};
use crate::rubric::Words;

/// The example must be hit where its carets stand, and the near miss must not be hit at all.
#[track_caller]
pub(crate) fn check(detector: &Detector) {
    check_text(detector, detector.example);
    check_text(detector, detector.near_miss);
    assert!(detector.example.lines().any(is_caret_line), "{} has no hit", detector.id);
    assert!(!detector.near_miss.lines().any(is_caret_line), "{} has no near miss", detector.id);
}

#[track_caller]
pub(crate) fn check_text(detector: &Detector, annotated: &str) {
    let plain: Vec<&str> = annotated.lines().filter(|line| !is_caret_line(line)).collect();
    let source = plain.join("\n");
    let found: Vec<Finding> = findings(&essay(&source), &conventions(detector.id))
        .into_iter()
        .filter(|it| it.rule == detector.id)
        .collect();
    let messages: Vec<&str> = found.iter().map(|it| it.message.as_str()).collect();
    let marked = annotate(&source, &found);
    assert_eq!(annotated.trim_end(), marked.trim_end(), "{}: {messages:#?}", detector.id);
}

/// The rules that an essay breaks, in order.
pub(crate) fn rules_in(markdown: &str, conventions: &Conventions) -> Vec<&'static str> {
    findings(&essay(markdown), conventions).iter().map(|it| it.rule).collect()
}

fn essay(markdown: &str) -> Essay {
    Essay::read(Document::parse(markdown), &Reader::new(Engine::Fast))
}

/// What the examples take for granted.
fn conventions(id: &str) -> Conventions {
    let length = id.ends_with("-target").then(|| Words::of(20));
    let ignores_forbidden = id == "forbidden-ignore";
    Conventions { this_year: Some(2026), length, ignores_forbidden, ..Conventions::default() }
}

fn is_caret_line(line: &str) -> bool {
    line.trim_start().starts_with('^') && line.trim().chars().all(|c| matches!(c, '^' | ' '))
}

/// Writes each finding under the line it starts on.
fn annotate(source: &str, findings: &[Finding]) -> String {
    let mut annotated = String::new();
    for (at, line) in source.lines().enumerate() {
        annotated += &[line, "\n"].concat();
        for place in findings.iter().map(|it| it.place).filter(|it| it.start.line == at + 1) {
            let whole = line.chars().count() + 1;
            let end = if place.end.line == place.start.line { place.end.column } else { whole };
            let carets = end.saturating_sub(place.start.column).max(1);
            annotated += &[&" ".repeat(place.start.column - 1), &"^".repeat(carets), "\n"].concat();
        }
    }
    annotated
}
