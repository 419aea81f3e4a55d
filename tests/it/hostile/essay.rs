//! Markdown and plain text that nobody should hand in.

use std::fs;

use super::{answer, compare, fates, report};
use tempfile::tempdir;

const SENTENCE: &str =
    "Partnership working means that agencies share a budget (Glasby, 2014), because staff argue. ";

/// How deep things nest here.
const DEEP: usize = 100_000;

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|it| if big { it.to_be_bytes() } else { it.to_le_bytes() })
        .collect()
}

/// One line for each number.
fn lines(count: usize, line: impl Fn(usize) -> String) -> Vec<u8> {
    (0..count).map(line).collect::<Vec<_>>().concat().into_bytes()
}

fn front_matter_bomb() -> String {
    let levels: Vec<String> = ('b'..='j')
        .zip('a'..)
        .map(|(name, before)| {
            format!("{name}: &{name} [{}]\n", vec![format!("*{before}"); 9].join(", "))
        })
        .collect();
    let levels = levels.concat();
    format!("---\na: &a [x, x, x, x, x, x, x, x, x]\n{levels}---\n\n{SENTENCE}\n")
}

/// A name, what the file holds, and what becomes of it: judged, or refused with these words.
type Row = (&'static str, Vec<u8>, Result<(), &'static str>);

fn nested() -> Vec<Row> {
    let twice = |open: &str, close: &str| {
        [open.repeat(DEEP), "deep".to_owned(), close.repeat(DEEP)].concat().into_bytes()
    };
    vec![
        ("deep quotes", twice(">", ""), Ok(())),
        ("deep spaced quotes", twice("> ", ""), Ok(())),
        ("deep lists", twice("- ", ""), Ok(())),
        ("deep numbered lists", twice("1. ", ""), Ok(())),
        ("stairs of lists", lines(1_000, |at| format!("{}- step\n", "  ".repeat(at))), Ok(())),
        ("deep brackets", twice("[", "]"), Ok(())),
        ("deep round brackets", twice("(", ")"), Ok(())),
        ("brackets never closed", "(Lee, 2014; ".repeat(8_000).into_bytes(), Ok(())),
        ("deep emphasis", twice("*", "*"), Ok(())),
        ("mixed emphasis", "*a _b ".repeat(8_000).into_bytes(), Ok(())),
        ("links never closed", twice("[a](", ""), Ok(())),
        ("images never closed", twice("![", ""), Ok(())),
        ("deep tags", twice("<b>", "</b>"), Ok(())),
        ("tags never closed", twice("<div>", ""), Ok(())),
        ("comments never closed", twice("<!-- ", ""), Ok(())),
        ("quotations never closed", "“a ".repeat(8_000).into_bytes(), Ok(())),
        ("apostrophes", "'a ".repeat(8_000).into_bytes(), Ok(())),
    ]
}

fn long() -> Vec<Row> {
    vec![
        ("one line", SENTENCE.repeat(1_500).into_bytes(), Ok(())),
        ("one line of code", format!("    {}", SENTENCE.repeat(30_000)).into_bytes(), Ok(())),
        ("one word", "a".repeat(1_000_000).into_bytes(), Ok(())),
        ("one number", "1".repeat(1_000_000).into_bytes(), Ok(())),
        ("one address", "a.b@".repeat(30_000).into_bytes(), Ok(())),
        ("glued sentences", "working.However".repeat(4_000).into_bytes(), Ok(())),
        ("full stops", ".".repeat(1_000_000).into_bytes(), Ok(())),
        ("a gap of spaces", format!("One. {}Two.", " ".repeat(1_000_000)).into_bytes(), Ok(())),
        ("line breaks", "\n".repeat(1_000_000).into_bytes(), Ok(())),
        ("an Act after the other", "Care Act ".repeat(8_000).into_bytes(), Ok(())),
        ("years", "(2014) ".repeat(8_000).into_bytes(), Ok(())),
        ("initials", "A. ".repeat(8_000).into_bytes(), Ok(())),
        ("names", lines(1_000, |at| format!("Beech{at} Lodge ")), Ok(())),
        ("headings", lines(10_000, |at| format!("# Heading {at}\n\n")), Ok(())),
        ("empty headings", "#\n".repeat(50_000).into_bytes(), Ok(())),
        ("a heading without end", format!("# {}", "Care ".repeat(15_000)).into_bytes(), Ok(())),
        ("notes", lines(10_000, |at| format!("Text[^{at}].\n\n[^{at}]: Note.\n\n")), Ok(())),
        ("paragraphs", "Care.\n\n".repeat(5_000).into_bytes(), Ok(())),
        (
            "a tall table",
            format!("| a | b |\n|---|---|\n{}", "| x | y |\n".repeat(20_000)).into_bytes(),
            Ok(()),
        ),
        (
            "a wide table",
            format!("|{}\n|{}\n", "a|".repeat(5_000), "-|".repeat(5_000)).into_bytes(),
            Ok(()),
        ),
        (
            "works",
            [
                b"# References\n\n".to_vec(),
                lines(1_000, |at| format!("Lee{at}, A. (2014) Title {at}. London: Press.\n\n")),
            ]
            .concat(),
            Ok(()),
        ),
        (
            "works without years",
            format!("# References\n\n{}", "Lee, A. Title of it\n".repeat(20_000)).into_bytes(),
            Ok(()),
        ),
        (
            "ignores",
            "<!-- critique-ignore long-sentence: so it is -->\n\n".repeat(5_000).into_bytes(),
            Ok(()),
        ),
    ]
}

