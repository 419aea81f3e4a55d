//! The argument that chooses a reader.

use clap::ValueEnum;

use crate::language::Engine;

/// Which engine reads the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReaderName {
    /// A small encoder: reads best.
    Deep,
    /// Linear models: microseconds a sentence.
    Fast,
}

impl ReaderName {
    pub(crate) fn engine(choice: Option<ReaderName>) -> Engine {
        match choice {
            Some(ReaderName::Deep) => Engine::Deep,
            Some(ReaderName::Fast) => Engine::Fast,
            None => Engine::best(),
        }
    }
}
