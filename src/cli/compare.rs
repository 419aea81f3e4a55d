//! `critique compare`: two drafts in, receipts out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};

use crate::cli::judging::How;
use crate::cli::look::LookArguments;
use crate::cli::since::text_at;
use crate::cli::write::write;
use crate::document::Document;
use crate::report::{
    Comparison, Failure, Judged, compare_json, compare_markdown, compare_terminal,
};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The older draft and the newer one; with `--since`, the newer alone.
    #[arg(required = true, num_args = 1..=2, value_names = ["OLD", "NEW"])]
    drafts: Vec<PathBuf>,
    /// Take the older draft from this commit.
    #[arg(long, value_name = "REF")]
    since: Option<String>,
    #[command(flatten)]
    how: How,
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Write the comparison to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    look: LookArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Markdown,
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let judging = arguments.how.ready()?;
    let (old, new): (Judged, Judged) = match (arguments.drafts.as_slice(), &arguments.since) {
        ([old, new], None) => (
            judging.check(old).map_err(|it| told(&it))?,
            judging.check(new).map_err(|it| told(&it))?,
        ),
        ([path], Some(reference)) => {
            let text = text_at(path, reference)?;
            let text =
                text.with_context(|| format!("{} was no text at {reference}", path.display()))?;
            let mut old =
                judging.check_document(path, Document::parse(&text)).map_err(|it| told(&it))?;
            old.path = format!("{}@{reference}", path.display());
            (old, judging.check(path).map_err(|it| told(&it))?)
        }
        _ => bail!("compare needs two drafts, or one draft and --since"),
    };
    if arguments.output.is_some() {
        colored::control::set_override(false);
    }
    let comparison = Comparison::of(&old, &new);
    let text = match arguments.format {
        Format::Terminal => compare_terminal(&comparison, arguments.look.look(output(arguments))),
        Format::Markdown => compare_markdown(&comparison),
        Format::Json => compare_json(&comparison),
    };
    write(&text, output(arguments))?;
    Ok(ExitCode::SUCCESS)
}

fn output(arguments: &Arguments) -> Option<&Path> {
    arguments.output.as_deref()
}

fn told(failure: &Failure) -> anyhow::Error {
    anyhow!("{}: {}", failure.path, failure.reason)
}