fn odd() -> Vec<Row> {
    vec![
        ("NUL bytes", b"The agen\0cies met on Mon\0day.\n".to_vec(), Ok(())),
        ("zero width", "The a\u{200b}gen\u{200b}cies met on Mon\u{feff}day.\n".into(), Ok(())),
        ("bidi", "The \u{202e}seicnega\u{202c} \u{2066}met\u{2069} on Monday.\n".into(), Ok(())),
        (
            "escape codes",
            "The \u{1b}[2J\u{1b}]0;agencies\u{7} met \u{9b}1m on Monday.\n".into(),
            Ok(()),
        ),
        (
            "combining marks",
            format!("The agencies met e{}.", "\u{301}".repeat(200_000)).into_bytes(),
            Ok(()),
        ),
        ("emoji", "😀👩‍👩‍👧‍👦🏳️‍🌈 ".repeat(2_000).into_bytes(), Ok(())),
        ("flags", "🇬🇧".repeat(4_000).into_bytes(), Ok(())),
        ("look-alike letters", "Сare рartnership is good. ".repeat(2_000).into_bytes(), Ok(())),
        ("CRLF", SENTENCE.replace(". ", ".\r\n\r\n").repeat(100).into_bytes(), Ok(())),
        ("CR", SENTENCE.replace(". ", ".\r\r").repeat(100).into_bytes(), Ok(())),
        ("nothing", Vec::new(), Ok(())),
        ("a byte-order mark", "\u{feff}".into(), Ok(())),
        ("front matter alone", "---\ntitle: x\n---\n".into(), Ok(())),
        ("front matter never closed", "---\ntitle: x\n".into(), Ok(())),
        ("front matter that unfolds", front_matter_bomb().into_bytes(), Ok(())),
        (
            "front matter that nests",
            format!("---\na: {}\n---\n\n{SENTENCE}", "[".repeat(DEEP)).into_bytes(),
            Ok(()),
        ),
        (
            "front matter of a stranger",
            "---\nrubric: \"/etc/passwd\\n::error::x\"\n---\n".into(),
            Ok(()),
        ),
        ("headings alone", "# Partnership\n\n## LO1\n\n## LO2\n".into(), Ok(())),
        (
            "references alone",
            "# References\n\nLee, A. (2014) Title. London: Press.\n".into(),
            Ok(()),
        ),
        ("code alone", "```\nlet it = be;\n```\n".into(), Ok(())),
        ("a table alone", "| a | b |\n|---|---|\n| x | y |\n".into(), Ok(())),
        ("a fence never closed", format!("```\n{}", SENTENCE.repeat(100)).into_bytes(), Ok(())),
        ("an image alone", "![](x.png)\n".into(), Ok(())),
        ("UTF-16 LE", [vec![0xff, 0xfe], utf16(SENTENCE, false)].concat(), Err("UTF-16 text")),
        ("UTF-16 BE", [vec![0xfe, 0xff], utf16(SENTENCE, true)].concat(), Err("UTF-16 text")),
        ("UTF-16 LE unmarked", utf16(SENTENCE, false), Err("UTF-16 text")),
        ("UTF-16 BE unmarked", utf16(SENTENCE, true), Err("UTF-16 text")),
        (
            "Windows-1252",
            b"# Title\n\nCaf\xe9 culture\n".to_vec(),
            Err("line 3 holds the byte 0xe9"),
        ),
        ("half a letter", b"Caf\xc3".to_vec(), Err("line 1 holds the byte 0xc3")),
        ("a surrogate", b"a\n\xed\xa0\x80".to_vec(), Err("line 2 holds the byte 0xed")),
        ("a PDF", b"%PDF-1.7\n".to_vec(), Err("a PDF")),
        ("a program", b"\x7fELF\x02\x01\x01\0\0\xff\xff".to_vec(), Err("not UTF-8 text")),
    ]
}

