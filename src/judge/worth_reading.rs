//! Which sentences earn nothing, whatever they say: copied from the rubric, repeated, or stuffed with its words.

use std::collections::HashSet;

use crate::document::Sentence;
use crate::judge::lens::Lens;
use crate::judge::shingle::{hash, shingles};
use crate::language::{Essay, Stance};

/// Why a sentence earns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Doubt {
    Copied,
    Repeated,
    Stuffed,
}

/// The doubted sentences of an essay, and how many of its words each doubt takes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubts {
    by_sentence: Vec<Option<Doubt>>,
    pub(crate) own_words: usize,
    pub(crate) copied: usize,
    pub(crate) repeated: usize,
    pub(crate) stuffed: usize,
    /// Words in sentences that the reader takes for filler or nonsense.
    pub(crate) empty: usize,
}

/// This share of a sentence's runs of words stands in the rubric too: it was pasted.
const COPIED: f32 = 0.5;
/// Shorter sentences may be said twice.
const REPEATABLE_WORDS: usize = 6;
/// This share of a sentence's words are the rubric's phrases: no room is left to say anything about them.
const STUFFED: f32 = 0.5;
/// English prose needs this share of small words.
const FEWEST_SMALL_WORDS: f32 = 0.17;
/// Shorter sentences prove nothing about their words.
const JUDGED_WORDS: usize = 8;

impl Doubts {
    pub(crate) fn of(essay: &Essay, lens: &Lens) -> Doubts {
        let mut doubts =
            Doubts { by_sentence: vec![None; essay.document.sentences.len()], ..Doubts::default() };
        let mut seen = HashSet::new();
        for (at, sentence) in essay.document.own_sentences() {
            let words = sentence.words.len();
            let doubt = doubt(essay, lens, sentence, &mut seen);
            doubts.own_words += words;
            match doubt {
                Some(Doubt::Copied) => doubts.copied += words,
                Some(Doubt::Repeated) => doubts.repeated += words,
                Some(Doubt::Stuffed) => doubts.stuffed += words,
                None if essay.readings[at].stance() == Stance::Other => doubts.empty += words,
                None => {}
            }
            doubts.by_sentence[at] = doubt;
        }
        doubts
    }

    pub(crate) fn doubted(&self, sentence: usize) -> bool {
        self.by_sentence[sentence].is_some()
    }

    /// The share of the student's words that `words` are.
    #[expect(clippy::cast_precision_loss, reason = "essays are short")]
    pub(crate) fn share(&self, words: usize) -> f32 {
        words as f32 / self.own_words.max(1) as f32
    }
}

fn doubt(
    essay: &Essay,
    lens: &Lens,
    sentence: &Sentence,
    seen: &mut HashSet<u64>,
) -> Option<Doubt> {
    let stems = essay.stems_of(sentence);
    let runs = shingles(stems);
    let copied = runs.iter().filter(|run| lens.own_words.contains(run)).count();
    if copied > 0 && ratio(copied, runs.len()) >= COPIED {
        return Some(Doubt::Copied);
    }
    if stems.len() >= REPEATABLE_WORDS && !seen.insert(hash(stems)) {
        return Some(Doubt::Repeated);
    }
    (stems.len() >= JUDGED_WORDS && is_stuffed(essay, lens, sentence)).then_some(Doubt::Stuffed)
}

fn is_stuffed(essay: &Essay, lens: &Lens, sentence: &Sentence) -> bool {
    let stems = essay.stems_of(sentence);
    let mut taken = vec![false; stems.len()];
    for found in lens.phrases.find(stems) {
        taken[found.first..=found.last].iter_mut().for_each(|it| *it = true);
    }
    let rubric_words = taken.iter().filter(|it| **it).count();
    let text = essay.text(sentence).to_lowercase();
    let small =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| SMALL_WORDS.contains(word)).count();
    ratio(small, stems.len()) < FEWEST_SMALL_WORDS
        && ratio(rubric_words, stems.len()) > STUFFED / 2.0
        || ratio(rubric_words, stems.len()) > STUFFED
            && ratio(small, stems.len()) < FEWEST_SMALL_WORDS * 1.5
}

#[expect(clippy::cast_precision_loss, reason = "sentences are short")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// The words that hold English sentences together.
const SMALL_WORDS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "that",
    "which", "who", "whose", "this", "these", "those", "it", "its", "they", "their", "them", "he",
    "she", "his", "her", "we", "our", "i", "my", "you", "is", "are", "was", "were", "be", "been",
    "being", "has", "have", "had", "do", "does", "did", "can", "could", "will", "would", "may",
    "might", "must", "should", "not", "no", "but", "or", "if", "so", "than", "then", "when",
    "where", "because", "while", "how", "what", "there", "also", "into", "about", "between",
    "through", "after", "before", "more", "such", "only", "and", "all",
];
