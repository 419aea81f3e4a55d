//! How far a folder has got: a bar on a terminal, plain lines elsewhere, nothing when quiet.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::batch::{Done, Submission};
use crate::cli::write::complain;
use crate::report::inert;

pub(crate) struct Progress {
    bar: ProgressBar,
    plain: bool,
    quiet: bool,
    total: usize,
    done: AtomicUsize,
    kept: AtomicUsize,
}

/// Off a terminal, a line after this share of the whole.
const LINES: usize = 10;

impl Progress {
    pub(crate) fn new(total: usize, quiet: bool) -> Progress {
        let terminal = std::io::stderr().is_terminal() && !quiet;
        let target =
            if terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(total as u64), target);
        let style =
            ProgressStyle::with_template("{bar:30} {pos}/{len} · {per_sec} · {eta} left · {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Progress {
            bar,
            plain: !terminal,
            quiet,
            total,
            done: AtomicUsize::new(0),
            kept: AtomicUsize::new(0),
        }
    }

    /// A line beside the bar.
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            self.bar.suspend(|| complain(text.trim_end()));
        }
    }

    pub(crate) fn done(&self, submission: &Submission, done: &Done) {
        let count = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if *done == Done::Kept {
            self.kept.fetch_add(1, Ordering::Relaxed);
        }
        self.bar.set_message(inert(&submission.student).into_owned());
        self.bar.inc(1);
        if self.plain && count.is_multiple_of((self.total / LINES).max(1)) {
            self.say(&format!("{count} of {} done", self.total));
        }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
        let kept = self.kept.load(Ordering::Relaxed);
        if kept > 0 {
            self.say(&format!("{kept} unchanged since an earlier run, and kept"));
        }
    }
}
