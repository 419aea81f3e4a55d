//! What the student reads.
//!
//! In: a [`Report`]: the critiques of one run. Out: text, one file a face; every face shows the same marks, evidence and
//! findings. Cannot fail, and whatever an essay contains is inert in it.

mod ascii;
mod calibration;
mod compare;
mod csv;
mod escape_markdown;
mod github;
mod html;
mod inert;
mod json;
mod json_lines;
mod junit;
mod markdown;
mod pretty;
mod remark;
mod rule_help;
mod run;
mod sarif;
mod sarif_log;
mod strip;
mod terminal;
mod words;

pub use ascii::to_ascii;
pub use calibration::{calibration_json, calibration_terminal};
pub use compare::{
    Change, Comparison, PointChange, Receipt, Side, compare_json, compare_markdown,
    compare_terminal,
};
pub use csv::csv;
pub(crate) use csv::harmless;
pub use github::github;
pub use html::html;
pub use inert::inert;
pub use json::{json, json_schema};
pub use json_lines::{json_line, json_lines, json_refusal};
pub use junit::junit;
pub use markdown::markdown;
pub(crate) use pretty::pretty;
pub use remark::severe_first;
pub use rule_help::{Explain, RuleHelp};
pub use run::{Failure, Judged, Named, Report};
pub use sarif::sarif;
pub use terminal::{Look, terminal};
