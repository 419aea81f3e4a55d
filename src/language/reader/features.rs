//! What the fast engine sees of a sentence: hashed names of words, pairs, runs of letters, links and patterns.
//!
//! `training/features.py` says the same in Python; a test compares the two.

use rustc_hash::FxHashSet;

/// Words that bear on what follows them in their clause.
const MARKERS: [&str; 49] = [
    "although",
    "because",
    "but",
    "could",
    "despite",
    "few",
    "hardly",
    "however",
    "if",
    "instead",
    "lack",
    "less",
    "little",
    "may",
    "might",
    "more",
    "must",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "only",
    "ought",
    "over",
    "rather",
    "should",
    "since",
    "so",
    "than",
    "therefore",
    "though",
    "thus",
    "too",
    "unless",
    "until",
    "what",
    "when",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "without",
    "would",
    "yet",
];
/// Marks between which a clause stands.
const BREAKS: [&str; 11] = [",", ";", ":", "(", ")", "–", "—", ".", "?", "!", "…"];

/// A word of a sentence, or the border `^` or `$` of one, with what the names of features take from it: worked out once,
/// whatever sentences it stands in.
pub(super) struct Name {
    /// Every digit is a zero.
    text: Box<str>,
    /// The hash of the feature that it opens a clause.
    opening: u32,
    /// The hashes so far of names that go on with another word.
    pair: u32,
    skip: u32,
    /// For a marker alone.
    marked: Option<u32>,
    breaks: bool,
}

impl Name {
    pub(super) fn of(word: &str) -> Name {
        let text = word.replace(|letter: char| letter.is_ascii_digit(), "0");
        let before_another = |kind| fnv(fnv(kind, &text), " ");
        Name {
            opening: fnv(OPENING, &text),
            pair: before_another(PAIR),
            skip: before_another(SKIP),
            marked: MARKERS.contains(&text.as_str()).then(|| before_another(MARKED)),
            breaks: BREAKS.contains(&text.as_str()),
            text: text.into(),
        }
    }

    /// The feature of this word and the next one.
    pub(super) fn pair(&self, next: &Name) -> u32 {
        fnv(self.pair, &next.text)
    }

    /// The feature of this word and the one after the next.
    pub(super) fn skip(&self, next_but_one: &Name) -> u32 {
        fnv(self.skip, &next_but_one.text)
    }

    /// The features that hold wherever the word stands, each once: itself, and its runs of five letters.
    pub(super) fn own(&self) -> Vec<u32> {
        let mut keys = vec![fnv(WORD, &self.text)];
        if self.text.len() + 2 > RUN {
            letters(&["<", &self.text, ">"].concat(), &mut keys);
        }
        let mut seen = FxHashSet::default();
        keys.retain(|key| seen.insert(*key));
        keys
    }
}

/// Runs of five letters, word ends included.
fn letters(framed: &str, keys: &mut Vec<u32>) {
    if framed.is_ascii() {
        keys.extend(framed.as_bytes().windows(RUN).map(|run| fold(LETTERS, run)));
    } else if framed.chars().count() > RUN {
        let starts: Vec<usize> =
            framed.char_indices().map(|(at, _)| at).chain([framed.len()]).collect();
        let runs = starts.windows(RUN + 1);
        keys.extend(runs.map(|run| fnv(LETTERS, &framed[run[0]..run[RUN]])));
    }
}

/// Adds the features that hold of clauses and of the sentence as a whole.
pub(super) fn joint(text: &str, words: &[&Name], mut add: impl FnMut(u32)) {
    links(words, &mut add);
    patterns(text, words, &mut add);
}

/// Each marker with the words that follow it in its clause, and each clause's first word.
fn links(words: &[&Name], add: &mut impl FnMut(u32)) {
    let (mut marker, mut opens) = (None, true);
    for word in words {
        if word.breaks {
            (marker, opens) = (None, true);
            continue;
        }
        if opens {
            add(word.opening);
        }
        if let Some(marker) = marker {
            add(fnv(marker, &word.text));
        }
        (marker, opens) = (word.marked.or(marker), false);
    }
}

