//! Everything that is tested from outside, in one binary.

mod cli;
mod compare;
mod coursework;
mod essays;
mod faces;
mod golden;
mod hostile;
mod laws;
mod layers;
mod poisoned;
mod rubrics;
