//! Everything that is tested from outside, in one binary.

mod batch;
mod cli;
mod docx;
mod essays;
mod filter;
mod gradebook;
mod hostile;
mod killed;
mod laws;
mod layers;
mod out;
mod rubrics;
