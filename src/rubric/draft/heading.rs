//! Which part of a topic page a heading opens.

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Synopsis,
    Concepts,
    Tips,
    Mistakes,
    Points,
    /// Anything else, from "Related topics" to "Share this page".
    Other,
}

/// Words of a heading and the part they open; the first line that fits decides.
const PARTS: &[(Part, &[&str])] = &[
    (
        Part::Mistakes,
        &[
            "mistake",
            "misconception",
            "misunderstanding",
            "pitfall",
            "common error",
            "what to avoid",
            "things to avoid",
            "errors to avoid",
            "frequent error",
            "weak answers",
            "go wrong",
            "lose marks",
            "marks are lost",
        ],
    ),
    (
        Part::Tips,
        &[
            "tip",
            "revision",
            "advice",
            "good practice",
            "how to succeed",
            "study skills",
            "guidance for students",
            "guidance for the exam",
            "how to do well",
        ],
    ),
    (
        Part::Points,
        &[
            "marking point",
            "mark scheme",
            "marking criteria",
            "marking guidance",
            "assessment criteria",
            "assessment objective",
            "examiner",
            "award credit",
            "what gains credit",
            "indicative content",
            "grading criteria",
            "marking",
            "assessor",
            "marks are",
            "gains marks",
            "earns marks",
            "is credited",
            "is rewarded",
        ],
    ),
    (
        Part::Concepts,
        &[
            "concept",
            "core principle",
            "key term",
            "key idea",
            "core idea",
            "central idea",
            "main idea",
            "core knowledge",
            "key knowledge",
            "principles",
            "what you need to know",
        ],
    ),
    (
        Part::Synopsis,
        &[
            "synopsis",
            "overview",
            "summary",
            "introduction",
            "about this",
            "description",
            "topic outline",
            "unit aim",
        ],
    ),
    (
        Part::Other,
        &[
            "related",
            "share",
            "further reading",
            "reading list",
            "download",
            "resources",
            "comment",
            "next topic",
            "previous",
            "practice question",
            "sign up",
            "newsletter",
            "references",
            "contact",
            "table of contents",
            "frequently asked",
        ],
    ),
];

/// A heading has no more words than this.
const LONGEST: usize = 9;

/// The part that a line opens, if it is a heading.
pub(super) fn opened(line: &str) -> Option<Part> {
    let marked =
        line.trim_start().starts_with('#') || is_bold(line) || line.trim_end().ends_with(':');
    let text = bare(line)?;
    let words = text.split_whitespace().count();
    let part = PARTS
        .iter()
        .find(|(_, words)| words.iter().any(|word| text.contains(word)))
        .map(|(part, _)| *part);
    match part {
        // A lone "Share" is a button, not a heading.
        Some(Part::Other) if !marked && words < 2 => None,
        Some(part) if marked || capitals(line) => Some(part),
        None if line.trim_start().starts_with('#') => Some(Part::Other),
        _ => None,
    }
}

/// Has a line the shape of a heading, whatever it says?
pub(super) fn is_shaped(line: &str) -> bool {
    bare(line).is_some() && capitals(line)
}

/// The line without its marks, in small letters; none for one that is too long or ends like a sentence.
fn bare(line: &str) -> Option<String> {
    let text = line.trim().trim_matches(['#', '*', '_', ':', '=', ' ']).to_lowercase();
    let words = text.split_whitespace().count();
    let fits = (1..=LONGEST).contains(&words) && !text.ends_with(['.', ',', ';', '?', '!']);
    fits.then_some(text)
}

fn is_bold(line: &str) -> bool {
    let line = line.trim();
    line.len() > 4 && line.starts_with("**") && line.trim_end_matches(':').ends_with("**")
}

/// Most of its longer words begin with a capital, or the first does and it is short.
fn capitals(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().filter(|word| word.len() > 3).collect();
    let capital = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    capital > 0 && (capital * 2 >= words.len() || words.len() <= 3)
}

#[test]
fn headings_are_known_in_other_words() {
    assert_eq!(opened("Common Misconceptions & Mistakes to Avoid"), Some(Part::Mistakes));
    assert_eq!(opened("## What examiners look for"), Some(Part::Points));
    assert_eq!(opened("**Exam tips:**"), Some(Part::Tips));
    assert_eq!(opened("Common errors"), Some(Part::Mistakes));
    assert_eq!(opened("Frequent Misunderstandings & Errors to Avoid"), Some(Part::Mistakes));
    assert_eq!(opened("Core Ideas"), Some(Part::Concepts));
    assert_eq!(opened("How Marks Are Awarded"), Some(Part::Points));
    assert_eq!(opened("What Assessors Will Credit"), Some(Part::Points));
    assert_eq!(opened("Where Marks Are Lost"), Some(Part::Mistakes));
    assert_eq!(opened("Guidance for the Exam"), Some(Part::Tips));
    assert_eq!(opened("Key Concepts & Core Principles"), Some(Part::Concepts));
    assert_eq!(opened("Students often describe concepts without evaluating them."), None);
    assert_eq!(opened("award credit for understanding the concept"), None);
}
