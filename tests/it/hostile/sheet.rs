//! Gradebooks that no platform hands out, and names that none gives.

use std::fs;

use super::answer;
use crate::out::{Desk, stderr, tree};
use tempfile::tempdir;

const HEAD: &str = "Identifier,Full name,Grade,Feedback comments\n";
const NAME: &str = "Ana Lee_101_assignsubmission_file_/essay.md";
const ESSAY: &str = "# Essay\n\nThe agencies met on Monday.\n";

#[test]
fn each_sheet_is_filled_or_refused() {
    let row = |id: &str| format!("{HEAD}{id},Ana Lee,,\n");
    let wide = |count: usize| {
        format!("Identifier,Grade{}\nParticipant 101,{}\n", ",x".repeat(count), ",".repeat(count))
    };
    let rows: Vec<(&str, Vec<u8>, Result<&str, &str>)> = vec![
        ("plain", row("Participant 101").into(), Ok("Participant 101,Ana Lee,MARK,")),
        (
            "a byte-order mark",
            format!("\u{feff}{}", row("Participant 101")).into(),
            Ok("Lee,MARK,"),
        ),
        ("semicolons", row("Participant 101").replace(',', ";").into(), Ok("Lee;MARK;")),
        ("tabs", row("Participant 101").replace(',', "\t").into(), Ok("Lee\tMARK\t")),
        ("CRLF", row("Participant 101").replace('\n', "\r\n").into(), Ok("Lee,MARK,")),
        ("CR", row("Participant 101").replace('\n', "\r").into(), Ok("Lee,MARK,")),
        ("a thousand columns", wide(1_000).into(), Ok("Participant 101,MARK,,,")),
        (
            "formulas",
            row("Participant 101").replace("Ana Lee", "=HYPERLINK(\"x\")").into(),
            Ok("=HYPERLINK(\"x\"),MARK,"),
        ),
        (
            "the same row twice",
            format!("{}Participant 101,Ana Lee,,\n", row("Participant 101")).into(),
            Ok("101,Ana Lee,,"),
        ),
        ("a row cut short", format!("{HEAD}Participant 101\n").into(), Ok("Participant 101\n")),
        (
            "a quotation never closed",
            format!("{HEAD}Participant 101,\"Ana Lee,,\n").into(),
            Ok("Participant 101,\"Ana Lee,,\n"),
        ),
        (
            "a maximum beyond all grades",
            "Identifier,Full name,Grade,Maximum Grade\nParticipant 101,Ana Lee,,100000000858783921.56\n".into(),
            Ok(",100000000858783921.56"),
        ),
        ("quotations within", row("\"Participant \"101\"\"").into(), Ok("\"Participant \"101\"\"")),
        ("rows without cells", format!("{}\n\n\n", row("Participant 101")).into(), Ok("Lee,MARK,")),
        ("empty", Vec::new(), Err("an empty sheet")),
        ("line breaks", b"\n\n\r\n".to_vec(), Err("neither a Moodle")),
        ("pipes", row("Participant 101").replace(',', "|").into(), Err("neither a Moodle")),
        ("a spreadsheet", b"PK\x03\x04".to_vec(), Err("download the gradebook as CSV")),
        ("UTF-16", b"\xff\xfeI\0d\0".to_vec(), Err("not UTF-8")),
        (
            "Windows-1252",
            format!("{HEAD}Participant 101,Zo").bytes().chain(*b"\xeb,,\n").collect(),
            Err("not UTF-8"),
        ),
        ("escape codes", "\u{1b}[2J\u{202e},x\n".into(), Err("neither a Moodle")),
    ];
    for (name, sheet, wanted) in rows {
        let desk = Desk::new();
        desk.hand_in(NAME, ESSAY);
        let path = desk.folder.path().join("sheet.csv");
        fs::write(&path, &sheet).expect("written");
        let output = desk.mark(&["--gradebook", &path.display().to_string()]);
        let said = stderr(&output);
        assert!(!said.contains("panicked") && !said.contains('\u{1b}'), "{name}: {said}");
        match wanted {
            Ok(holds) => {
                assert!(output.status.success(), "{name}: {said}");
                let marks = desk.read("marks.csv");
                let mark = marks.lines().nth(1).and_then(|it| it.split(',').nth(4));
                let holds = &holds.replace("MARK", mark.expect("a mark"));
                let filled = desk.read("sheet.csv");
                assert!(filled.contains(holds), "{name}: {}", &filled[..filled.len().min(300)]);
            }
            Err(words) => {
                assert_eq!(output.status.code(), Some(2), "{name}");
                assert!(said.contains(words), "{name}: {said}");
                assert!(!desk.out().exists(), "{name}: refused before any work");
            }
        }
    }
}