fn patterns(text: &str, words: &[&Name], add: &mut impl FnMut(u32)) {
    add(fnv(PATTERN, LENGTHS[(words.len() / 5).min(9)]));
    let begins_name = |pair: &&[u8]| pair[0] == b' ' && pair[1].is_ascii_uppercase();
    let names = text.as_bytes().windows(2).filter(begins_name).count();
    add(fnv(PATTERN, NAMES[names.min(4)]));
    let mut before = "";
    for (at, word) in words.iter().enumerate() {
        let word = &*word.text;
        if word.starts_with('0') {
            let after = words.get(at + 1).map(|it| &*it.text);
            if word == "0000" {
                add(fnv(PATTERN, year(before, after)));
            } else {
                add(fnv(PATTERN, "number"));
                add(fnv(fnv(PATTERN, "number "), after.unwrap_or("last")));
            }
        }
        before = word;
    }
    if !words.is_empty() && ![".", "!", "?", ")"].contains(&before) {
        add(fnv(PATTERN, "open end"));
    }
}

/// Letters of a run.
const RUN: usize = 5;
const LENGTHS: [&str; 10] = [
    "length 0", "length 1", "length 2", "length 3", "length 4", "length 5", "length 6", "length 7",
    "length 8", "length 9",
];
const NAMES: [&str; 5] = ["names 0", "names 1", "names 2", "names 3", "names 4"];

/// The hashes of what the names of features begin with.
const WORD: u32 = kind(b'w');
const PAIR: u32 = kind(b'b');
const SKIP: u32 = kind(b's');
const LETTERS: u32 = kind(b'c');
const OPENING: u32 = kind(b'k');
const MARKED: u32 = kind(b'm');
const PATTERN: u32 = kind(b'p');

const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// The hash of a name, from that of its beginning.
fn fnv(start: u32, name: &str) -> u32 {
    fold(start, name.as_bytes())
}

fn fold(start: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(start, |hash, byte| step(hash, *byte))
}

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(FNV_PRIME)
}

/// The hash of a name's kind and the blank after it.
const fn kind(letter: u8) -> u32 {
    step(step(FNV_OFFSET, letter), b' ')
}

fn year(before: &str, after: Option<&str>) -> &'static str {
    if ["act", "regulations", "order", "measure"].contains(&before) {
        "act"
    } else if [",", "("].contains(&before) || after.is_some_and(|after| [")", ","].contains(&after))
    {
        "cited"
    } else {
        "year"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::language::reader::wordpiece::Words;

    /// Sentences with the sum of their features' hashes, as the training sees them.
    static EXPECTED: &str = include_str!("../../../tests/readers/features.jsonl");

    #[test]
    fn sees_what_the_training_sees() {
        for line in EXPECTED.lines() {
            let row: serde_json::Value =
                serde_json::from_str(line).expect("each line is an object");
            let text = row["text"].as_str().expect("a text");
            let mut words = Words::default();
            words.fill(text);
            let names: Vec<Name> =
                ["^"].into_iter().chain(words.iter()).chain(["$"]).map(Name::of).collect();
            let own: Vec<&Name> = names[1..names.len() - 1].iter().collect();
            let mut keys: FxHashSet<u32> = own.iter().flat_map(|it| it.own()).collect();
            keys.extend(names.windows(2).map(|it| it[0].pair(&it[1])));
            keys.extend(names.windows(3).map(|it| it[0].skip(&it[2])));
            joint(text, &own, |key| {
                keys.insert(key);
            });
            let sum: u64 = keys.iter().map(|key| u64::from(*key)).sum();
            assert_eq!(
                (Some(keys.len() as u64), Some(sum)),
                (row["count"].as_u64(), row["sum"].as_u64()),
                "{}",
                row["text"]
            );
        }
    }
}
