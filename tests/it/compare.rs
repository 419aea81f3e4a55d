//! Two drafts in, receipts out.

use std::fs;
use std::path::Path;
use std::process::Command as Program;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::{TempDir, tempdir};

const OLD: &str = "# Partnership working

Partnership working is important in health and social care (Harris, 2015). Professionals share information about the
person. The hospital and the care home meet every week.

The social worker shares information with the nurse. Without goals the team would give up the partnership as the
";

fn folder(old: &str, new: &str) -> TempDir {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("old.md"), old).expect("written");
    fs::write(folder.path().join("new.md"), new).expect("written");
    folder
}

fn critique(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    command.current_dir(folder).env("NO_COLOR", "1").env("LC_ALL", "C.UTF-8").args(arguments);
    let output = command.output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (text, output.status.code().expect("an exit code"))
}

const RUBRIC: [&str; 2] = ["--rubric", "partnership-working"];

fn receipts(folder: &Path) -> Value {
    let arguments = ["compare", "old.md", "new.md", "--format", "json", RUBRIC[0], RUBRIC[1]];
    serde_json::from_str(&critique(folder, &arguments).0).expect("JSON")
}

fn of(receipts: &Value, change: &str) -> Vec<String> {
    let all = receipts["receipts"].as_array().expect("receipts").iter();
    let of_change = all.filter(|it| it["change"] == change);
    of_change.map(|it| it["what"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_reference_list_resolves_its_finding() {
    let new = format!("{OLD}\n## References\n\nHarris, J. (2015) *Shared goals*. London: Sage.\n");
    let it = receipts(folder(OLD, &new).path());
    assert_eq!(it["schema"], "critique-comparison/1");
    assert!(of(&it, "resolved").iter().any(|it| it.contains("reference list")), "{it:#}");
    assert_eq!(of(&it, "regressed"), Vec::<String>::new());
}

#[test]
fn a_marker_word_alone_is_cosmetic() {
    let new =
        OLD.replace("Without goals the team", "However, without goals the team would therefore");
    let new = new.replace("would therefore would", "would therefore");
    let it = receipts(folder(OLD, &new).path());
    assert!(of(&it, "cosmetic").iter().any(|it| it.contains("breaks off")), "{it:#}");
    assert!(of(&it, "resolved").is_empty(), "{it:#}");
}

#[test]
fn a_draft_made_worse_is_told_so() {
    let better = fs::read_to_string("examples/partnership-working-strong.md").expect("it is there");
    let it = receipts(folder(&better, OLD).path());
    assert!(!of(&it, "regressed").is_empty(), "{it:#}");
    let text = critique(
        folder(&better, OLD).path(),
        &["compare", "old.md", "new.md", RUBRIC[0], RUBRIC[1]],
    )
    .0;
    assert!(text.contains("Regressed") && text.contains("indicative"), "{text}");
}

#[test]
fn nothing_changes_between_a_draft_and_itself() {
    let it = receipts(folder(OLD, OLD).path());
    assert_eq!(it["receipts"].as_array().map(Vec::len), Some(0), "{it:#}");
    assert_eq!(it["old"]["mark"], it["new"]["mark"]);
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=A Student", "-c", "user.email=student@example.org"];
    let done = Program::new("git")
        .current_dir(folder)
        .args(who)
        .args(arguments)
        .output()
        .expect("git is there");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_work_tree_remembers_the_older_draft() {
    let folder = folder(OLD, OLD);
    let at = folder.path();
    git(at, &["init", "-q"]);
    git(at, &["add", "old.md"]);
    git(at, &["commit", "-q", "-m", "First draft"]);
    let added = format!(
        "{OLD}\nFour partners are named: the nurse, the doctor and the carer (Petch, 2013).\n"
    );
    fs::write(at.join("old.md"), &added).expect("written");
    let arguments =
        ["compare", "old.md", "--since", "HEAD", "--format", "markdown", RUBRIC[0], RUBRIC[1]];
    let (text, _) = critique(at, &arguments);
    assert!(text.starts_with("## old.md@") || text.contains("old.md"), "{text}");
    let lines = |file: &str, since: &[&str]| {
        let arguments =
            [&["check", file, "--format", "json", RUBRIC[0], RUBRIC[1]], since].concat();
        let report: Value = serde_json::from_str(&critique(at, &arguments).0).expect("JSON");
        let essay = &report["essays"][0];
        let lines = essay["findings"].as_array().expect("findings").iter();
        (
            lines.map(|it| it["line"].as_u64().expect("a line")).collect::<Vec<_>>(),
            essay["mark"].clone(),
        )
    };
    let (all, mark) = lines("old.md", &[]);
    let (changed, same) = lines("old.md", &["--since", "HEAD"]);
    assert!(
        all.iter().any(|line| *line < 8) && changed.iter().all(|line| *line >= 8),
        "{all:?} {changed:?}"
    );
    assert_eq!(mark, same, "the mark is of the whole essay");
    assert_eq!(
        lines("new.md", &["--since", "HEAD"]).0,
        lines("new.md", &[]).0,
        "a new file is all changed"
    );
}

#[test]
fn a_commit_that_is_not_there_is_an_error() {
    let folder = folder(OLD, OLD);
    git(folder.path(), &["init", "-q"]);
    for reference in ["nowhere", "--output=x", ""] {
        let mut command = Command::cargo_bin("critique").expect("the program is built");
        let arguments = ["check", "old.md", &format!("--since={reference}")];
        let output = command.current_dir(folder.path()).args(arguments).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("names no commit"));
    }
}
