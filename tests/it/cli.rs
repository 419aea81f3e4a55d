//! Arguments in; standard output, standard error and exit code out.

use assert_cmd::Command;

const SEED: &str = "examples/partnership-working-seed.md";

fn critique(arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    let output = command.env("NO_COLOR", "1").args(arguments).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr), output.status.code().expect("an exit code"))
}

#[test]
fn a_draft_is_checked_and_told_what_to_fix_first() {
    let (out, _, code) = critique(&["check", SEED]);
    assert_eq!(code, 0);
    assert!(
        out.contains("Fail") && out.contains("indicative") && out.contains("Fix first"),
        "{out}"
    );
}

#[test]
fn below_the_mark_the_exit_code_is_one() {
    assert_eq!(critique(&["check", SEED, "--fail-under", "55"]).2, 1);
    assert_eq!(critique(&["check", SEED, "--fail-under", "0"]).2, 0);
}

#[test]
fn json_keeps_its_contract() {
    let (out, _, _) = critique(&["check", SEED, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(report["schema"], "critique-report/1");
    assert_eq!(report["rubric"]["id"], "partnership-working");
    let essay = &report["essays"][0];
    for field in [
        "path",
        "words",
        "mark",
        "band",
        "criteria",
        "mistakes",
        "practices",
        "findings",
        "next_steps",
        "stance",
        "sentences",
    ] {
        assert!(!essay[field].is_null(), "{field}");
    }
    assert_eq!(essay["mistakes"].as_array().map(Vec::len), Some(6));
    assert_eq!(report["summary"]["essays"], 1);
}

#[test]
fn the_same_essay_gives_the_same_bytes_on_any_thread_count() {
    let run = |threads: &str| {
        let mut command = Command::cargo_bin("critique").expect("the program is built");
        let arguments = [
            "check",
            "tests/essays",
            "examples",
            "--format",
            "json",
            "--rubric",
            "partnership-working",
        ];
        command.env("RAYON_NUM_THREADS", threads).args(arguments).output().expect("it runs").stdout
    };
    assert_eq!(run("1"), run("2"));
}

#[test]
fn the_order_of_files_changes_no_verdict() {
    let marks = |files: [&str; 2]| {
        let (out, _, _) = critique(&["check", files[0], files[1], "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let essays = report["essays"].as_array().expect("essays").clone();
        let mut essays: Vec<String> = essays.iter().map(ToString::to_string).collect();
        essays.sort();
        essays
    };
    let other = "examples/partnership-working-strong.md";
    assert_eq!(marks([SEED, other]), marks([other, SEED]));
}

#[test]
fn rubrics_are_listed_and_shown() {
    let (out, _, code) = critique(&["rubric", "list"]);
    assert!(code == 0 && out.contains("partnership-working"));
    let (out, _, code) = critique(&["rubric", "show", "partnership-working"]);
    assert!(code == 0 && out.contains("multi-agency-models"));
}

#[test]
fn an_essay_comes_from_standard_input() {
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    let output = command
        .args(["check", "-"])
        .write_stdin("# Partnership\n\nThe agencies met.\n")
        .output()
        .expect("it runs");
    assert!(output.status.success());
}

/// What the rules and messages of a folder's findings are, where the folder's `critique.yaml` says this of ignores.
fn with_ignores(ignores: &str) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("it can be written");
    };
    write("critique.yaml", &["rubric: academic-writing\nignores:\n", ignores].concat());
    write("one.md", "Trust is slow, as both homes have found (Harris, 2015).\n");
    write("two.md", "Trust is slow, as both homes have found.\n");
    let path = folder.path().to_str().expect("a plain path");
    let (out, error, _) = critique(&["check", path, "--format", "json"]);
    (out, error)
}

fn ignoring(rule: &str, path: &str, reason: &str) -> String {
    format!("  - {{rule: {rule}, path: \"{path}\", reason: \"{reason}\"}}\n")
}

#[test]
fn the_project_file_ignores_by_path() {
    let rule = "\"rule\": \"missing-reference-list\"";
    let reason = "lists are handed in apart";
    assert!(with_ignores("  []\n").0.contains(rule));
    let (out, _) = with_ignores(&ignoring("missing-reference-list", "*.md", reason));
    assert!(!out.contains(rule) && !out.contains("unused-ignore"), "{out}");
    let (out, _) = with_ignores(&ignoring("missing-reference-list", "two.md", reason));
    assert!(out.contains(rule), "{out}");
    assert_eq!(out.matches("\"rule\": \"unused-ignore\"").count(), 1, "{out}");
}

#[test]
fn an_ignore_that_cannot_be_right_is_refused() {
    let (_, error) = with_ignores(&ignoring("missing-reference-lst", "*.md", "apart"));
    assert!(error.contains("did you mean `missing-reference-list`?"), "{error}");
    let (_, error) = with_ignores(&ignoring("missing-reference-list", "*.md", ""));
    assert!(error.contains("gives no reason"), "{error}");
}

#[test]
fn the_tutors_commands_lead_from_a_blank_rubric_to_a_marking_sheet() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("unit.yaml");
    let path = file.to_str().expect("a plain path");
    let (blank, _, code) = critique(&["rubric", "new", "my-unit"]);
    assert_eq!(code, 0);
    assert!(blank.contains("id: my-unit"), "{blank}");
    std::fs::write(&file, blank).expect("it can be written");
    let (remarks, _, code) = critique(&["rubric", "check", path]);
    assert!(code == 1 && remarks.contains("unit.yaml:"), "{code}: {remarks}");
    let last = remarks.lines().last().expect("a verdict");
    assert!(last.contains("safe to score with"), "{last}");
    let (again, _, _) = critique(&["rubric", "check", path]);
    assert_eq!(again, remarks);
    let (sheet, _, _) = critique(&["rubric", "export", "partnership-working", "--as", "sheet"]);
    let (table, _, _) = critique(&["rubric", "export", "partnership-working", "--as", "canvas"]);
    assert!(sheet.contains("Philosophies and their influence on relationships"), "{sheet}");
    std::fs::write(&file, &table).expect("it can be written");
    let (imported, _, code) = critique(&["rubric", "import", path]);
    assert!(code == 0 && imported.contains("critical understanding of philosophies"), "{imported}");
    let (schema, _, _) = critique(&["rubric", "schema"]);
    assert!(serde_json::from_str::<serde_json::Value>(&schema).is_ok());
}
