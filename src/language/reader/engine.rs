//! The two engines behind one small interface.

use std::borrow::Cow;

use super::Reading;
use super::bare::bare;
#[cfg(feature = "deep")]
use super::deep::Deep;
use super::fast::Fast;
use crate::language::meaning::Sum;

/// Which engine reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A small encoder: the better reading. A slim build has no weights for it and reads with [`Engine::Fast`] instead.
    Deep,
    /// A linear model: microseconds a sentence.
    Fast,
}

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Engine::Deep => "deep",
            Engine::Fast => "fast",
        }
    }

    /// The engine of that name, if this build has it.
    pub fn named(name: &str) -> Option<Engine> {
        [Engine::Deep, Engine::Fast]
            .into_iter()
            .find(|engine| engine.name() == name && engine.built() == *engine)
    }

    /// The best engine of this build.
    pub fn best() -> Engine {
        Engine::Deep.built()
    }

    /// The most sentences of one essay that are read in a few seconds on one core: a doctoral thesis has about 4,000.
    pub fn most_sentences(self) -> usize {
        match self {
            Engine::Deep => 4_000,
            Engine::Fast => usize::MAX,
        }
    }

    fn built(self) -> Engine {
        if cfg!(feature = "deep") { self } else { Engine::Fast }
    }
}

/// Reads sentences; share one among threads.
pub struct Reader {
    weights: Weights,
}

enum Weights {
    #[cfg(feature = "deep")]
    Deep(Box<Deep>),
    Fast(Fast),
}

impl Reader {
    pub fn new(engine: Engine) -> Reader {
        let weights = match engine.built() {
            #[cfg(feature = "deep")]
            Engine::Deep => Weights::Deep(Box::new(Deep::new())),
            _ => Weights::Fast(Fast::new()),
        };
        Reader { weights }
    }

    pub fn engine(&self) -> Engine {
        match &self.weights {
            #[cfg(feature = "deep")]
            Weights::Deep(_) => Engine::Deep,
            Weights::Fast(_) => Engine::Fast,
        }
    }

    /// One reading for each sentence, in order: the same one, whatever is read beside it and by however many threads.
    pub fn read(&self, sentences: &[&str]) -> Vec<Reading> {
        self.read_and_sum(sentences, &mut |_, _| {})
    }

    /// The same; an engine that sums the word pieces of each sentence on its way shows them to `keep`, with the sentence's
    /// place.
    pub(crate) fn read_and_sum(
        &self,
        sentences: &[&str],
        keep: &mut dyn FnMut(usize, &Sum),
    ) -> Vec<Reading> {
        let bare: Vec<Cow<str>> = sentences.iter().map(|sentence| bare(sentence)).collect();
        let bare = bare.iter().map(AsRef::as_ref);
        match &self.weights {
            #[cfg(feature = "deep")]
            Weights::Deep(deep) => deep.read(&bare.collect::<Vec<&str>>()),
            Weights::Fast(fast) => fast.read(bare.zip(sentences.iter().copied()), keep),
        }
    }
}
