//! The sheets of Moodle and Canvas are filled, and every other byte is kept.

use std::fs;

use crate::out::{Desk, essay, stderr};
use pretty_assertions::assert_eq;

fn desk(sheet: &str, names: &[&str]) -> Desk {
    let desk = Desk::new();
    for (at, name) in names.iter().enumerate() {
        desk.hand_in(&format!("{name}/essay.md").replace("#/essay.md", ""), essay(at));
    }
    fs::write(desk.folder.path().join("sheet.csv"), sheet).expect("it can be written");
    desk
}

fn fill(desk: &Desk, more: &[&str]) -> (String, String) {
    let sheet = desk.folder.path().join("sheet.csv").display().to_string();
    let output = desk.mark(&[&["--gradebook", &sheet], more].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    (desk.read("sheet.csv"), desk.read("gradebook.txt"))
}

/// The mark of a student, from marks.csv.
fn mark(desk: &Desk, student: &str) -> String {
    let marks = desk.read("marks.csv");
    let row = marks
        .lines()
        .find(|line| line.trim_start_matches('\u{feff}').starts_with(&format!("{student},")))
        .expect("a row");
    row.split(',').nth(4).expect("a mark").to_owned()
}

const MOODLE: &str = "\u{feff}Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\r\n\
    \"Participant 101\",\"Ana \"\"Annie\"\" Lee\",a@x.uk,\"Submitted for grading - \",,100.00,Yes,\"Monday, 1 June\",-,\r\n\
    \"Participant 102\",\"Bo, Jr Ek\",b@x.uk,Submitted,\"\",30.00,Yes,-,-,\"<p>Mind the\r\nline</p>\"\r\n\
    \"Participant 103\",Cy Fox,c@x.uk,Submitted,61.00,100.00,Yes,-,-,\r\n\
    \"Participant 104\",Di Gil,d@x.uk,Submitted,,100.00,No,-,-,\r\n\
    \"Participant 105\",Ed Hay,e@x.uk,No submission,,100.00,Yes,-,-,\r\n";

const MOODLE_NAMES: &[&str] = &[
    "Ana Lee_101_assignsubmission_file_",
    "Bo Ek_102_assignsubmission_file_",
    "Cy Fox_103_assignsubmission_file_",
    "Di Gil_104_assignsubmission_file_",
    "Flo Orr_999_assignsubmission_file_",
];

#[test]
fn a_moodle_worksheet_is_filled_by_participant() {
    let desk = desk(MOODLE, MOODLE_NAMES);
    let (filled, ledger) = fill(&desk, &[]);
    let (ana, bo) = (mark(&desk, "Ana Lee"), mark(&desk, "Bo Ek"));
    let comment =
        filled.split("-,Indicative").nth(1).map(|it| it.split("\r\n").next().unwrap_or_default());
    let comment = comment
        .or_else(|| filled.split("-,\"Indicative").nth(1).and_then(|it| it.split("\r\n").next()));
    assert!(comment.is_some(), "{filled}");
    let without_comment = filled.replacen(
        &filled[filled.find("-,\"Indicative").or(filled.find("-,Indicative")).expect("it is there")
            + 2..filled.find("\r\n\"Participant 102").expect("it is there")],
        "",
        1,
    );
    let thirty = f64::from(bo.parse::<u32>().expect("a number")) * 0.3;
    let wanted = MOODLE
        .replacen("grading - \",,100", &format!("grading - \",{ana},100"), 1)
        .replacen("\"\",30.00", &format!("\"{thirty}\",30.00"), 1);
    assert_eq!(without_comment, wanted);
    assert!(ledger.starts_with("2 grades filled in."), "{ledger}");
    for what in [
        "Cy Fox: has 61.00 already",
        "Di Gil: the sheet says that this grade cannot be changed",
        "Flo Orr (999)",
        "Ed Hay (Participant 105)",
    ] {
        assert!(ledger.contains(what), "{what} in {ledger}");
    }
}

#[test]
fn grades_are_written_over_only_when_asked() {
    let desk = desk(MOODLE, MOODLE_NAMES);
    let (filled, ledger) = fill(&desk, &["--overwrite"]);
    assert!(ledger.starts_with("3 grades filled in."), "{ledger}");
    assert!(
        filled.contains(&format!("Submitted,{},100.00,Yes", mark(&desk, "Cy Fox"))),
        "{filled}"
    );
}

#[test]
fn a_scale_gets_its_own_words() {
    let sheet = "Identifier;Full name;Grade;Scale;Feedback comments\nParticipant 101;Ana Lee;;Refer,Pass,Merit,Distinction;kept\nParticipant 102;Bo Ek;;Poor,Good;kept\n";
    let desk = desk(sheet, &MOODLE_NAMES[..2]);
    let (filled, ledger) = fill(&desk, &[]);
    let word =
        filled.lines().nth(1).and_then(|line| line.split(';').nth(2)).expect("a cell").to_owned();
    assert!(["Refer", "Pass", "Merit", "Distinction"].contains(&word.as_str()), "{filled}");
    assert_eq!(filled, sheet.replacen("Lee;;", &format!("Lee;{word};"), 1));
    assert!(ledger.contains("Bo Ek: the scale `Poor,Good` has no word for"), "{ledger}");
}

const CANVAS: &str = "Student,ID,SIS User ID,SIS Login ID,Section,Essay 1 (77),Quiz (78),Current Score\n\
    Points Possible,,,,,50,10,(read only)\n\
    \"Lee, Ana\",501,s501,ana,A,,9,90\n\
    \"Ek, Bo\",502,s502,bo,A,,8,80\n\
    \"Student, Test\",999,,,A,,,\n";

#[test]
fn a_canvas_gradebook_is_filled_by_user() {
    let desk = desk(CANVAS, &["leeana_501_11_essay.md#", "ekbo_LATE_502_12_essay.md#"]);
    let sheet = desk.folder.path().join("sheet.csv").display().to_string();
    let output = desk.mark(&["--gradebook", &sheet]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("several assignments"), "{}", stderr(&output));
    let (filled, ledger) = fill(&desk, &["--assignment", "Essay 1"]);
    let half =
        |student: &str| f64::from(mark(&desk, student).parse::<u32>().expect("a number")) / 2.0;
    let wanted = CANVAS.replacen("ana,A,,", &format!("ana,A,{},", half("leeana")), 1).replacen(
        "bo,A,,",
        &format!("bo,A,{},", half("ekbo")),
        1,
    );
    assert_eq!(filled, wanted);
    assert_eq!(ledger, "2 grades filled in.\n");
}

#[test]
fn names_in_doubt_are_listed_and_not_filled() {
    let sheet = CANVAS.replace("Ek, Bo", "Lee, Ana").replace("Quiz (78)", "Quiz");
    let desk = desk(&sheet, &["Ana Lee.md#", "group 2/bo.md#"]);
    let (filled, ledger) = fill(&desk, &[]);
    assert_eq!(filled, sheet);
    assert!(ledger.contains("in doubt: fill these in by hand:\n  Ana Lee"), "{ledger}");
    assert!(ledger.contains("submissions without a row in the sheet:\n  group 2/bo"), "{ledger}");
}

#[test]
fn a_sheet_whose_name_the_results_need_is_refused() {
    let desk = desk(MOODLE, MOODLE_NAMES);
    let sheet = desk.folder.path().join("marks.csv");
    fs::write(&sheet, MOODLE).expect("it can be written");
    let output = desk.mark(&["--gradebook", &sheet.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("rename it"), "{}", stderr(&output));
}

#[test]
fn a_sheet_of_no_known_kind_is_refused_before_any_work() {
    let desk = desk("name,grade\nAna,\n", &["Ana Lee.md#"]);
    let sheet = desk.folder.path().join("sheet.csv").display().to_string();
    let output = desk.mark(&["--gradebook", &sheet]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("neither a Moodle grading worksheet"), "{}", stderr(&output));
    assert!(!desk.out().exists());
}
