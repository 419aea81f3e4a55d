//! One binary of tests that see the program from outside.

mod batch;
mod docx;
mod filter;
mod gradebook;
mod killed;
mod out;
