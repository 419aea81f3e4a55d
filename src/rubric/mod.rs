//! What the tutor asked for.
//!
//! In: YAML. Out: a [`Rubric`], or an error that says where the file goes wrong and how to mend it.

mod bundled;
mod front_matter;
mod model;
mod project;
mod read;
mod signal;

pub use bundled::{BUNDLED, bundled};
pub use front_matter::named_in_front_matter;
pub use model::*;
pub use project::Project;
pub use read::read;
pub use signal::{Signal, Term, VERBS, Verb};
