//! The fast reader's weights as they stand in their file.

use super::asset::Asset;
use super::{CUES, STANCES};
use crate::language::meaning::WIDTH;

static WEIGHTS: &[u8] = include_bytes!("../weights/fast.bin");
/// Scores that the model gives: a stance is chosen among four, each cue holds or not.
pub(crate) const ANSWERS: usize = STANCES.len() + CUES.len();
/// Bits of a key that choose where to look for it.
pub(crate) const INDEX_BITS: u32 = 16;

pub(crate) struct Model {
    pub(crate) scales: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    /// For each answer, what each number of the sentence vector adds to it.
    pub(crate) dense: Vec<f32>,
    /// The known features' hashes, in order.
    pub(crate) keys: &'static [[u8; 4]],
    /// For each of them, what it adds to every answer.
    pub(crate) rows: &'static [[u8; ANSWERS]],
}

impl Model {
    pub(crate) fn read() -> Model {
        let mut asset = Asset::new(WEIGHTS);
        let count = asset.size();
        let model = Model {
            scales: asset.numbers(ANSWERS),
            bias: asset.numbers(ANSWERS),
            dense: asset.numbers(ANSWERS * WIDTH),
            keys: asset.fours(count),
            rows: asset.bytes(count * ANSWERS).as_chunks().0,
        };
        assert!(asset.is_empty(), "the weights end where the model does");
        model
    }

    /// Where the keys that open with the same bits start, for every such opening, and where the last ones end.
    pub(crate) fn starts(&self) -> Vec<u32> {
        let opening = |key: &[u8; 4]| u32::from_le_bytes(*key) >> (u32::BITS - INDEX_BITS);
        let start = |from| self.keys.partition_point(|key| opening(key) < from);
        let start = |from| u32::try_from(start(from)).expect("keys are counted in 32 bits");
        (0..=1 << INDEX_BITS).map(start).collect()
    }
}
