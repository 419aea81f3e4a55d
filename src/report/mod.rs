//! What the student reads.
//!
//! In: a [`Report`]: the critiques of one run. Out: text, one file a face; every face shows the same marks, evidence and
//! findings. Cannot fail, and whatever an essay contains is inert in it.

mod calibration;
mod inert;
mod json;
mod run;
mod terminal;

pub use calibration::{calibration_json, calibration_terminal};
pub use inert::inert;
pub use json::{json, json_line};
pub use run::{Failure, Judged, Named, Report};
pub use terminal::{Look, terminal};
