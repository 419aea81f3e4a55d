//! Word documents made by other programs are read as their Markdown is.

use critique::document::{Document, Scope};
use critique::judge::{Critique, Lens, Level};
use critique::language::{Engine, Essay, Reader};
use critique::rubric::{bundled, read};
use pretty_assertions::assert_eq;

use crate::out::word;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/docx/{name}")).expect("the document is there")
}

/// Every block as `paragraph kind text`.
fn blocks(name: &str) -> Vec<String> {
    let document = Document::of_docx(&bytes(name)).expect("it can be read");
    let line = |block: &critique::document::Block| {
        format!(
            "{} {:?} {}",
            document.place(block.span).start.line,
            block.kind,
            document.text(block.span)
        )
    };
    document.blocks.iter().map(line).collect()
}

const FEATURES: &[&str] = &[
    "1 Heading Partnership working",
    "2 Heading Introduction",
    "3 Paragraph Partnership working means that agencies plan care together. It’s “joined up” care – or it should be.",
    "18 Footnote The term is used loosely in policy.",
    "4 BlockQuote Nobody asked me what I wanted until the second meeting was over and the plan was signed.",
    "5 Heading Barriers and enablers",
    "6 ListItem Budgets are held apart, so staff argue over who pays.",
    "7 ListItem Shared records let a nurse see what the social worker agreed.",
    "8 TableCell Agency",
    "9 TableCell Role",
    "10 TableCell NHS trust",
    "11 TableCell Discharge",
    "12 TableCell Council",
    "13 TableCell Care Act assessment",
    "14 Heading Conclusion",
    "15 Paragraph Agencies that share a budget share the blame as well.",
    "16 Heading References",
    "17 Reference Glasby, J. and Dickinson, H. (2014) Partnership working in health and social care. Bristol: Policy Press.",
    "18 Reference Petch, A. (2013) Delivering integrated care. Glasgow: IRISS.",
];

/// The list above, with the note after the last paragraph.
fn features() -> Vec<String> {
    FEATURES.iter().map(|line| line.replace("18 Footnote", "19 Footnote")).collect()
}

#[test]
fn pandoc_documents_keep_their_layout() {
    assert_eq!(blocks("features-pandoc.docx"), features());
}

#[test]
fn libreoffice_documents_keep_their_layout() {
    assert_eq!(blocks("features-libreoffice.docx"), features());
}

#[test]
fn python_documents_keep_their_layout() {
    let wanted = [
        "1 Heading Partnership working",
        "2 Heading Introduction",
        "3 Paragraph Partnership working means that agencies plan care together. It’s “joined up” care – or it should be.",
        "4 BlockQuote Nobody asked me what I wanted until the second meeting was over and the plan was signed.",
        "5 BlockQuote They talked about me as though I had not been sitting in the room with all of them.",
        "6 Heading Barriers and enablers",
        "7 ListItem Budgets are held apart, so staff argue over who pays.",
        "8 ListItem Shared records let a nurse see what the social worker agreed.",
        "9 TableCell Agency",
        "10 TableCell Role",
        "11 TableCell NHS trust",
        "12 TableCell Discharge",
        "13 Caption The agencies and what they do",
        "14 Paragraph Agencies that share a budget share the blame.",
        "15 Heading References",
        "16 Reference Petch, A. (2013) Delivering integrated care. Glasgow: IRISS.",
    ];
    assert_eq!(blocks("features-python.docx"), wanted);
}

#[test]
fn tracked_changes_are_read_as_accepted_and_comments_left_out() {
    let wanted = [
        "1 Paragraph Kept added come & stayed text.",
        "2 Paragraph Two paragraphs became one.",
        "3 Paragraph As Petch (2013) says, it’s slow. A second line.",
        "4 TableCell A cell",
    ];
    assert_eq!(blocks("changes.docx"), wanted);
}

#[test]
fn hostile_and_broken_documents_are_answered() {
    let error =
        |name: &str| Document::of_docx(&bytes(name)).expect_err("it is refused").to_string();
    let says =
        |name: &str, what: &str| assert!(error(name).contains(what), "{name}: {}", error(name));
    says("bomb.docx", "unpacks to more than 16 MB");
    says("entities.docx", "declares XML entities");
    says("deep.docx", "nested more than 200 deep");
    says("unfinished.docx", "damaged");
    says("broken.docx", "damaged");
    says("no-document.docx", "without a Word document");
}

#[test]
fn no_byte_of_a_document_makes_it_panic() {
    let whole = bytes("features-pandoc.docx");
    for at in (0..whole.len()).step_by(101) {
        let mut hurt = whole.clone();
        hurt[at] ^= 0x55;
        let _ = Document::of_docx(&hurt);
        let _ = Document::of_docx(&whole[..at]);
    }
}

