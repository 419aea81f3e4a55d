//! How far each point is met.

mod critique;

pub use critique::*;
