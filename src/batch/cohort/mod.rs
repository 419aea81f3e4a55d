//! One page about the whole class.
//!
//! In: the outcomes of all submissions, one after the other. Out: a page that needs nothing else: how the marks fall, what is
//! missing where, what to teach next, what to look at twice. Names lead to the feedback beside it. Long lists are cut, so that
//! neither the page nor the memory for it grows with the class. The same outcomes give the same bytes.

mod chart;
mod citation;
mod count;
mod length;
mod link;
mod lowest;
mod page;
mod sample;
mod section;
mod tally;

pub(super) use page::page;
pub(super) use tally::tally;

use crate::rubric::Rubric;

/// Rows of the long tables.
const ROWS: usize = 500;

/// What the page is about.
#[derive(Clone, Copy)]
pub(super) struct Class<'a> {
    pub(super) rubric: &'a Rubric,
    /// The name of the engine that read the sentences.
    pub(super) reader: &'a str,
}
