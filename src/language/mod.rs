//! What the words are doing.
//!
//! In: a [`Document`](crate::document::Document). Out: an [`Essay`]: the document with a reading of each of the student's
//! own sentences, its citations, works and Acts. Cannot fail: an essay that says nothing has empty readings.

mod act;
#[cfg(test)]
mod cases;
mod citation;
mod essay;
mod hashes;
mod law;
mod meaning;
mod negation;
mod pattern;
mod phrase;
pub mod reader;
pub(crate) mod references;
mod stem;
mod work;

pub(crate) use pattern::pattern;

pub use act::{ActMention, acts_in};
pub use citation::{Citation, Year, citations_in};
pub use essay::Essay;
pub use hashes::Hashes;
pub use meaning::Meaning;
pub(crate) use negation::denials;
pub use negation::denied_words;
pub use phrase::{Found, Phrases};
pub(crate) use phrase::{Part, Phrase};
pub use reader::{CUES, Cue, Engine, Reader, Reading, STANCES, Stance};
pub(crate) use reader::{bare, opener_words};
pub use stem::Stem;
pub use work::{Agreement, Work};
