//! How many words stand in which part of an essay.

use crate::document::{BlockKind, Document, Role};
use crate::text::Span;

/// Words as a word processor counts them: runs between spaces that hold a letter or digit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordCount {
    /// Running text, lists and citations in the text.
    pub body: usize,
    /// Between quotation marks in the running text, and in block quotations.
    pub quotations: usize,
    pub headings: usize,
    pub tables: usize,
    pub captions: usize,
    pub footnotes: usize,
    pub references: usize,
    pub appendices: usize,
}

impl WordCount {
    pub(super) fn of(document: &Document) -> WordCount {
        let mut count = WordCount::default();
        for block in &document.blocks {
            let words = counted(document, block.span);
            let part = match (document.sections[block.section].role, block.kind) {
                (Role::Appendix, _) => &mut count.appendices,
                (_, BlockKind::Heading) => &mut count.headings,
                (Role::References, _) | (_, BlockKind::Reference) => &mut count.references,
                (_, BlockKind::TableCell) => &mut count.tables,
                (_, BlockKind::Caption) => &mut count.captions,
                (_, BlockKind::Footnote) => &mut count.footnotes,
                (_, BlockKind::BlockQuote) => &mut count.quotations,
                _ => {
                    let quoted = quoted(document, block.span);
                    count.quotations += quoted;
                    count.body += words - quoted;
                    continue;
                }
            };
            *part += words;
        }
        count
    }

    /// Every word in the file.
    pub fn total(&self) -> usize {
        self.body
            + self.quotations
            + self.headings
            + self.tables
            + self.captions
            + self.footnotes
            + self.references
            + self.appendices
    }
}

fn counted(document: &Document, span: Span) -> usize {
    let text = document.text(span);
    if text.is_ascii() {
        return counted_plain(text);
    }
    let (mut words, mut is_word) = (0, false);
    for letter in text.chars() {
        if letter.is_whitespace() {
            words += usize::from(is_word);
            is_word = false;
        } else {
            is_word |= letter.is_alphanumeric();
        }
    }
    words + usize::from(is_word)
}

/// The same for an ASCII text, without a branch.
fn counted_plain(text: &str) -> usize {
    let (mut words, mut is_word) = (0, 0);
    for byte in text.bytes() {
        let (is_space, is_letter) = KINDS[byte as usize];
        words += usize::from(is_word & is_space);
        is_word = (is_word | is_letter) & (1 - is_space);
    }
    words + usize::from(is_word)
}

/// Whether an ASCII byte is a space, and whether it is a letter or digit: 1 for yes.
const KINDS: [(u8, u8); 256] = {
    let mut kinds = [(0, 0); 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        let is_space = byte.is_ascii_whitespace() || byte == 0x0b;
        kinds[byte as usize] = (is_space as u8, byte.is_ascii_alphanumeric() as u8);
        byte += 1;
    }
    kinds
};

/// The words of a block that begin within quotation marks.
fn quoted(document: &Document, block: Span) -> usize {
    let first = document.quotations.partition_point(|it| it.start < block.start);
    let here = document.quotations[first..].iter().take_while(|it| it.end <= block.end);
    here.map(|it| counted(document, *it)).sum()
}
