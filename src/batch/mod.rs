//! A folder at once.
//!
//! In: files. Out: essays judged on all cores, in a fixed order; for a folder of submissions also a folder of feedback that
//! survives being stopped at any moment. One file that cannot be read never stops the others.

mod assemble;
mod cohort;
mod csv;
mod file_name;
mod find;
mod fingerprint;
mod gradebook;
mod judging;
mod key;
mod labels;
mod marking;
mod read;
mod record;
mod run;
mod safe_name;
mod shared;
mod store;
mod submission;

pub use assemble::{Marked, Unread};
pub use find::{Found, find};
pub use gradebook::{Gradebook, Ledger};
pub use judging::judged_essay;
pub use labels::{label_topics, read_labels};
pub use marking::{Done, Job};
pub use read::{
    LARGEST, document_from, essay_bytes, essay_document, essay_text, plain_text, text_of,
};
pub use record::Outcome;
pub use run::mark;
pub use safe_name::is_taken;
pub use shared::Passage;
pub use store::{Store, StoreError};
pub use submission::{Submission, submissions};
