//! Everything that is tested from outside, in one binary.

mod batch;
mod cli;
mod compare;
mod coursework;
mod docx;
mod essays;
mod faces;
mod filter;
mod golden;
mod gradebook;
mod grading;
mod hostile;
mod joined;
mod killed;
mod laws;
mod layers;
mod out;
mod poisoned;
mod rubrics;
