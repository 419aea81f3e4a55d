//! The laws of the house that a compiler does not know.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rooms() -> Vec<String> {
    let plan = fs::read_to_string(source().join("lib.rs")).expect("lib.rs is there");
    let room = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    plan.lines().filter_map(room).collect()
}

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    let rooms = rooms();
    let door = Regex::new(r"crate::(\w+)").expect("a pattern");
    let mut wrong_ways = Vec::new();
    for (here, room) in rooms.iter().enumerate() {
        for file in rust_files(&source().join(room)) {
            let code = fs::read_to_string(&file).expect("readable");
            for target in door.captures_iter(&code).map(|found| found[1].to_owned()) {
                if rooms.iter().position(|room| *room == target).is_some_and(|there| here < there) {
                    wrong_ways.push(format!("{} uses {target}", file.display()));
                }
            }
        }
    }
    assert!(wrong_ways.is_empty(), "against the flow:\n{}", wrong_ways.join("\n"));
}

/// Up to `report` nothing touches files, the clock, the network or chance.
#[test]
fn the_core_is_pure() {
    const IMPURE: [&str; 6] =
        ["std::fs", "std::time", "std::net", "std::env::", "std::process", "File::open"];
    let core = rooms().into_iter().take_while(|room| room != "batch");
    let mut found = Vec::new();
    for file in core.flat_map(|room| rust_files(&source().join(room))) {
        let text = fs::read_to_string(&file).expect("readable");
        let own = text.split("#[cfg(test)]").next().unwrap_or_default();
        found.extend(
            IMPURE
                .iter()
                .filter(|name| own.contains(**name))
                .map(|name| format!("{}: {name}", file.display())),
        );
    }
    assert!(found.is_empty(), "impure:\n{}", found.join("\n"));
}

#[test]
fn only_the_rubric_room_reads_yaml() {
    let elsewhere: Vec<PathBuf> = rust_files(&source())
        .into_iter()
        .filter(|file| !file.components().any(|part| part.as_os_str() == "rubric"))
        .filter(|file| fs::read_to_string(file).expect("readable").contains("serde_yaml::"))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}

#[test]
fn every_file_opens_by_saying_what_lives_there() {
    let silent: Vec<PathBuf> = rust_files(&source())
        .into_iter()
        .filter(|file| !fs::read_to_string(file).expect("readable").starts_with("//! "))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let files = entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|it| it == "rs")).collect();
    files.sort();
    files
}
