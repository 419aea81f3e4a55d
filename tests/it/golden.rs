//! The reports under `examples/reports/` are what the program writes. `CRITIQUE_BLESS=1 cargo test golden` rewrites them;
//! read the difference before it is committed.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// Each face and the ending of its file.
const FACES: [(&str, &str); 8] = [
    ("terminal", "txt"),
    ("json", "json"),
    ("html", "html"),
    ("markdown", "md"),
    ("sarif", "sarif"),
    ("github", "github"),
    ("junit", "xml"),
    ("csv", "csv"),
];

fn check(name: &str) {
    for (format, ending) in FACES {
        let essay = format!("examples/{name}.md");
        let mut command = Command::cargo_bin("critique").expect("the program is built");
        command.env("NO_COLOR", "1").env("LC_ALL", "C.UTF-8");
        command.args(["check", &essay, "--format", format, "--width", "80"]);
        if format == "terminal" {
            command.arg("--all");
        }
        let output = command.output().expect("it runs");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{told}");
        compare(&format!("examples/reports/{name}.{ending}"), &output.stdout);
    }
}

fn compare(path: &str, written: &[u8]) {
    let written = String::from_utf8(written.to_vec()).expect("UTF-8");
    if std::env::var_os("CRITIQUE_BLESS").is_some() {
        fs::create_dir_all(Path::new(path).parent().expect("a folder")).expect("made");
        fs::write(path, written).expect("written");
        return;
    }
    let golden = fs::read_to_string(path).unwrap_or_default();
    let line = golden.lines().zip(written.lines()).position(|(was, is)| was != is);
    assert!(
        golden == written,
        "{path} differs from line {line:?}: CRITIQUE_BLESS=1 cargo test golden rewrites it"
    );
}

#[test]
fn the_seed_essay_gets_its_reports() {
    check("partnership-working-seed");
}

#[test]
fn the_strong_essay_gets_its_reports() {
    check("partnership-working-strong");
}
