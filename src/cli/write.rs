//! To standard output, to a file, to standard error; a closed pipe is silence.

use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result};

use crate::report::inert;

/// Writes to a file, or to standard output.
pub(crate) fn write(text: &str, to: Option<&Path>) -> Result<()> {
    match to {
        Some(path) => {
            std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
        }
        None => print(text),
    }
}

pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// Lines on standard error.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", harmless(text));
}

/// Text whose lines may hold what a stranger wrote, for a terminal or the log of a workflow: nothing in it is obeyed.
pub(crate) fn harmless(text: &str) -> String {
    let line = |line: &str| {
        let line = inert(line).replace("##[", "## [");
        if line.trim_start().starts_with("::") { line.replacen("::", ": :", 1) } else { line }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_line_is_a_command() {
    assert_eq!(
        harmless("a: b::c\n  ::error::x\n##[error]\u{1b}[2J"),
        "a: b::c\n  : :error::x\n## [error]\u{fffd}[2J"
    );
}
