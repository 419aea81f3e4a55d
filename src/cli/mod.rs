//! One file a command: the only room that touches files, the clock and the terminal.
//!
//! In: arguments. Out: an exit code: 0 done; 1 done, and some essay is below `--fail-under`; 2 could not do it.

mod calibrate;
mod check;
mod choose;
mod compare;
mod completions;
mod explain;
mod filter;
mod format;
mod ignores;
mod init;
mod judging;
mod look;
mod mark;
mod program;
mod progress;
mod reader_name;
mod rubric;
mod rubric_check;
mod schema;
mod since;
mod watch;
mod write;
mod year;

pub use program::Program;
