//! A submission of several files is read as one essay, and every place names its file.

use pretty_assertions::assert_eq;
use serde_json::Value;

use crate::out::{Desk, stderr, word};

const ANA: &str = "Ana Lee_123_assignsubmission_file_";

/// The strong example, cut before this heading: its beginning, the rest without its reference list, and the list's entries.
fn strong() -> [String; 3] {
    let whole =
        std::fs::read_to_string("examples/partnership-working-strong.md").expect("it is there");
    let (text, list) = whole.split_once("## References").expect("it has a list");
    let middle = text.match_indices("\n## ").nth(2).expect("it has sections").0 + 1;
    [text[..middle].to_owned(), text[middle..].to_owned(), list.trim().to_owned()]
}

fn line(desk: &Desk, id: &str) -> Value {
    let results = desk.read("results.jsonl");
    let mut lines = results.lines().map(|it| serde_json::from_str::<Value>(it).expect("JSON"));
    lines.find(|it| it["id"] == id).expect("a line")["essays"][0].clone()
}

fn names(essay: &Value) -> Vec<&str> {
    let files = essay["files"].as_array().into_iter().flatten();
    files.filter_map(|it| it["file"].as_str()).collect()
}

#[test]
fn parts_and_a_list_of_references_earn_what_the_whole_essay_earns() {
    let desk = Desk::new();
    let [first, second, list] = strong();
    desk.hand_in(
        "Bo Ek_124_assignsubmission_file_/essay.md",
        [&first, &second, "## References\n\n", &list].concat(),
    );
    desk.hand_in(&format!("{ANA}/part 2.md"), first);
    desk.hand_in(&format!("{ANA}/part 10.md"), second);
    desk.hand_in(&format!("{ANA}/a list.md"), format!("## References\n\n{list}"));
    let output = desk.mark(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(!stderr(&output).contains("left out"), "{}", stderr(&output));
    let (ana, bo) = (line(&desk, "Ana Lee_123"), line(&desk, "Bo Ek_124"));
    assert_eq!(names(&ana), ["part 2.md", "part 10.md", "a list.md"]);
    for what in ["mark", "words", "stance", "concepts"] {
        assert_eq!(ana[what], bo[what], "{what}");
    }
    let rules = |essay: &Value| -> Vec<String> {
        let found = essay["findings"].as_array().expect("findings").iter();
        found.map(|it| it["rule"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(rules(&ana), rules(&bo));
    assert!(desk.read("marks.csv").contains("part 2.md, part 10.md, a list.md"));
    let feedback = desk.read("Ana Lee_123/feedback.md").replace('\\', "");
    let order = "Read as one essay, in this order: part 2.md, part 10.md, a list.md.";
    assert!(feedback.contains(order) && feedback.contains(" of part 10.md, "), "{feedback}");
    let page = desk.read("Ana Lee_123/feedback.html");
    assert!(page.contains(order) && page.contains(" of part 10.md</a>"), "{page}");
    assert!(!desk.read("Bo Ek_124/feedback.md").contains("Read as one essay"));
}

#[test]
fn every_place_stands_in_the_file_that_it_names() {
    let desk = Desk::new();
    let [first, second, list] = strong();
    let paragraphs: Vec<&str> = second.split("\n\n").filter(|it| !it.starts_with('#')).collect();
    desk.hand_in(&format!("{ANA}/1.md"), &first);
    desk.hand_in(&format!("{ANA}/2.docx"), word(&paragraphs));
    desk.hand_in(&format!("{ANA}/references.md"), &list);
    assert!(desk.mark(&[]).status.success());
    let essay = line(&desk, "Ana Lee_123");
    let sentences = essay["sentences"].as_array().expect("sentences");
    let mut seen = std::collections::BTreeSet::new();
    for it in sentences {
        let file = it["file"].as_str().expect("a file");
        let at = usize::try_from(it["line"].as_u64().expect("a line")).expect("it is small") - 1;
        let begins = it["text"].as_str().unwrap_or_default().split(' ').next().unwrap_or_default();
        let found = match file {
            "1.md" => first.lines().nth(at).unwrap_or_default(),
            "2.docx" => paragraphs[at],
            other => panic!("a sentence of {other}"),
        };
        assert!(found.contains(begins), "{begins} in line {at} of {file}: {found}");
        seen.insert(file);
    }
    assert_eq!(seen.len(), 2);
    let feedback = desk.read("Ana Lee_123/feedback.md").replace('\\', "");
    assert!(feedback.contains("paragraph ") && feedback.contains(" of 2.docx"), "{feedback}");
    assert!(feedback.contains(" of 1.md") && !feedback.contains("line 1 of 2.docx"), "{feedback}");
}

#[test]
fn versions_of_one_text_are_judged_once() {
    let desk = Desk::new();
    let [first, second, _] = strong();
    let whole = [first, second].concat();
    desk.hand_in(&format!("{ANA}/essay.md"), &whole);
    desk.hand_in(
        &format!("{ANA}/essay draft.md"),
        whole.replace("partnership", "joint") + "\nMore to come.\n",
    );
    desk.hand_in(&format!("{ANA}/essay copy.docx"), word(&whole.split("\n\n").collect::<Vec<_>>()));
    let (part, _) = whole.split_once("\n\n## ").expect("it has sections");
    desk.hand_in(&format!("{ANA}/beginning.md"), part);
    desk.hand_in("Bo Ek_124_assignsubmission_file_/essay.md", &whole);
    desk.hand_in("Cy Fox_125_assignsubmission_file_/draft.md", &whole);
    desk.hand_in("Cy Fox_125_assignsubmission_file_/beginning.md", part);
    let output = desk.mark(&[]);
    let said = stderr(&output);
    for name in ["beginning.md", "essay draft.md", "essay copy.docx"] {
        let told = format!(
            "left out: Ana Lee: {ANA}/{name}: nearly the same words as {ANA}/essay.md, judged once"
        );
        assert!(said.contains(&told), "{said}");
    }
    let bo = line(&desk, "Bo Ek_124");
    for id in ["Ana Lee_123", "Cy Fox_125"] {
        let it = line(&desk, id);
        assert_eq!((&it["mark"], &it["words"]), (&bo["mark"], &bo["words"]), "{id}");
        assert_eq!(names(&it), [""; 0]);
    }
}

#[test]
fn an_appendix_follows_the_essay_and_is_not_counted() {
    let desk = Desk::new();
    let [first, second, _] = strong();
    let whole = [first, second].concat();
    desk.hand_in(&format!("{ANA}/essay.md"), &whole);
    desk.hand_in(
        &format!("{ANA}/appendix.md"),
        "The rota of the night shift names six nurses and two porters.\n",
    );
    desk.hand_in("Bo Ek_124_assignsubmission_file_/essay.md", &whole);
    assert!(desk.mark(&[]).status.success());
    let (ana, bo) = (line(&desk, "Ana Lee_123"), line(&desk, "Bo Ek_124"));
    assert_eq!(names(&ana), ["essay.md", "appendix.md"]);
    assert_eq!((&ana["mark"], &ana["words"]["counted"]), (&bo["mark"], &bo["words"]["counted"]));
}
