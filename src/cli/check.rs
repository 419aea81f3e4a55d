//! `critique check`: essays in, report out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::batch::{document_from, essay_document, find, judged_essay};
use crate::cli::choose::{Choice, Rubrics, project_above};
use crate::cli::filter::filter;
use crate::cli::format::{Format, Show};
use crate::cli::ignores::Ignores;
use crate::cli::look::LookArguments;
use crate::cli::program::ReaderName;
use crate::cli::since::changed_lines;
use crate::cli::watch::watch;
use crate::cli::write::{complain, write};
use crate::cli::year::this_year;
use crate::detect::{Conventions, findings};
use crate::document::{Document, Place};
use crate::language::{Essay, Reader};
use crate::report::{Failure, Judged, Report};
use crate::rubric::Rubric;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Essays, or folders of essays; `-` reads one essay from standard input.
    #[arg(required = true, value_name = "PATHS")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    how: How,
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

/// How essays are judged; shared by the commands that judge.
#[derive(Clone, Debug, Args)]
pub(crate) struct How {
    /// A rubric's id (see `critique rubric list`) or the path of its YAML file.
    #[arg(long, value_name = "ID|PATH")]
    rubric: Option<String>,
    /// Which engine reads the sentences.
    #[arg(long, value_enum)]
    reader: Option<ReaderName>,
}

/// Everything that judging needs, made ready once.
pub(crate) struct Judging {
    pub(crate) rubric: Option<String>,
    pub(crate) rubrics: Rubrics,
    pub(crate) reader: Reader,
    ignores: Ignores,
}

impl How {
    pub(crate) fn ready(&self) -> Result<Judging> {
        let rubrics = Rubrics::default();
        if let Some(name) = &self.rubric {
            rubrics.named(name, None)?;
        }
        let reader = Reader::new(ReaderName::engine(self.reader));
        Ok(Judging { rubric: self.rubric.clone(), rubrics, reader, ignores: Ignores::default() })
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let judging = arguments.how.ready()?;
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

impl Judging {
    /// The critiques of all essays under these paths.
    pub(crate) fn report(&self, paths: &[PathBuf]) -> Report {
        let found = find(paths);
        let outcomes: Vec<Result<Judged, Failure>> =
            found.essays.par_iter().map(|path| self.check(path)).collect();
        let mut report = Report {
            reader: self.reader.engine().name(),
            essays: Vec::new(),
            failed: found.failed,
        };
        for outcome in outcomes {
            match outcome {
                Ok(judged) => report.essays.push(judged),
                Err(failure) => report.failed.push(failure),
            }
        }
        self.ignores.report_unused(&mut report.essays);
        report
    }

    /// The critique of one file, or of standard input for `-`.
    pub(crate) fn check(&self, path: &Path) -> Result<Judged, Failure> {
        let document = if path == Path::new("-") {
            document_from(std::io::stdin().lock())
        } else {
            essay_document(path)
        };
        let failure = |reason: String| Failure { path: path.display().to_string(), reason };
        self.check_document(path, document.map_err(failure)?)
    }

    /// The critique of a document that stands, or stood, at a path.
    pub(crate) fn check_document(
        &self,
        path: &Path,
        document: Document,
    ) -> Result<Judged, Failure> {
        let failure = |reason: String| Failure { path: path.display().to_string(), reason };
        let essay = Essay::read(document, &self.reader);
        let choice = match &self.rubric {
            Some(name) => self.rubrics.named(name, None).map(|lens| Choice { lens, why: None }),
            None => self.rubrics.choose(path, &essay),
        };
        let Choice { lens, why } = choice.map_err(|error| failure(format!("{error:#}")))?;
        let bibliography = std::fs::read_to_string(path.with_extension("bib")).ok();
        let conventions = Conventions { bibliography, ..conventions(&lens.rubric) };
        let found = findings(&essay, &conventions);
        let found = self.ignores.obey(path, &essay, !conventions.ignores_forbidden, found);
        let found = found.map_err(|error| failure(format!("{error:#}")))?;
        Ok(judged_essay(path.display().to_string(), essay, &lens, why, &conventions, found))
    }
}

/// The rubric's conventions, with this year.
pub(crate) fn conventions(rubric: &Rubric) -> Conventions {
    Conventions { this_year: Some(this_year()), ..Conventions::of(rubric) }
}
