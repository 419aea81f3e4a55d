//! Hostile input: a clear answer, never a panic, and the others are still judged.

mod essay;
mod lines;
mod place;
mod project;
mod rubric;
mod sheet;
mod word;

use std::path::Path;

use assert_cmd::Command;

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

/// What `check` with the fast reader says in JSON.
fn report(folder: &Path, arguments: &[&str]) -> serde_json::Value {
    let always = ["check", ".", "--format", "json", "--reader", "fast"];
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    let command = command.current_dir(folder).args(always).args(arguments);
    let output = command.output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// How each of these files fared: its mark, or the reason why it was not judged.
fn fates(report: &serde_json::Value) -> std::collections::BTreeMap<String, Result<u64, String>> {
    let name = |it: &serde_json::Value| {
        let path = it["path"].as_str().expect("a path");
        path.trim_start_matches("./").to_owned()
    };
    let essays = report["essays"].as_array().expect("essays").iter();
    let judged = essays.map(|it| (name(it), Ok(it["mark"].as_u64().expect("a mark"))));
    let failed = report["summary"]["failed"].as_array().expect("failures").iter();
    let failed =
        failed.map(|it| (name(it), Err(it["reason"].as_str().expect("a reason").to_owned())));
    judged.chain(failed).collect()
}

/// Compares fates with what is wanted of each file: `Ok` to be judged, or words of the reason.
fn compare(report: &serde_json::Value, wanted: &[(String, Result<(), &str>)]) {
    let fates = fates(report);
    for (name, wanted) in wanted {
        match (fates.get(name), wanted) {
            (Some(Ok(_)), Ok(())) => {}
            (Some(Err(reason)), Err(words)) if reason.contains(words) => {}
            (found, wanted) => panic!("{name}: wanted {wanted:?}, found {found:?}"),
        }
    }
}
