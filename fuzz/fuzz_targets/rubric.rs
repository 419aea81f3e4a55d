//! Any text may be called rubric.yaml, critique.yaml, front matter or the page to draft a rubric from.

#![no_main]

use std::sync::LazyLock;

use critique::judge::Lens;
use critique::language::{Engine, Reader};
use critique::rubric::{
    Project, canvas, draft, import, lint, marking_sheet, named_in_front_matter, read,
};
use libfuzzer_sys::fuzz_target;

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(Engine::Fast));
const ESSAY: &str = include_str!("../seeds/essay/partnership.md");

fuzz_target!(|text: &str| {
    if let Ok((rubric, _)) = read(text, "rubric.yaml") {
        canvas(&rubric);
        marking_sheet(&rubric);
        critique::critique(ESSAY, &Lens::new(rubric), &READER);
    }
    let _ = lint(text, "rubric.yaml").map_err(|error| error.to_string());
    let _ = Project::read(text);
    named_in_front_matter(text);
    if let Ok(yaml) = import(text) {
        sound(&yaml);
    }
    sound(&draft(text));
});

/// What this program writes, it reads.
fn sound(yaml: &str) {
    if let Err(error) = read(yaml, "drafted.yaml") {
        panic!("{error}\n{yaml}");
    }
}
