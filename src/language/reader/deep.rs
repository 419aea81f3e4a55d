//! The deep engine: a small encoder reads the sentence, and one linear head for each stance and cue answers.

use rayon::prelude::*;

use super::asset::Asset;
use super::encoder::{Encoder, Rooms, WIDTH};
use super::{CUES, Reading, STANCES, wordpiece};

static WEIGHTS: &[u8] = include_bytes!("../weights/deep.bin");
const ANSWERS: usize = STANCES.len() + CUES.len();
/// Pieces of a sentence that are read; the rest is cut, as in training.
const LONGEST: usize = 96;
/// Pieces read at once: enough to keep the processor busy, few enough for its cache.
const AT_ONCE: usize = 256;

pub(super) struct Deep {
    encoder: Encoder,
    heads: Vec<f32>,
    bias: Vec<f32>,
}

impl Deep {
    pub(super) fn new() -> Deep {
        let mut asset = Asset::new(WEIGHTS);
        let encoder = Encoder::read(&mut asset);
        let deep =
            Deep { encoder, heads: asset.numbers(ANSWERS * WIDTH), bias: asset.numbers(ANSWERS) };
        assert!(asset.is_empty(), "the weights end where the network does");
        deep
    }

    pub(super) fn read(&self, sentences: &[&str]) -> Vec<Reading> {
        let cut: Vec<Vec<u32>> =
            sentences.iter().map(|text| wordpiece::sentence(text, LONGEST)).collect();
        batches(&cut)
            .into_par_iter()
            .map_init(Rooms::default, |rooms, batch| self.read_batch(&batch, rooms))
            .flatten_iter()
            .collect()
    }

    fn read_batch(&self, batch: &[&[u32]], rooms: &mut Rooms) -> Vec<Reading> {
        self.encoder.vectors(batch, rooms).iter().map(|vector| self.answer(vector)).collect()
    }

    fn answer(&self, vector: &[f32; WIDTH]) -> Reading {
        let rows = self.heads.chunks_exact(WIDTH).zip(&self.bias);
        let scores: Vec<f32> = rows
            .map(|(row, bias)| bias + row.iter().zip(vector).map(|(a, b)| a * b).sum::<f32>())
            .collect();
        Reading::from_scores(&scores)
    }
}

/// The sentences in order, in groups of about [`AT_ONCE`] pieces.
fn batches(sentences: &[Vec<u32>]) -> Vec<Vec<&[u32]>> {
    let mut found: Vec<Vec<&[u32]>> = Vec::new();
    let mut room = 0;
    for sentence in sentences {
        if room < sentence.len() {
            found.push(Vec::new());
            room = AT_ONCE;
        }
        room -= sentence.len();
        if let Some(batch) = found.last_mut() {
            batch.push(sentence);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_reads_the_same_alone_and_in_company() {
        let long = "Although the agencies met every month, ".repeat(30);
        let sentences = [
            "Partnership working is defined as two or more agencies that share a goal.",
            "",
            "Trust was slow to grow, because each team answered to a different budget.",
            long.as_str(),
            "See Table 2.",
            "The evidence is thin, so the claim that admissions fell by 12% should be read with care (Cameron et al., 2014).",
        ];
        let deep = Deep::new();
        let together = deep.read(&sentences.repeat(7));
        let alone: Vec<Reading> =
            sentences.iter().flat_map(|sentence| deep.read(&[sentence])).collect();
        assert_eq!(together, alone.repeat(7));
    }
}