fn critique(document: Document) -> Critique {
    let yaml = bundled("partnership-working").expect("it is bundled");
    let (rubric, _) = read(yaml, "partnership-working").expect("it reads");
    let lens = Lens::new(rubric);
    critique::judge::judge(&Essay::read(document, &Reader::new(Engine::best())), &lens, Vec::new())
}

/// Mark, levels, mistakes and practices.
fn verdicts(critique: &Critique) -> (u32, Vec<Level>, Vec<bool>, Vec<bool>, usize) {
    let points = critique.criteria.iter().flat_map(|it| &it.points);
    let mistakes = critique.mistakes.iter().map(|it| it.present).collect();
    let practices = critique.practices.iter().map(|it| it.met).collect();
    (
        critique.mark,
        points.map(|it| it.level).collect(),
        mistakes,
        practices,
        critique.words.counted,
    )
}

#[test]
fn the_seed_essay_as_a_word_document_earns_the_same_verdicts() {
    let markdown =
        std::fs::read_to_string("examples/partnership-working-seed.md").expect("it is there");
    let wanted = critique(Document::parse(&markdown));
    for name in ["seed-pandoc.docx", "seed-libreoffice.docx"] {
        let found = critique(Document::of_docx(&bytes(name)).expect("it can be read"));
        assert_eq!(verdicts(&found), verdicts(&wanted), "{name}");
        let texts = |critique: &Critique| {
            critique.sentences.iter().map(|it| it.text.replace('\u{a0}', " ")).collect::<Vec<_>>()
        };
        assert_eq!(texts(&found), texts(&wanted), "{name}");
    }
}

#[test]
fn the_answer_box_of_a_form_holds_prose() {
    let document = Document::of_docx(&bytes("form.docx")).expect("it can be read");
    let own: Vec<bool> = document.sentences.iter().map(|it| it.scope == Scope::Own).collect();
    assert_eq!(own, [false, true, true, true], "the label is a cell, the answer is prose");
}

#[test]
fn faces_of_a_word_document_count_its_paragraphs() {
    let face = |format: &str| {
        let mut command = assert_cmd::Command::cargo_bin("critique").expect("it is built");
        command.args(["check", "tests/docx/seed-pandoc.docx", "--reader", "fast", "--all"]);
        let output = command.args(["--format", format]).output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert!(face("terminal").contains("places are numbers of paragraphs"));
    let page = face("html");
    assert!(page.contains("Paragraph 3") && !page.contains("Line 3"));
    assert!(page.matches("<h4>").count() > 1, "headings are laid out: {page}");
    let markdown = face("markdown");
    assert!(markdown.contains(", from paragraph ") && !markdown.contains("- line "));
}

#[test]
fn no_face_of_a_word_document_says_line() {
    let again = "Trust takes years to build and days to lose, as the managers of both homes have found, and as their staff say.";
    let folder = tempfile::tempdir().expect("a folder can be made");
    let paragraphs = ["Trust", again, "It is slow (Harris, 2015).", again];
    for (name, paragraphs) in [("old.docx", &paragraphs[..]), ("new.docx", &paragraphs[..3])] {
        std::fs::write(folder.path().join(name), word(paragraphs)).expect("it can be written");
    }
    let face = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("critique").expect("it is built");
        command.current_dir(folder.path()).env("NO_COLOR", "1").env("LC_ALL", "C.UTF-8");
        let output = command.args(arguments).args(["--reader", "fast"]).output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for format in ["terminal", "json", "html", "markdown", "sarif", "github", "junit"] {
        let face = face(&["check", "old.docx", "--format", format]);
        assert!(face.contains("this stands in paragraph 2 already"), "{format}: {face}");
        let says =
            [" line 2", " line 4", "Line 4", ">line 4"].iter().find(|it| face.contains(**it));
        assert_eq!(says, None, "{format}: {face}");
    }
    for (format, told) in [
        ("terminal", "paragraph 4    warning this stands in"),
        ("sarif", "\"paragraph 4: this stands in"),
        ("github", "::paragraph 4: this stands in"),
        ("junit", "paragraph 4: this stands in"),
    ] {
        let face = face(&["check", "old.docx", "--format", format, "--all"]);
        assert!(face.contains(told), "{told} in {face}");
    }
    for (format, told) in [
        ("terminal", "✓paragraph 4   this stands in"),
        ("markdown", "- paragraph 4: this stands in"),
    ] {
        let face = face(&["compare", "old.docx", "new.docx", "--format", format]);
        assert!(face.contains(told) && !face.contains("line 4"), "{face}");
    }
    let compared = face(&["compare", "old.docx", "new.docx", "--format", "json"]);
    let compared: serde_json::Value = serde_json::from_str(&compared).expect("JSON");
    assert_eq!(compared["old"]["counts"], "paragraph");
}
