//! `critique check`: essays in, report out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::cli::choose::project_above;
use crate::cli::filter::filter;
use crate::cli::format::{Format, Show};
use crate::cli::judging::{Handing, How};
use crate::cli::look::LookArguments;
use crate::cli::since::changed_lines;
use crate::cli::watch::watch;
use crate::cli::write::{complain, write};
use crate::document::Place;
use crate::report::{Failure, Report};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Essays, or folders of essays; `-` reads one essay from standard input.
    #[arg(required = true, value_name = "PATHS")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    how: How,
    #[command(flatten)]
    handing: Handing,
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// What the paths hold; an essay a line goes with `--format jsonl`.
    #[arg(long, value_enum, default_value_t = Input::Essay)]
    #[arg(conflicts_with_all = ["output", "fail_under", "since", "watch"])]
    input: Input,
    /// Write the report to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Exit with 1 if an essay's mark is below this.
    #[arg(long, value_name = "MARK", value_parser = clap::value_parser!(u32).range(0..=100))]
    fail_under: Option<u32>,
    /// Show only findings on lines changed since this commit; the mark is still of the whole essay.
    #[arg(long, value_name = "REF")]
    since: Option<String>,
    /// With `--format github`: add the two notices that GitHub Classroom reads.
    #[arg(long)]
    classroom: bool,
    /// Read again whenever an essay is saved, and show what changed.
    #[arg(long, conflicts_with_all = ["output", "format"])]
    watch: bool,
    #[command(flatten)]
    look: LookArguments,
}

/// What stands in the files that are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Input {
    /// One essay each.
    Essay,
    /// One essay a line, as {"id", "text"}.
    Jsonl,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let judging = arguments.how.ready()?.of(arguments.handing);
    if arguments.input == Input::Jsonl {
        if arguments.format != Format::Jsonl {
            bail!("--input jsonl goes with --format jsonl");
        }
        filter(&arguments.paths, &judging)?;
        return Ok(ExitCode::SUCCESS);
    }
    let look = arguments.look.look(arguments.output.as_deref());
    if arguments.watch {
        return watch(&arguments.paths, &judging, &look);
    }
    let mut report = judging.report(&arguments.paths);
    if let Some(reference) = &arguments.since {
        only_changed(&mut report, reference)?;
    }
    if arguments.output.is_some() {
        colored::control::set_override(false);
    }
    let text = arguments.format.of(&report, &Show { look, classroom: arguments.classroom });
    if report.essays.is_empty() {
        let reason = |it: &Failure| format!("\n  {}: {}", it.path, it.reason);
        let reasons = report.failed.iter().map(reason).collect::<Vec<_>>().concat();
        if matches!(arguments.format, Format::Json | Format::Jsonl) {
            write(&text, arguments.output.as_deref())?;
        }
        bail!("no essay could be read{reasons}");
    }
    write(&text, arguments.output.as_deref())?;
    for failure in report.failed.iter().filter(|_| arguments.format != Format::Terminal) {
        complain(&format!("critique: not judged: {}: {}", failure.path, failure.reason));
    }
    Ok(ExitCode::from(u8::from(falls_short(arguments, &report))))
}

/// Keeps the findings that touch a changed line.
fn only_changed(report: &mut Report, reference: &str) -> Result<()> {
    for essay in &mut report.essays {
        let changed = changed_lines(Path::new(&essay.path), reference)?;
        let touches = |place: &Place| {
            changed.iter().any(|it| *it.start() <= place.end.line && place.start.line <= *it.end())
        };
        essay.critique.findings.retain(|it| touches(&it.place));
    }
    Ok(())
}

fn falls_short(arguments: &Arguments, report: &Report) -> bool {
    report.essays.iter().any(|essay| {
        let from_project = || {
            project_above(Path::new(&essay.path))
                .ok()
                .flatten()
                .and_then(|(_, project)| project.fail_under)
        };
        arguments.fail_under.or_else(from_project).is_some_and(|least| essay.critique.mark < least)
    })
}
