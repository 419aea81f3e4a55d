//! What the writer laid out.
//!
//! In: Markdown. Out: [`Document`]: sections, blocks, sentences and words, each with its scope and its place in the
//! source. Cannot fail: any text is an essay.

mod layout;
mod markdown;
mod parse;
mod prose;
mod quotation;
mod section;
mod sentence;
mod word_count;

pub use layout::{Block, BlockKind, Document, Place, Scope, Sentence, Word};
pub use section::{Role, Section};
pub use sentence::sentence_spans;
pub use word_count::WordCount;
