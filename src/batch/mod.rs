//! A folder at once.
//!
//! In: files. Out: the texts of essays in a fixed order, judged on all cores. One file that cannot be read never stops the
//! others.

mod find;
mod labels;
mod read;

pub use find::{Found, find};
pub use labels::read_labels;
pub use read::{LARGEST, essay_text, text_of};
