//! Reading a sentence: its stance, and the cues that say what it does.
//!
//! In: sentences. Out: a [`Reading`] each, in whole percentages, so that every decision made on them repeats. Two engines
//! stand behind [`Reader`]: `deep`, a small encoder, and `fast`, a linear model.

mod cue;

pub use cue::{CUES, Cue, STANCES, Stance};

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
}

/// Which engine reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Deep,
    Fast,
}

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Engine::Deep => "deep",
            Engine::Fast => "fast",
        }
    }

    pub fn named(name: &str) -> Option<Engine> {
        [Engine::Deep, Engine::Fast].into_iter().find(|engine| engine.name() == name)
    }

    pub fn best() -> Engine {
        if cfg!(feature = "deep") { Engine::Deep } else { Engine::Fast }
    }
}

/// Reads sentences with one engine.
#[derive(Debug)]
pub struct Reader {
    engine: Engine,
}

impl Reader {
    pub fn new(engine: Engine) -> Reader {
        Reader { engine }
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// One reading a sentence, in order.
    pub fn read(&self, sentences: &[&str]) -> Vec<Reading> {
        vec![Reading::default(); sentences.len()]
    }
}
