//! What a page is about, from the sentence with which it begins: "This topic looks at how towns are rebuilt, who decides,
//! and ..." is about "How towns are rebuilt".

use super::title::shortened;

/// A heading made of a sentence has at most so many words, and is cut at any comma from so many on.
const WORDS: usize = 14;
const ENOUGH: usize = 5;

/// Who does something on a topic page, and what: the subject of the sentence that names the subject of the page.
const ACTORS: &[&str] = &[
    "in this unit",
    "in this topic",
    "in this element",
    "in this module",
    "here",
    "learners",
    "students",
    "candidates",
    "this topic",
    "this unit",
    "this element",
    "this module",
    "this subject area",
    "this subject",
    "this course",
    "this page",
    "the topic",
    "the unit",
];
const DEEDS: &[&str] = &[
    "examines",
    "examine",
    "examining",
    "explores",
    "explore",
    "exploring",
    "looks at",
    "look at",
    "considers",
    "consider",
    "investigates",
    "investigate",
    "introduces",
    "studies",
    "study",
    "covers",
    "cover",
    "deals with",
    "is about",
    "follows",
    "follow",
    "traces",
    "trace",
    "asks",
    "ask",
    "invites students to",
    "invites learners to",
    "invites",
    "comparing",
    "a study of",
];
/// Whom the page speaks to: "introduces first-year students to ...".
const ADDRESSED: &[&str] = &["students to ", "learners to ", "candidates to "];
/// Where the matter has been named and the sentence goes on.
const TURNS: &[&str] = &[
    ", and asks",
    " and asks ",
    ", and invites",
    ", asking",
    ", weighing",
    ", drawing",
    ", with particular",
    ", with an",
    ", how ",
    ", why ",
    ", who ",
    ", and how ",
    ", and why ",
    ", and at how ",
    ", and what ",
    ", and above all",
    ", and this ",
    ", and the ways",
    ", as ",
    ", yet ",
    ", so ",
    "; ",
    ": ",
    " – ",
    "—",
    " (",
    " is the ",
    " are the ",
    " is about ",
    " is now ",
    " is among ",
    " looks at ",
];

/// A heading that says what the sentence names.
pub(super) fn about(text: &str) -> String {
    let end = text.match_indices(". ").map(|(at, _)| at).find(|at| *at > 20);
    let mut rest = text[..end.unwrap_or(text.len())].trim();
    while let Some(after) = ACTORS.iter().chain(DEEDS).find_map(|lead| behind(rest, lead)) {
        rest = after;
    }
    let addressed = ADDRESSED.iter().filter_map(|lead| rest.find(lead).map(|at| at + lead.len()));
    if let Some(at) = addressed.min().filter(|at| rest[..*at].split_whitespace().count() < 6) {
        rest = &rest[at..];
    }
    let turns = TURNS.iter().filter_map(|turn| rest.find(turn)).filter(|at| *at > 2);
    let said = &rest[..turns.min().unwrap_or(rest.len())];
    let comma = said
        .match_indices(", ")
        .map(|(at, _)| at)
        .find(|at| said[..*at].split_whitespace().count() >= ENOUGH);
    let long = said.split_whitespace().count() > WORDS;
    shortened(&said[..comma.filter(|_| long).unwrap_or(said.len())], WORDS)
}

/// What follows the words, if the text begins with them.
fn behind<'a>(text: &'a str, lead: &str) -> Option<&'a str> {
    let start = text.get(..lead.len())?;
    let rest = &text[lead.len()..];
    (start.eq_ignore_ascii_case(lead) && rest.starts_with([' ', ',']))
        .then(|| rest.trim_start_matches([' ', ',']))
}

#[test]
fn the_matter_of_the_first_sentence_is_the_heading() {
    for (text, heading) in [
        (
            "This topic looks at how small firms find, understand and keep their customers, and asks students to judge ideas.",
            "How small firms find, understand and keep their customers",
        ),
        (
            "This unit introduces first-year students to infection on wards, asking how it spreads.",
            "Infection on wards",
        ),
        ("In this unit learners study the theories of play. They read.", "The theories of play"),
        (
            "The civil rights movement, 1954-1968, is the study of one cause.",
            "The civil rights movement, 1954-1968",
        ),
        (
            "A study of whether religion is losing its hold, and of the sects.",
            "Whether religion is losing its hold, and of the sects",
        ),
        ("From fringe party to power: explaining 1933", "From fringe party to power"),
        ("Work.", "Work"),
        ("", ""),
    ] {
        assert_eq!(about(text), heading);
    }
}
