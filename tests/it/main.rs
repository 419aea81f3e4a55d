//! Everything that is tested from outside, in one binary.

mod cli;
mod essays;
mod hostile;
mod laws;
mod layers;
mod rubrics;
