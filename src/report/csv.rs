//! A table with a row an essay and a column a marking point, for spreadsheets.

use std::borrow::Cow;

use crate::judge::{Critique, PointVerdict};
use crate::report::{Judged, Report, inert};

/// What comes before the columns of points.
const FIRST: [&str; 7] = ["essay", "rubric", "mark", "band", "words", "words_target", "findings"];

/// Points hold marks; on the `btec` scale `achieved:ID`, and everywhere `mistake:ID` and `practice:ID` hold yes or no; a file that was not read has its reason under `error`.
pub fn csv(report: &Report) -> String {
    let columns = columns(report);
    let mut table = csv::Writer::from_writer(Vec::new());
    let heads = FIRST.iter().map(|it| (*it).to_owned()).chain(columns.iter().cloned());
    let mut rows = vec![heads.chain(["error".to_owned()]).collect::<Vec<String>>()];
    rows.extend(report.essays.iter().map(|essay| row(essay, &columns)));
    for failure in &report.failed {
        let mut row = vec![String::new(); FIRST.len() + columns.len() + 1];
        row[0].clone_from(&failure.path);
        row.last_mut().expect("a row has columns").clone_from(&failure.reason);
        rows.push(row);
    }
    for row in rows {
        let cells = row.iter().map(|cell| harmless(cell).into_owned());
        table.write_record(cells).expect("every row has as many cells, and memory takes them");
    }
    let bytes = table.into_inner().expect("memory takes all");
    String::from_utf8(bytes).expect("cells are text")
}

/// Points, mistakes and practices of all essays, in the order in which they are first met.
fn columns(report: &Report) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for (name, _) in report.essays.iter().flat_map(|it| cells(&it.critique)) {
        if !columns.contains(&name) {
            columns.push(name);
        }
    }
    columns
}

fn cells(critique: &Critique) -> Vec<(String, String)> {
    let yes = |is: bool| (if is { "yes" } else { "no" }).to_owned();
    let points = || critique.criteria.iter().flat_map(|it| &it.points);
    let marks = points().map(|it: &PointVerdict| (it.id.clone(), it.marks.to_string()));
    let achieved = points()
        .filter_map(|it| Some((format!("achieved:{}", it.id), yes(it.achievement?.achieved))));
    let mistakes =
        critique.mistakes.iter().map(|it| (format!("mistake:{}", it.id), yes(it.present)));
    let practices =
        critique.practices.iter().map(|it| (format!("practice:{}", it.id), yes(it.met)));
    marks.chain(achieved).chain(mistakes).chain(practices).collect()
}

fn row(essay: &Judged, columns: &[String]) -> Vec<String> {
    let it = &essay.critique;
    let target = it.words.target.map(|it| it.to_string()).unwrap_or_default();
    let mut row = vec![
        essay.path.clone(),
        essay.rubric.id.clone(),
        it.mark.to_string(),
        it.band.clone(),
        it.words.counted.to_string(),
        target,
        it.findings.len().to_string(),
    ];
    let cells = cells(it);
    let cell =
        |column: &String| cells.iter().find(|(name, _)| name == column).map(|it| it.1.clone());
    row.extend(columns.iter().map(|column| cell(column).unwrap_or_default()));
    row.push(String::new());
    row
}

/// A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it text.
pub(crate) fn harmless(cell: &str) -> Cow<'_, str> {
    let shown = inert(cell);
    let begins = shown.trim_start().starts_with(['=', '+', '-', '@', '|', '%']);
    if begins { Cow::Owned(format!("'{shown}")) } else { shown }
}

#[test]
fn formulas_become_text() {
    assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
    assert_eq!(harmless("\t@SUM(1)"), "' @SUM(1)");
    assert_eq!(harmless("Essay 1.md"), "Essay 1.md");
}
