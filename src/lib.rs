//! `critique` holds a student's essay against a marking rubric and says, with evidence, what to fix first.
//!
//! Data walks through the rooms in this order and never back; a room may use only the rooms before it.
//!
//! Glossary. *Span*: a place in a text. *Document*: what the writer laid out. *Cue*: what words do. *Essay*: a document with
//! its cues. *Rubric*: what the tutor asked for. *Point*: one thing asked for. *Idea*: a thing to treat. *Signal*: what is
//! looked for in a sentence. *Finding*: one thing to say. *Evidence*: sentences that count. *Level*: how far a point is met,
//! 0 to 3. *Mark*: the number. *Critique*: the whole answer.

// Where words stand: spans, lines, columns.
pub mod text;

// What the writer laid out: sections, paragraphs, sentences.
pub mod document;

// What the words are doing: citations, Acts, stance, cues.
pub mod language;

// What the tutor asked for: points, mistakes, practices.
pub mod rubric;

// What any marker would query, whatever the rubric.
pub mod detect;

// How far each point is met: evidence, levels, the mark.
pub mod judge;

// What the student reads: one critique, one file a face.
pub mod report;

// A folder at once: all cores, in order.
pub mod batch;

// One file a command: the only room that touches files and terminal.
pub mod cli;

/// Holds one essay, as Markdown, against a rubric.
pub fn critique(essay: &str, lens: &judge::Lens, reader: &language::Reader) -> judge::Critique {
    let essay = language::Essay::of(essay, reader);
    judge::judge(&essay, lens, Vec::new())
}
