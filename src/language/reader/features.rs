//! What the fast engine sees of a sentence: hashed names of words, pairs, runs of letters, links and patterns.
//!
//! `training/features.py` says the same in Python; a test compares the two.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::wordpiece::Words;

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

/// Bytes of the longest break.
const LONGEST_BREAK: usize = 3;

static IS_MARKER: LazyLock<FxHashSet<&str>> = LazyLock::new(|| MARKERS.into_iter().collect());

/// The features of one sentence, in room that the next sentence uses again.
#[derive(Default)]
pub(super) struct Features {
    /// Each once, in order of appearance.
    pub(super) keys: Vec<u32>,
    seen: FxHashSet<u32>,
    /// One word between its borders.
    framed: String,
}

impl Features {
    /// The features that hold in this text, in place of those before; `words` are its words without their digits.
    pub(super) fn fill(&mut self, text: &str, words: &Words) {
        self.keys.clear();
        self.seen.clear();
        let framed: Vec<&str> = ["^"].into_iter().chain(words.iter()).chain(["$"]).collect();
        let words = &framed[1..framed.len() - 1];
        self.ngrams(&framed, words);
        for word in words {
            self.letters(word);
        }
        self.links(words);
        self.patterns(text, words);
    }

    /// Adds the feature whose name has this hash.
    fn add(&mut self, hash: u32) {
        if self.seen.insert(hash) {
            self.keys.push(hash);
        }
    }

    fn ngrams(&mut self, framed: &[&str], words: &[&str]) {
        for word in words {
            self.add(fnv(WORD, word));
        }
        for pair in framed.windows(2) {
            self.add(fnv(fnv(fnv(PAIR, pair[0]), " "), pair[1]));
        }
        for three in framed.windows(3) {
            self.add(fnv(fnv(fnv(SKIP, three[0]), " "), three[2]));
        }
    }

    /// Runs of five letters, word ends included.
    fn letters(&mut self, word: &str) {
        if word.len() + 2 <= RUN {
            return;
        }
        let mut framed = std::mem::take(&mut self.framed);
        framed.clear();
        framed.extend(["<", word, ">"]);
        if framed.is_ascii() {
            for run in framed.as_bytes().windows(RUN) {
                self.add(fold(LETTERS, run));
            }
        } else if framed.chars().count() > RUN {
            let starts: Vec<usize> =
                framed.char_indices().map(|(at, _)| at).chain([framed.len()]).collect();
            for run in starts.windows(RUN + 1) {
                self.add(fnv(LETTERS, &framed[run[0]..run[RUN]]));
            }
        }
        self.framed = framed;
    }

    /// Each marker with the words that follow it in its clause, and each clause's first word.
    fn links(&mut self, words: &[&str]) {
        let (mut marker, mut opens) = (None, true);
        for word in words.iter().copied() {
            if word.len() <= LONGEST_BREAK && BREAKS.contains(&word) {
                (marker, opens) = (None, true);
                continue;
            }
            if opens {
                self.add(fnv(OPENING, word));
            }
            if let Some(marker) = marker {
                self.add(fnv(fnv(fnv(MARKED, marker), " "), word));
            }
            (marker, opens) = (if IS_MARKER.contains(word) { Some(word) } else { marker }, false);
        }
    }

    fn patterns(&mut self, text: &str, words: &[&str]) {
        self.add(fnv(PATTERN, LENGTHS[(words.len() / 5).min(9)]));
        let names = text
            .split(' ')
            .skip(1)
            .filter(|word| word.starts_with(|letter: char| letter.is_ascii_uppercase()))
            .count();
        self.add(fnv(PATTERN, NAMES[names.min(4)]));
        let mut before = "";
        for (at, word) in words.iter().copied().enumerate() {
            let after = words.get(at + 1).copied();
            if word == "0000" {
                self.add(fnv(PATTERN, year(before, after)));
            } else if word.starts_with('0') {
                self.add(fnv(PATTERN, "number"));
                self.add(fnv(fnv(PATTERN, "number "), after.unwrap_or("last")));
            }
            before = word;
        }
        if !words.is_empty() && ![".", "!", "?", ")"].contains(&before) {
            self.add(fnv(PATTERN, "open end"));
        }
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

    /// Sentences with the sum of their features' hashes, as the training sees them.
    static EXPECTED: &str = include_str!("../../../tests/readers/features.jsonl");

    #[test]
    fn sees_what_the_training_sees() {
        for line in EXPECTED.lines() {
            let row: serde_json::Value =
                serde_json::from_str(line).expect("each line is an object");
            let text = row["text"].as_str().expect("a text");
            let (mut words, mut features) = (Words::default(), Features::default());
            words.fill(text);
            words.hide_digits();
            features.fill(text, &words);
            let keys = features.keys;
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
