//! `critique calibrate`: how far do the verdicts agree with assessors?
//!
//! An essay whose labels name a topic page is judged by a rubric drafted from that page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::batch::{essay_document, label_topics, plain_text, read_labels};
use crate::cli::choose::Rubrics;
use crate::cli::reader_name::ReaderName;
use crate::cli::write::print;
use crate::judge::{
    Answer, Calibration, Counts, Fitted, Labels, Lens, Models, calibrate, fit, judge_with, weigh,
};
use crate::language::{Essay, Reader};
use crate::report::{calibration_json, calibration_terminal};
use crate::rubric::{draft, read};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Assessors' verdicts: JSON lines or CSV (file, point id, level), or a folder with labels.jsonl and second.jsonl.
    labels: PathBuf,
    /// The folder of the essays that the labels name.
    essays: PathBuf,
    /// Further folders, each with its labels and essays.
    #[arg(long, value_name = "FOLDER")]
    also: Vec<PathBuf>,
    #[arg(long, value_name = "ID|PATH", default_value = "partnership-working")]
    rubric: String,
    #[arg(long, value_enum)]
    reader: Option<ReaderName>,
    /// Judge each essay with models that were fitted without it, and without all essays of its topic page if it has one.
    #[arg(long)]
    folds: bool,
    /// Fit the models on all these essays and print the weights file.
    #[arg(long)]
    fit: bool,
    /// Print the counts of evidence behind every verdict, with the assessors' labels, as CSV.
    #[arg(long)]
    counts: bool,
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
}

