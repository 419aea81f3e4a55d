//! How far the detectors agree with the assessors, and what they cost.
//!
//! usage: cargo run --release --example detectors -- [--show] FOLDER|ESSAY...
//!
//! A folder holds essays, `labels.jsonl` and perhaps `second.jsonl`. F2 (citations and list agree) holds where none of the
//! four reference rules fires, F3 (unfinished text) where `unfinished-text` fires; kappa is the mean against both
//! assessors. A recorded citation defect is recalled where a finding about references or law names what it names, quotes what
//! it quotes or, for a claim, is about claims in that essay.

#![allow(clippy::print_stdout, clippy::cast_precision_loss)]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use critique::detect::{Conventions, Finding, Severity, findings};
use critique::document::Document;
use critique::language::{Engine, Essay, Reader};
use serde_json::Value;

/// The rules that decide F2.
const F2: &[&str] = &[
    "citation-without-entry",
    "entry-never-cited",
    "citation-near-miss",
    "missing-reference-list",
];
/// The rules that are not about references or law.
const OTHER: &[&str] =
    &["broken-count", "drifting-name", "long-paragraph", "long-sentence", "repeated-paragraph"];

fn main() -> anyhow::Result<()> {
    let (flags, folders): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|it| it.starts_with("--"));
    let show = flags.iter().any(|it| it == "--show");
    let mut totals = Totals::default();
    for folder in &folders {
        if Path::new(folder).is_file() {
            print_findings(Path::new(folder))?;
            continue;
        }
        totals.read(Path::new(folder), show)?;
    }
    totals.print();
    Ok(())
}

/// The findings of one essay, and the time a thousand looks at it take.
fn print_findings(path: &Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let start = Instant::now();
    let essay = Essay::read(Document::parse(&text), &Reader::new(Engine::Fast));
    let read = start.elapsed();
    let conventions = Conventions { this_year: Some(2026), ..Conventions::default() };
    let start = Instant::now();
    let found = findings(&essay, &conventions);
    println!("{}: read in {read:?}, first look {:?}", path.display(), start.elapsed());
    for it in &found {
        println!(
            "  {}:{} {} [{}] {} ({})",
            it.place.start.line,
            it.place.start.column,
            it.rule,
            name(it.severity),
            it.message,
            it.help
        );
    }
    let start = Instant::now();
    let looks = if text.len() > 1_000_000 { 1 } else { 100 };
    for _ in 0..looks {
        std::hint::black_box(findings(&essay, &conventions));
    }
    println!("  {:?} a look at {} words", start.elapsed() / looks, text.split_whitespace().count());
    Ok(())
}

#[derive(Default)]
struct Totals {
    f2: Vec<(usize, bool, bool)>,
    f3: Vec<(usize, bool, bool)>,
    defects: usize,
    recalled: usize,
    false_findings: usize,
    essays: usize,
    rules: BTreeMap<&'static str, usize>,
    micros: u128,
}

impl Totals {
    fn read(&mut self, folder: &Path, show: bool) -> anyhow::Result<()> {
        let before = (self.f2.len(), self.f3.len());
        for (assessor, name) in ["labels.jsonl", "second.jsonl"].iter().enumerate() {
            let Ok(lines) = std::fs::read_to_string(folder.join(name)) else { continue };
            for line in lines.lines().filter(|it| !it.trim().is_empty()) {
                let row: Value = serde_json::from_str(line)?;
                self.essay(folder, &row, assessor, show)?;
            }
        }
        println!(
            "{}: F2 {:.2}, F3 {:.2}",
            folder.display(),
            mean_kappa(&self.f2[before.0..]),
            mean_kappa(&self.f3[before.1..])
        );
        Ok(())
    }

    fn essay(
        &mut self,
        folder: &Path,
        row: &Value,
        assessor: usize,
        show: bool,
    ) -> anyhow::Result<()> {
        let file = row["file"].as_str().unwrap_or_default();
        let text = std::fs::read_to_string(folder.join(file))?;
        let essay = Essay::read(Document::parse(&text), &Reader::new(Engine::Fast));
        let conventions = Conventions { this_year: Some(2026), ..Conventions::default() };
        let start = Instant::now();
        let found = findings(&essay, &conventions);
        self.micros += start.elapsed().as_micros();
        let agrees = !found.iter().any(|it| F2.contains(&it.rule));
        let unfinished = found.iter().any(|it| it.rule == "unfinished-text");
        let truth = |key: &str| row["F"][key].as_bool().unwrap_or_default();
        self.f2.push((assessor, truth("F2"), agrees));
        self.f3.push((assessor, truth("F3"), unfinished));
        if assessor == 0 {
            self.first(file, row, &found, show);
        }
        if show && (truth("F2") != agrees || truth("F3") != unfinished) {
            println!(
                "{file} assessor {assessor}: F2 {} tool {agrees}; F3 {} tool {unfinished}",
                truth("F2"),
                truth("F3")
            );
        }
        Ok(())
    }

