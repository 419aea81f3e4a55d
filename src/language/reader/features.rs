//! What the fast engine sees of a sentence: hashed names of words, pairs, runs of letters, links and patterns.
//!
//! `training/features.py` says the same in Python; a test compares the two.

use std::collections::HashSet;

use super::wordpiece;

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

/// The features that hold, each once, in order of appearance.
pub(super) fn features(text: &str) -> Vec<u32> {
    let words: Vec<String> =
        wordpiece::words(text).iter().map(|word| digits_as_zero(word)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut found = Found { keys: Vec::with_capacity(words.len() * 12), seen: HashSet::new() };
    ngrams(&words, &mut found);
    letters(&words, &mut found);
    links(&words, &mut found);
    patterns(text, &words, &mut found);
    found.keys
}

struct Found {
    keys: Vec<u32>,
    seen: HashSet<u32>,
}

impl Found {
    /// Adds the feature whose name is these parts with a blank between them.
    fn add(&mut self, parts: &[&str]) {
        let mut hash = FNV_OFFSET;
        for (at, part) in parts.iter().enumerate() {
            hash = if at == 0 { hash } else { fnv(hash, b" ") };
            hash = fnv(hash, part.as_bytes());
        }
        if self.seen.insert(hash) {
            self.keys.push(hash);
        }
    }
}

const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

fn fnv(start: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(start, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(FNV_PRIME))
}

fn digits_as_zero(word: &str) -> String {
    word.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect()
}

fn ngrams(words: &[&str], found: &mut Found) {
    let framed: Vec<&str> = ["^"].into_iter().chain(words.iter().copied()).chain(["$"]).collect();
    for word in words {
        found.add(&["w", word]);
    }
    for pair in framed.windows(2) {
        found.add(&["b", pair[0], pair[1]]);
    }
    for three in framed.windows(3) {
        found.add(&["s", three[0], three[2]]);
    }
}

/// Runs of five letters, word ends included.
fn letters(words: &[&str], found: &mut Found) {
    for word in words {
        let framed: Vec<char> = ['<'].into_iter().chain(word.chars()).chain(['>']).collect();
        if framed.len() > 5 {
            for run in framed.windows(5) {
                found.add(&["c", &run.iter().collect::<String>()]);
            }
        }
    }
}

/// Each marker with the words that follow it in its clause, and each clause's first word.
fn links(words: &[&str], found: &mut Found) {
    let (mut marker, mut opens) = (None, true);
    for word in words {
        if BREAKS.contains(word) {
            (marker, opens) = (None, true);
            continue;
        }
        if opens {
            found.add(&["k", word]);
        }
        if let Some(marker) = marker {
            found.add(&["m", marker, word]);
        }
        (marker, opens) = (if MARKERS.contains(word) { Some(*word) } else { marker }, false);
    }
}

fn patterns(text: &str, words: &[&str], found: &mut Found) {
    found.add(&["p length", &(words.len() / 5).min(9).to_string()]);
    let names = text
        .split(' ')
        .skip(1)
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_uppercase()))
        .count();
    found.add(&["p names", &names.min(4).to_string()]);
    for (at, word) in words.iter().enumerate() {
        let before = if at > 0 { words[at - 1] } else { "" };
        let after = words.get(at + 1).copied();
        if *word == "0000" {
            found.add(&[year(before, after)]);
        } else if word.starts_with('0') {
            found.add(&["p number"]);
            found.add(&["p number", after.unwrap_or("last")]);
        }
    }
    if words.last().is_some_and(|last| ![".", "!", "?", ")"].contains(last)) {
        found.add(&["p open end"]);
    }
}

fn year(before: &str, after: Option<&str>) -> &'static str {
    if ["act", "regulations", "order", "measure"].contains(&before) {
        "p act"
    } else if [",", "("].contains(&before) || after.is_some_and(|after| [")", ","].contains(&after))
    {
        "p cited"
    } else {
        "p year"
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
            let keys = features(row["text"].as_str().expect("a text"));
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
