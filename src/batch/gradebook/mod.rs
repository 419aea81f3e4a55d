//! The downloaded gradebook, filled.
//!
//! In: the sheet that Moodle or Canvas handed out, which is held as it is, and the outcomes. Out: the same sheet with marks in its empty cells and
//! every other byte as it was, and a ledger of what was filled, left alone, missing or in doubt.

mod column;
mod grade;
mod ledger;
mod sheet;
mod student;

use std::io;

pub use ledger::Ledger;

use crate::batch::Marked;
use crate::batch::gradebook::column::Columns;
use crate::batch::gradebook::sheet::Sheet;
use crate::batch::gradebook::student::{Match, Slip};
use crate::report::harmless;

/// A sheet whose columns are known.
#[derive(Debug)]
pub struct Gradebook {
    sheet: Sheet,
    columns: Columns,
}

impl Gradebook {
    /// Reads a sheet; the error says what is wrong with it. `column` names the assignment of a Canvas gradebook.
    pub fn read(bytes: Vec<u8>, column: Option<&str>) -> Result<Gradebook, String> {
        let sheet = Sheet::read(bytes)?;
        let columns = Columns::find(&sheet, column)?;
        Ok(Gradebook { sheet, columns })
    }

    /// The filled sheet, and what was done.
    pub fn fill(&self, marked: &Marked, overwrite: bool) -> io::Result<(String, Ledger)> {
        let mut ledger = Ledger::default();
        let mut edits = Vec::new();
        let matched = Match::of(&self.sheet, &self.columns, marked, &mut ledger)?;
        for (row, slip) in matched.rows {
            self.fill_row(row, &slip, overwrite, &mut edits, &mut ledger);
        }
        edits.sort_by_key(|(cell, _): &((usize, usize), String)| *cell);
        Ok((self.sheet.with(&edits), ledger))
    }

    fn fill_row(
        &self,
        row: usize,
        slip: &Slip,
        overwrite: bool,
        edits: &mut Vec<((usize, usize), String)>,
        ledger: &mut Ledger,
    ) {
        let name = &slip.student;
        if self
            .columns
            .locked
            .is_some_and(|column| self.sheet.value(row, column).eq_ignore_ascii_case("no"))
        {
            return ledger
                .left
                .push(format!("{name}: the sheet says that this grade cannot be changed"));
        }
        let grade = match grade::grade(slip, &self.sheet, &self.columns, row) {
            Ok(grade) => grade,
            Err(reason) => return ledger.left.push(format!("{name}: {reason}")),
        };
        if self.sheet.width(row) <= self.columns.grade {
            return ledger.left.push(format!("{name}: the row of the sheet ends before the grade"));
        }
        let before = self.sheet.value(row, self.columns.grade);
        let empty = before.trim().is_empty() || before.trim() == "-";
        if !empty && !overwrite {
            if before.trim() != grade {
                ledger.left.push(format!("{name}: has {} already, and {grade} was not written over it (--overwrite would)", before.trim()));
            }
            return;
        }
        edits.push(((row, self.columns.grade), grade));
        ledger.filled += 1;
        let comment = self.columns.comment.filter(|column| *column < self.sheet.width(row));
        if let Some(column) = comment
            && (overwrite || self.sheet.value(row, column).trim().is_empty())
        {
            edits.push(((row, column), harmless(&comment_on(slip)).into_owned()));
        }
    }
}

fn comment_on(slip: &Slip) -> String {
    let next = if slip.first_step.is_empty() {
        String::new()
    } else {
        format!(" First: {}", slip.first_step)
    };
    let achieved = criteria(slip, true) + &criteria(slip, false);
    format!("Indicative: {} ({}).{achieved}{next}", slip.mark, slip.band)
}

/// The criteria of the `btec` scale that are achieved, or those that are not, by title.
fn criteria(slip: &Slip, achieved: bool) -> String {
    let of = slip.achieved.iter().filter(|(_, it)| *it == achieved);
    let titles: Vec<&str> = of.map(|(title, _)| title.as_str()).collect();
    match (titles.is_empty(), achieved) {
        (true, _) => String::new(),
        (false, true) => format!(" Achieved: {}.", titles.join("; ")),
        (false, false) => format!(" Not achieved: {}.", titles.join("; ")),
    }
}