#[test]
fn names_of_submissions_lead_nowhere() {
    let desk = Desk::new();
    let long = "x".repeat(200);
    let names = [
        "..\\..\\evil_1_assignsubmission_file_",
        "\u{1b}[2J_2_assignsubmission_file_",
        "a\nb_3_assignsubmission_file_",
        "-rf_4_assignsubmission_file_",
        "\u{202e}ana_5_assignsubmission_file_",
        "._6_assignsubmission_file_",
        "con_7_assignsubmission_file_",
        ".critique_8_assignsubmission_file_",
        "::error::x_9_assignsubmission_file_",
        &format!("{long}_10_assignsubmission_file_"),
        &format!("x_{}_assignsubmission_file_", "9".repeat(100)),
    ];
    for name in &names {
        desk.hand_in(&format!("{name}/essay.md"), ESSAY);
    }
    desk.hand_in("a.pdf_12_assignsubmission_file_/\u{1b}]0;x\u{7}\n::error::y.pdf", "%PDF-1.7");
    let output = desk.mark(&[]);
    let said = stderr(&output);
    assert!(output.status.success(), "{said}");
    assert!(
        !said.contains('\u{1b}') && !said.lines().any(|it| it.trim().starts_with("::")),
        "{said}"
    );
    let files: Vec<String> = tree(desk.folder.path())
        .into_keys()
        .filter(|it| !it.starts_with("submissions/") && it.ends_with("feedback.md"))
        .collect();
    assert_eq!(files.len(), names.len(), "{files:?}");
    let tame =
        |it: &String| it.starts_with("out/") && !it.contains(['\n', '\u{1b}', '\u{202e}', '\\']);
    assert!(files.iter().all(tame), "{files:?}");
}

#[test]
fn a_gradebook_that_cannot_be_read_is_named() {
    let desk = Desk::new();
    desk.hand_in(NAME, ESSAY);
    for (sheet, says) in
        [("nowhere.csv", "no such file"), (".", "a folder"), ("/dev/zero", "larger than")]
    {
        let output = desk.mark(&["--gradebook", sheet]);
        let said = stderr(&output);
        assert!(output.status.code() == Some(2) && said.contains(says), "{sheet}: {said}");
    }
}

/// Labels and rubrics of other tools come from strangers too.
#[test]
fn labels_and_imports_are_refused_with_their_line() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("a.md"), ESSAY).expect("written");
    for (labels, says) in [
        ("{\"file\": \"a.md\", \"P\": 7}", "line 1"),
        ("{\"file\": \"a.md\"}\nno json", "line 2"),
        ("a.md,power,9,9", "expected `file,point id,level`"),
        ("a.md,nothing,1", "no point `nothing`"),
        ("{\"file\": \"../../../etc/nowhere\"}", "no such file"),
        ("", "labels no essay"),
    ] {
        fs::write(folder.path().join("labels"), labels).expect("written");
        let (text, code) = answer(folder.path(), &["calibrate", "labels", ".", "--reader", "fast"]);
        assert!(code == 2 && text.contains(says), "{labels}: {text}");
    }
    for (csv, says) in [
        ("", "no criteria found"),
        ("Rubric Name,Criteria Name\n", "no criteria found"),
        ("Rubric Name,Criteria Name,Rating Points\nx,\"y,1e999\n", ""),
    ] {
        fs::write(folder.path().join("rubric.csv"), csv).expect("written");
        let (text, _) = answer(folder.path(), &["rubric", "import", "rubric.csv"]);
        assert!(text.contains(says) && !text.contains("panicked"), "{csv}: {text}");
    }
}
