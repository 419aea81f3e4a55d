//! `critique mark`: a folder of submissions in, a folder of feedback out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;

use crate::batch::{
    Gradebook, Job, Ledger, Marked, PathIgnores, Store, Submission, Submissions, essay_bytes,
    is_taken, mark, submissions,
};
use crate::cli::choose::Choice;
use crate::cli::ignores::of_project;
use crate::cli::judging::{Handing, How};
use crate::cli::progress::Progress;
use crate::cli::write::{complain, print};
use crate::report::inert;
use crate::rubric::PathIgnore;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder of submissions, as Moodle or Canvas handed it out, or of essays by any name.
    folder: PathBuf,
    /// Where feedback, marks.csv, results.jsonl and cohort.html go; a run that was stopped goes on from there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    how: How,
    #[command(flatten)]
    handing: Handing,
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
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let Arguments { folder, out, .. } = arguments;
    if !folder.is_dir() {
        bail!("{} is no folder", folder.display());
    }
    if is_same(folder, out) {
        bail!("--out is the folder of the submissions: choose another, where nothing is mixed up");
    }
    let gradebook =
        arguments.gradebook.as_deref().map(|path| read_gradebook(path, arguments)).transpose()?;
    let submissions =
        submissions(folder, out, &arguments.exclude).map_err(|error| anyhow!("{error}"))?;
    if submissions.is_empty() {
        bail!("no submissions in {}: no files ending in .docx, .md or .txt", folder.display());
    }
    // A project file among the files of a student is the student's, and does not count.
    let project = of_project(&folder.join("essay"))?;
    let (project, ignores) = project.unwrap_or_default();
    let progress = Progress::new(submissions.len(), arguments.quiet);
    let store = Store::open(out)?;
    let marked = mark_all(arguments, &store, &submissions, &progress, &ignores)?;
    tell_unused(&project, &ignores, &marked, &progress);
    if let Some((name, gradebook)) = gradebook {
        let ledger = fill(&store, &name, &gradebook, &marked, arguments.overwrite)?;
        progress.say(&ledger.text());
    }
    finish(arguments, &marked)
}

fn mark_all(
    arguments: &Arguments,
    store: &Store,
    submissions: &Submissions,
    progress: &Progress,
    ignores: &PathIgnores,
) -> Result<Marked> {
    let (root, judging) =
        (arguments.folder.as_path(), arguments.how.ready()?.of(arguments.handing));
    let Choice { lens, why } =
        judging.rubrics.for_folder(judging.rubric.as_deref(), root, submissions)?;
    progress.say(&format!(
        "{} submissions · rubric {}{}",
        submissions.len(),
        lens.rubric.id,
        why.map(|it| format!(" ({it})")).unwrap_or_default()
    ));
    let conventions = judging.conventions(&lens.rubric)?;
    let job =
        Job { root, lens: &lens, reader: &judging.reader, conventions: &conventions, ignores };
    let marked = mark(job, store, submissions, &|submission: &Submission, done| {
        progress.done(submission, done);
    })?;
    progress.finish();
    Ok(marked)
}

/// Says which ignores of the project file no essay needed.
fn tell_unused(project: &Path, ignores: &PathIgnores, marked: &Marked, progress: &Progress) {
    for (at, PathIgnore { rule, path, .. }) in ignores.all().enumerate() {
        if !marked.ignores.contains(&at) {
            let file = project.display();
            progress.say(&format!(
                "{file}: nothing here breaks `{rule}` in `{path}`: take the ignore out"
            ));
        }
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    std::fs::canonicalize(one).ok().is_some_and(|it| std::fs::canonicalize(other).ok() == Some(it))
}

fn read_gradebook(path: &Path, arguments: &Arguments) -> Result<(String, Gradebook)> {
    let bytes = essay_bytes(path)
        .map_err(|reason| anyhow!("cannot read the gradebook {}: {reason}", path.display()))?;
    let gradebook = Gradebook::read(bytes, arguments.assignment.as_deref())
        .map_err(|error| anyhow!("{}: {error}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if is_taken(&name) {
        bail!("the filled copy of {} would go where other results do: rename it", path.display());
    }
    if is_same(path, &arguments.out.join(&name)) {
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
) -> Result<Ledger> {
    let filled = gradebook.fill(marked, overwrite);
    let (sheet, ledger) = filled.context("cannot read what was marked")?;
    store.put(name, |to| to.write_all(sheet.as_bytes()))?;
    store.put("gradebook.txt", |to| to.write_all(ledger.text().as_bytes()))?;
    Ok(ledger)
}

fn finish(arguments: &Arguments, marked: &Marked) -> Result<ExitCode> {
    tell(marked).context("cannot read what was marked")?;
    if marked.judged == 0 {
        bail!(
            "no submission could be judged; {} says why",
            arguments.out.join("marks.csv").display()
        );
    }
    if !arguments.quiet {
        let out = arguments.out.display();
        print(&format!(
            "{} marked, {} not judged: feedback in {out}, the class in {}\n",
            marked.judged,
            marked.unread,
            arguments.out.join("cohort.html").display()
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says which submissions, and which files of the others, were not judged, and why.
fn tell(marked: &Marked) -> std::io::Result<()> {
    marked.each_unread(&mut |it| {
        complain(&format!("critique: not judged: {}: {}", inert(&it.student), inert(&it.reason)));
        Ok(())
    })?;
    marked.each_outcome(&mut |_, it| {
        for file in &it.beside {
            complain(&format!("critique: left out: {}: {}", inert(&it.student), inert(file)));
        }
        Ok(())
    })
}