/// Labels of one essay, by one assessor or several, and the essay as it was read.
struct Labelled {
    labels: Vec<Labels>,
    essay: Essay,
    counts: Counts,
    lens: Arc<Lens>,
    /// What is left out together: the essays of a topic page, or the essay alone.
    group: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let lens = Arc::new(Rubrics::default().named(&arguments.rubric, None)?);
    let reader = Reader::new(ReaderName::engine(arguments.reader));
    let mut essays = read_all(&arguments.labels, &arguments.essays, &lens, &reader)?;
    for folder in &arguments.also {
        essays.extend(read_all(folder, folder, &lens, &reader)?);
    }
    let drafted = essays.iter().filter(|it| it.lens.rubric.drafted).count();
    if (arguments.fit || arguments.folds) && drafted > 0 && drafted < essays.len() {
        bail!("models are fitted for drafted rubrics or for refined ones; these essays have both");
    }
    if essays.is_empty() {
        bail!("{} labels no essay of {}", arguments.labels.display(), arguments.essays.display());
    }
    if arguments.fit {
        print(&fitted_text(&fit(&pairs(&essays, None), one_rubric(&essays)), &essays[0].lens))?;
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.counts {
        print(&counts_csv(&essays))?;
        return Ok(ExitCode::SUCCESS);
    }
    let calibration = calibration(&essays, arguments.folds);
    print(&match arguments.format {
        Format::Terminal => calibration_terminal(&calibration, arguments.folds),
        Format::Json => calibration_json(&calibration, arguments.folds),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A line a verdict: file, kind, id, each assessor's label parted by `|`, and the counts.
fn counts_csv(essays: &[Labelled]) -> String {
    let mut lines = Vec::new();
    for it in essays {
        let lens = &it.lens;
        let file = it.labels.first().map_or("", |labels| labels.file.as_str());
        let mut line = |kind: &str, id: &str, labels: Vec<String>, counts: &[f32]| {
            let counts =
                counts.iter().map(|count| format!("{count:.4}")).collect::<Vec<_>>().join(",");
            lines.push(format!("{file},{kind},{id},{},{counts}\n", labels.join("|")));
        };
        for (at, point) in lens.rubric.points.iter().enumerate() {
            let labels = it
                .labels
                .iter()
                .filter_map(|labels| labels.points[at])
                .map(|level| level.to_string());
            line("point", &point.id, labels.collect(), &it.counts.points[at]);
        }
        for (at, mistake) in lens.rubric.mistakes.iter().enumerate() {
            let labels = it
                .labels
                .iter()
                .filter_map(|labels| labels.mistakes[at])
                .map(|made| made.to_string());
            line("mistake", &mistake.id, labels.collect(), &it.counts.mistakes[at]);
        }
        for (at, practice) in lens.rubric.practices.iter().enumerate() {
            let labels = it
                .labels
                .iter()
                .filter_map(|labels| labels.practices[at])
                .map(|met| met.to_string());
            line("practice", &practice.id, labels.collect(), &it.counts.practices[at]);
        }
    }
    lines.concat()
}

fn calibration(essays: &[Labelled], folds: bool) -> Calibration {
    let answer = |labelled: &Labelled| {
        let (essay, rubric) = (&labelled.essay, &labelled.lens.rubric);
        if !folds {
            let models = Models::fitted(rubric);
            return Answer::of(&judge_with(essay, &labelled.lens, Vec::new(), models), rubric);
        }
        let fitted = fit(&pairs(essays, Some(&labelled.group)), one_rubric(essays));
        let lens = needing(&labelled.lens, &fitted);
        Answer::of(&judge_with(essay, &lens, Vec::new(), &fitted.models), rubric)
    };
    let answers: Vec<Answer> = essays.par_iter().map(answer).collect();
    let both = essays.iter().zip(&answers);
    let pairs: Vec<_> = both
        .flat_map(|(it, answer)| it.labels.iter().map(move |labels| (labels, answer)))
        .collect();
    calibrate(&pairs)
}

fn one_rubric(essays: &[Labelled]) -> bool {
    essays.iter().all(|it| Arc::ptr_eq(&it.lens, &essays[0].lens))
}

/// The lens with the needs that were fitted.
fn needing(lens: &Lens, fitted: &Fitted) -> Lens {
    let mut lens = lens.clone();
    lens.rubric
        .mistakes
        .iter_mut()
        .zip(&fitted.mistake_needs)
        .for_each(|(it, need)| it.need = *need);
    lens.rubric
        .practices
        .iter_mut()
        .zip(&fitted.practice_needs)
        .for_each(|(it, need)| it.need = *need);
    lens
}

/// The weights file, and the needs to write into the rubric.
fn fitted_text(fitted: &Fitted, lens: &Lens) -> String {
    let mut text = fitted.models.written(lens.rubric.drafted);
    let mistakes = lens.rubric.mistakes.iter().map(|it| &it.id).zip(&fitted.mistake_needs);
    let practices = lens.rubric.practices.iter().map(|it| &it.id).zip(&fitted.practice_needs);
    for (id, need) in mistakes.chain(practices) {
        let _ = writeln!(text, "# {id}: need: {need:.1}");
    }
    text
}

/// Every assessor's labels with the counts of the essay, but for one group. An essay whose mark is bound earns nothing for
/// what it says, and so teaches nothing about what saying it is worth.
fn pairs<'a>(essays: &'a [Labelled], without: Option<&Path>) -> Vec<(&'a Labels, &'a Counts)> {
    let teaches = |it: &&Labelled| it.counts.show_something();
    let kept = essays.iter().filter(|it| Some(it.group.as_path()) != without).filter(teaches);
    kept.flat_map(|it| it.labels.iter().map(move |labels| (labels, &it.counts))).collect()
}

fn read_all(
    labels: &Path,
    essays: &Path,
    lens: &Arc<Lens>,
    reader: &Reader,
) -> Result<Vec<Labelled>> {
    let files = if labels.is_dir() {
        vec![labels.join("labels.jsonl"), labels.join("second.jsonl")]
    } else {
        vec![labels.to_owned()]
    };
    let files = files.iter().filter(|file| file.exists() || !labels.is_dir());
    let texts = files.map(|file| {
        let text = plain_text(file);
        Ok((file, text.map_err(|reason| anyhow!("cannot read {}: {reason}", file.display()))?))
    });
    let texts = texts.collect::<Result<Vec<_>>>()?;
    let topics: BTreeSet<String> = texts.iter().flat_map(|(_, text)| label_topics(text)).collect();
    let mut parts: Vec<(Option<&str>, Arc<Lens>)> = Vec::new();
    for topic in &topics {
        parts.push((Some(topic), Arc::new(drafted(&essays.join(topic))?)));
    }
    if parts.is_empty() {
        parts.push((None, lens.clone()));
    }
    let mut all = Vec::new();
    for (topic, lens) in parts {
        let mut by_file: BTreeMap<String, Vec<Labels>> = BTreeMap::new();
        for (file, text) in &texts {
            let read = read_labels(text, &lens.rubric, topic)
                .map_err(|error| anyhow!("{}: {error}", file.display()))?;
            for it in read {
                by_file.entry(it.file.clone()).or_default().push(it);
            }
        }
        let one = |(file, labels): (String, Vec<Labels>)| {
            let path = essays.join(&file);
            let group = topic.map_or_else(|| path.clone(), |topic| essays.join(topic));
            read_one(&path, group, labels, &lens, reader)
        };
        let files: Vec<_> = by_file.into_iter().collect();
        all.extend(files.into_par_iter().map(one).collect::<Result<Vec<_>>>()?);
    }
    Ok(all)
}

fn drafted(page: &Path) -> Result<Lens> {
    let text = plain_text(page)
        .map_err(|reason| anyhow!("cannot read the topic page {}: {reason}", page.display()))?;
    let path = page.display().to_string();
    Ok(Lens::new(read(&draft(&text), &path).map_err(|error| anyhow!("{error}"))?.0))
}

fn read_one(
    path: &Path,
    group: PathBuf,
    labels: Vec<Labels>,
    lens: &Arc<Lens>,
    reader: &Reader,
) -> Result<Labelled> {
    let document =
        essay_document(path).map_err(|reason| anyhow!("{}: {reason}", path.display()))?;
    let essay = Essay::read(document, reader);
    let counts = weigh(&essay, lens);
    Ok(Labelled { labels, essay, counts, lens: lens.clone(), group })
}
