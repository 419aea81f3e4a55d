//! Which row of a sheet belongs to which submission.

use std::collections::BTreeMap;
use std::io;

use crate::batch::gradebook::Ledger;
use crate::batch::gradebook::column::Columns;
use crate::batch::gradebook::sheet::Sheet;
use crate::batch::{Answer, Marked, Outcome};

/// Rows with their grades; whatever fits no row, or two, stands in the ledger instead.
pub(super) struct Match {
    pub(super) rows: Vec<(usize, Slip)>,
}

/// What a row of a gradebook can say of an outcome.
pub(super) struct Slip {
    pub(super) student: String,
    pub(super) mark: u32,
    pub(super) band: String,
    pub(super) first_step: String,
    pub(super) achieved: Vec<(String, bool)>,
}

/// The outcomes that fit one row.
struct Fitting {
    first: Slip,
    folders: Vec<String>,
}

impl Match {
    pub(super) fn of(
        sheet: &Sheet,
        columns: &Columns,
        marked: &Marked,
        ledger: &mut Ledger,
    ) -> io::Result<Match> {
        let index = Index::of(sheet, columns);
        let mut by_row: BTreeMap<usize, Fitting> = BTreeMap::new();
        let mut unread: BTreeMap<usize, String> = BTreeMap::new();
        marked.each(&mut |answer| {
            match answer {
                Answer::Judged(outcome) => index.place(*outcome, &mut by_row, ledger),
                Answer::Unread(it) => {
                    let rows = index.rows_of(it.identifier.as_deref(), &it.student);
                    unread.extend(rows.first().map(|row| (*row, it.reason)));
                }
            }
            Ok(())
        })?;
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
        let mut rows = Vec::new();
        for (row, Fitting { first, folders }) in by_row {
            if folders.len() > 1 {
                ledger.ambiguous.push(format!(
                    "{}: more than one submission ({})",
                    name_in(sheet, columns, row),
                    folders.join(", ")
                ));
            } else {
                rows.push((row, first));
            }
        }
        Ok(Match { rows })
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
            !nobody && !sheet.is_points_possible(*row) && name.trim() != "Student, Test"
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

    /// Puts an outcome to its row; without one, or with several, into the ledger.
    fn place(&self, it: Outcome, by_row: &mut BTreeMap<usize, Fitting>, ledger: &mut Ledger) {
        match self.rows_of(it.identifier.as_deref(), &it.student).as_slice() {
            [] => ledger.without_row.push(called(&it.student, it.identifier.as_deref())),
            [row] => {
                let Outcome { student, mark, band, first_step, achieved, .. } = it;
                let first = Slip { student, mark, band, first_step, achieved };
                let fitting = Fitting { first, folders: Vec::new() };
                by_row.entry(*row).or_insert(fitting).folders.push(it.folder);
            }
            rows => {
                ledger.ambiguous.push(format!("{}: {} rows of that name", it.student, rows.len()));
            }
        }
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
