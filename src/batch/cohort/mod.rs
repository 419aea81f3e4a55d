//! One page about the whole class.
//!
//! In: the outcomes of all submissions. Out: a page that needs nothing else: how the marks fall, what is missing where, what
//! to teach next, what to look at twice. Names lead to the feedback beside it. The same outcomes give the same bytes.

mod chart;
mod citation;
mod count;
mod link;
mod page;
mod sample;
mod section;

pub(super) use page::page;

use crate::batch::Marked;
use crate::rubric::Rubric;

/// What the page is about.
#[derive(Clone, Copy)]
pub(super) struct Class<'a> {
    pub(super) rubric: &'a Rubric,
    /// The name of the engine that read the sentences.
    pub(super) reader: &'a str,
    pub(super) marked: &'a Marked,
}
