//! What a rubric says of strictness, length and grades is heeded, and adds up.

use std::fs;
use std::process::Output;

use assert_cmd::Command;
use critique::detect::{Conventions, findings};
use critique::judge::{Critique, Lens, Level, judge};
use critique::language::{Engine, Essay, Reader};
use critique::rubric::{BUNDLED, Grade, Penalty, Rubric, Scale, Strictness, Words, bundled, read};
use pretty_assertions::assert_eq;

const ESSAYS: [&str; 4] = [
    include_str!("../essays/care-home-distinction.md"),
    include_str!("../essays/camhs-merit.md"),
    include_str!("../essays/day-service-pass.md"),
    include_str!("../essays/prison-fail.md"),
];
const STRONG: &str = "tests/essays/care-home-distinction.md";

fn partnership() -> Rubric {
    let text = bundled("partnership-working").expect("it is bundled");
    read(text, "partnership-working").expect("it reads").0
}

fn essays() -> Vec<Essay> {
    let reader = Reader::new(Engine::Fast);
    ESSAYS.iter().map(|text| Essay::of(text, &reader)).collect()
}

fn judged(essay: &Essay, rubric: Rubric) -> Critique {
    let found = findings(essay, &Conventions::of(&rubric));
    judge(essay, &Lens::new(rubric), found)
}

fn levels(critique: &Critique) -> Vec<Level> {
    critique.criteria.iter().flat_map(|it| &it.points).map(|it| it.level).collect()
}

#[test]
fn a_stricter_rubric_never_gives_more() {
    use Strictness::{Lenient, Standard, Strict};
    let mut lower = [0, 0];
    for (id, text) in BUNDLED {
        let rubric = read(text, id).expect("it reads").0;
        for essay in essays() {
            let [lenient, standard, strict] = [Lenient, Standard, Strict]
                .map(|strictness| judged(&essay, Rubric { strictness, ..rubric.clone() }));
            for (at, (easier, harder)) in
                [(&lenient, &standard), (&standard, &strict)].into_iter().enumerate()
            {
                let (high, low) = (levels(easier), levels(harder));
                assert!(high.iter().zip(&low).all(|(high, low)| high >= low), "{id}");
                let made = easier.mistakes.iter().zip(&harder.mistakes);
                assert!(made.clone().all(|(easy, hard)| easy.present <= hard.present), "{id}");
                let met = easier.practices.iter().zip(&harder.practices);
                assert!(met.clone().all(|(easy, hard)| easy.met >= hard.met), "{id}");
                assert!(easier.mark >= harder.mark, "{id}");
                lower[at] += easier.mark - harder.mark;
            }
        }
    }
    assert!(lower.iter().all(|marks| *marks > 0), "strictness moves no mark: {lower:?}");
}

/// An essay twice as long as its target, or half as long, by a rubric with these costs.
fn off(essay: &Essay, over: bool, costs: u32) -> (Critique, Critique) {
    let plain = judged(essay, Rubric { words: None, ..partnership() });
    let counted = plain.words.counted;
    let step = |percent, costs| Penalty {
        over: over.then_some(percent),
        under: (!over).then_some(percent),
        costs,
    };
    let words = Words {
        penalties: vec![step(10, 1), step(40, costs)],
        ..Words::of(if over { counted / 2 } else { counted * 2 })
    };
    (plain, judged(essay, Rubric { words: Some(words), ..partnership() }))
}

fn adds_up(critique: &Critique) {
    let sum: i64 = critique.sum.iter().map(|it| it.amount).sum();
    assert_eq!(sum, i64::from(critique.mark), "{:?}", critique.sum);
}

#[test]
fn a_breach_of_the_length_costs_what_the_rubric_says() {
    let essay = &essays()[0];
    for (over, what, rule) in [
        (true, "more words than asked for", "over-target"),
        (false, "fewer words than asked for", "under-target"),
    ] {
        let (plain, charged) = off(essay, over, 25);
        assert_eq!(charged.mark + 25, plain.mark);
        assert!(charged.sum.iter().any(|it| it.what == what && it.amount == -25));
        adds_up(&charged);
        let finding = charged.findings.iter().find(|it| it.rule == rule).expect("it is said");
        assert!(finding.message.ends_with(", which costs 25 marks"), "{}", finding.message);
        let step = charged.next_steps.iter().find(|it| it.point == rule).expect("a step");
        assert_eq!(step.gain, 25);
    }
}

#[test]
fn no_breach_takes_more_than_there_is() {
    let (_, charged) = off(&essays()[3], true, 1000);
    assert_eq!(charged.mark, 0);
    adds_up(&charged);
}

/// The bundled rubric as a tutor would put it on the btec scale.
fn btec(grades: &[&str]) -> String {
    let text = bundled("partnership-working").expect("it is bundled");
    let mut grades = grades.iter();
    let lines = text.lines().filter(|line| !line.starts_with("scale:")).map(|line| {
        let grade = line.starts_with("    worth:").then(|| grades.next()).flatten();
        grade.map_or_else(|| line.to_owned(), |grade| format!("{line}\n    grade: {grade}"))
    });
    lines.collect::<Vec<_>>().join("\n") + "\nscale: btec\n"
}

