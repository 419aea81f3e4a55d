//! What the tutor asked for.
//!
//! In: YAML. Out: a [`Rubric`], or an error that says where the file goes wrong and how to mend it.

mod model;
mod signal;

pub use model::*;
pub use signal::{Signal, Term, VERBS, Verb};
