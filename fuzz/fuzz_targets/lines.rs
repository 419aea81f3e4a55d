//! Any bytes may come down the pipe of `check --input jsonl`, or be called labels.
//!
//! Run with `-close_fd_mask=1`: the answers go to standard output.

#![no_main]

use std::sync::LazyLock;

use clap::Parser;
use critique::batch::{label_topics, read_labels};
use critique::cli::Program;
use critique::rubric::{Rubric, blank, read};
use libfuzzer_sys::fuzz_target;

/// A small rubric, quickly made ready, and where the lines are put.
struct Desk {
    rubric: Rubric,
    path: String,
    lines: String,
}

static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("critique-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let yaml = blank("small");
    let (rubric, path) = (read(&yaml, "small").expect("it reads").0, folder.join("small.yaml"));
    std::fs::write(&path, yaml).expect("it can be written");
    let shown = |path: std::path::PathBuf| path.display().to_string();
    Desk { rubric, path: shown(path), lines: shown(folder.join("lines.jsonl")) }
});

fuzz_target!(|bytes: &[u8]| {
    let desk = &*DESK;
    std::fs::write(&desk.lines, bytes).expect("it can be written");
    let jsonl = ["--input", "jsonl", "--format", "jsonl", "--reader", "fast"];
    let arguments = ["critique", "check", "--rubric", &desk.path].into_iter().chain(jsonl);
    let program = Program::try_parse_from(arguments.chain([desk.lines.as_str()]));
    let done = program.expect("these are arguments").run();
    assert_eq!(format!("{done:?}"), format!("{:?}", std::process::ExitCode::SUCCESS));
    if let Ok(text) = std::str::from_utf8(bytes) {
        label_topics(text);
        let _ = read_labels(text, &desk.rubric, None);
    }
});
