//! One thing to say, and where to say it.

use crate::document::Place;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub place: Place,
    /// The id of the detector.
    pub rule: &'static str,
    pub severity: Severity,
    /// States the fault; never the cure.
    pub message: String,
    /// States the cure, or asks the question that leads to it.
    pub help: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}
