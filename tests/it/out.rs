//! Folders of submissions to mark, and what came of them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder of submissions and a folder beside it for the results.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().expect("a folder can be made") };
        fs::create_dir(desk.submissions()).expect("it can be made");
        desk
    }

    pub(crate) fn submissions(&self) -> PathBuf {
        self.folder.path().join("submissions")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    pub(crate) fn hand_in(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.submissions().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
        fs::write(path, content).expect("it can be written");
    }

    /// `critique mark`, with the fast reader, into a folder of this name.
    pub(crate) fn command(&self, out: &str) -> Command {
        let mut command = critique();
        command.arg("mark").arg(self.submissions()).arg("--out").arg(self.folder.path().join(out));
        command.args(["--reader", "fast", "--rubric", "partnership-working"]);
        command
    }

    pub(crate) fn mark(&self, more: &[&str]) -> Output {
        self.command("out").args(more).output().expect("it runs")
    }

    pub(crate) fn read(&self, name: &str) -> String {
        let path = self.out().join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

pub(crate) fn critique() -> Command {
    Command::new(env!("CARGO_BIN_EXE_critique"))
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file under a folder, by its path.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("it can be read") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name =
                path.strip_prefix(root).expect("it is inside").to_string_lossy().into_owned();
            files.insert(name, fs::read(&path).expect("it can be read"));
        }
    }
}

/// An essay that differs for each number: the strong essay without one of its paragraphs.
pub(crate) fn essay(number: usize) -> String {
    let strong = fs::read_to_string("examples/partnership-working-strong.md").expect("it is there");
    let paragraphs: Vec<&str> = strong.split("\n\n").collect();
    let left_out = 1 + number % (paragraphs.len() - 1);
    let kept: Vec<&str> = paragraphs
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != left_out)
        .map(|(_, it)| *it)
        .collect();
    format!("{}\n\nThis is draft {number}.\n", kept.join("\n\n"))
}

/// A Word document of these paragraphs.
pub(crate) fn word(paragraphs: &[&str]) -> Vec<u8> {
    let plain = |text: &&str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', " ");
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body: String = paragraphs.iter().map(plain).collect();
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let xml = format!("<w:document xmlns:w=\"{space}\"><w:body>{body}</w:body></w:document>");
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("word/document.xml", options).expect("memory takes it");
    archive.write_all(xml.as_bytes()).expect("memory takes it");
    archive.finish().expect("memory takes it").into_inner()
}
