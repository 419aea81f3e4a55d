//! A folder of submissions, as the learning platforms hand it out, becomes a folder of feedback.

use crate::out::{Desk, essay, stderr, tree};
use pretty_assertions::assert_eq;

fn docx(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/docx/{name}")).expect("it is there")
}

#[test]
fn the_folders_of_moodle_and_canvas_are_understood() {
    let desk = Desk::new();
    desk.hand_in("Ana Lee_123_assignsubmission_file_/essay.docx", docx("seed-pandoc.docx"));
    desk.hand_in(
        "Ana Lee_123_assignsubmission_file_/cover sheet.docx",
        docx("features-python.docx"),
    );
    desk.hand_in("Zoë Müller_124_assignsubmission_file_/essay.doc", docx("features.doc"));
    desk.hand_in("Bo Ek_125_assignsubmission_file_/essay.odt", docx("features.odt"));
    desk.hand_in("Cy Fox_126_assignsubmission_file_/essay.pdf", "%PDF-1.7");
    desk.hand_in("Di Gil_127_assignsubmission_file_/bomb.docx", docx("bomb.docx"));
    desk.hand_in("Di Gil_127_assignsubmission_file_/picture.png", "not looked at");
    desk.hand_in("poejan_LATE_501_9_essay.md", essay(1));
    desk.hand_in("seminar 2/kim.md", essay(2));
    desk.hand_in("seminar 2/~$kim.docx", "left by an open editor");
    desk.hand_in("seminar 2/notes.tmp.md", "not an essay");
    let output = desk.mark(&["--exclude", "*.tmp.md"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let names: Vec<String> =
        tree(&desk.out()).into_keys().filter(|it| !it.starts_with(".critique")).collect();
    let wanted = [
        "Ana Lee_123/feedback.html",
        "Ana Lee_123/feedback.md",
        "cohort.html",
        "marks.csv",
        "poejan_501/feedback.html",
        "poejan_501/feedback.md",
        "results.jsonl",
        "seminar 2/kim/feedback.html",
        "seminar 2/kim/feedback.md",
    ];
    assert_eq!(names, wanted);
    let said = stderr(&output);
    for what in [
        "Zoë Müller: an old Word file (.doc)",
        "Bo Ek: an OpenDocument file (.odt)",
        "Cy Fox: a PDF",
        "Di Gil: a Word document whose word/document.xml unpacks to more than 16 MB",
    ] {
        assert!(said.contains(&format!("not judged: {what}")), "{what} in {said}");
    }
    let cover = "Ana Lee_123_assignsubmission_file_/cover sheet.docx";
    let why = "a cover sheet by its name, and no part of the essay";
    assert!(said.contains(&format!("left out: Ana Lee: {cover}: {why}")), "{said}");
    for name in ["feedback.md", "feedback.html"] {
        let feedback = desk.read(&format!("Ana Lee_123/{name}"));
        assert!(feedback.contains("Not judged"), "{feedback}");
        assert!(feedback.contains("cover sheet.docx"), "{feedback}");
    }
    let marks = desk.read("marks.csv");
    assert!(marks.contains(&format!("{cover}: {why}")), "{marks}");
    let columns = marks.lines().next().expect("a first line").matches(',').count();
    assert!(marks.lines().all(|line| line.matches(',').count() >= columns));
    assert!(
        marks.contains("Ana Lee,123,Ana Lee_123,Ana Lee_123_assignsubmission_file_/essay.docx,"),
        "{marks}"
    );
    assert_eq!(marks.lines().count(), 8);
    let results: Vec<serde_json::Value> = desk
        .read("results.jsonl")
        .lines()
        .map(|it| serde_json::from_str(it).expect("JSON"))
        .collect();
    assert_eq!(results.len(), 7);
    assert_eq!(results.iter().filter(|it| it.get("error").is_some()).count(), 4);
    let ana = results.iter().find(|it| it["id"] == "Ana Lee_123").expect("Ana's");
    assert_eq!(ana["essays"][0]["counts"], "paragraph");
    assert_eq!(ana["schema"], "critique-report/1");
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let desk = Desk::new();
    desk.hand_in(".._5_assignsubmission_file_/essay.md", essay(1));
    desk.hand_in("=cmd|'calc'!A0_6_assignsubmission_file_/essay.md", essay(2));
    desk.hand_in("<script>alert(1)<_7_assignsubmission_file_/essay.md", essay(3));
    desk.hand_in("marks.csv.md", essay(4));
    desk.hand_in("Kim.md", essay(5));
    desk.hand_in("kim.txt", essay(6));
    let output = desk.mark(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let beside: Vec<String> = tree(desk.folder.path())
        .into_keys()
        .filter(|it| !it.starts_with("out/") && !it.starts_with("submissions/"))
        .collect();
    assert_eq!(beside, Vec::<String>::new());
    let folders: Vec<String> =
        tree(&desk.out()).into_keys().filter(|it| it.ends_with("feedback.md")).collect();
    let wanted = ["-script-alert(1)-_7", "=cmd-'calc'!A0_6", "Kim", "_5", "kim (2)", "marks.csv_"];
    assert_eq!(folders, wanted.map(|it| format!("{it}/feedback.md")));
    assert!(
        desk.read("marks.csv").contains("\n'=cmd|'calc'!A0,6,'=cmd-"),
        "{}",
        desk.read("marks.csv")
    );
    assert!(!desk.read("cohort.html").contains("<script"));
}

/// Fifty words that nobody writes twice by chance.
const PASSAGE: &str = "The night porter kept a green ledger in which every visiting nurse wrote what she had noticed about the resident's breathing, \
    and because the social worker read that ledger each Monday before ringing the daughter, nobody in the family ever heard two different \
    stories about the same bad night.";

#[test]
fn the_class_page_shows_what_two_essays_share() {
    let desk = Desk::new();
    let alone = |at: usize| {
        format!(
            "# Essay {at}\n\nAgency number {at} met family number {at} on day {at} and wrote plan number {at} for the whole of that year.\n\n"
        )
    };
    desk.hand_in("ana.md", alone(1) + PASSAGE);
    desk.hand_in("bo.md", alone(2) + &PASSAGE.replace("green", "blue"));
    desk.hand_in("cy.md", format!("{}> {PASSAGE}\n", alone(3)));
    desk.hand_in("di.md", format!("{}As Lee (2014) has it, “{PASSAGE}”\n", alone(4)));
    assert!(desk.mark(&[]).status.success());
    let page = desk.read("cohort.html");
    assert_eq!(page.matches(": about ").count(), 1, "{page}");
    assert!(page.contains("ana and bo: about"), "{page}");
    assert!(page.contains("green ledger") && page.contains("blue ledger"));
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"));
}

#[test]
fn the_moderation_sample_holds_every_fail_and_at_least_ten() {
    let desk = Desk::new();
    (0..14).for_each(|at| desk.hand_in(&format!("student {at}.md"), essay(at)));
    let seed =
        std::fs::read_to_string("examples/partnership-working-seed.md").expect("it is there");
    desk.hand_in("weak.md", seed);
    desk.hand_in("weaker.md", "# Essay\n\nPartnership is good. It is very good indeed.\n");
    assert!(desk.mark(&[]).status.success());
    let page = desk.read("cohort.html");
    let sample = page
        .split("id=\"moderation\"")
        .nth(1)
        .and_then(|it| it.split("</section>").next())
        .expect("the sample");
    assert!(sample.matches("<tr>").count() > 10, "{sample}");
    assert!(sample.contains(">weaker</a>") && sample.contains("fail"), "{sample}");
}

#[test]
fn a_folder_without_essays_is_told() {
    let desk = Desk::new();
    let output = desk.mark(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no submissions in"));
}

#[test]
fn whoever_handed_in_no_essay_is_told_of() {
    let desk = Desk::new();
    desk.hand_in("Ana Lee_1_assignsubmission_file_/essay.md", essay(1));
    desk.hand_in("Bo Ek_2_assignsubmission_file_/photo.png", "not looked at");
    desk.hand_in("Cy Fox_3_assignsubmission_onlinetext_/onlinetext.html", "<p>An essay.</p>");
    let output = desk.mark(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let said = stderr(&output);
    assert!(said.contains("not judged: Bo Ek: no file ending in"), "{said}");
    assert!(said.contains("not judged: Cy Fox: a web page"), "{said}");
    assert_eq!(desk.read("marks.csv").lines().count(), 4);
}

#[test]
fn an_out_folder_that_cannot_be_written_to_is_told_before_any_work() {
    let desk = Desk::new();
    desk.hand_in("ana.md", essay(1));
    std::fs::write(desk.out(), "a file").expect("it can be written");
    let output = desk.mark(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("cannot write"), "{}", stderr(&output));
    let output = desk.command("submissions").output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("choose another"), "{}", stderr(&output));
}

#[test]
fn the_out_folder_may_be_named_from_where_one_stands() {
    let desk = Desk::new();
    desk.hand_in("ana.md", essay(1));
    let mut command = crate::out::critique();
    command.current_dir(desk.folder.path()).args(["mark", "submissions", "--out", "new/out"]);
    let output = command.args(["--reader", "fast"]).output().expect("it runs");
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(desk.folder.path().join("new/out/ana/feedback.md").exists());
}

#[test]
fn long_lists_are_cut_on_the_class_page_and_whole_in_the_table() {
    const ESSAYS: usize = 230;
    let desk = Desk::new();
    for at in 0..ESSAYS {
        let text = format!("# Essay {at}\n\nPartnership is good. Agency {at} is good as well.\n");
        desk.hand_in(&format!("student {at:03}.md"), text);
    }
    let output = desk.mark(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = desk.read("cohort.html");
    assert!(page.contains("not evidenced: 230</summary>"), "{page}");
    assert!(page.contains("and 30 more: see marks.csv"), "{page}");
    assert!(page.contains(">student 199</a>") && page.contains("<caption>230 of 230 essays"));
    assert_eq!(desk.read("marks.csv").lines().count(), 1 + ESSAYS);
    assert_eq!(desk.read("results.jsonl").lines().count(), ESSAYS);
    let own = tree(&desk.out().join(".critique"));
    assert!(!own.keys().any(|it| it.starts_with("half-written")), "nothing is left lying about");
}

/// Cites what it does not list.
const UNLISTED: &str = "# Essay\n\nTrust is slow between the two services, as Harris found (Harris, 2015).\n\n\
    ## References\n\nLee, A. (2014) *Power*. Bath: Bath Press.\n";

fn feedback_of(desk: &Desk, student: &str, rule: &str) -> bool {
    let results = desk.read("results.jsonl");
    let mut lines =
        results.lines().map(|it| serde_json::from_str::<serde_json::Value>(it).expect("JSON"));
    let line = lines.find(|it| it["id"] == student).expect("a line");
    line["essays"][0]["findings"].as_array().expect("findings").iter().any(|it| it["rule"] == rule)
}

#[test]
fn the_ignores_of_the_project_file_are_obeyed() {
    let desk = Desk::new();
    let rule = "citation-without-entry";
    let ignore = |rule: &str, path: &str| {
        format!("  - rule: {rule}\n    path: \"{path}\"\n    reason: the tutor asked for it\n")
    };
    let put = |name: &str, ignores: &[String]| {
        let text = format!("ignores:\n{}", ignores.concat());
        std::fs::write(desk.folder.path().join(name), text).expect("it can be written");
    };
    desk.hand_in("ana.md", UNLISTED);
    desk.hand_in("bo.md", UNLISTED);
    desk.hand_in("Cy Fox_3_assignsubmission_file_/essay.md", UNLISTED);
    put(
        "critique.yaml",
        &[ignore(rule, "submissions/ana.md"), ignore("entry-without-year", "*.md")],
    );
    put("submissions/Cy Fox_3_assignsubmission_file_/critique.yaml", &[ignore(rule, "*.md")]);
    let output = desk.mark(&[]);
    let said = stderr(&output);
    assert!(said.contains("nothing here breaks `entry-without-year` in `*.md`"), "{said}");
    assert!(!said.contains(&format!("breaks `{rule}`")), "{said}");
    assert!(!feedback_of(&desk, "ana", rule) && feedback_of(&desk, "bo", rule));
    assert!(feedback_of(&desk, "Cy Fox_3", rule), "no student ignores a rule for the tutor");
    put("critique.yaml", &[ignore(rule, "submissions/*.md")]);
    assert!(desk.mark(&[]).status.success());
    assert!(!feedback_of(&desk, "bo", rule), "what was kept was judged by other ignores");
    put("critique.yaml", &[ignore("citation-without-entri", "*.md")]);
    let output = desk.mark(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("did you mean `citation-without-entry`?"));
}

#[test]
fn a_file_of_sources_beside_the_essay_is_read() {
    let desk = Desk::new();
    let essay = "# Essay\n\nTrust is slow [@harris2015], and power is taken (Lee, 2014).\n";
    let list = "@book{harris2015, author = {Harris, J.}, title = {Trust}, year = {2015}, publisher = {Sage}}\n";
    desk.hand_in("ana.md", essay);
    desk.hand_in("ana.bib", list);
    desk.hand_in("bo.md", essay);
    desk.hand_in("of nobody.bib", list);
    desk.hand_in("Cy Fox_3_assignsubmission_file_/essay.md", essay);
    desk.hand_in("Cy Fox_3_assignsubmission_file_/sources.bib", list.replace("harris", "other"));
    desk.hand_in("di.md", essay);
    desk.hand_in("di.bib", [0xff, 0xfe, 0x41]);
    let output = desk.mark(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(desk.read("results.jsonl").lines().count(), 4);
    let missing = |student: &str| feedback_of(&desk, student, "missing-reference-list");
    assert!(!missing("ana") && missing("bo") && !missing("Cy Fox_3") && missing("di"));
    let unknown = |student: &str| feedback_of(&desk, student, "citation-without-entry");
    assert!(!unknown("ana") && unknown("Cy Fox_3"));
    assert!(stderr(&output).contains("left out: di: di.bib: UTF-16 text"), "{}", stderr(&output));
    desk.hand_in("bo.bib", list);
    assert!(stderr(&desk.mark(&[])).contains("3 unchanged"));
    assert!(!feedback_of(&desk, "bo", "missing-reference-list"));
}
