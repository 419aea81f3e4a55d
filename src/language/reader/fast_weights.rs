//! The fast reader's weights as they stand in their file.

use super::asset::{Asset, MEANING};
use super::{CUES, STANCES};

static WEIGHTS: &[u8] = include_bytes!("../weights/fast.bin");
/// Scores that the model gives: a stance is chosen among four, each cue holds or not.
pub(crate) const ANSWERS: usize = STANCES.len() + CUES.len();
/// Bits of a key that choose where to look for it.
pub(crate) const INDEX_BITS: u32 = 16;

pub(crate) struct FastWeights {
    pub(crate) scales: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    /// For each answer, what each number of the sentence vector adds to it.
    pub(crate) dense: Vec<f32>,
    /// The known features' hashes, in order.
    pub(crate) keys: &'static [[u8; 4]],
    /// For each of them, what it adds to every answer.
    pub(crate) rows: &'static [[u8; ANSWERS]],
}

impl FastWeights {
    pub(crate) fn read() -> FastWeights {
        let mut asset = Asset::new(WEIGHTS);
        let count = asset.size();
        let weights = FastWeights {
            scales: asset.numbers(ANSWERS),
            bias: asset.numbers(ANSWERS),
            dense: asset.numbers(ANSWERS * MEANING),
            keys: asset.fours(count),
            rows: asset.bytes(count * ANSWERS).as_chunks().0,
        };
        assert!(asset.is_empty(), "the weights end where the model does");
        weights
    }
}
