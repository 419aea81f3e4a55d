//! What each stage of judging costs, beside the Markdown parse: `cargo run --release --example stages -- fast|deep FOLDER`.
//!
//! A line a stage: microseconds an essay, milliseconds a megabyte of Markdown, and the multiple of the parse alone. Each essay
//! goes through each stage several times, and its least time counts, since other programs may interrupt one pass.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::hint::black_box;
use std::time::Instant;

use critique::batch::judged_essay;
use critique::detect::{Conventions, explain, findings};
use critique::document::Document;
use critique::judge::{Lens, judge};
use critique::language::{Engine, Essay, Meaning, Reader, Stem, acts_in, citations_in};
use critique::report::{Look, Report, RuleHelp};
use critique::report::{csv, github, html, json, json_line, junit, markdown, sarif, terminal};
use critique::rubric::{bundled, read};
use pulldown_cmark::{Options, Parser};

const PASSES: usize = 3;
const RUBRIC: &str = "partnership-working";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [engine, folder] = &arguments[..] else { panic!("usage: stages fast|deep FOLDER") };
    let engine = Engine::named(engine).expect("fast or deep");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("an essay can be read"))
        .collect();
    let one_core =
        rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread can be had");
    one_core.install(|| stages(engine, &texts));
}

fn stages(engine: Engine, texts: &[String]) {
    let reader = Reader::new(engine);
    let yaml = bundled(RUBRIC).expect("it is bundled");
    let lens = Lens::new(read(yaml, RUBRIC).expect("it reads").0);
    let conventions = Conventions::of(&lens.rubric);
    let mut table = Table::default();
    for text in texts {
        table.bytes += text.len();
        let document = Document::parse(text);
        let essay = Essay::read(document.clone(), &reader);
        let found = findings(&essay, &conventions);
        let judged = judged_essay(
            "essay.md".to_owned(),
            essay.clone(),
            &lens,
            None,
            &conventions,
            found.clone(),
        );
        let report =
            Report { reader: reader.engine().name(), essays: vec![judged], failed: Vec::new() };
        let own: Vec<&str> =
            document.own_sentences().map(|(_, it)| document.text(it.span)).collect();
        let blocks: Vec<&str> = document.blocks.iter().map(|it| document.text(it.span)).collect();
        table.time("Markdown parse alone", || parse(text));
        table.time("document: the parse, sentences, words", || Document::parse(text));
        table.time("language: the reader's cues", || reader.read(&own));
        table.time("language: citations", || {
            blocks.iter().map(|it| citations_in(it).len()).sum::<usize>()
        });
        table.time("language: Acts", || {
            blocks.iter().map(|it| acts_in(it, None).len()).sum::<usize>()
        });
        table.time("language: stems", || {
            document.words.iter().map(|it| Stem::of(document.text(it.span))).collect::<Vec<_>>()
        });
        table.time("language: meaning of each paragraph", || {
            blocks.iter().map(|it| Meaning::of(it)).collect::<Vec<_>>()
        });
        table.time("language: all of it", || Essay::read(document.clone(), &reader));
        table.time("detect: findings", || findings(&essay, &conventions));
        table.time("judge", || judge(&essay, &lens, found.clone()));
        faces(&mut table, &report);
        table.time("whole: text to a line of JSON", || {
            let essay = Essay::of(text, &reader);
            let found = findings(&essay, &conventions);
            let judged =
                judged_essay("essay.md".to_owned(), essay, &lens, None, &conventions, found);
            let essays = vec![judged];
            json_line("", &Report { reader: "", essays, failed: Vec::new() })
        });
    }
    table.print(texts.len());
}

fn parse(text: &str) -> usize {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    Parser::new_ext(text, options).into_offset_iter().count()
}

fn faces(table: &mut Table, report: &Report) {
    let look = || Look { width: 100, all: false, ascii: false, links_from: None };
    table.time("report: line of JSON", || json_line("", report));
    table.time("report: json", || json(report));
    table.time("report: markdown", || markdown(report));
    table.time("report: html", || html(report));
    table.time("report: terminal", || terminal(report, look()));
    table.time("report: github", || github(report, false));
    table.time("report: sarif", || {
        sarif(report, &|rule| {
            explain(rule).map(|it| RuleHelp { what: it.what.into(), why: it.why.into() })
        })
    });
    table.time("report: junit", || junit(report));
    table.time("report: csv", || csv(report));
}

/// Seconds that each stage took for all essays.
#[derive(Default)]
struct Table {
    bytes: usize,
    stages: Vec<(&'static str, f64)>,
}

impl Table {
    fn time<T>(&mut self, stage: &'static str, work: impl Fn() -> T) {
        let passes = (0..PASSES).map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64()
        });
        let least = passes.fold(f64::MAX, f64::min);
        match self.stages.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, seconds)) => *seconds += least,
            None => self.stages.push((stage, least)),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "few essays")]
    fn print(&self, essays: usize) {
        let parse = self.stages[0].1;
        println!("{:<42}{:>12}{:>10}{:>12}", "stage", "µs an essay", "ms a MB", "x the parse");
        for (stage, seconds) in &self.stages {
            println!(
                "{stage:<42}{:>12.1}{:>10.2}{:>12.1}",
                seconds * 1e6 / essays as f64,
                seconds * 1e9 / self.bytes as f64,
                seconds / parse
            );
        }
    }
}
