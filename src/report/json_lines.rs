//! One line of JSON an essay, for engines that pipe lines.

use serde::Serialize;
use serde_json::Value;

use crate::report::json::Whole;
use crate::report::{Judged, Report, pretty};

/// A line an essay, the path as its `id`, then a line a file that cannot be read.
pub fn json_lines(report: &Report) -> String {
    let essay = |it: &Judged| {
        let alone = Report { reader: report.reader, essays: vec![it.clone()], failed: Vec::new() };
        json_line(&it.path, &alone)
    };
    let essays = report.essays.iter().map(essay);
    let failed =
        report.failed.iter().map(|it| json_refusal(&it.path.clone().into(), None, &it.reason));
    essays.chain(failed).collect()
}

/// The report in one line with its line break, under an `id`.
pub fn json_line(id: &str, report: &Report) -> String {
    pretty::line(&Line { id, whole: Whole::of(report) })
}

/// The line that stands for an essay without a report, and why.
pub fn json_refusal(id: &Value, line: Option<usize>, error: &str) -> String {
    pretty::line(&Refusal { id, line, error })
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(flatten)]
    whole: Whole<'a>,
}

#[derive(Serialize)]
struct Refusal<'a> {
    id: &'a Value,
    /// Among the lines that were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    error: &'a str,
}
