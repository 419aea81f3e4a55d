//! One essay a line in, one report a line out.

use std::io::Write;
use std::process::Stdio;

use crate::out::{critique, essay};
use pretty_assertions::assert_eq;
use serde_json::{Value, json};

fn filter(input: &str) -> Vec<Value> {
    let mut command = critique();
    command.args([
        "check",
        "--format",
        "jsonl",
        "--input",
        "jsonl",
        "--reader",
        "fast",
        "--rubric",
        "partnership-working",
        "-",
    ]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut to = child.stdin.take().expect("it has one");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || to.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("it ends").expect("all is read");
    assert!(output.status.success());
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn bad_lines_are_answered_in_their_place() {
    let good = json!({"id": "a", "text": essay(1)}).to_string();
    let numbered = json!({"id": 7, "text": "Too short."}).to_string();
    let found =
        filter(&format!("{good}\n{{\"id\": \"b\"}}\n\nno json\n{numbered}\n{{\"text\": \"x\"}}"));
    let ids: Vec<String> = found.iter().map(|it| it["id"].to_string()).collect();
    assert_eq!(ids, ["\"a\"", "\"b\"", "null", "\"7\"", "null"]);
    assert_eq!(found[0]["schema"], "critique-report/1");
    assert_eq!(
        found[1],
        json!({"id": "b", "line": 2, "error": "expected {\"id\": \"…\", \"text\": \"…\"}"})
    );
    assert!(found[2]["error"].as_str().expect("an error").starts_with("not JSON"));
    assert_eq!(found[2]["line"], 4);
    assert_eq!(found[3]["essays"][0]["path"], "7");
    assert_eq!(found[4]["line"], 6);
}

/// Whoever sends lines to a filter may not make it read files.
#[test]
fn neither_id_nor_front_matter_names_a_file() {
    let text = format!("---\nrubric: /etc/passwd\n---\n\n{}", essay(1));
    let line = json!({"id": "../../etc/passwd", "text": text}).to_string();
    let mut command = assert_cmd::Command::cargo_bin("critique").expect("the program is built");
    command.args(["check", "--format", "jsonl", "--input", "jsonl", "--reader", "fast", "-"]);
    let output = command.write_stdin(line).output().expect("it runs");
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(found["rubric"]["id"], "partnership-working");
    assert_eq!(found["id"], "../../etc/passwd");
}

#[test]
fn a_folder_gives_a_line_an_essay_and_a_line_a_failure() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("a.md"), essay(1)).expect("it can be written");
    std::fs::write(folder.path().join("b.md"), [0xff, 0xfe]).expect("it can be written");
    let mut command = critique();
    command.args(["check", "--format", "jsonl", "--reader", "fast"]).arg(folder.path());
    let output = command.output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<Value> =
        text.lines().map(|it| serde_json::from_str(it).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["essays"][0]["counts"], "line");
    assert!(lines[1]["error"].as_str().is_some_and(|it| it.starts_with("UTF-16")), "{text}");
}

#[test]
fn many_lines_come_out_in_their_order() {
    let lines: String = (0..300)
        .map(|at| {
            json!({"id": at, "text": format!("Agency {at} met the family.")}).to_string() + "\n"
        })
        .collect();
    let ids: Vec<String> =
        filter(&lines).iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(ids, (0..300).map(|it| it.to_string()).collect::<Vec<_>>());
}
