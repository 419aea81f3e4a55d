//! A report whose every text is hostile, whatever a rubric, a finding or an essay may come to hold.

use std::fs;
use std::path::Path;

use critique::critique;
use critique::detect::{Finding, Severity};
use critique::document::Document;
use critique::judge::{Critique, Evidence, Lens};
use critique::language::{Engine, Reader};
use critique::report::{
    Comparison, Failure, Judged, Look, Named, Report, compare_json, compare_markdown,
    compare_terminal, csv, github, html, json, junit, markdown, sarif, terminal,
};
use critique::rubric::{Counts, bundled, read};
use pulldown_cmark::{Event, Options, Parser, Tag};

const POISON: &str = "=1+1 </script><script>window.pwned=1</script><img src=x onerror=window.pwned=1> \u{1b}]0;x\u{7}\u{9b}2J \u{202e}txt \
    ]]> [a](javascript:alert(1)) ![b](http://evil.example/c) <http://evil.example> http://evil.example www.evil.example `|` @all #1 \
    \n::error::x\n##[error]x\r\n# heading\n\n    code\n| a | b |\0\u{1}";

fn poison(text: &mut String) {
    text.clear();
    text.push_str(POISON);
}

fn poison_all(evidence: &mut [Evidence]) {
    for one in evidence {
        poison(&mut one.text);
    }
}

fn poisoned_critique() -> Critique {
    let essay = include_str!("../../examples/partnership-working-seed.md");
    let yaml = bundled("partnership-working").expect("it is bundled");
    let lens = Lens::new(read(yaml, "partnership-working").expect("it reads").0);
    let mut it = critique(essay, &lens, &Reader::new(Engine::Fast));
    let place = it.sentences[1].place;
    it.caps.push(POISON.to_owned());
    it.sum.iter_mut().for_each(|it| poison(&mut it.what));
    for criterion in &mut it.criteria {
        poison(&mut criterion.title);
        for point in &mut criterion.points {
            [&mut point.title, &mut point.credit, &mut point.advice].into_iter().for_each(poison);
            point.missing = vec![POISON.to_owned()];
            point.evidence = vec![Evidence { place, text: POISON.to_owned(), does: "cites" }];
        }
    }
    for mistake in &mut it.mistakes {
        [&mut mistake.title, &mut mistake.says, &mut mistake.reason, &mut mistake.advice]
            .into_iter()
            .for_each(poison);
        poison_all(&mut mistake.evidence);
        mistake.present = true;
    }
    for practice in &mut it.practices {
        [&mut practice.title, &mut practice.says, &mut practice.reason, &mut practice.advice]
            .into_iter()
            .for_each(poison);
        poison_all(&mut practice.evidence);
    }
    it.concepts.iter_mut().for_each(|it| poison(&mut it.0));
    it.next_steps.iter_mut().for_each(|it| poison(&mut it.action));
    it.sentences.iter_mut().for_each(|it| poison(&mut it.text));
    let finding = |severity| Finding {
        place,
        rule: "made-up",
        severity,
        message: POISON.to_owned(),
        help: POISON.to_owned(),
    };
    it.findings = [Severity::Error, Severity::Warning, Severity::Note].map(finding).into();
    it
}

fn poisoned() -> Report {
    let named = Named { id: POISON.to_owned(), title: POISON.to_owned() };
    let document = Document::parse(include_str!("../../examples/partnership-working-seed.md"));
    let critique = poisoned_critique();
    let path = POISON.to_owned();
    let judged = Judged {
        path: path.clone(),
        rubric: named,
        chosen: Some(POISON.to_owned()),
        counts: Counts::default(),
        document,
        critique,
    };
    let failed = vec![Failure { path, reason: POISON.to_owned() }];
    Report { reader: "fast", essays: vec![judged.clone(), judged], failed }
}

fn steers(text: &str) -> Option<char> {
    let active = |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202a}'..='\u{202e}');
    text.replace("\r\n", "\n").chars().find(active)
}

#[test]
fn no_face_obeys_a_poisoned_report() {
    let report = poisoned();
    let page = html(&report);
    assert_eq!(page.matches("<script").count(), 1);
    assert!(
        !page.contains("<img")
            && !page.contains("href=\"javascript")
            && !page.contains("href=\"http")
    );
    let look = Look { width: 80, all: true, ..Look::default() };
    let faces = [
        terminal(&report, look),
        json(&report),
        page.clone(),
        markdown(&report),
        sarif(&report, &|_| None),
        github(&report, true),
        junit(&report),
        csv(&report),
    ];
    for face in &faces {
        assert_eq!(steers(face), None, "{}", &face[..200.min(face.len())]);
    }
    serde_json::from_str::<serde_json::Value>(&faces[4]).expect("SARIF is JSON");
    if let Some(folder) = std::env::var_os("CRITIQUE_POISONED") {
        fs::write(Path::new(&folder).join("poisoned.html"), page).expect("written");
        fs::write(Path::new(&folder).join("poisoned.sarif"), &faces[4]).expect("written");
    }
}

#[test]
fn poisoned_markdown_holds_no_tag_and_no_link() {
    let report = poisoned();
    let comparison = Comparison::of(&report.essays[0], &report.essays[1]);
    for text in [markdown(&report), compare_markdown(&comparison)] {
        for event in Parser::new_ext(&text, Options::all()) {
            match event {
                Event::Html(it) | Event::InlineHtml(it) => panic!("a tag: {it}"),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    panic!("a link to {dest_url}")
                }
                Event::Start(Tag::CodeBlock(_)) => panic!("a code block"),
                _ => {}
            }
        }
        assert!(
            !text.contains("http://evil") && !text.contains("www.evil") && !text.contains("@all")
        );
    }
    assert_eq!(steers(&compare_terminal(&comparison, Look { width: 80, ..Look::default() })), None);
    assert_eq!(steers(&compare_json(&comparison)), None);
}

#[test]
fn poisoned_commands_are_ours_alone() {
    let text = github(&poisoned(), false);
    for line in text.lines() {
        let ours = line.starts_with("critique: ") && !line.contains("##[")
            || ["::error file=", "::warning file=", "::notice file="]
                .iter()
                .any(|it| line.starts_with(it));
        assert!(ours, "{line}");
    }
}

#[test]
fn poisoned_xml_and_tables_read_back() {
    let report = poisoned();
    let xml = junit(&report);
    let mut reader = quick_xml::Reader::from_str(&xml);
    while !matches!(reader.read_event().expect("well-formed XML"), quick_xml::events::Event::Eof) {}
    let table = csv(&report);
    let mut table = ::csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<_> = table.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}
