//! A folder at once.
//!
//! In: files. Out: the texts of essays in a fixed order, judged on all cores. One file that cannot be read never stops the
//! others.

mod find;
mod judging;
mod labels;
mod read;

pub use find::{Found, find};
pub use labels::read_labels;
pub use judging::{judged, judged_essay};
pub use read::{LARGEST, document_from, essay_document};
