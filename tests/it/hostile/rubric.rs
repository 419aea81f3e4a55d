//! Rubrics that no tutor writes.

use std::fs;

use super::answer;
use tempfile::tempdir;

const BLANK: &str = include_str!("../../../src/rubric/blank.yaml");

/// The blank rubric, its one idea known by these phrases.
fn phrases(list: &str) -> String {
    swapped(
        "[privacy, in private, behind closed doors, overheard, close .. curtain]",
        &format!("[{list}]"),
    )
}

/// The blank rubric with something else in one place.
fn swapped(from: &str, to: &str) -> String {
    assert_eq!(BLANK.matches(from).count(), 1, "{from}");
    BLANK.replacen(from, to, 1)
}

fn unfolding() -> String {
    let level = |at: u8| {
        let (name, before) = (char::from(b'a' + at), char::from(b'a' + at - 1));
        format!("{name}: &{name} [{}]\n", vec![format!("*{before}"); 9].join(", "))
    };
    format!("a: &a [x, x, x]\n{}", (1..12).map(level).collect::<String>())
}

#[test]
fn each_rubric_is_used_or_refused_with_its_line() {
    let worth = |text: &str| swapped("worth: 100", text);
    let rows: Vec<(&str, String, Result<(), &str>)> = vec![
        ("empty", String::new(), Err("the file is empty")),
        ("a comment", "# nothing\n".into(), Err("the file is empty")),
        ("no YAML", "id: [".into(), Err("r.yaml:")),
        ("a tab", "id:\tmine\n\ttitle: x\n".into(), Err("r.yaml:")),
        ("a list", "- a\n- b\n".into(), Err("r.yaml:1:1")),
        ("a text", "mine\n".into(), Err("r.yaml:1:1")),
        ("a slip", "id: mine\ntitel: Mine\n".into(), Err("r.yaml:2:1")),
        ("two documents", format!("{BLANK}---\n{BLANK}"), Err("a second document begins here")),
        ("an alias of nothing", "id: *mine\n".into(), Err("an alias without its anchor")),
        ("a key twice", format!("{BLANK}\nid: again\n"), Err("a second time")),
        ("unfolding", unfolding(), Err("r.yaml:")),
        ("nesting", format!("id: {}", "[".repeat(100_000)), Err("r.yaml:")),
        (
            "nesting blocks",
            (0..3_000).flat_map(|at| [" ".repeat(at), "a:\n".to_owned()]).collect(),
            Err("r.yaml:"),
        ),
        (
            "too large",
            format!("{BLANK}\n#{}", "x".repeat(1_100_000)),
            Err("larger than a rubric may be"),
        ),
        ("escape codes", swapped("my-unit", "\"my\u{85}unit \\e[2J\""), Err("r.yaml:")),
        ("one phrase of a letter", phrases("a"), Ok(())),
        ("an empty phrase", phrases("\"\""), Ok(())),
        ("blank phrases", phrases("\" \", \" .. \", \"..\", \" ..  .. \""), Ok(())),
        (
            "regular expressions",
            phrases("\".*\", \"(\", \"[a-z\", \"\\\\\", \"a{9999999}\", \"(a+)+$\", \"^\""),
            Ok(()),
        ),
        ("emoji", phrases("\"😀\", \"e\\u0301\\u0301\", \"\\u202e\", \"\\0\""), Ok(())),
        (
            "many phrases",
            phrases(&(0..20_000).map(|at| format!("care {at}")).collect::<Vec<_>>().join(", ")),
            Ok(()),
        ),
        ("many gaps", phrases(&vec!["care"; 30].join(" .. ")), Err("too long to be found")),
        ("an endless phrase", phrases(&"care ".repeat(5_000)), Err("too long to be found")),
        ("worth 10000", worth("worth: 10000"), Err("not 100")),
        ("worth nothing", worth("worth: 0"), Err("not 100")),
        ("worth less than nothing", worth("worth: -50"), Err("`worth` must be")),
        ("worth without end", worth("worth: 99999999999999999999"), Err("`worth` must be")),
        ("worth half", worth("worth: 49.5"), Err("`worth` must be")),
        ("worth no number", worth("worth: .nan"), Err("r.yaml:37:12")),
        ("worth words", worth("worth: fifty"), Err("`worth` must be")),
    ];
    let folder = tempdir().expect("a folder");
    let essay =
        "Care is care. The agencies met because staff argue; care a care, [a-z (care) .*.\n";
    fs::write(folder.path().join("essay.md"), essay.repeat(50)).expect("written");
    for (name, yaml, wanted) in rows {
        fs::write(folder.path().join("r.yaml"), yaml).expect("written");
        let arguments = ["check", "essay.md", "--rubric", "r.yaml", "--reader", "fast"];
        let (text, code) = answer(folder.path(), &arguments);
        let (status, words) = wanted.map_or_else(|words| (2, words), |()| (0, "indicative"));
        assert!(code == status && text.contains(words), "{name}: {code}\n{text}");
        assert!(!text.contains("panicked") && !text.contains('\u{1b}'), "{name}: {text}");
    }
}

