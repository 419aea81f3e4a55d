//! Two drafts side by side: what was resolved, and what only looks so.
//!
//! In: two [`Judged`](crate::report::Judged). Out: a [`Comparison`], and its three faces. Cannot fail.

mod comparison;
mod dressing;
mod fault;
mod json;
mod markdown;
mod terminal;

pub use comparison::{Change, Comparison, PointChange, Receipt, Side};
pub use json::compare_json;
pub use markdown::compare_markdown;
pub use terminal::compare_terminal;