    fn first(&mut self, file: &str, row: &Value, found: &[Finding], show: bool) {
        self.essays += 1;
        let defects: Vec<&str> = row["citation_defects"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        if show {
            println!(
                "\n== {file} mark {} F2 {} F3 {}",
                row["mark"], row["F"]["F2"], row["F"]["F3"]
            );
        }
        for finding in found {
            *self.rules.entry(finding.rule).or_default() += 1;
            let reference = F2.contains(&finding.rule);
            let false_finding = reference && row["F"]["F2"] == Value::Bool(true);
            self.false_findings += usize::from(false_finding);
            if show {
                let mark = if false_finding { "FALSE " } else { "" };
                println!(
                    "  {mark}{}:{} {} [{}] {}",
                    finding.place.start.line,
                    finding.place.start.column,
                    finding.rule,
                    name(finding.severity),
                    finding.message
                );
            }
        }
        for defect in defects {
            self.defects += 1;
            let recalled =
                found.iter().filter(|it| !OTHER.contains(&it.rule)).any(|it| is_about(it, defect));
            self.recalled += usize::from(recalled);
            if show {
                println!("  {} {defect}", if recalled { "recalled" } else { "MISSED" });
            }
        }
    }

    fn print(&self) {
        println!("F2 kappa {:.3}", mean_kappa(&self.f2));
        println!("F3 kappa {:.3}", mean_kappa(&self.f3));
        println!(
            "citation defects recalled {}/{} = {:.2}",
            self.recalled,
            self.defects,
            self.recalled as f64 / self.defects.max(1) as f64
        );
        println!(
            "false reference findings per ten essays {:.2}",
            10.0 * self.false_findings as f64 / self.essays.max(1) as f64
        );
        println!("microseconds an essay {}", self.micros / (self.f2.len() as u128).max(1));
        for (rule, count) in &self.rules {
            println!("{count:5} {rule}");
        }
    }
}

fn name(severity: Severity) -> &'static str {
    severity.name()
}

/// Do a finding and a recorded defect name the same thing, or are they of the same kind?
fn is_about(finding: &Finding, defect: &str) -> bool {
    let said = format!("{} {} {}", finding.rule.replace('-', " "), finding.message, finding.help)
        .to_lowercase();
    let names = defect
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| it.len() >= 3 && it.chars().next().is_some_and(char::is_uppercase));
    let mut names = names
        .filter(|it| !["The", "Act", "Acts", "Claim", "Several", "Used", "Dictionary"].contains(it))
        .peekable();
    if defect.starts_with("no_reference_list") || defect.starts_with("No reference list") {
        return ["missing-reference-list", "nothing-cited"].contains(&finding.rule);
    }
    let mut quoted = defect.split('\'').skip(1).step_by(2).filter(|it| it.len() > 12);
    if quoted.any(|it| said.contains(&it.to_lowercase()))
        || defect.contains("A&E") && said.contains("a&e")
    {
        return true;
    }
    let mut addresses = defect
        .split([' ', '(', ')', ',', ';'])
        .filter(|it| it.contains('.') && it.len() > 5)
        .map(|it| it.trim_end_matches('.'));
    if addresses.any(|it| said.contains(it)) {
        return true;
    }
    let is_claim = defect.contains("claim") && finding.rule == "claim-without-source";
    if names.peek().is_some() {
        let found = names.any(|it| said.contains(&it.to_lowercase()));
        if found || !is_claim {
            return found;
        }
    }
    let words = defect.split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() >= 5);
    words.filter(|it| said.contains(&it.to_lowercase())).count() >= 2
}

/// The mean of the kappas against each assessor.
fn mean_kappa(triples: &[(usize, bool, bool)]) -> f64 {
    let each = [0, 1].map(|assessor| {
        let pairs: Vec<(bool, bool)> =
            triples.iter().filter(|it| it.0 == assessor).map(|it| (it.1, it.2)).collect();
        kappa(&pairs)
    });
    if triples.iter().any(|it| it.0 == 1) { each.iter().sum::<f64>() / 2.0 } else { each[0] }
}

fn kappa(pairs: &[(bool, bool)]) -> f64 {
    let n = pairs.len().max(1) as f64;
    let share = |test: &dyn Fn(&(bool, bool)) -> bool| {
        pairs.iter().filter(|it| test(it)).count() as f64 / n
    };
    let observed = share(&|it| it.0 == it.1);
    let (truth, tool) = (share(&|it| it.0), share(&|it| it.1));
    let chance = truth * tool + (1.0 - truth) * (1.0 - tool);
    if chance < 1.0 { (observed - chance) / (1.0 - chance) } else { 1.0 }
}
