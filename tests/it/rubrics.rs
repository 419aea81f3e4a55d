//! Every shipped rubric reads, and every malformed one says what is wrong with it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use critique::judge::{Proof, prove};
use critique::language::{Engine, Reader};
use critique::rubric;
use pretty_assertions::assert_eq;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn yaml_files(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(name)).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|it| it.expect("the entry reads").path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "yaml"));
    files.sort();
    files
}

/// `NAME.yaml` gives `NAME.error`; `UPDATE_GOLDEN=1` writes what is said now, to be read before it is committed.
#[test]
fn malformed_rubrics_say_what_is_wrong() {
    let files = yaml_files("tests/it/rubrics/bad");
    assert!(files.len() >= 10, "too few malformed rubrics");
    for path in files {
        let text = fs::read_to_string(&path).expect("a malformed rubric is still text");
        let name = path.file_name().expect("a file has a name").to_string_lossy();
        let error = rubric::read(&text, &name).expect_err("a malformed rubric is refused");
        let golden = path.with_extension("error");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, format!("{error}\n")).expect("the golden error is written");
        }
        let wanted = fs::read_to_string(&golden).expect("a golden error stands beside it");
        assert_eq!(format!("{error}\n"), wanted, "{name}");
    }
}

#[test]
fn huge_files_are_refused() {
    let text = format!("id: {}\n", "x".repeat(2 << 20));
    let error = rubric::read(&text, "huge.yaml").expect_err("too large");
    assert!(error.to_string().starts_with("huge.yaml:1:1: the file is larger"), "{error}");
}

#[test]
fn shipped_rubrics_read_without_a_warning() {
    for path in yaml_files("rubrics") {
        let text = fs::read_to_string(&path).expect("a rubric is text");
        let name = path.file_name().expect("a file has a name").to_string_lossy();
        let (rubric, warnings) =
            rubric::read(&text, &name).unwrap_or_else(|error| panic!("{error}"));
        let warnings: Vec<String> = warnings.iter().map(ToString::to_string).collect();
        assert!(warnings.is_empty(), "{}", warnings.join("\n"));
        assert_eq!(format!("{}.yaml", rubric.id), name, "a rubric is named after its id");
        assert!(rubric::bundled(&rubric.id) == Some(&text), "{name} is not bundled");
    }
}

fn drafted(page: &str) -> rubric::Rubric {
    let yaml = rubric::draft(page);
    rubric::read(&yaml, "drafted.yaml").unwrap_or_else(|error| panic!("{error}\n{yaml}")).0
}

#[test]
fn a_drafted_rubric_reads_and_keeps_the_page_word_for_word() {
    let page = fs::read_to_string(folder("seeds/partnership-working-topic.txt"))
        .expect("the seed is there");
    let rubric = drafted(&page);
    let text = page.lines().map(|line| line.trim_start_matches("- ").trim()).collect::<Vec<_>>();
    let at = |heading: &str| {
        text.iter().position(|line| *line == heading).expect("the heading is there")
    };
    let (mistakes, points) =
        (at("Common Misconceptions & Mistakes to Avoid"), at("Examiner Marking Points"));
    assert_eq!(
        rubric.points.iter().map(|it| it.credit.as_str()).collect::<Vec<_>>(),
        text[points + 1..points + 7]
    );
    assert_eq!(
        rubric.mistakes.iter().map(|it| it.says.as_str()).collect::<Vec<_>>(),
        text[mistakes + 1..mistakes + 7]
    );
    assert_eq!(rubric.concepts.len(), 5);
}

#[test]
fn any_page_at_all_gives_a_rubric() {
    for page in [
        "",
        "\n\n",
        "# Notes",
        "Buy now!\n- one\n- two",
        "Marking points\n- \"a: b\" # c & *d* {e} [f] é ｗ\u{1}\t- credit this much",
        "- Award credit for 100% of: it.",
    ] {
        drafted(page);
    }
}

#[test]
fn a_canvas_rubric_comes_and_goes() {
    let text = "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points\r\n\
                Dignity,Analysis,\"Analyse dignity, privacy and autonomy in care\",false,Full,,30,None,,0\r\n\
                Dignity,Evidence,Support the argument with research on dignity,false,Full,,10,None,,0\r\n";
    let (imported, _) =
        rubric::read(&rubric::import(text).expect("a Canvas rubric"), "canvas.yaml")
            .expect("it reads");
    assert_eq!(imported.points.iter().map(|it| it.worth).collect::<Vec<_>>(), [75, 25]);
    assert_eq!(imported.points[0].credit, "Analyse dignity, privacy and autonomy in care");
    let exported = rubric::canvas(&imported);
    let (again, _) =
        rubric::read(&rubric::import(&exported).expect("our own export"), "again.yaml")
            .expect("it reads");
    assert_eq!(
        again.points.iter().map(|it| &it.credit).collect::<Vec<_>>(),
        imported.points.iter().map(|it| &it.credit).collect::<Vec<_>>()
    );
    assert!(rubric::marking_sheet(&imported).contains("| 75 | ☐ |"));
}

