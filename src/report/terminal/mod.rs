//! The report for a terminal: how am I doing, and what do I fix first.
//!
//! In: a [`Report`](crate::report::Report) and a [`Look`]. Out: lines of at most the width at hand. The first screen holds
//! the mark, a bar per criterion, the stance of each paragraph and the first steps; the rest follows.

mod first_screen;
mod lead;
mod lists;
mod look;
mod page;
mod paint;
mod points;
mod whole;

pub(crate) use lead::Lead;
pub use look::Look;
pub(crate) use page::Page;
pub(crate) use paint::{bar, mark_colour};
pub use whole::terminal;
