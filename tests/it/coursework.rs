//! A coursework repository, checked the way its CI would.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use regex::Regex;
use tempfile::tempdir;

const COURSEWORK: &str = "examples/coursework";

fn critique(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    let output =
        command.current_dir(folder).env("NO_COLOR", "1").args(arguments).output().expect("it runs");
    (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        output.status.code().expect("an exit code"),
    )
}

#[test]
fn the_example_repository_is_checked_as_its_workflow_does() {
    let folder = Path::new(COURSEWORK);
    let (summary, code) = critique(folder, &["check", ".", "--format", "markdown"]);
    assert!(code < 2 && summary.contains("Fix first"), "{summary}");
    let (annotations, verdict) =
        critique(folder, &["check", ".", "--format", "github", "--classroom"]);
    assert_eq!(verdict, code, "every face gives the same verdict");
    assert!(
        annotations.contains("::notice title=Autograding report::{\"totalPoints\":"),
        "{annotations}"
    );
    assert!(annotations.contains("file=essays/discharge.md,"), "{annotations}");
    assert_eq!(critique(folder, &["check", ".", "--fail-under", "0"]).1, 0);
    assert_eq!(critique(folder, &["check", ".", "--fail-under", "100"]).1, 1);
    assert_eq!(critique(folder, &["check", "nowhere"]).1, 2);
}

#[test]
fn init_writes_what_the_example_has_and_never_overwrites() {
    let folder = tempdir().expect("a folder");
    let (told, code) = critique(folder.path(), &["init"]);
    assert!(code == 0 && told.contains("written"), "{told}");
    for name in ["critique.yaml", ".github/workflows/critique.yml"] {
        let made = fs::read_to_string(folder.path().join(name)).expect("written");
        let shown = fs::read_to_string(Path::new(COURSEWORK).join(name)).expect("in the example");
        assert_eq!(made, shown, "{name}");
    }
    fs::write(folder.path().join("critique.yaml"), "rubric: partnership-working\n")
        .expect("written");
    assert!(critique(folder.path(), &["init"]).0.contains("kept"));
    let kept = fs::read_to_string(folder.path().join("critique.yaml")).expect("still there");
    assert_eq!(kept, "rubric: partnership-working\n");
}

#[test]
fn actions_are_pinned_by_full_commit() {
    let uses = Regex::new(r"(?m)^ *- uses: *(\S+)").expect("a pattern");
    let step = Regex::new(r"\n +- ").expect("a pattern");
    let pinned = Regex::new(r"^[\w./-]+@[0-9a-f]{40}$").expect("a pattern");
    for file in ["action.yml", "examples/coursework/.github/workflows/critique.yml"] {
        let text = fs::read_to_string(file).expect("it is there");
        for action in uses.captures_iter(&text) {
            assert!(pinned.is_match(&action[1]), "{file}: {}", &action[1]);
        }
        for script in text.split("run: ").skip(1) {
            let script = step.split(script).next().unwrap_or_default();
            assert!(!script.contains("${{"), "{file}: an expression inside a script: {script}");
        }
    }
}

#[test]
fn shells_complete_and_the_man_page_is_roff() {
    for shell in ["bash", "zsh", "fish"] {
        let (script, code) = critique(Path::new("."), &["completions", shell]);
        assert!(code == 0 && script.contains("compare"), "{shell}");
    }
    assert!(critique(Path::new("."), &["man"]).0.contains(".TH critique"));
}

#[test]
fn help_lists_every_format() {
    let (help, _) = critique(Path::new("."), &["check", "--help"]);
    for format in ["terminal", "json", "html", "markdown", "sarif", "github", "junit", "csv"] {
        assert!(help.contains(&format!("- {format}:")), "{format}: {help}");
    }
}
