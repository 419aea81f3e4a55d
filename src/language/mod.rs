//! What the words are doing.

pub mod meaning;
pub mod reader;

pub use meaning::Meaning;
pub use reader::{CUES, Cue, Engine, Reader, Reading, STANCES, Stance};
