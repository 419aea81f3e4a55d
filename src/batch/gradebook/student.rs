//! Which row of a sheet belongs to which submission.

use std::collections::{BTreeMap, BTreeSet};

use crate::batch::gradebook::Ledger;
use crate::batch::gradebook::column::Columns;
use crate::batch::gradebook::grade::is_points_possible;
use crate::batch::gradebook::sheet::Sheet;
use crate::batch::{Marked, Outcome};

/// Rows with their outcomes; whatever fits no row, or two, stands in the ledger instead.
pub(super) struct Match<'a> {
    pub(super) rows: Vec<(usize, &'a Outcome)>,
}

impl<'a> Match<'a> {
    pub(super) fn of(
        sheet: &Sheet,
        columns: &Columns,
        marked: &'a Marked,
        ledger: &mut Ledger,
    ) -> Match<'a> {
        let index = Index::of(sheet, columns);
        let mut by_row: BTreeMap<usize, Vec<&Outcome>> = BTreeMap::new();
        for outcome in &marked.outcomes {
            match index.rows_of(outcome.identifier.as_deref(), &outcome.student).as_slice() {
                [] => {
                    ledger
                        .without_row
                        .push(called(&outcome.student, outcome.identifier.as_deref()));
                }
                [row] => by_row.entry(*row).or_default().push(outcome),
                rows => ledger.ambiguous.push(format!(
                    "{}: {} rows of that name",
                    outcome.student,
                    rows.len()
                )),
            }
        }
        let unread: BTreeMap<usize, &str> = marked
            .unread
            .iter()
            .filter_map(|it| {
                Some((
                    *index.rows_of(it.identifier.as_deref(), &it.student).first()?,
                    it.reason.as_str(),
                ))
            })
            .collect();
        let doubtful: BTreeSet<usize> =
            by_row.iter().filter(|(_, outcomes)| outcomes.len() > 1).map(|(row, _)| *row).collect();
        for row in index.rows.iter().filter(|row| !by_row.contains_key(row)) {
            let name = called(
                &name_in(sheet, columns, *row),
                Some(&sheet.value(*row, columns.identifier)),
            );
            ledger.without_submission.push(
                unread
                    .get(row)
                    .map_or(name.clone(), |reason| format!("{name}: not read: {reason}")),
            );
        }
        for row in &doubtful {
            let folders =
                by_row[row].iter().map(|it| it.folder.as_str()).collect::<Vec<_>>().join(", ");
            ledger.ambiguous.push(format!(
                "{}: more than one submission ({folders})",
                name_in(sheet, columns, *row)
            ));
        }
        let rows = by_row
            .into_iter()
            .filter(|(row, _)| !doubtful.contains(row))
            .map(|(row, outcomes)| (row, outcomes[0]));
        Match { rows: rows.collect() }
    }
}

fn called(name: &str, identifier: Option<&str>) -> String {
    identifier.map_or_else(|| name.to_owned(), |it| format!("{name} ({it})"))
}

fn name_in(sheet: &Sheet, columns: &Columns, row: usize) -> String {
    columns.name.map(|column| sheet.value(row, column)).unwrap_or_default()
}

/// The rows of students, by identifier and by name.
struct Index {
    rows: Vec<usize>,
    by_identifier: BTreeMap<String, Vec<usize>>,
    by_name: BTreeMap<Vec<String>, Vec<usize>>,
}

impl Index {
    fn of(sheet: &Sheet, columns: &Columns) -> Index {
        let is_student = |row: &usize| {
            let name = name_in(sheet, columns, *row);
            let nobody =
                name.trim().is_empty() && sheet.value(*row, columns.identifier).trim().is_empty();
            !nobody && !is_points_possible(sheet, *row) && name.trim() != "Student, Test"
        };
        let rows: Vec<usize> = (1..sheet.rows()).filter(is_student).collect();
        let mut index =
            Index { rows: rows.clone(), by_identifier: BTreeMap::new(), by_name: BTreeMap::new() };
        for row in rows {
            index
                .by_identifier
                .entry(number_in(&sheet.value(row, columns.identifier)))
                .or_default()
                .push(row);
            index.by_name.entry(names(&name_in(sheet, columns, row))).or_default().push(row);
        }
        index
    }

    /// By identifier where the submission has one; else by the whole name, in any order.
    fn rows_of(&self, identifier: Option<&str>, student: &str) -> Vec<usize> {
        let found = match identifier {
            Some(identifier) => self.by_identifier.get(identifier),
            None => self.by_name.get(&names(student.rsplit('/').next().unwrap_or(student))),
        };
        found.cloned().unwrap_or_default()
    }
}

/// "Participant 123" and "123" give "123".
fn number_in(identifier: &str) -> String {
    let digits = identifier.trim().rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if digits.is_empty() { identifier.trim().to_owned() } else { digits.to_owned() }
}

/// `Lee, Ana`, `Ana Lee` and `ana_lee` give the same.
fn names(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let mut words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.sort();
    words
}
