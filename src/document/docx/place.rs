//! Paragraphs to plain text, a paragraph a line, and to the layout that every essay has.

use std::collections::BTreeSet;

use crate::document::Role;
use crate::document::docx::body::{Note, Paragraph, Piece};
use crate::document::markdown::{Layout, Walk};
use crate::text::Span;

/// The plain text and the layout; what stands before the first heading has this role. A note is laid out after the paragraph that it belongs to, and stands at the end of the
/// text, so that the paragraphs keep the numbers that a reader would count.
pub(super) fn lay_out(
    paragraphs: &[Paragraph],
    role: Role,
    of_note: impl Fn(&Note) -> Vec<Paragraph>,
) -> (String, Layout) {
    // However often a document points to a note, it is read once.
    let mut seen = BTreeSet::new();
    let notes = paragraphs.iter().map(|it| {
        let new: Vec<&Note> = it.notes.iter().filter(|note| seen.insert(*note)).collect();
        new.into_iter().flat_map(&of_note).collect()
    });
    let notes: Vec<Vec<Paragraph>> = notes.collect();
    let mut source = String::new();
    let lines: Vec<usize> = paragraphs.iter().map(|it| write(&mut source, it)).collect();
    let note_lines: Vec<Vec<usize>> =
        notes.iter().map(|notes| notes.iter().map(|it| write(&mut source, it)).collect()).collect();
    let mut walk = Walk::new(role);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        read(&mut walk, paragraph, lines[at], &source);
        for (note, line) in notes[at].iter().zip(&note_lines[at]) {
            read(&mut walk, note, *line, &source);
        }
    }
    walk.close();
    (source, walk.layout)
}

/// Adds a paragraph as a line of the text; gives where it begins.
fn write(source: &mut String, paragraph: &Paragraph) -> usize {
    let start = source.len();
    paragraph.pieces.iter().for_each(|piece| source.push_str(text(piece)));
    source.push('\n');
    start
}

fn text(piece: &Piece) -> &str {
    match piece {
        Piece::Text { text, .. } => text,
        Piece::Break => " ",
        Piece::Image => "",
    }
}

fn read(walk: &mut Walk, paragraph: &Paragraph, mut at: usize, source: &str) {
    walk.begin(paragraph.shape);
    let mut after_break = false;
    for piece in &paragraph.pieces {
        match piece {
            Piece::Text { text, bold } => walk.run(text, at, *bold),
            // Two line breaks part paragraphs, for writers who never press Enter alone.
            Piece::Break if after_break => walk.close(),
            Piece::Break => walk.line_break(at, &source[at..]),
            Piece::Image => walk.layout.images.push(Span::new(at, at)),
        }
        after_break = matches!(piece, Piece::Break);
        at += text(piece).len();
    }
    walk.close();
}
