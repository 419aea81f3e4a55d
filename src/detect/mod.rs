//! What any marker would query, whatever the rubric.
//!
//! In: an [`Essay`](crate::language::Essay). Out: [`Finding`]s, sorted by place. Cannot fail.

mod finding;

pub use finding::{Finding, Severity};
