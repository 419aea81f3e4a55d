//! `critique explain`: what a rule checks, why a marker cares, and an example.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::write::print;
use crate::detect::{DETECTORS, Detector, explain, suggest};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The id of a rule, as findings show it in brackets; all rules when left out.
    rule: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.rule {
        None => print(&list())?,
        Some(rule) => match explain(rule) {
            Some(detector) => print(&told(detector))?,
            None => bail!(
                "no rule `{rule}`{}",
                suggest(rule).map(|it| format!("; did you mean `{it}`?")).unwrap_or_default()
            ),
        },
    }
    Ok(ExitCode::SUCCESS)
}

fn list() -> String {
    let mut text = String::new();
    for detector in DETECTORS {
        let _ = writeln!(text, "{}\n    {}", detector.id, detector.what);
    }
    text
}

fn told(detector: &Detector) -> String {
    format!(
        "{} ({})\n\n{}\n\nWhy it matters: {}\n\nFor example (carets stand under the fault):\n{}\n\nTo allow it in one place, with a reason:\n<!-- critique-ignore {}: why -->\n",
        detector.id,
        detector.severity.name(),
        detector.what,
        detector.why,
        detector.example.trim_end(),
        detector.id
    )
}
