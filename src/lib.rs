//! Reads an essay as a marker does, one room after another.

// Where words stand: spans, lines, columns.
pub mod text;

// What the writer laid out: sections, paragraphs, sentences.
pub mod document;

// What the words are doing: readings, meanings, exact cues.
pub mod language;
