//! Where words stand. Knows nothing of essays.
//!
//! In: the text of a file. Out: [`Span`]s into it, its words, and the [`Position`] a reader would point to.

mod rare;
mod source;
mod span;
mod words;

pub(crate) use rare::rare;
pub use source::{Position, Source};
pub use span::Span;
pub(crate) use words::words;
