//! The fast engine: one linear model over hashed features and the static sentence vector.

use super::asset::Asset;
use super::features::features;
use super::{CUES, Reading, STANCES};
use crate::language::meaning::{Meaning, WIDTH};

static WEIGHTS: &[u8] = include_bytes!("../weights/fast.bin");
const ANSWERS: usize = STANCES.len() + CUES.len();
/// Bits of a key that choose where to look for it.
const INDEX_BITS: u32 = 16;

pub(super) struct Fast {
    scales: Vec<f32>,
    bias: Vec<f32>,
    /// For each answer, what every number of the sentence vector adds.
    dense: Vec<f32>,
    /// The known features' hashes, in order.
    keys: Vec<u32>,
    /// Where the keys that open with the same bits start.
    starts: Vec<usize>,
    rows: &'static [u8],
}

impl Fast {
    pub(super) fn new() -> Fast {
        let mut asset = Asset::new(WEIGHTS);
        let count = asset.size();
        let (scales, bias, dense) =
            (asset.numbers(ANSWERS), asset.numbers(ANSWERS), asset.numbers(ANSWERS * WIDTH));
        let keys: Vec<u32> = (0..count).map(|_| asset.key()).collect();
        let starts =
            (0..=1 << INDEX_BITS).scan(0, |at, opening| Some(start(&keys, at, opening))).collect();
        let rows = asset.bytes(count * ANSWERS);
        assert!(asset.is_empty(), "the weights end where the model does");
        Fast { scales, bias, dense, keys, starts, rows }
    }

    pub(super) fn read(&self, sentences: &[&str]) -> Vec<Reading> {
        sentences.iter().map(|sentence| self.read_one(sentence)).collect()
    }

    fn read_one(&self, sentence: &str) -> Reading {
        let seen = features(sentence);
        let mut sums = [0_i32; ANSWERS];
        for place in seen.iter().filter_map(|key| self.place(*key)) {
            let row = &self.rows[place * ANSWERS..(place + 1) * ANSWERS];
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        let meaning = Meaning::of(sentence);
        let share = shared(seen.len());
        let scores: [f32; ANSWERS] = std::array::from_fn(|answer| {
            let dense = &self.dense[answer * WIDTH..(answer + 1) * WIDTH];
            self.bias[answer]
                + whole(sums[answer]) * self.scales[answer] * share
                + meaning.dot(dense)
        });
        Reading::from_scores(&scores)
    }

    fn place(&self, key: u32) -> Option<usize> {
        let opening = (key >> (32 - INDEX_BITS)) as usize;
        let (from, to) = (self.starts[opening], self.starts[opening + 1]);
        self.keys[from..to].binary_search(&key).ok().map(|at| from + at)
    }
}

/// Moves `at` to the first key that opens with these bits or later ones.
fn start(keys: &[u32], at: &mut usize, opening: u64) -> usize {
    while keys.get(*at).is_some_and(|key| u64::from(*key) >> (32 - INDEX_BITS) < opening) {
        *at += 1;
    }
    *at
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
