//! Where words stand. Knows nothing of essays.
//!
//! In: the text of a file. Out: [`Span`]s into it, and the [`Position`] a reader would point to.

mod source;
mod span;

pub use source::{Position, Source};
pub use span::Span;
