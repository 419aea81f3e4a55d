//! Any text is an essay: it is read, judged and shown in every face.

#![no_main]

use std::sync::LazyLock;

use critique::batch::judged_essay;
use critique::detect::{Conventions, findings};
use critique::document::Document;
use critique::judge::Lens;
use critique::language::{Engine, Essay, Reader};
use critique::report::{self, Look, Report};
use critique::rubric::{bundled, read};
use libfuzzer_sys::fuzz_target;

static LENS: LazyLock<Lens> = LazyLock::new(|| {
    let yaml = bundled("partnership-working").expect("it is bundled");
    Lens::new(read(yaml, "partnership-working").expect("it reads").0)
});
static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(Engine::Fast));

fuzz_target!(|text: &str| {
    let essay = Essay::read(Document::parse(text), &READER);
    // Whatever stands in the essay may stand in the .bib file beside it.
    let conventions = Conventions {
        this_year: Some(2026),
        bibliography: Some(text.to_owned()),
        ..Conventions::of(&LENS.rubric)
    };
    let found = findings(&essay, &conventions);
    let judged = judged_essay("essay.md".into(), essay, &LENS, None, &conventions, found);
    let report = Report { reader: "fast", essays: vec![judged], failed: Vec::new() };
    let look = Look { width: 80, all: true, ..Look::default() };
    report::terminal(&report, look);
    report::html(&report);
    report::markdown(&report);
    report::github(&report, true);
    report::junit(&report);
    report::csv(&report);
    for json in [report::json(&report), report::sarif(&report, &|_| None)] {
        serde_json::from_str::<serde_json::Value>(&json).expect("it is JSON");
    }
    let comparison = report::Comparison::of(&report.essays[0], &report.essays[0]);
    report::compare_markdown(&comparison);
});
