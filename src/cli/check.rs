//! `critique check`: essays in, report out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::batch::{document_from, essay_document, find, judged_essay};
use crate::cli::choose::{Choice, Rubrics, project_above};
use crate::cli::filter::Filter;
use crate::cli::program::ReaderName;
use crate::cli::write::{complain, write};
use crate::cli::year::this_year;
use crate::detect::Conventions;
use crate::language::{Essay, Reader};
use crate::report::{Failure, Judged, Look, Report, json, json_line, terminal};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Essays, or folders of essays; `-` reads one essay from standard input.
    #[arg(required = true, value_name = "PATHS")]
    paths: Vec<PathBuf>,
    /// A rubric's id (see `critique rubric list`) or the path of its YAML file.
    #[arg(long, value_name = "ID|PATH")]
    rubric: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// What the paths hold: an essay each, or an essay a line, as {"id", "text"}.
    #[arg(long, value_enum, default_value_t = Input::Essay)]
    input: Input,
    /// Write the report to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Exit with 1 if an essay's mark is below this.
    #[arg(long, value_name = "MARK", value_parser = clap::value_parser!(u32).range(0..=100))]
    fail_under: Option<u32>,
    /// Show every marking point with its evidence, and every finding.
    #[arg(long)]
    all: bool,
    /// Which engine reads the sentences.
    #[arg(long, value_enum)]
    reader: Option<ReaderName>,
    /// Columns of the terminal report; the terminal's own when left out.
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
    /// One line of JSON an essay.
    Jsonl,
}

/// What stands in the files that are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Input {
    /// One essay each.
    Essay,
    /// One essay a line, as {"id", "text"}; with `--format jsonl` alone.
    Jsonl,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let rubrics = Rubrics::default();
    if let Some(name) = &arguments.rubric {
        rubrics.named(name, None)?;
    }
    let reader = Reader::new(ReaderName::engine(arguments.reader));
    if arguments.input == Input::Jsonl {
        return filter(arguments, &rubrics, &reader);
    }
    let report = report(arguments, &rubrics, &reader);
    let text = match arguments.format {
        Format::Json => json(&report),
        Format::Jsonl => lines(&report),
        Format::Terminal => terminal(&report, Look { width: width(arguments), all: arguments.all }),
    };
    if report.essays.is_empty() {
        let reasons = report
            .failed
            .iter()
            .map(|it| format!("\n  {}: {}", it.path, it.reason))
            .collect::<String>();
        if arguments.format == Format::Json {
            write(&text, arguments.output.as_deref())?;
        }
        bail!("no essay could be read{reasons}");
    }
    write(&text, arguments.output.as_deref())?;
    for failure in report.failed.iter().filter(|_| arguments.format != Format::Terminal) {
        complain(&format!("critique: not read: {}: {}", failure.path, failure.reason));
    }
    Ok(ExitCode::from(u8::from(falls_short(arguments, &report))))
}

/// Essays from lines of JSON, answered line by line.
fn filter(arguments: &Arguments, rubrics: &Rubrics, reader: &Reader) -> Result<ExitCode> {
    if arguments.format != Format::Jsonl
        || arguments.output.is_some()
        || arguments.fail_under.is_some()
    {
        bail!("--input jsonl goes with --format jsonl alone, to standard output");
    }
    let filter = Filter { rubrics, rubric: arguments.rubric.as_deref(), reader };
    for path in &arguments.paths {
        let to = std::io::BufWriter::new(std::io::stdout().lock());
        if path == Path::new("-") {
            filter.run(std::io::stdin().lock(), to)?;
        } else {
            let file = std::fs::File::open(path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            filter.run(std::io::BufReader::new(file), to)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// One line an essay, and one a file that cannot be read.
fn lines(report: &Report) -> String {
    let essays = report.essays.iter().map(|essay| {
        let alone =
            Report { reader: report.reader, essays: vec![essay.clone()], failed: Vec::new() };
        json_line(&essay.path, &alone) + "\n"
    });
    let failed = report
        .failed
        .iter()
        .map(|it| serde_json::json!({"id": it.path, "error": it.reason}).to_string() + "\n");
    essays.chain(failed).collect()
}

fn width(arguments: &Arguments) -> usize {
    const DEFAULT: usize = 80;
    arguments.width.unwrap_or_else(|| {
        terminal_size::terminal_size().map_or(DEFAULT, |(width, _)| usize::from(width.0))
    })
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

fn report(arguments: &Arguments, rubrics: &Rubrics, reader: &Reader) -> Report {
    let found = find(&arguments.paths);
    let one = |path: &PathBuf| check(path, arguments.rubric.as_deref(), rubrics, reader);
    let outcomes: Vec<Result<Judged, Failure>> = found.essays.par_iter().map(one).collect();
    let mut report =
        Report { reader: reader.engine().name(), essays: Vec::new(), failed: found.failed };
    for outcome in outcomes {
        match outcome {
            Ok(judged) => report.essays.push(judged),
            Err(failure) => report.failed.push(failure),
        }
    }
    report
}

fn check(
    path: &Path,
    rubric: Option<&str>,
    rubrics: &Rubrics,
    reader: &Reader,
) -> Result<Judged, Failure> {
    let failure = |reason: String| Failure { path: path.display().to_string(), reason };
    let document = if path == Path::new("-") {
        document_from(std::io::stdin().lock())
    } else {
        essay_document(path)
    };
    let essay = Essay::read(document.map_err(failure)?, reader);
    let choice = match rubric {
        Some(name) => rubrics.named(name, None).map(|lens| Choice { lens, why: None }),
        None => rubrics.choose(path, &essay),
    };
    let Choice { lens, why } = choice.map_err(|error| failure(format!("{error:#}")))?;
    let bibliography = std::fs::read_to_string(path.with_extension("bib")).ok();
    let conventions =
        Conventions { this_year: Some(this_year()), bibliography, ..Conventions::of(&lens.rubric) };
    Ok(judged_essay(path.display().to_string(), &essay, &lens, why, &conventions))
}
