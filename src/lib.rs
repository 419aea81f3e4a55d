//! Reads an essay as a marker does, one room after another.

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