/// Every point that the strong essay treats soundly is asked for a Merit, the others for a Distinction: it earns a Merit.
fn btec_merit() -> String {
    let essay = Essay::of(ESSAYS[0], &Reader::new(Engine::Fast));
    let critique = judged(&essay, partnership());
    let by_id = |id: &str| {
        let mut points = critique.criteria.iter().flat_map(|it| &it.points);
        points.find(|it| it.id == id).expect("it is judged").level
    };
    let sound = |id: &str| by_id(id) >= Level::Sound;
    let rubric = partnership();
    let grades = rubric.points.iter().map(|it| if sound(&it.id) { "merit" } else { "distinction" });
    btec(&grades.collect::<Vec<_>>())
}

#[test]
fn criteria_decide_on_the_btec_scale() {
    let text = btec(&["pass", "pass", "pass", "merit", "merit", "distinction"]);
    let text = text.replacen("    credit: >-\n      ", "    credit: >-\n      Describe it. ", 1);
    let rubric = read(&text, "btec.yaml").unwrap_or_else(|error| panic!("{error}")).0;
    assert_eq!(rubric.scale, Scale::Btec);
    let mut results = Vec::new();
    for essay in essays() {
        let critique = judged(&essay, rubric.clone());
        let points = critique.criteria.iter().flat_map(|it| &it.points);
        let achieved: Vec<(Grade, bool)> = points
            .map(|it| {
                let told = it.achievement.expect("every point has a grade");
                let point = rubric.points.iter().find(|point| point.id == it.id).expect("known");
                let least = if point.only_describes() { Level::Limited } else { Level::Sound };
                assert_eq!(told.achieved, it.level >= least, "{}", it.id);
                (told.grade, told.achieved)
            })
            .collect();
        assert_eq!(critique.band, Grade::earned(&achieved).map_or("Refer", Grade::name));
        let number = judged(&essay, partnership()).mark;
        assert_eq!(critique.mark, number, "the number stays");
        results.push(critique.band);
    }
    assert_eq!(results[3], "Refer");
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("critique").expect("the program is built");
    command.env("NO_COLOR", "1").args(arguments).output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn checked(rubric: &str, format: &str, more: &[&str]) -> String {
    let usual = ["check", STRONG, "--reader", "fast", "--rubric", rubric, "--format", format];
    text(&run(&[&usual, more].concat()).stdout)
}

#[test]
fn every_face_tells_what_is_achieved_and_a_resubmission_earns_a_pass() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("btec.yaml");
    fs::write(&file, btec_merit()).expect("it can be written");
    let rubric = file.to_str().expect("a plain path");
    for format in ["terminal", "markdown", "html"] {
        let face = checked(rubric, format, &[]);
        assert!(face.contains("Merit: achieved"), "{format}: {face}");
    }
    let table = checked(rubric, "csv", &[]);
    assert!(table.contains("achieved:outcomes-metrics") && table.contains(",Merit,"), "{table}");
    let essay = |more: &[&str]| {
        let report: serde_json::Value =
            serde_json::from_str(&checked(rubric, "json", more)).expect("JSON");
        report["essays"][0].clone()
    };
    let first = essay(&[]);
    assert_eq!(first["band"], "Merit");
    let points = first["criteria"].as_array().expect("criteria").iter();
    let mut points = points.flat_map(|it| it["points"].as_array().expect("points"));
    assert!(points.any(|it| it["achieved"] == true && it["grade"] == "Merit"));
    let again = essay(&["--resubmission"]);
    assert_eq!((&again["band"], &again["mark"]), (&"Pass".into(), &first["mark"]));
    assert!(again["caps"].to_string().contains("a resubmission earns a Pass at most"), "{again}");
}

#[test]
fn a_resubmission_needs_the_btec_scale() {
    let arguments = ["check", STRONG, "--rubric", "partnership-working", "--resubmission"];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("is not on the btec scale"), "{}", text(&output.stderr));
}

#[test]
fn a_folder_of_resubmissions_is_graded_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::create_dir_all(path("in/Ana Lee_101_assignsubmission_file_")).expect("a folder");
    fs::copy(STRONG, path("in/Ana Lee_101_assignsubmission_file_/essay.md")).expect("copied");
    fs::write(path("btec.yaml"), btec_merit()).expect("it can be written");
    let sheet = "Identifier,Full name,Status,Grade,Scale,Grade can be changed,Feedback comments\r\n\
                 Participant 101,Ana Lee,Submitted,,\"Refer,Pass,Merit,Distinction\",Yes,\r\n";
    fs::write(path("sheet.csv"), sheet).expect("it can be written");
    let mark = |more: &[&str]| {
        let (from, to, rubric, sheet) =
            (path("in"), path("out"), path("btec.yaml"), path("sheet.csv"));
        let usual = [
            "mark",
            &from,
            "--out",
            &to,
            "--rubric",
            &rubric,
            "--reader",
            "fast",
            "--gradebook",
            &sheet,
        ];
        let output = run(&[&usual, more].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        let read = |name: &str| fs::read_to_string(path(name)).expect("it was written");
        (read("out/marks.csv"), read("out/sheet.csv"))
    };
    let (marks, filled) = mark(&[]);
    assert!(marks.contains(",Merit,") && marks.contains("achieved:outcomes-metrics"), "{marks}");
    assert!(filled.contains(",Merit,") && filled.contains(" Achieved: "), "{filled}");
    // The same folder again: what was kept was judged for another attempt.
    let (marks, _) = mark(&["--resubmission"]);
    assert!(marks.contains(",Pass,") && !marks.contains(",Merit,"), "{marks}");
}
