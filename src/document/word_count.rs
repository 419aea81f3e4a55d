//! How many words stand in which part of an essay.

use crate::document::{BlockKind, Document, Role};

/// Words as a word processor counts them: runs between spaces that hold a letter or digit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordCount {
    /// Running text, lists, quotations and citations in the text.
    pub body: usize,
    pub headings: usize,
    pub tables: usize,
    pub captions: usize,
    pub footnotes: usize,
    pub references: usize,
    pub appendices: usize,
}

impl WordCount {
    pub fn of(document: &Document) -> WordCount {
        let mut count = WordCount::default();
        for block in &document.blocks {
            let words = document.text(block.span).split_whitespace();
            let words = words.filter(|word| word.contains(char::is_alphanumeric)).count();
            let part = match (document.sections[block.section].role, block.kind) {
                (Role::Appendix, _) => &mut count.appendices,
                (_, BlockKind::Heading) => &mut count.headings,
                (Role::References, _) | (_, BlockKind::Reference) => &mut count.references,
                (_, BlockKind::TableCell) => &mut count.tables,
                (_, BlockKind::Caption) => &mut count.captions,
                (_, BlockKind::Footnote) => &mut count.footnotes,
                _ => &mut count.body,
            };
            *part += words;
        }
        count
    }

    /// Every word in the file.
    pub fn total(&self) -> usize {
        self.body
            + self.headings
            + self.tables
            + self.captions
            + self.footnotes
            + self.references
            + self.appendices
    }
}
