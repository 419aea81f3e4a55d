//! A fault or a warning at a place of a rubric file, with the line shown.

use std::fmt;

/// One thing to say about a rubric file. `Display` gives the whole text: the place, the line with a caret, the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub path: String,
    /// From 1.
    pub line: usize,
    /// From 1, in code points.
    pub column: usize,
    /// How many characters the caret covers.
    pub width: usize,
    pub what: String,
    /// The line of the file.
    pub shown: String,
    pub help: Option<String>,
}

/// A fault that does not stop the rubric from being used.
pub type RubricWarning = Remark;

/// Why a file is not a rubric: one or more faults, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct RubricError {
    pub faults: Vec<Remark>,
}

/// The most faults printed; the rest are counted.
const SHOWN: usize = 8;

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Remark { path, line, column, what, .. } = self;
        write!(f, "{path}:{line}:{column}: {what}")?;
        if !self.shown.trim().is_empty() {
            let number = line.to_string();
            let margin = " ".repeat(number.len());
            let (shown, before) = self.clipped();
            let caret = "^"
                .repeat(self.width.clamp(1, shown.chars().count().saturating_sub(before).max(1)));
            write!(
                f,
                "\n{margin} |\n{number} | {shown}\n{margin} | {}{caret}",
                " ".repeat(before)
            )?;
        }
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

/// Characters of a long line that are shown around the place.
const WIDTH: usize = 100;

impl Remark {
    /// The part of the line to show, and how many characters stand in it before the place.
    fn clipped(&self) -> (String, usize) {
        let chars: Vec<char> =
            self.shown.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let before = (self.column - 1).min(chars.len());
        let start = if before + 20 > WIDTH { before - WIDTH / 2 } else { 0 };
        let end = (start + WIDTH).min(chars.len());
        (chars[start..end].iter().collect(), before - start)
    }
}

impl fmt::Display for RubricError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.faults.iter().take(SHOWN).enumerate() {
            write!(f, "{}{fault}", if at > 0 { "\n\n" } else { "" })?;
        }
        match self.faults.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "\n\nand {more} more"),
        }
    }
}

impl From<Remark> for RubricError {
    fn from(fault: Remark) -> RubricError {
        RubricError { faults: vec![fault] }
    }
}
