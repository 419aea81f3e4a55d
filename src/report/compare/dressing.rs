//! Sentences that differ from older ones by marker words alone.

use std::collections::BTreeSet;

use crate::judge::SentenceVerdict;

/// Words that announce criticism and, alone, make none; our own list.
const MARKERS: &[&str] = &[
    "additionally",
    "although",
    "arguably",
    "because",
    "certainly",
    "clearly",
    "consequently",
    "conversely",
    "critical",
    "critically",
    "crucially",
    "effectively",
    "evaluate",
    "evaluated",
    "evaluating",
    "evidently",
    "furthermore",
    "hence",
    "however",
    "importantly",
    "indeed",
    "moreover",
    "nevertheless",
    "nonetheless",
    "notably",
    "obviously",
    "overall",
    "significantly",
    "therefore",
    "thus",
    "ultimately",
    "undoubtedly",
    "whereas",
    "yet",
];

const PHRASES: &[&str] = &[
    "as a result",
    "by contrast",
    "critically analysing this",
    "critically evaluating this",
    "from a critical perspective",
    "in contrast",
    "in conclusion",
    "in other words",
    "it can be argued that",
    "it could be argued that",
    "it is clear that",
    "it is important to note that",
    "it may be argued that",
    "on balance",
    "on the one hand",
    "on the other hand",
    "this is important",
    "to evaluate this",
];

/// The sentences of an older draft, to hold newer ones against.
#[derive(Clone, Debug)]
pub(super) struct Older {
    verbatim: BTreeSet<String>,
    undressed: BTreeSet<String>,
}

impl Older {
    pub(super) fn of(sentences: &[SentenceVerdict]) -> Older {
        Older::of_texts(sentences.iter().map(|it| &it.text))
    }

    pub(super) fn of_texts<'a>(sentences: impl IntoIterator<Item = &'a String>) -> Older {
        let mut older = Older { verbatim: BTreeSet::new(), undressed: BTreeSet::new() };
        for sentence in sentences {
            older.verbatim.insert(words(sentence));
            older.undressed.insert(undressed(sentence));
        }
        older
    }

    /// Does this sentence stand in the older draft, but for marker words?
    pub(super) fn is_dressed(&self, sentence: &str) -> bool {
        let bare = undressed(sentence);
        !bare.is_empty()
            && !self.verbatim.contains(&words(sentence))
            && self.undressed.contains(&bare)
    }

    /// Is everything new among these sentences only dressed?
    pub(super) fn only_dressed<'a>(&self, sentences: impl Iterator<Item = &'a str>) -> bool {
        let mut fresh = sentences.filter(|it| !self.verbatim.contains(&words(it))).peekable();
        fresh.peek().is_some() && fresh.all(|it| self.is_dressed(it))
    }
}

/// Lower-case words without punctuation, one space between them and around.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

fn undressed(text: &str) -> String {
    let mut text = words(text);
    for phrase in PHRASES {
        text = text.replace(&format!(" {phrase} "), " ");
    }
    let kept = text.split_whitespace().filter(|word| MARKERS.binary_search(word).is_err());
    kept.collect::<Vec<_>>().join(" ")
}

#[test]
fn marker_words_are_no_change() {
    assert!(MARKERS.is_sorted());
    assert_eq!(
        undressed("However, it is clear that teams share goals."),
        undressed("Teams share goals")
    );
    assert_ne!(undressed("Teams rarely share goals."), undressed("Teams share goals."));
}
