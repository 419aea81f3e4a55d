//! The fast engine's weights, as they were trained: `training/fast.py` writes them.

use std::num::NonZeroU32;

use super::asset::Asset;
use super::{CUES, STANCES};
use crate::language::meaning::WIDTH;

static WEIGHTS: &[u8] = include_bytes!("../weights/fast.bin");
pub(super) const ANSWERS: usize = STANCES.len() + CUES.len();
/// Bits of a key that choose where to look for it.
const INDEX_BITS: u32 = 16;

/// Answers in a row of the dense weights: a few more than there are, so that they fill whole vector units.
pub(super) const LANES: usize = ANSWERS.next_multiple_of(8);

pub(super) struct Model {
    pub(super) scales: Vec<f32>,
    pub(super) bias: Vec<f32>,
    /// For each number of the sentence vector, what it adds to every answer.
    pub(super) dense: Vec<[f32; LANES]>,
    /// The known features' hashes, in order.
    keys: Vec<u32>,
    /// Where the keys that open with the same bits start.
    starts: Vec<u32>,
    rows: &'static [[u8; ANSWERS]],
}

/// Where the weights of a known feature stand, counted from 1: so none takes no room of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(NonZeroU32);

impl Model {
    pub(super) fn new() -> Model {
        let mut asset = Asset::new(WEIGHTS);
        let count = asset.size();
        let (scales, bias, dense) =
            (asset.numbers(ANSWERS), asset.numbers(ANSWERS), asset.numbers(ANSWERS * WIDTH));
        let keys: Vec<u32> = (0..count).map(|_| asset.key()).collect();
        let starts =
            (0..=1 << INDEX_BITS).scan(0, |at, opening| Some(start(&keys, at, opening))).collect();
        let (rows, _) = asset.bytes(count * ANSWERS).as_chunks();
        assert!(asset.is_empty(), "the weights end where the model does");
        Model { scales, bias, dense: by_number(&dense), keys, starts, rows }
    }

    /// None for a feature that the training did not keep.
    pub(super) fn place(&self, key: u32) -> Option<Place> {
        let opening = (key >> (32 - INDEX_BITS)) as usize;
        let (from, to) = (self.starts[opening], self.starts[opening + 1]);
        let among = self.keys[from as usize..to as usize].iter();
        let (at, _) = (from + 1..).zip(among).find(|(_, known)| **known == key)?;
        NonZeroU32::new(at).map(Place)
    }

    /// What a known feature adds to each answer, as signed bytes.
    pub(super) fn weights(&self, place: Place) -> &'static [u8; ANSWERS] {
        &self.rows[place.0.get() as usize - 1]
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

/// Moves `at` to the first key that opens with these bits or later ones.
fn start(keys: &[u32], at: &mut u32, opening: u64) -> u32 {
    while keys.get(*at as usize).is_some_and(|key| u64::from(*key) >> (32 - INDEX_BITS) < opening) {
        *at += 1;
    }
    *at
}
