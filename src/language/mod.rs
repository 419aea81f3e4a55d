//! What the words are doing.

pub mod reader;

pub use reader::{CUES, Cue, Engine, Reader, Reading, STANCES, Stance};
