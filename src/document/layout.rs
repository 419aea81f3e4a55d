//! The tree of an essay: blocks of prose, their sentences and words.

use crate::document::prose::Prose;
use crate::document::{Part, Role, Section, WordCount};
use crate::text::{Position, Source, Span};

/// Everything the writer laid out. Spans are into [`Document::prose`], unless they say otherwise.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) source: Source,
    /// What the line of a place counts.
    pub unit: Unit,
    /// The files that it was joined from; none where it is of one file.
    pub parts: Vec<Part>,
    pub(crate) prose: Prose,
    /// The YAML between the `---` lines at the top, as a span of the source.
    pub front_matter: Option<Span>,
    pub sections: Vec<Section>,
    pub blocks: Vec<Block>,
    pub sentences: Vec<Sentence>,
    pub words: Vec<Word>,
    /// Spans of the prose that stand between quotation marks and are longer than a few words.
    pub quotations: Vec<Span>,
    /// Images, as spans of the source.
    pub images: Vec<Span>,
    /// How many words stand in which part.
    pub word_count: WordCount,
}

/// One paragraph, heading, list item, table cell, quotation, caption, footnote or entry of the reference list.
#[derive(Clone, Debug)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    pub section: usize,
    /// The indices of its sentences.
    pub sentences: std::ops::Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph,
    Heading,
    ListItem,
    TableCell,
    BlockQuote,
    Caption,
    Footnote,
    Reference,
    Code,
}

#[derive(Clone, Debug)]
pub struct Sentence {
    pub span: Span,
    pub block: usize,
    pub scope: Scope,
    /// The indices of its words.
    pub words: std::ops::Range<usize>,
}

#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub span: Span,
    /// Stands between quotation marks.
    pub quoted: bool,
}

/// Whose words these are, and in what part of the page they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The student's own words, in running text.
    Own,
    /// The student's own words, in a list.
    List,
    Quotation,
    Heading,
    Table,
    Caption,
    Footnote,
    Reference,
    Code,
}

impl Scope {
    /// Can words in this scope earn the student credit?
    pub fn is_own(self) -> bool {
        matches!(self, Scope::Own | Scope::List)
    }
}

/// What the line of a [`Place`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Line,
    /// Of a Word document: empty ones are left out, tables counted cell by cell.
    Paragraph,
}

impl Unit {
    pub fn name(self) -> &'static str {
        match self {
            Unit::Line => "line",
            Unit::Paragraph => "paragraph",
        }
    }
}

/// A span of the source with the lines and columns it reaches over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub start: Position,
    /// The position just after the last character.
    pub end: Position,
}

impl Document {
    /// The readable text, without Markdown.
    pub fn prose(&self) -> &str {
        self.prose.text()
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The words of a span of the prose.
    pub fn text(&self, span: Span) -> &str {
        span.of(self.prose.text())
    }

    /// Where a span of the prose stands in the source.
    pub fn place(&self, span: Span) -> Place {
        let span = self.prose.to_source(span);
        Place { start: self.source.position(span.start), end: self.source.position(span.end) }
    }

    pub fn section_of(&self, sentence: &Sentence) -> &Section {
        &self.sections[self.blocks[sentence.block].section]
    }

    /// The sentences that can earn credit, with their indices.
    pub fn own_sentences(&self) -> impl Iterator<Item = (usize, &Sentence)> {
        self.sentences.iter().enumerate().filter(|(_, sentence)| sentence.scope.is_own())
    }

    /// The index of the sentence that holds this byte of the prose.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.span.start <= offset);
        let at = after.checked_sub(1)?;
        (offset < self.sentences[at].span.end).then_some(at)
    }

    /// The blocks of the reference list, one an entry.
    pub fn references(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind == BlockKind::Reference)
    }

    pub fn has_reference_list(&self) -> bool {
        self.sections.iter().any(|section| section.role == Role::References)
    }
}
