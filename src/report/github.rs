//! GitHub workflow commands: remarks pinned to lines of the essay, most severe first.

use std::fmt::Write as _;

use crate::detect::Severity;
use crate::report::remark::{Remark, remarks};
use crate::report::{Judged, Report, inert, words};

/// GitHub shows no more than this of each severity from one step.
const SHOWN: usize = 10;

/// One command a line; with `classroom`, the two notices that GitHub Classroom reads as well.
pub fn github(report: &Report, classroom: bool) -> String {
    let mut text = String::new();
    let mut all: Vec<(&str, Remark)> = Vec::new();
    for essay in &report.essays {
        let _ = writeln!(text, "{}", inert(&verdict(essay)).replace("##[", "# #["));
        all.extend(remarks(essay).into_iter().map(|remark| (essay.path.as_str(), remark)));
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let of_severity = all.iter().filter(|(_, it)| it.severity == severity);
        of_severity.take(SHOWN).for_each(|(path, it)| text.push_str(&command(path, it)));
    }
    for failure in &report.failed {
        let (path, reason) = (property(&failure.path), data(&failure.reason));
        let _ = writeln!(text, "::error file={path},title=not read::{reason}");
    }
    if classroom {
        text.push_str(&notices(report));
    }
    text
}

/// The mark, as a line of the log. It begins with a word, so it is no command.
fn verdict(essay: &Judged) -> String {
    let it = &essay.critique;
    let length = words::told(it.words);
    format!(
        "critique: {} earns {} {} (indicative: an assessor decides), {length}",
        essay.path, it.mark, it.band
    )
}

fn command(path: &str, remark: &Remark) -> String {
    let name = match remark.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = (remark.place.start, remark.place.end);
    let columns = if start.line == end.line && start.column < end.column {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let help = if remark.help.is_empty() { String::new() } else { format!("\n{}", remark.help) };
    format!(
        "::{name} file={},line={},endLine={}{columns},title={}::{}\n",
        property(path.strip_prefix("./").unwrap_or(path)),
        start.line,
        end.line.max(start.line),
        property(&remark.rule),
        data(&format!("{}{help}", remark.message)),
    )
}

/// Points of all essays together; the shape of both notices is GitHub Classroom's.
fn notices(report: &Report) -> String {
    let points: u32 = report.essays.iter().map(|it| it.critique.mark).sum();
    let most = 100 * report.essays.len();
    let machine = format!(r#"{{"totalPoints":{points},"maxPoints":{most}}}"#);
    format!(
        "::notice title=Autograding complete::Points {points}/{most}\n::notice title=Autograding report::{machine}\n"
    )
}

/// The text of a command; line breaks are kept, all else that could steer the log is shown as `�`.
fn data(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| inert(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[test]
fn nothing_ends_a_command_early() {
    assert_eq!(data("100 %\n::error::x\r\n\u{1b}[2J"), "100 %25%0A::error::x%0A\u{fffd}[2J");
    assert_eq!(property("a,b:c\n"), "a%2Cb%3Ac");
}
