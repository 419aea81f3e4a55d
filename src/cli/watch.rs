//! `critique check --watch`: reads again whenever an essay is saved.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::channel;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::RecursiveMode;
use notify_debouncer_mini::new_debouncer;

use crate::cli::judging::Judging;
use crate::cli::write::{complain, print};
use crate::report::{Comparison, Judged, Look, Report, compare_terminal, inert, terminal};

/// An editor's many writes within this time are one save.
const SETTLED: Duration = Duration::from_millis(250);

/// Shows the report, then after each save what changed since the last; ends when interrupted.
pub(crate) fn watch(paths: &[PathBuf], judging: &Judging, look: &Look) -> Result<ExitCode> {
    let (send, saves) = channel();
    let mut debouncer = new_debouncer(SETTLED, send).context("cannot watch files")?;
    for folder in paths.iter().map(|path| folder_of(path)) {
        let cannot = || format!("cannot watch {}", folder.display());
        debouncer.watcher().watch(&folder, RecursiveMode::Recursive).with_context(cannot)?;
    }
    let mut last = judging.report(paths);
    print(&terminal(&last, look.clone()))?;
    complain("critique: watching; Ctrl-C ends");
    for save in saves {
        if save.is_ok() {
            let next = judging.report(paths);
            print(&changes(&last, &next, look))?;
            last = next;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Editors replace files, so it is the folder that is watched.
fn folder_of(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    if path.is_dir() { path.to_owned() } else { parent.unwrap_or(Path::new(".")).to_owned() }
}

fn changes(last: &Report, next: &Report, look: &Look) -> String {
    let before = |essay: &Judged| last.essays.iter().find(|it| it.path == essay.path);
    let mut text = String::new();
    for essay in &next.essays {
        match before(essay) {
            Some(old) if old.source() == essay.source() => {}
            Some(old) => {
                text.push_str(&compare_terminal(&Comparison::of(old, essay), look.clone()));
            }
            None => {
                let _ = writeln!(text, "{}: new", inert(&essay.path));
            }
        }
    }
    for failure in &next.failed {
        let _ = writeln!(text, "not read: {}: {}", inert(&failure.path), inert(&failure.reason));
    }
    text
}
