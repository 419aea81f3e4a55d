//! Reading a sentence: its stance, and the cues that say what it does.
//!
//! In: sentences. Out: a [`Reading`] each, in whole percentages, so that every decision made on them repeats. Two engines
//! stand behind [`Reader`]: `deep`, a small encoder, and `fast`, a linear model.

pub(crate) mod asset;
mod bare;
mod built;
mod cue;
#[cfg(feature = "deep")]
mod deep;
#[cfg(feature = "deep")]
mod encoder;
mod engine;
mod fast;
mod fast_weights;
mod features;
#[cfg(test)]
mod lay_out;
mod lexicon;
#[cfg(feature = "deep")]
mod linear;
mod model;
mod pieces;
#[cfg(feature = "deep")]
mod wide;
pub(crate) mod wordpiece;

pub(crate) use bare::{bare, opener_words};
pub use cue::{CUES, Cue, STANCES, Stance};
pub use engine::{Engine, Reader};
/// What a reader makes of one sentence, in whole percentages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// How likely each stance is, in the order of [`STANCES`]; about 100 together.
    pub stance: [u8; 4],
    /// How likely each cue is, in the order of [`CUES`]; any number may hold.
    pub cues: [u8; 23],
}

/// A cue holds from this percentage on: the readers are trained so that one bound serves all cues.
pub const HOLDS: u8 = 50;

impl Reading {
    /// The likeliest stance; the more critical one where two are equal.
    pub fn stance(&self) -> Stance {
        let mut best = Stance::Other;
        for stance in [Stance::Descriptive, Stance::Analytical, Stance::Evaluative] {
            if self.stance[stance as usize] >= self.stance[best as usize] {
                best = stance;
            }
        }
        best
    }

    pub fn cue(&self, cue: Cue) -> u8 {
        self.cues[cue as usize]
    }

    pub fn holds(&self, cue: Cue) -> bool {
        self.cue(cue) >= HOLDS
    }

    /// How likely the sentence explains or judges, in percent.
    pub fn critical(&self) -> u8 {
        (self.stance[Stance::Analytical as usize] + self.stance[Stance::Evaluative as usize])
            .min(100)
    }

    /// From the scores that a network gives: those of the stances are weighed against each other, each cue stands alone.
    fn from_scores(scores: &[f32]) -> Reading {
        let (stances, cues) = scores.split_at(STANCES.len());
        let highest = stances.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = stances.iter().map(|score| (score - highest).exp()).sum();
        Reading {
            stance: std::array::from_fn(|at| percent((stances[at] - highest).exp() / sum)),
            cues: std::array::from_fn(|at| percent(logistic(cues[at]))),
        }
    }
}

/// Beyond these scores a share is a whole 0 or 100 percent.
const SURE: f32 = 6.0;

fn logistic(score: f32) -> f32 {
    if score.abs() > SURE { f32::from(u8::from(score > 0.0)) } else { 1.0 / (1.0 + (-score).exp()) }
}

/// The nearest whole percentage.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn percent(share: f32) -> u8 {
    let percent = share * 100.0;
    let whole = percent as u8;
    whole + u8::from(percent - f32::from(whole) >= 0.5)
}
