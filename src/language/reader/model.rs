//! The fast engine's weights, as they were trained: `training/fast.py` writes them.

use std::num::NonZeroU32;

use super::asset::MEANING;
use super::built::key_starts;
pub(super) use super::fast_weights::ANSWERS;
use super::fast_weights::{FastWeights, INDEX_BITS};

/// Answers in a row of the dense weights: a few more than there are, so that they fill whole vector units.
pub(super) const LANES: usize = ANSWERS.next_multiple_of(8);

pub(super) struct Model {
    pub(super) scales: Vec<f32>,
    pub(super) bias: Vec<f32>,
    /// For each number of the sentence vector, what it adds to every answer.
    pub(super) dense: Vec<[f32; LANES]>,
    /// The known features' hashes, in order.
    keys: &'static [[u8; 4]],
    /// Where the keys that open with the same bits start.
    starts: &'static [[u8; 4]],
    rows: &'static [[u8; ANSWERS]],
}

/// Where the weights of a known feature stand, counted from 1: so none takes no room of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(NonZeroU32);

impl Model {
    pub(super) fn new() -> Model {
        let FastWeights { scales, bias, dense, keys, rows } = FastWeights::read();
        Model { scales, bias, dense: by_number(&dense), keys, starts: key_starts(), rows }
    }

    /// None for a feature that the training did not keep.
    pub(super) fn place(&self, key: u32) -> Option<Place> {
        let opening = (key >> (32 - INDEX_BITS)) as usize;
        let start = |opening: usize| u32::from_le_bytes(self.starts[opening]);
        let (from, to) = (start(opening), start(opening + 1));
        let among = self.keys[from as usize..to as usize].iter();
        let (at, _) = (from + 1..).zip(among).find(|(_, known)| **known == key.to_le_bytes())?;
        NonZeroU32::new(at).map(Place)
    }

    /// What a known feature adds to each answer, as signed bytes.
    pub(super) fn weights(&self, place: Place) -> &'static [u8; ANSWERS] {
        &self.rows[place.0.get() as usize - 1]
    }
}

/// The weights answer by answer, turned to stand number by number.
fn by_number(weights: &[f32]) -> Vec<[f32; LANES]> {
    let mut turned = vec![[0.0; LANES]; MEANING];
    for (answer, weights) in weights.chunks_exact(MEANING).enumerate() {
        turned.iter_mut().zip(weights).for_each(|(row, weight)| row[answer] = *weight);
    }
    turned
}
