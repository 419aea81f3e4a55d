//! Bars, and the colours of marks, levels, stances and severities. Colour never says anything that words do not.

use colored::{ColoredString, Colorize};

use crate::detect::Severity;
use crate::judge::Level;
use crate::language::Stance;

/// A bar of so many cells.
pub(crate) fn bar(marks: u32, out_of: u32, cells: u32) -> String {
    let full = (marks * cells + out_of / 2).checked_div(out_of).unwrap_or(0).min(cells);
    let empty = cells - full;
    format!("{}{}", "█".repeat(full as usize), "░".repeat(empty as usize))
}

pub(crate) fn mark_colour(mark: u32, text: &str) -> ColoredString {
    match mark {
        0..40 => text.red(),
        40..55 => text.yellow(),
        _ => text.green(),
    }
}

pub(super) fn level_colour(level: Level, text: &str) -> ColoredString {
    match level {
        Level::NotEvidenced => text.red(),
        Level::Limited => text.yellow(),
        Level::Sound => text.cyan(),
        Level::Strong => text.green(),
    }
}

pub(super) fn severity_colour(severity: Severity, text: &str) -> ColoredString {
    match severity {
        Severity::Error => text.red(),
        Severity::Warning => text.yellow(),
        Severity::Note => text.normal(),
    }
}

/// One paragraph's cell in the strip.
pub(super) fn cell(stance: Stance) -> (&'static str, fn(&str) -> ColoredString) {
    match stance {
        Stance::Descriptive => ("d", |text| text.blue()),
        Stance::Analytical => ("a", |text| text.yellow()),
        Stance::Evaluative => ("e", |text| text.green()),
        Stance::Other => ("·", |text| text.dimmed()),
    }
}