#[test]
fn a_list_of_btec_criteria_keeps_its_grades() {
    use rubric::Grade::{Distinction, Merit, Pass};
    let text = "Unit 5: Equality and Diversity\n\nP1 Explain the importance of equality in care settings\nA.M1: Analyse how discrimination affects service users\n\
                BC.D1 - Evaluate how legislation protects individuals\nPage 3 of 4\n";
    let (imported, _) =
        rubric::read(&rubric::import(text).expect("a list of criteria"), "btec.yaml")
            .expect("it reads");
    assert_eq!(
        imported.points.iter().map(|it| it.grade).collect::<Vec<_>>(),
        [Some(Pass), Some(Merit), Some(Distinction)]
    );
    assert_eq!(imported.scale, rubric::Scale::Btec);
    assert!(rubric::import("Dear all,\nhave a nice day\n").is_err());
}

/// The page for tutors shows a whole rubric; what it shows must work.
#[test]
fn the_tutors_page_shows_a_rubric_that_reads() {
    let page = fs::read_to_string(folder("rubrics/README.md")).expect("the page is there");
    let yaml = page
        .split("```yaml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("a yaml block");
    let remarks = rubric::lint(yaml, "rubrics/README.md").unwrap_or_else(|error| panic!("{error}"));
    let remarks: Vec<String> = remarks.iter().map(ToString::to_string).collect();
    assert!(remarks.is_empty(), "{}", remarks.join("\n\n"));
    let (shown, _) = rubric::read(yaml, "rubrics/README.md").expect("it reads");
    for engine in engines() {
        let proof = prove(&shown, &Reader::new(engine));
        assert!(proof.weaknesses.is_empty(), "{}", told(&proof));
    }
}

fn engines() -> Vec<Engine> {
    if Engine::best() == Engine::Fast {
        vec![Engine::Fast]
    } else {
        vec![Engine::Fast, Engine::best()]
    }
}

/// What a proof found, a line each: where, and what.
fn told(proof: &Proof) -> String {
    let lines = proof.weaknesses.iter().map(|it| format!("{}: {}", it.at, it.what));
    lines.collect::<Vec<_>>().join("\n")
}

/// Weaknesses of bundled rubrics that are not mended yet: rubric, reader, place. The list may only shrink: one that is gone
/// fails the test until it is struck off.
const KNOWN: &[(&str, &str, &str)] = &[];

#[test]
fn shipped_rubrics_are_proven_by_their_examples() {
    let mut wrong = String::new();
    for (engine, (id, text)) in
        engines().into_iter().flat_map(|engine| rubric::BUNDLED.iter().map(move |it| (engine, it)))
    {
        let (rubric, _) = rubric::read(text, id).expect("a bundled rubric reads");
        let proof = prove(&rubric, &Reader::new(engine));
        assert!(proof.examples > 40 && proof.alterations > 10, "{id}: hardly anything was judged");
        let known: Vec<&str> =
            KNOWN.iter().filter(|it| (it.0, it.1) == (*id, engine.name())).map(|it| it.2).collect();
        for it in proof.weaknesses.iter().filter(|it| !known.contains(&it.at.as_str())) {
            let _ = writeln!(wrong, "{id}, {}: {}: {}", engine.name(), it.at, it.what);
        }
        for at in known.iter().filter(|at| !proof.weaknesses.iter().any(|it| it.at == **at)) {
            let _ = writeln!(wrong, "{id}, {}: {at}: is mended, so strike it off", engine.name());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn fails_on(yaml: &str, at: &str) {
    let (rubric, _) = rubric::read(yaml, "broken.yaml").unwrap_or_else(|error| panic!("{error}"));
    let proof = prove(&rubric, &Reader::new(Engine::Fast));
    assert!(proof.weaknesses.iter().any(|it| it.at == at), "{at} is not among\n{}", told(&proof));
    assert!(proof.verdict("fast").starts_with("not safe to score with yet: "));
}

/// Every kind of example is judged: one that says the opposite of what it stands for is found, at its place.
#[test]
fn examples_that_prove_the_opposite_are_found() {
    let page = fs::read_to_string(folder("rubrics/README.md")).expect("the page is there");
    let yaml = page.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next());
    let yaml = yaml.expect("a yaml block");
    let swapped = |one: &str, other: &str| {
        let (good, bad) = (format!("      {one}:"), format!("      {other}:"));
        let marked = yaml.replace(&good, "      KEPT:").replace(&bad, &good);
        marked.replace("      KEPT:", &bad)
    };
    for at in ["points/0/examples/meets/0", "points/1/examples/meets/0"] {
        fails_on(&swapped("meets", "misses"), at);
    }
    fails_on(&swapped("caught", "spared"), "mistakes/0/examples/spared/0");
    let empty = yaml.replacen("      misses:\n        - Hand hygiene is very important in hospitals.\n        - There are five moments for hand hygiene.\n", "      misses: []\n", 1);
    assert_ne!(empty, yaml);
    fails_on(&empty, "points/0/examples/misses");
}
