//! Files that are none, names that are none, and places that cannot be written to.

use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{answer, compare, report};
use crate::out::critique;
use tempfile::tempdir;

const ESSAY: &str = "# Essay\n\nThe agencies met on Monday.\n";

#[expect(clippy::print_stderr, reason = "whoever runs the tests is told")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

#[test]
fn a_missing_file_is_named() {
    let folder = tempdir().expect("a folder");
    for name in ["nowhere.md", "nowhere/essay.md", "\u{1b}[2Jnowhere\n::error::x.md"] {
        let (text, code) = answer(folder.path(), &["check", name]);
        assert!(code == 2 && text.contains("nowhere") && text.contains("no such file"), "{text}");
        assert!(!text.contains('\u{1b}') && !text.lines().any(|it| it.starts_with("::")), "{text}");
    }
}

#[test]
fn a_folder_without_essays_is_named() {
    let folder = tempdir().expect("a folder");
    fs::create_dir(folder.path().join("empty")).expect("made");
    let (text, code) = answer(folder.path(), &["check", "empty"]);
    assert!(code == 2 && text.contains("no essays"), "{text}");
}

/// A link that leads in a circle, a folder by an essay's name, names that look like options, hold line breaks or codes.
#[test]
fn what_is_no_essay_stops_no_other() {
    let folder = tempdir().expect("a folder");
    let here = |name: &str| folder.path().join(name);
    fs::create_dir(here("folder.md")).expect("made");
    fs::write(here("folder.md/inside.md"), ESSAY).expect("written");
    symlink(".", here("circle")).expect("linked");
    symlink("itself.md", here("itself.md")).expect("linked");
    let names = [
        "good.md",
        "-rf.md",
        "--help.md",
        "a\nb.md",
        "\u{1b}[2J.md",
        "\u{202e}dm.md",
        "$(id).md",
        "'.md",
        "éè.md",
        " .md",
    ];
    for name in &names {
        fs::write(here(name), ESSAY).expect("written");
    }
    fs::write(here("bad.md"), b"\xc3\x28").expect("written");
    let nameless = std::ffi::OsStr::from_bytes(b"name\xff.md");
    fs::write(folder.path().join(nameless), ESSAY).expect("written");
    let mut wanted: Vec<(String, Result<(), &str>)> =
        names.iter().map(|name| ((*name).to_owned(), Ok(()))).collect();
    wanted.push(("folder.md/inside.md".to_owned(), Ok(())));
    wanted.push(("name\u{fffd}.md".to_owned(), Ok(())));
    wanted.push(("bad.md".to_owned(), Err("not UTF-8")));
    compare(&report(folder.path(), &[]), &wanted);
    let (text, code) =
        answer(folder.path(), &["check", ".", "--reader", "fast", "--format", "csv"]);
    assert!(code == 0 && !text.contains('\u{1b}') && text.contains("bad.md"), "{text}");
    let (text, code) = answer(folder.path(), &["check", "itself.md", "circle/good.md"]);
    assert!(code == 0 && text.contains("itself.md") && text.contains("good.md"), "{text}");
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let folder = tempdir().expect("a folder");
    for name in ["secret.md", "open.md"] {
        fs::write(folder.path().join(name), ESSAY).expect("written");
    }
    fs::set_permissions(folder.path().join("secret.md"), fs::Permissions::from_mode(0o000))
        .expect("set");
    if fs::File::open(folder.path().join("secret.md")).is_ok() {
        skipped("whoever runs this may read every file");
        return;
    }
    let wanted = [("secret.md".to_owned(), Err("no permission")), ("open.md".to_owned(), Ok(()))];
    compare(&report(folder.path(), &[]), &wanted);
}

#[test]
fn a_device_without_end_is_refused() {
    let folder = tempdir().expect("a folder");
    let (text, code) = answer(folder.path(), &["check", "/dev/zero"]);
    assert!(code == 2 && text.contains("larger than 16 MB"), "{text}");
    let (text, code) = answer(folder.path(), &["check", "/dev/null", "--reader", "fast"]);
    assert!(code == 0 && text.contains("no sentences"), "{text}");
}

#[test]
fn a_full_standard_output_is_told() {
    for command in [
        &["check", "examples/partnership-working-seed.md", "--reader", "fast"][..],
        &["rubric", "list"],
        &["man"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
        let output = critique().args(command).stdout(full).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("cannot write to standard output"), "{said}");
    }
}

#[test]
fn a_closed_pipe_is_silence() {
    for format in ["terminal", "json", "html", "jsonl"] {
        let mut command = critique();
        command.args([
            "check",
            "examples",
            "tests/essays",
            "--reader",
            "fast",
            "--all",
            "--format",
            format,
        ]);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
        let status = child.wait().expect("it ends");
        assert_eq!((status.code(), said.as_str()), (Some(0), ""), "{format}");
    }
}

/// A place that is full or may not be written to, made by root alone.
fn with_disk(options: &str, test: impl FnOnce(&Path)) {
    let folder = tempdir().expect("a folder");
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", options, "tmpfs"])
        .arg(folder.path())
        .output();
    if !mounted.is_ok_and(|it| it.status.success()) {
        skipped("only root may mount a disk");
        return;
    }
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| test(folder.path())));
    Command::new("umount").arg(folder.path()).status().expect("unmounted");
    outcome.expect("the test holds");
}

#[test]
fn a_report_that_cannot_be_written_is_told() {
    let write = |disk: &Path| {
        let to = disk.join("report.html");
        let mut command = critique();
        command
            .args(["check", "examples", "--reader", "fast", "--format", "html", "--output"])
            .arg(&to);
        let output = command.output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains("cannot write"), "{said}");
        assert!(said.contains("report.html"), "{said}");
    };
    with_disk("size=16k", write);
    with_disk("ro", write);
    write(&std::env::temp_dir().join("no such folder of ours"));
}

#[test]
fn arguments_of_nonsense_are_refused() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), ESSAY).expect("written");
    for (arguments, says) in [
        (&["check"][..], "required"),
        (&["check", "essay.md", "--fail-under", "101"], "101"),
        (&["check", "essay.md", "--fail-under=-1"], "-1"),
        (&["check", "essay.md", "--format", "pdf"], "pdf"),
        (&["check", "essay.md", "--input", "jsonl"], "--format jsonl"),
        (&["check", "essay.md", "--rubric", ""], "no rubric"),
        (&["compare", "essay.md"], "two drafts"),
        (&["compare", "essay.md", "nowhere.md"], "no such file"),
        (&["explain", "nothing"], "nothing"),
        (&["mark", "essay.md", "--out", "out"], "no folder"),
        (&["mark", ".", "--out", "."], "choose another"),
        (&["mark", ".", "--out", "out", "--exclude", "[a-"], "--exclude"),
        (&["rubric", "draft", "nowhere.txt"], "no such file"),
        (&["calibrate", "nowhere.jsonl", "."], "nowhere.jsonl"),
    ] {
        let (text, code) = answer(folder.path(), arguments);
        assert!(
            code == 2 && text.contains(says) && !text.contains("panicked"),
            "{arguments:?}: {text}"
        );
    }
}
