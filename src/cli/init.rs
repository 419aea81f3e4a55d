//! `critique init`: a coursework folder made ready; never overwrites.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::choose::Rubrics;
use crate::cli::write::print;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The coursework folder.
    #[arg(default_value = ".", value_name = "FOLDER")]
    folder: PathBuf,
    /// The rubric that essays here are held against.
    #[arg(long, value_name = "ID|PATH", default_value = "partnership-working")]
    rubric: String,
    /// `check` exits with 1 below this mark.
    #[arg(long, value_name = "MARK", default_value_t = 40, value_parser = clap::value_parser!(u32).range(0..=100))]
    fail_under: u32,
}

const WORKFLOW: &str = include_str!("workflow.yml");

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    Rubrics::default().named(&arguments.rubric, Some(&arguments.folder))?;
    let project = format!(
        "# What every essay in this folder is held against; marks are indicative, an assessor decides.\nrubric: {}\n# `critique check` exits with 1 below this mark.\nfail-under: {}\n",
        serde_json::to_string(&arguments.rubric)?,
        arguments.fail_under
    );
    let files = [("critique.yaml", project.as_str()), (".github/workflows/critique.yml", WORKFLOW)];
    for (name, text) in files {
        let path = arguments.folder.join(name);
        let told =
            if write_new(&path, text)? { "written" } else { "kept, as it was there already" };
        print(&format!("{}: {told}\n", path.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that is not there yet; false if it is.
fn write_new(path: &Path, text: &str) -> Result<bool> {
    let cannot = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(cannot)?;
    }
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).with_context(cannot).map(|()| true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error).with_context(cannot),
    }
}
