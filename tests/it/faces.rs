//! Every face, read as its readers read it: nothing of a hostile essay does anything in any of them.

use std::fs;

use assert_cmd::Command;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

const SEED: &str = "examples/partnership-working-seed.md";
const STRONG: &str = "examples/partnership-working-strong.md";
const HOSTILE: &str = "tests/browser/hostile.md";

/// What `check` writes, without colour.
fn face(essay: &str, format: &str, more: &[&str]) -> String {
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    command
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C.UTF-8")
        .args(["check", essay, "--format", format]);
    let output = command.args(more).output().expect("it runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Characters that steer a terminal or turn text around.
fn is_active(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[test]
fn the_terminal_report_fits_its_width() {
    for essay in [SEED, STRONG, HOSTILE] {
        for width in [60, 80, 140] {
            let text = face(essay, "terminal", &["--all", "--width", &width.to_string()]);
            let wide = text.lines().find(|line| line.width() > width);
            assert_eq!(wide, None, "{essay} at {width}");
            assert!(!text.lines().any(|line| line.ends_with(' ')), "a line ends in a space");
        }
    }
}

#[test]
fn the_first_screen_says_how_and_what_first() {
    let text = face(SEED, "terminal", &["--width", "80"]);
    let screen = text.lines().take(24).collect::<Vec<_>>().join("\n");
    for wanted in ["indicative", "Explain the philosophies", "d describe", "Fix first", "\n3. +"] {
        assert!(screen.contains(wanted), "no {wanted:?} in\n{screen}");
    }
}

#[test]
fn ascii_alone_where_it_is_asked_for_or_the_locale_knows_no_more() {
    for essay in [SEED, STRONG, HOSTILE] {
        assert!(face(essay, "terminal", &["--all", "--ascii"]).is_ascii());
    }
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    let output = command.env("LC_ALL", "C").args(["check", SEED]).output().expect("it runs");
    assert!(output.stdout.is_ascii());
}

#[test]
fn colour_changes_no_word() {
    let colour = face(SEED, "terminal", &["--all", "--color", "always"]);
    let escapes = regex::Regex::new("\u{1b}\\[[0-9;]*m").expect("a pattern");
    assert!(escapes.is_match(&colour));
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = face(SEED, "terminal", &["--all"]);
    assert_eq!(words(&escapes.replace_all(&colour, "")), words(&plain));
}

#[test]
fn no_face_carries_what_steers_a_terminal() {
    for format in ["terminal", "json", "html", "markdown", "sarif", "github", "junit", "csv"] {
        let text = face(HOSTILE, format, &[]).replace("\r\n", "\n");
        assert_eq!(text.chars().find(|c| is_active(*c)), None, "{format}");
    }
}

#[test]
fn json_keeps_its_published_schema() {
    let output = Command::cargo_bin("critique")
        .expect("the program is built")
        .args(["schema", "report"])
        .output()
        .expect("it runs");
    let schema: Value = serde_json::from_slice(&output.stdout).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("it is a schema");
    for essay in [SEED, STRONG, HOSTILE, "tests/essays"] {
        let report: Value = serde_json::from_str(&face(essay, "json", &[])).expect("JSON");
        let faults: Vec<String> = schema.iter_errors(&report).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{essay}: {faults:?}");
    }
    assert!(!schema.is_valid(&serde_json::json!({"schema": "critique-report/2"})));
}

#[test]
fn markdown_of_a_hostile_essay_is_text() {
    let text = face(HOSTILE, "markdown", &[]);
    let mut shown = String::new();
    for event in Parser::new_ext(&text, Options::all()) {
        match event {
            Event::Html(it) | Event::InlineHtml(it) => panic!("a tag: {it}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                panic!("a link to {dest_url}")
            }
            Event::Text(it) => shown.push_str(&it),
            _ => {}
        }
    }
    assert!(shown.contains("[add-mask]"), "the essay's words are still there");
    assert!(!text.contains("@everyone"), "nobody is called");
}

#[test]
fn github_commands_are_ours_alone_and_few() {
    let text = face(HOSTILE, "github", &["--classroom"]);
    let commands: Vec<&str> =
        text.lines().filter(|line| line.trim_start().starts_with("::")).collect();
    let is_ours = |line: &&str| {
        ["::error file=", "::warning file=", "::notice file=", "::notice title=Autograding "]
            .iter()
            .any(|start| line.starts_with(start))
    };
    assert!(commands.iter().all(is_ours), "{commands:#?}");
    for severity in ["::error ", "::warning ", "::notice file"] {
        assert!(commands.iter().filter(|line| line.starts_with(severity)).count() <= 10);
    }
    let notices: Vec<&&str> =
        commands.iter().filter(|it| it.contains("title=Autograding")).collect();
    assert!(notices[0].starts_with("::notice title=Autograding complete::Points "), "{notices:?}");
    let points =
        notices[1].strip_prefix("::notice title=Autograding report::").expect("the second");
    let points: Value = serde_json::from_str(points).expect("JSON");
    assert_eq!(points["maxPoints"], 100);
}

#[test]
fn junit_is_xml_with_a_case_for_each_point() {
    for essay in [SEED, HOSTILE] {
        let text = face(essay, "junit", &[]);
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut cases = 0;
        loop {
            match reader.read_event().expect("well-formed XML") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(it) | quick_xml::events::Event::Empty(it) => {
                    let name = String::from_utf8(it.name().as_ref().to_vec()).expect("a name");
                    let known = [
                        "testsuites",
                        "testsuite",
                        "testcase",
                        "properties",
                        "property",
                        "failure",
                        "skipped",
                        "system-out",
                    ];
                    assert!(known.contains(&name.as_str()), "an element <{name}>");
                    cases += usize::from(name == "testcase");
                }
                _ => {}
            }
        }
        assert!(cases >= 18, "{cases} cases");
    }
}

#[test]
fn csv_has_a_row_an_essay_and_no_formula() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = folder.path().join("=cmd|' a,b\"c.md");
    fs::copy(HOSTILE, &name).expect("copied");
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    let arguments = ["check", "=cmd|' a,b\"c.md", "--format", "csv"];
    let output = command.current_dir(folder.path()).args(arguments).output().expect("it runs");
    let mut table = csv::Reader::from_reader(output.stdout.as_slice());
    let heads = table.headers().expect("a first row").clone();
    assert!(heads.iter().any(|it| it == "outcomes-metrics"));
    let rows: Vec<csv::StringRecord> = table.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows.len(), 1);
    assert_eq!(&rows[0][0], "'=cmd|' a,b\"c.md");
    assert!(rows[0].iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}

/// The published schema is asked in `tests/browser/run`; here the parts that code hosts insist on.
#[test]
fn sarif_results_name_a_rule_and_a_place() {
    for essay in [SEED, STRONG, HOSTILE] {
        let log: Value = serde_json::from_str(&face(essay, "sarif", &[])).expect("JSON");
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        assert!(
            rules.iter().all(|it| it["help"]["text"].as_str().is_some_and(|it| !it.is_empty()))
        );
        for result in run["results"].as_array().expect("results") {
            let index =
                usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(!result["message"]["text"].as_str().unwrap_or_default().is_empty());
            let place = &result["locations"][0]["physicalLocation"];
            assert!(place["region"]["startLine"].as_u64() >= Some(1));
            let uri = place["artifactLocation"]["uri"].as_str().expect("a reference");
            assert!(!uri.contains([' ', '<', ':']), "{uri}");
        }
    }
}

/// A real browser reads the page in `tests/browser/run`.
#[test]
fn html_is_one_file_with_one_script() {
    for essay in [SEED, STRONG, HOSTILE] {
        let page = face(essay, "html", &[]);
        assert_eq!(page.matches("<script").count(), 1, "{essay}");
        assert_eq!(page.matches("<style").count(), 1, "{essay}");
        assert!(
            !page.contains("<img")
                && !page.contains("<iframe")
                && !page.contains("href=\"javascript")
        );
        assert!(page.contains("Assessor’s decision") && page.contains("Indicative"));
    }
}
