//! Hostile input: a clear answer, never a panic.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::tempdir;

/// Standard output and standard error together, and the exit code.
fn answer(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    let output =
        command.current_dir(folder).env("NO_COLOR", "1").args(arguments).output().expect("it runs");
    let text = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    (text, output.status.code().expect("no signal ended it"))
}

fn check(name: &str, bytes: &[u8]) -> (String, i32) {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join(name), bytes).expect("written");
    answer(folder.path(), &["check", name, "--rubric", "partnership-working"])
}

#[test]
fn an_empty_file_has_no_words_to_mark() {
    let (text, code) = check("essay.md", b"");
    assert!(code == 0 && text.contains("no sentences"), "{text}");
}

#[test]
fn headings_alone_earn_nothing() {
    let (text, code) = check("essay.md", b"# Partnership\n\n## LO1\n\n## LO2\n");
    assert!(code == 0 && text.contains("0 Fail"), "{text}");
}

#[test]
fn bytes_that_are_not_text_are_named() {
    let (text, code) = check("essay.md", b"# Title\n\nCaf\xe9 culture\n");
    assert!(code == 2 && text.contains("line 3") && text.contains("UTF-8"), "{text}");
    let (text, code) = check("essay.md", b"\xff\xfeP\x00a\x00");
    assert!(code == 2 && text.contains("UTF-16"), "{text}");
}

#[test]
fn a_missing_file_is_named() {
    let folder = tempdir().expect("a folder");
    let (text, code) = answer(folder.path(), &["check", "nowhere.md"]);
    assert!(code == 2 && text.contains("nowhere.md") && text.contains("no such file"), "{text}");
}

#[test]
fn a_folder_without_essays_is_named() {
    let folder = tempdir().expect("a folder");
    fs::create_dir(folder.path().join("empty")).expect("made");
    let (text, code) = answer(folder.path(), &["check", "empty"]);
    assert!(code == 2 && text.contains("no essays"), "{text}");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("bad.md"), b"\xc3\x28").expect("written");
    fs::write(folder.path().join("good.md"), "# Partnership\n\nThe agencies met on Monday.\n")
        .expect("written");
    let (text, code) = answer(folder.path(), &["check", ".", "--rubric", "partnership-working"]);
    assert!(
        code == 0
            && text.contains("bad.md")
            && text.contains("not UTF-8")
            && text.contains("good.md"),
        "{text}"
    );
}

#[test]
fn a_rubric_with_a_slip_is_shown_its_line() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), "text").expect("written");
    fs::write(folder.path().join("r.yaml"), "id: mine\ntitel: Mine\n").expect("written");
    let (text, code) = answer(folder.path(), &["check", "essay.md", "--rubric", "r.yaml"]);
    assert!(code == 2 && text.contains("r.yaml:2:1") && text.contains("title"), "{text}");
}

#[test]
fn a_rubric_nobody_knows_gets_the_nearest_name() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), "text").expect("written");
    let (text, code) =
        answer(folder.path(), &["check", "essay.md", "--rubric", "partnership-workin"]);
    assert!(code == 2 && text.contains("did you mean `partnership-working`"), "{text}");
}

#[test]
fn five_megabytes_are_read_to_the_end() {
    let essay = include_str!("../essays/recovery-pass.md").repeat(900);
    assert!(essay.len() > 4_000_000);
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), essay).expect("written");
    let (text, code) = answer(
        folder.path(),
        &["check", "essay.md", "--rubric", "partnership-working", "--reader", "fast"],
    );
    assert!(code == 0, "{text}");
}
