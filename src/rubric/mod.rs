//! What the tutor asked for.

mod model;

pub use model::*;
