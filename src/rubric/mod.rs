//! What the tutor asked for.
//!
//! In: the YAML of a rubric, or a topic page to draft one from. Out: a [`Rubric`], or a [`RubricError`] that says where
//! the file is wrong and what was meant. Nothing here reads a file or prints.

mod blank;
mod bundled;
mod draft;
mod export;
mod front_matter;
mod import;
mod lint;
mod model;
mod project;
mod read;
mod scale;
pub mod schema;
mod signal;
mod verb;
mod words;

pub use blank::blank;
pub use bundled::{BUNDLED, bundled, bundled_rubric, meant};
pub use draft::draft;
pub use export::{canvas, marking_sheet};
pub use front_matter::named_in_front_matter;
pub use import::{ImportError, import};
pub use lint::lint;
pub use model::*;
pub use project::{PathIgnore, Project};
pub use read::{Places, Remark, RubricError, RubricWarning, read};
pub use scale::{Attempt, Band, Grade, Scale};
pub use signal::{Signal, Term, VERBS, Verb};
pub use words::{Counted, Counts, Penalty, Words};
