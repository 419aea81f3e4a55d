//! `critique schema`: the shapes of what this program writes.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::cli::write::print;
use crate::report::json_schema;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(value_enum)]
    of: Of,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// `critique-report/1`, the JSON report.
    Report,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    match arguments.of {
        Of::Report => print(&json_schema())?,
    }
    Ok(ExitCode::SUCCESS)
}
