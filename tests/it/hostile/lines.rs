//! Lines down a pipe that are no essays.

use std::fs;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::tempdir;

#[test]
fn every_line_gets_its_answer() {
    let deep =
        format!("{{\"id\": \"deep\", \"text\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let long = json!({"id": "long", "text": "The agencies met. ".repeat(5_000)}).to_string();
    let good = json!({"id": "good", "text": "The agencies met on Monday."}).to_string();
    let rows: &[(&[u8], Result<(), &str>)] = &[
        (good.as_bytes(), Ok(())),
        (b"no json", Err("not JSON")),
        (b"{\"id\": \"half", Err("not JSON")),
        (b"\xff\xfe", Err("not JSON")),
        (b"{\"id\": \"a\", \"text\": \"\xff\"}", Err("not JSON")),
        (deep.as_bytes(), Err("not JSON")),
        (b"[]", Err("expected")),
        (b"null", Err("expected")),
        (b"7", Err("expected")),
        (b"\"text\"", Err("expected")),
        (b"{}", Err("expected")),
        (b"{\"id\": \"a\"}", Err("expected")),
        (b"{\"text\": \"a\"}", Err("expected")),
        (b"{\"id\": {}, \"text\": \"a\"}", Err("expected")),
        (b"{\"id\": \"a\", \"text\": 7}", Err("expected")),
        (b"{\"id\": \"a\", \"text\": null}", Err("expected")),
        (b"{\"id\": 1e400, \"text\": \"a\"}", Err("not JSON")),
        (b"{\"id\": -7, \"text\": \"\"}", Ok(())),
        (b"{\"id\": \"\", \"text\": \"\\u0000\\u202e\"}", Ok(())),
        (b"{\"id\": \"a\", \"text\": \"\\ud800\"}", Err("not JSON")),
        (long.as_bytes(), Ok(())),
        (good.as_bytes(), Ok(())),
    ];
    let folder = tempdir().expect("a folder");
    let all: Vec<&[u8]> = rows.iter().map(|(line, _)| *line).collect();
    fs::write(folder.path().join("lines.jsonl"), all.join(&b'\n')).expect("written");
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    command.current_dir(&folder).args(["check", "lines.jsonl", "--input", "jsonl"]);
    command.args(["--format", "jsonl", "--reader", "fast", "--rubric", "partnership-working"]);
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let answers: Vec<Value> =
        text.lines().map(|it| serde_json::from_str(it).expect("JSON")).collect();
    assert_eq!(answers.len(), rows.len());
    for (at, (answer, (_, wanted))) in answers.iter().zip(rows).enumerate() {
        let error = answer["error"].as_str();
        let fits = wanted
            .map_or_else(|words| error.is_some_and(|it| it.contains(words)), |()| error.is_none());
        assert!(fits, "line {}: wanted {wanted:?}, found {error:?}", at + 1);
        assert!(error.is_none() || answer["line"] == at + 1);
    }
}
