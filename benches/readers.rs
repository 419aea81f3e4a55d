//! What both readers are worth, side by side: `cargo run --release --example readers -- LABELLED`.
//!
//! LABELLED is the folder of labelled sentences. First how well the rules find citations and Acts in the lists of cases.
//! Then for each reader agreement on `stance/dev.jsonl` and `cues/dev.jsonl`, speed on one core, the time to load and the
//! memory it takes; what each stage costs is told by `benches/stages`.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::path::Path;

use critique::language::{
    ActMention, CUES, Citation, Engine, Reader, Reading, STANCES, Stance, acts_in, citations_in,
};
use serde_json::Value;

fn main() {
    let folder = std::env::args().nth(1).expect("usage: readers LABELLED");
    let one_core =
        rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread can be had");
    let stances = rows(&folder, "stance/dev.jsonl");
    let cues = rows(&folder, "cues/dev.jsonl");
    println!("The weights were fitted on neither file; training/figures.txt says on what.");
    report_cases("citations", include_str!("../tests/citations.txt"), |text| {
        citations_in(text).iter().map(shown_citation).collect()
    });
    report_cases("Acts", include_str!("../tests/acts.txt"), |text| {
        acts_in(text, None).iter().map(shown_act).collect()
    });
    for engine in [Engine::best(), Engine::Fast] {
        one_core.install(|| report(engine, &stances, &cues));
    }
}

fn report(engine: Engine, stances: &[Value], cues: &[Value]) {
    let before = memory("VmRSS:");
    let start = processor_seconds();
    let reader = Reader::new(engine);
    println!(
        "\n{}: loaded in {:.1} ms",
        reader.engine().name(),
        (processor_seconds() - start) * 1e3
    );
    report_stances(&reader.read(&texts(stances)), stances);
    report_cues(&reader.read(&texts(cues)), cues);
    report_speed(&reader, &texts(cues));
    println!(
        "  memory {} MB, of which the reader took {} MB; {} MB at the peak so far",
        memory("VmRSS:"),
        memory("VmRSS:") - before,
        memory("VmHWM:")
    );
}

/// Precision and recall on a list of cases: a text, ` => `, and what should be read in it, parted by ` | `.
fn report_cases(name: &str, cases: &str, read: impl Fn(&str) -> Vec<String>) {
    let (mut listed, mut right, mut found_in_all, mut wanted_in_all) = (0, 0, 0, 0);
    for case in cases.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        let (text, wanted) = case.split_once(" =>").expect("a case has ` =>`");
        let wanted: Vec<&str> =
            wanted.split('|').map(str::trim).filter(|it| !it.is_empty()).collect();
        let found = read(text);
        listed += 1;
        right += found.iter().filter(|it| wanted.contains(&it.as_str())).count();
        found_in_all += found.len();
        wanted_in_all += wanted.len();
    }
    println!(
        "{name}: precision {:.3}, recall {:.3} ({listed} cases)",
        count(right) / count(found_in_all),
        count(right) / count(wanted_in_all)
    );
}

fn shown_citation(citation: &Citation) -> String {
    let page = citation.page.as_deref().map(|it| format!(" [{it}]")).unwrap_or_default();
    format!("{citation}{page}{}", if citation.secondary { " (secondary)" } else { "" })
}

fn shown_act(act: &ActMention) -> String {
    let year = act.year.map(|it| format!(" {it}")).unwrap_or_default();
    let section = act.section.as_deref().map(|it| format!(", {it}")).unwrap_or_default();
    format!("{}{year}{section}{}", act.name, if act.short { " short" } else { "" })
}

fn report_stances(readings: &[Reading], rows: &[Value]) {
    let pairs: Vec<(&str, Stance)> =
        rows.iter().map(label).zip(readings.iter().map(Reading::stance)).collect();
    let each: Vec<f64> = STANCES[..3]
        .iter()
        .map(|stance| {
            f1(pairs.iter().map(|(wanted, found)| (*wanted == stance.name(), found == stance)))
        })
        .collect();
    let names: Vec<String> = STANCES
        .iter()
        .zip(&each)
        .map(|(stance, f1)| format!("{} {f1:.3}", stance.name()))
        .collect();
    println!("  stance macro F1 {:.3} ({})", mean(&each), names.join(", "));
}

fn report_cues(readings: &[Reading], rows: &[Value]) {
    let each: Vec<f64> = CUES
        .iter()
        .map(|cue| {
            f1(readings
                .iter()
                .zip(rows)
                .map(|(reading, row)| (marked(row, cue.name()), reading.holds(*cue))))
        })
        .collect();
    let names: Vec<String> =
        CUES.iter().zip(&each).map(|(cue, f1)| format!("{} {f1:.2}", cue.name())).collect();
    println!("  cues macro F1 {:.3} ({})", mean(&each), names.join(", "));
}

fn report_speed(reader: &Reader, texts: &[&str]) {
    let typical: Vec<&str> = texts
        .iter()
        .copied()
        .filter(|text| (16..=28).contains(&text.split_whitespace().count()))
        .collect();
    let words: usize = typical.iter().map(|text| text.split_whitespace().count()).sum();
    let (start, mut read) = (processor_seconds(), 0);
    while processor_seconds() - start < 2.0 {
        read += reader.read(&typical).len();
    }
    let speed = count(read) / (processor_seconds() - start);
    let words_each = count(words) / count(typical.len());
    println!(
        "  {speed:.0} sentences/s on one core, {words_each:.1} words each; 2,000 words in {:.1} ms",
        2e6 / words_each / speed
    );
}

/// Processor time of this thread: other programs on the machine do not count.
fn processor_seconds() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat")
        .expect("Linux tells a thread's processor time");
    told.split(' ')
        .next()
        .and_then(|nanoseconds| nanoseconds.parse::<f64>().ok())
        .expect("it opens with a number")
        / 1e9
}

fn rows(folder: &str, name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(Path::new(folder).join(name))
        .expect("the labelled sentences are there");
    text.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
}

fn texts(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["text"].as_str().expect("each line has a text")).collect()
}

fn label(row: &Value) -> &str {
    row["label"].as_str().expect("each line has a label")
}

fn marked(row: &Value, name: &str) -> bool {
    row["cues"].as_array().expect("each line has its cues").iter().any(|cue| cue == name)
}

fn f1(pairs: impl Iterator<Item = (bool, bool)>) -> f64 {
    let (mut hits, mut wrong) = (0, 0);
    for (wanted, found) in pairs {
        hits += usize::from(wanted && found);
        wrong += usize::from(wanted != found);
    }
    2.0 * count(hits) / count(2 * hits + wrong).max(1.0)
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / count(numbers.len())
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn count(number: usize) -> f64 {
    number as f64
}

/// Megabytes in use or at the peak, where the system tells.
fn memory(field: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0)
        / 1024
}
