//! A folder at once.
//!
//! In: files. Out: essays judged on all cores, in a fixed order; for a folder of submissions also a folder of feedback that
//! survives being stopped at any moment, in memory that does not grow with the verdicts. One file that cannot be read never
//! stops the others.

mod assemble;
mod cohort;
mod copies;
mod csv;
mod file_name;
mod find;
mod fingerprint;
mod gradebook;
mod joining;
mod judging;
mod key;
mod labels;
mod marked;
mod marking;
mod part_name;
mod path_ignores;
mod read;
mod record;
mod run;
mod safe_name;
mod shared;
mod spool;
mod store;
mod submission;

pub use find::{Found, find};
pub use gradebook::{Gradebook, Ledger};
pub use judging::judged_essay;
pub use labels::{label_topics, read_labels};
pub use marked::{Answer, Marked, Unread};
pub use marking::{Done, Job};
pub use path_ignores::{Obeyed, PathIgnores};
pub use read::{
    LARGEST, document_from, essay_bytes, essay_document, essay_text, plain_text, text_of,
};
pub use record::Outcome;
pub use run::mark;
pub use safe_name::is_taken;
pub use store::{Store, StoreError};
pub use submission::{Submission, Submissions, submissions};