#[test]
fn ten_thousand_points_and_points_of_one_id_are_refused() {
    // It may be no longer than a rubric is, so that ten thousand points never come to be counted.
    let from = BLANK.find("\npoints:\n").expect("points");
    let to = BLANK.find("\nmistakes:\n").expect("mistakes follow the points") + 1;
    let first = BLANK[from..].find("  - id:").expect("a point") + from;
    let second = BLANK[first + 1..].find("  - id:").map_or(to, |at| first + 1 + at).min(to);
    let point = &BLANK[first..second];
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), "The agencies met.\n").expect("written");
    for (count, says) in
        [(2, "is taken"), (400, "is taken"), (10_000, "larger than a rubric may be")]
    {
        let yaml = [&BLANK[..first], &point.repeat(count), &BLANK[to..]].concat();
        fs::write(folder.path().join("r.yaml"), yaml).expect("written");
        let (text, code) = answer(folder.path(), &["check", "essay.md", "--rubric", "r.yaml"]);
        assert!(code == 2 && text.contains(says), "{count}: {}", &text[..text.len().min(600)]);
    }
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
fn a_rubric_without_end_is_refused() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), "text").expect("written");
    for command in
        [&["check", "essay.md", "--rubric", "/dev/zero"][..], &["rubric", "show", "/dev/zero"]]
    {
        let (text, code) = answer(folder.path(), command);
        assert!(code == 2 && text.contains("larger than 16 MB"), "{text}");
    }
}

/// What a page of nonsense drafts is a rubric all the same, and whatever cannot be taken over is said to be.
#[test]
fn pages_of_nonsense_give_rubrics() {
    let folder = tempdir().expect("a folder");
    let pages = [
        String::new(),
        "\u{feff}".to_owned(),
        "1. ".repeat(1_000),
        "# \n\n- \n- \n".to_owned(),
        "Marking points\n\n- \": - [x] {y}: # 'z'\n- \\u0000 \u{202e}\u{1b}[2J\n".to_owned(),
        format!("Marking points\n\n{}", "- Explain care: \"it\" #is & *that\n".repeat(300)),
        "Explain. ".repeat(20_000),
        "😀 e\u{301}\n".repeat(500),
        ">".repeat(10_000),
    ];
    for (at, page) in pages.iter().enumerate() {
        fs::write(folder.path().join("page.txt"), page).expect("written");
        let mut draft = assert_cmd::Command::cargo_bin("critique").expect("the program is built");
        let output = draft.current_dir(&folder).args(["rubric", "draft", "page.txt"]).output();
        let output = output.expect("it runs");
        assert_eq!(
            output.status.code(),
            Some(0),
            "{at}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        fs::write(folder.path().join("r.yaml"), output.stdout).expect("written");
        let (text, code) = answer(folder.path(), &["rubric", "show", "r.yaml"]);
        assert!(code == 0, "{at}: {text}");
    }
}
