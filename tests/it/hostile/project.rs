//! What stands beside the essays: `critique.yaml`, `.bib` files, the history.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{answer, compare, report};
use tempfile::tempdir;

const ESSAY: &str = "# Essay\n\nThe agencies met on Monday [@glasby2014].\n";

#[test]
fn a_project_file_is_obeyed_or_refused_for_its_folder_alone() {
    let ignore = |rule: &str, path: &str, reason: &str| {
        format!("ignores:\n  - rule: {rule}\n    path: {path}\n    reason: {reason}\n")
    };
    let rows: Vec<(&str, Vec<u8>, Result<(), &str>)> = vec![
        ("empty", Vec::new(), Ok(())),
        ("null", b"~\n".to_vec(), Ok(())),
        ("a comment", b"# nothing yet\n".to_vec(), Ok(())),
        ("a list", b"- a\n".to_vec(), Err("critique.yaml")),
        ("no YAML", b"rubric: [".to_vec(), Err("critique.yaml")),
        ("a slip", b"rubrik: x\n".to_vec(), Err("critique.yaml")),
        ("a number too large", b"fail-under: 99999999999\n".to_vec(), Err("critique.yaml")),
        ("a negative number", b"fail-under: -1\n".to_vec(), Err("critique.yaml")),
        ("no such rubric", b"rubric: ../../etc/passwd\n".to_vec(), Err("no rubric")),
        ("a folder", b"rubric: .\n".to_vec(), Err("cannot read the rubric")),
        ("not UTF-8", b"rubric: \xff\n".to_vec(), Err("not UTF-8")),
        ("UTF-16", b"\xff\xfer\0".to_vec(), Err("UTF-16")),
        ("nesting", format!("ignores: {}", "[".repeat(50_000)).into(), Err("critique.yaml")),
        ("no such rule", ignore("nothing", "\"*\"", "so it is").into(), Err("no rule `nothing`")),
        ("no reason", ignore("nothing-cited", "\"*\"", "\"…\"").into(), Err("gives no reason")),
        ("a pattern", ignore("nothing-cited", "\"[a-\"", "so it is").into(), Ok(())),
        (
            "a pattern without end",
            ignore("nothing-cited", &format!("\"{}\"", "**/".repeat(5_000)), "so it is").into(),
            Ok(()),
        ),
    ];
    let folder = tempdir().expect("a folder");
    for (name, yaml, _) in &rows {
        let inside = folder.path().join(name);
        fs::create_dir(&inside).expect("made");
        fs::write(inside.join("critique.yaml"), yaml).expect("written");
        fs::write(inside.join("essay.md"), ESSAY).expect("written");
    }
    fs::write(folder.path().join("essay.md"), ESSAY).expect("written");
    let mut wanted: Vec<(String, Result<(), &str>)> =
        rows.iter().map(|(name, _, fate)| (format!("{name}/essay.md"), *fate)).collect();
    wanted.push(("essay.md".to_owned(), Ok(())));
    compare(&report(folder.path(), &[]), &wanted);
}

#[test]
fn a_broken_bibliography_stops_no_essay() {
    let nested = |open: &str| format!("@book{{glasby2014, title = {}", open.repeat(20_000));
    let rows: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("no entry", b"glasby2014".to_vec()),
        ("never closed", b"@book{glasby2014, author = {".to_vec()),
        ("braces", nested("{").into()),
        ("quotations", nested("\"").into()),
        (
            "joined",
            format!("@book{{glasby2014, title = {}\"x\"}}", "\"x\" # ".repeat(20_000)).into(),
        ),
        (
            "braces within",
            format!("@book{{glasby2014, title = {}{}}}", "{".repeat(20_000), "}".repeat(20_000))
                .into(),
        ),
        (
            "texts of each other",
            b"@string{a = b}@string{b = a}\n@book{glasby2014, title = a}".to_vec(),
        ),
        ("a text of itself", b"@string{a = a # a}\n@book{glasby2014, title = a}".to_vec()),
        ("a key twice", b"@book{glasby2014,}\n@book{glasby2014,}".to_vec()),
        ("not UTF-8", b"@book{glasby2014, title = {\xff}}".to_vec()),
        ("NUL bytes", b"@book{glasby2014,\0}".to_vec()),
        (
            "a crossref of itself",
            b"@book{glasby2014, crossref = {glasby2014}, xdata = {glasby2014}}".to_vec(),
        ),
    ];
    let folder = tempdir().expect("a folder");
    for (name, bib) in &rows {
        fs::write(folder.path().join(format!("{name}.md")), ESSAY).expect("written");
        fs::write(folder.path().join(format!("{name}.bib")), bib).expect("written");
    }
    let wanted: Vec<(String, Result<(), &str>)> =
        rows.iter().map(|(name, _)| (format!("{name}.md"), Ok(()))).collect();
    compare(&report(folder.path(), &["--rubric", "partnership-working"]), &wanted);
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder).args(["-c", "user.name=A", "-c", "user.email=a@b.c"]).args(arguments);
    let output = git.output().expect("git is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_commit_is_no_option_and_no_path() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), ESSAY).expect("written");
    for name in ["--output=stolen.md", ":(bad)essay.md", "[a-.md"] {
        fs::write(folder.path().join(name), ESSAY).expect("written");
    }
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-q", "-m", "An essay"]);
    let since = |reference: &str, file: &str| {
        let since = format!("--since={reference}");
        answer(folder.path(), &["check", &since, "--reader", "fast", "--", file])
    };
    for reference in [
        "",
        "-",
        "--",
        "--output=stolen",
        "-pHEAD",
        "--all",
        "nowhere",
        "HEAD:essay.md",
        "HEAD..HEAD",
        "@{9999}",
        "HEAD\nHEAD",
        "\u{1b}[2J",
    ] {
        let (text, code) = since(reference, "essay.md");
        assert!(code == 2 && text.contains("names no commit"), "{reference}: {text}");
        assert!(!text.contains('\u{1b}'), "{text}");
    }
    for file in ["essay.md", "--output=stolen.md", ":(bad)essay.md", "[a-.md"] {
        let (text, code) = since("HEAD", file);
        assert!(code == 0 && text.contains("indicative"), "{file}: {text}");
    }
    assert!(!folder.path().join("stolen").exists() && !folder.path().join("stolen.md").exists());
}
