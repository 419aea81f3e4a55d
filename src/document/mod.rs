//! What the writer laid out.
//!
//! In: Markdown, or a Word document, or several that are one essay. Out: [`Document`]: sections, blocks, sentences and words, each with its scope and its
//! place in the source. Cannot fail on text: any text is an essay; only a damaged Word document cannot be opened.

mod docx;
mod joined;
mod layout;
mod markdown;
mod parse;
mod prose;
mod quotation;
mod reference_list;
mod section;
mod sentence;
mod word_count;

pub use docx::DocxError;
pub(crate) use docx::is_word;
pub use joined::{Part, Spot};
pub use layout::{Block, BlockKind, Document, Place, Scope, Sentence, Unit, Word};
pub use section::{Role, Section};
pub use sentence::sentence_spans;
pub use word_count::WordCount;
