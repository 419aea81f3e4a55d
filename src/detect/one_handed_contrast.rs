//! "On the other hand" with no other hand: the two sentences say the same kind of thing.

use std::collections::BTreeSet;

use crate::detect::{Detector, Fault, Look, Severity};
use crate::language::Stem;
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "one-handed-contrast",
    severity: Severity::Note,
    what: "\"On the other hand\" before a sentence that repeats the one before it and sets nothing against it.",
    why: "The phrase promises the reader an opposing side; where none comes, the discussion stays one-sided.",
    example: "
The home refers its clients to the hospital when they need medical care. On the other hand, the hospital refers its clients to the home when they need residential care.
                                                                         ^^^^^^^^^^^^^^^^^
",
    near_miss: "
The home refers its clients to the hospital when they need care. On the other hand, many clients do not want to be moved.
",
    detect,
};

/// As many of the sentence's long words, in percent, stand in the one before it already.
const SHARED_PERCENT: usize = 45;

/// Words that set one thing against another.
const AGAINST: &[&str] = &[
    "not",
    "no",
    "never",
    "but",
    "however",
    "although",
    "though",
    "less",
    "fewer",
    "without",
    "fail",
    "fails",
    "failed",
    "lack",
    "lacks",
    "risk",
    "risks",
    "limited",
    "limits",
    "difficult",
    "only",
    "too",
    "while",
    "whereas",
    "instead",
    "rather",
    "despite",
    "cannot",
    "little",
    "weak",
    "poor",
    "worse",
    "cost",
    "costs",
    "few",
    "hard",
    "harder",
    "criticised",
    "problem",
    "problems",
    "one",
];

fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let mut faults = Vec::new();
    for (at, span) in look.own_sentences_with(&["on the other hand"]) {
        let text = look.text(span);
        let Some(found) = look.lower(span).find("on the other hand") else { continue };
        let Some(before) = at.checked_sub(1).map(|it| &document.sentences[it]) else { continue };
        let earlier = look.text(before.span);
        if has_contrast(text.get(found + 18..).unwrap_or_default()) || has_contrast(earlier) {
            continue;
        }
        if shared_percent(look, at) >= SHARED_PERCENT {
            let start = span.start + found;
            let message = "\"on the other hand\" sets nothing against what stands before it";
            faults.push(look.fault(
                Span::new(start, start + 17),
                message,
                "what is the opposing view or evidence?",
            ));
        }
    }
    faults
}

fn has_contrast(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic() && c != '\'');
    words.into_iter().any(|word| {
        let word = word.to_lowercase();
        AGAINST.contains(&word.as_str()) || word.ends_with("n't")
    })
}

fn shared_percent(look: &Look, at: usize) -> usize {
    let long = |at: usize| -> BTreeSet<Stem> {
        let sentence = &look.essay.document.sentences[at];
        let words = &look.essay.document.words[sentence.words.clone()];
        let stems = look.essay.stems_of(sentence);
        let pairs = words.iter().zip(stems).filter(|(word, _)| word.span.end - word.span.start > 3);
        pairs.map(|(_, stem)| *stem).collect()
    };
    let (here, before) = (long(at), long(at - 1));
    here.intersection(&before).count() * 100 / here.len().max(1)
}