/// Judges a folder of such files, the sound essay among them.
fn judge(rows: Vec<Row>) {
    let folder = tempdir().expect("a folder");
    let sound = include_bytes!("../../../examples/partnership-working-strong.md").to_vec();
    let rows = [rows, vec![("a sound essay", sound, Ok(()))]].concat();
    for (name, bytes, _) in &rows {
        fs::write(folder.path().join(format!("{name}.md")), bytes).expect("written");
    }
    let report = report(folder.path(), &["--rubric", "partnership-working"]);
    let wanted = rows.iter().map(|(name, _, fate)| (format!("{name}.md"), *fate));
    compare(&report, &wanted.collect::<Vec<_>>());
    let fates = fates(&report);
    assert_eq!(fates.len(), rows.len());
    for (name, fate) in &fates {
        let strong = fate.as_ref().is_ok_and(|mark| *mark >= 40);
        assert!(!strong || name == "a sound essay.md", "{name} earns {fate:?}");
    }
    assert!(fates["a sound essay.md"].as_ref().is_ok_and(|mark| *mark >= 40));
}

#[test]
fn nesting_without_end_is_judged() {
    judge(nested());
}

#[test]
fn length_without_end_is_judged() {
    judge(long());
}

#[test]
fn odd_bytes_are_judged_or_named() {
    judge(odd());
}

#[test]
fn faces_bear_what_is_odd() {
    let folder = tempdir().expect("a folder");
    for (name, bytes, _) in odd().into_iter().filter(|(_, bytes, _)| bytes.len() < 10_000) {
        fs::write(folder.path().join(format!("{name}.md")), bytes).expect("written");
    }
    for format in ["terminal", "html", "markdown", "github", "sarif", "junit", "csv", "jsonl"] {
        let arguments = ["check", ".", "--all", "--reader", "fast", "--format", format];
        let (text, code) =
            answer(folder.path(), &[&arguments[..], &["--rubric", "partnership-working"]].concat());
        assert!(code == 0 && !text.contains("panicked"), "{format}: {text}");
        assert!(!text.contains('\u{1b}') && !text.contains('\u{9b}'), "{format}");
    }
}

#[test]
fn what_earns_nothing_is_told_why() {
    let folder = tempdir().expect("a folder");
    for (name, text, says) in [
        ("empty.md", "", "no sentences"),
        ("headings.md", "# Partnership\n\n## LO1\n\n## LO2\n", "0 Fail"),
        ("code.md", "```\nlet it = be;\n```\n", "0 Fail"),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
        let (text, code) =
            answer(folder.path(), &["check", name, "--rubric", "partnership-working"]);
        assert!(code == 0 && text.contains(says), "{name}: {text}");
    }
}

#[test]
fn a_file_too_large_for_an_essay_is_refused() {
    let folder = tempdir().expect("a folder");
    let file = fs::File::create(folder.path().join("essay.md")).expect("made");
    file.set_len(100 * 1024 * 1024).expect("a file with a hole");
    let (text, code) = answer(folder.path(), &["check", "essay.md"]);
    assert!(code == 2 && text.contains("larger than 16 MB"), "{text}");
}

#[test]
fn a_megabyte_is_read_to_the_end() {
    let essay = include_str!("../../essays/recovery-pass.md").repeat(220);
    assert!(essay.len() > 1_000_000);
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), essay).expect("written");
    let essays = &report(folder.path(), &["--rubric", "partnership-working"])["essays"];
    assert!(
        essays[0]["words"]["total"].as_u64().is_some_and(|it| it > 100_000),
        "{}",
        essays[0]["words"]
    );
}

#[test]
fn a_text_that_the_deep_reader_would_take_minutes_over_is_refused_with_what_to_do() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("essay.md"), "The team met the carers weekly. ".repeat(5_000))
        .expect("written");
    let how = ["check", "essay.md", "--rubric", "partnership-working", "--reader"];
    let (text, code) = answer(folder.path(), &[&how[..], &["deep"]].concat());
    assert!(
        code == 2 && text.contains("takes 4000 at most") && text.contains("--reader fast"),
        "{text}"
    );
    let (text, code) = answer(folder.path(), &[&how[..], &["fast"]].concat());
    assert!(code == 0, "{text}");
}
