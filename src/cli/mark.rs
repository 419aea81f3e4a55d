//! `critique mark`: a folder of submissions in, a folder of feedback out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;

use crate::batch::{
    Gradebook, Job, Ledger, Marked, Store, StoreError, Submission, mark, submissions,
};
use crate::cli::choose::{Choice, Rubrics};
use crate::cli::program::ReaderName;
use crate::cli::progress::Progress;
use crate::cli::write::{complain, print};
use crate::cli::year::this_year;
use crate::detect::Conventions;
use crate::language::Reader;
use crate::report::inert;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder of submissions, as Moodle or Canvas handed it out, or of essays by any name.
    folder: PathBuf,
    /// Where feedback, marks.csv, results.jsonl and cohort.html go; a run that was stopped goes on from there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A rubric's id (see `critique rubric list`) or the path of its YAML file.
    #[arg(long, value_name = "ID|PATH")]
    rubric: Option<String>,
    /// The grading worksheet or gradebook that Moodle or Canvas handed out (CSV); a filled copy goes to DIR.
    #[arg(long, value_name = "SHEET")]
    gradebook: Option<PathBuf>,
    /// The assignment's column in a Canvas gradebook, by title or number.
    #[arg(long, value_name = "NAME", requires = "gradebook")]
    assignment: Option<String>,
    /// Write over grades that the gradebook already has.
    #[arg(long, requires = "gradebook")]
    overwrite: bool,
    /// Say nothing but what went wrong.
    #[arg(long)]
    quiet: bool,
    /// Leave out files that fit this pattern, as in .gitignore; may be given more than once.
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Which engine reads the sentences.
    #[arg(long, value_enum)]
    reader: Option<ReaderName>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let Arguments { folder, out, .. } = arguments;
    if !folder.is_dir() {
        bail!("{} is no folder", folder.display());
    }
    let gradebook =
        arguments.gradebook.as_deref().map(|path| read_gradebook(path, arguments)).transpose()?;
    let submissions =
        submissions(folder, out, &arguments.exclude).map_err(|error| anyhow!("{error}"))?;
    if submissions.is_empty() {
        bail!("no submissions in {}: no files ending in .docx, .md or .txt", folder.display());
    }
    let Choice { lens, why } =
        Rubrics::default().for_folder(arguments.rubric.as_deref(), folder, &submissions)?;
    let progress = Progress::new(submissions.len(), arguments.quiet);
    progress.say(&format!(
        "{} submissions · rubric {}{}",
        submissions.len(),
        lens.rubric.id,
        why.map(|it| format!(" ({it})")).unwrap_or_default()
    ));
    let reader = Reader::new(ReaderName::engine(arguments.reader));
    let store = Store::open(out)?;
    let conventions = Conventions { this_year: Some(this_year()), ..Conventions::of(&lens.rubric) };
    let job = Job { root: folder, lens: &lens, reader: &reader, conventions: &conventions };
    let marked = mark(job, &store, &submissions, &|submission: &Submission, done| {
        progress.done(submission, done);
    })?;
    progress.finish();
    if let Some((name, gradebook)) = gradebook {
        let ledger = fill(&store, &name, &gradebook, &marked, arguments.overwrite)?;
        progress.say(&ledger.text());
    }
    finish(arguments, &marked)
}

fn read_gradebook(path: &Path, arguments: &Arguments) -> Result<(String, Gradebook)> {
    let bytes = std::fs::read(path)
        .with_context(|| format!("cannot read the gradebook {}", path.display()))?;
    let gradebook = Gradebook::read(bytes, arguments.assignment.as_deref())
        .map_err(|error| anyhow!("{}: {error}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if std::fs::canonicalize(path).ok() == std::fs::canonicalize(arguments.out.join(&name)).ok() {
        bail!(
            "{} lies in the out folder, where its filled copy goes: keep the downloaded sheet elsewhere",
            path.display()
        );
    }
    Ok((name, gradebook))
}

fn fill(
    store: &Store,
    name: &str,
    gradebook: &Gradebook,
    marked: &Marked,
    overwrite: bool,
) -> Result<Ledger, StoreError> {
    let (sheet, ledger) = gradebook.fill(marked, overwrite);
    store.put(name, |to| to.write_all(sheet.as_bytes()))?;
    store.put("gradebook.txt", |to| to.write_all(ledger.text().as_bytes()))?;
    Ok(ledger)
}

fn finish(arguments: &Arguments, marked: &Marked) -> Result<ExitCode> {
    for it in &marked.unread {
        complain(&format!("critique: not read: {}: {}", inert(&it.student), inert(&it.reason)));
    }
    if marked.outcomes.is_empty() {
        bail!(
            "no submission could be read; {} says why",
            arguments.out.join("marks.csv").display()
        );
    }
    if !arguments.quiet {
        let out = arguments.out.display();
        print(&format!(
            "{} marked, {} not read: feedback in {out}, the class in {}\n",
            marked.outcomes.len(),
            marked.unread.len(),
            arguments.out.join("cohort.html").display()
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}
