//! What was done to a gradebook, and what a tutor has to do by hand.

use std::fmt::Write as _;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Rows that now have a grade.
    pub filled: usize,
    /// Rows left as they were, and why.
    pub left: Vec<String>,
    /// Submissions that fit more than one row, or rows that fit more than one submission.
    pub ambiguous: Vec<String>,
    /// Submissions without a row.
    pub without_row: Vec<String>,
    /// Rows without a submission that could be read.
    pub without_submission: Vec<String>,
}

impl Ledger {
    /// The ledger as lines of text.
    pub fn text(&self) -> String {
        let mut text = format!("{} grades filled in.\n", self.filled);
        let lists = [
            ("left as they were", &self.left),
            ("in doubt: fill these in by hand", &self.ambiguous),
            ("submissions without a row in the sheet", &self.without_row),
            ("rows without a submission that could be read", &self.without_submission),
        ];
        for (what, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            let _ = writeln!(text, "\n{} {what}:", list.len());
            for line in list {
                let _ = writeln!(text, "  {}", crate::report::inert(line));
            }
        }
        text
    }
}
