//! The fast engine: one linear model over hashed features and the static sentence vector.

use super::Reading;
use super::built::key_starts;
use super::fast_weights::{ANSWERS, FastWeights, INDEX_BITS};
use super::features::Features;
use super::wordpiece::Words;
use crate::language::meaning::{Meaning, WIDTH};

/// Answers in a row of the dense weights: a few more than there are, so that they fill whole vector units.
const LANES: usize = ANSWERS.next_multiple_of(4);

pub(super) struct Fast {
    scales: Vec<f32>,
    bias: Vec<f32>,
    /// For each number of the sentence vector, what it adds to every answer.
    dense: Vec<[f32; LANES]>,
    /// The known features' hashes, in order.
    keys: &'static [[u8; 4]],
    /// Where the keys that open with the same bits start.
    starts: &'static [[u8; 4]],
    rows: &'static [[u8; ANSWERS]],
}

/// Room that one sentence after another uses.
#[derive(Default)]
struct Scratch {
    words: Words,
    pieces: Vec<u32>,
    features: Features,
}

impl Fast {
    pub(super) fn new() -> Fast {
        let FastWeights { scales, bias, dense, keys, rows } = FastWeights::read();
        Fast { scales, bias, dense: by_number(&dense), keys, starts: key_starts(), rows }
    }

    pub(super) fn read(&self, sentences: &[&str]) -> Vec<Reading> {
        let mut scratch = Scratch::default();
        sentences.iter().map(|sentence| self.read_one(sentence, &mut scratch)).collect()
    }

    fn read_one(&self, sentence: &str, scratch: &mut Scratch) -> Reading {
        let Scratch { words, pieces, features } = scratch;
        words.fill(sentence);
        pieces.clear();
        words.cut(pieces);
        words.hide_digits();
        features.fill(sentence, words);
        let sums = self.sums(&features.keys);
        let share = shared(features.keys.len());
        let dots = Meaning::of_pieces(pieces).product(&self.dense);
        let scores: [f32; ANSWERS] = std::array::from_fn(|answer| {
            self.bias[answer] + whole(sums[answer]) * self.scales[answer] * share + dots[answer]
        });
        Reading::from_scores(&scores)
    }

    /// What the features add to each answer.
    fn sums(&self, keys: &[u32]) -> [i32; ANSWERS] {
        let mut sums = [0_i32; ANSWERS];
        for place in keys.iter().filter_map(|key| self.place(*key)) {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[place]) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        sums
    }

    fn place(&self, key: u32) -> Option<usize> {
        let opening = (key >> (32 - INDEX_BITS)) as usize;
        let start = |opening: usize| u32::from_le_bytes(self.starts[opening]) as usize;
        let (from, to) = (start(opening), start(opening + 1));
        let place = self.keys[from..to].iter().position(|known| *known == key.to_le_bytes());
        place.map(|at| from + at)
    }
}

/// The weights answer by answer, turned to stand number by number.
fn by_number(weights: &[f32]) -> Vec<[f32; LANES]> {
    let mut turned = vec![[0.0; LANES]; WIDTH];
    for (answer, weights) in weights.chunks_exact(WIDTH).enumerate() {
        turned.iter_mut().zip(weights).for_each(|(row, weight)| row[answer] = *weight);
    }
    turned
}

/// What one of so many features counts: long sentences have more of them.
#[expect(clippy::cast_precision_loss, reason = "a sentence has few features")]
fn shared(features: usize) -> f32 {
    1.0 / (features.max(1) as f32).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "a sum of bytes is small")]
fn whole(sum: i32) -> f32 {
    sum as f32
}
