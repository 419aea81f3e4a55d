//! Source to [`Document`]: blocks are cut into sentences, sentences into words.

use crate::document::markdown::{Layout, lay_out};
use crate::document::quotation::quotations;
use crate::document::{
    Block, BlockKind, Document, Role, Scope, Section, Sentence, Unit, Word, WordCount,
    sentence_spans,
};
use crate::text::{Source, Span, words};

/// A sentence with fewer words of its own, as a share of all its words, is a quotation.
const OWN_SHARE: f32 = 0.4;

/// About as many bytes as words and sentences take with what stands between them.
const BYTES_OF_A_WORD: usize = 6;
const BYTES_OF_A_SENTENCE: usize = 80;

impl Document {
    /// Reads Markdown; cannot fail, since any text is an essay.
    pub fn parse(source: &str) -> Document {
        Document::parse_in(source, Role::Body)
    }

    /// Reads Markdown that is a part of its own: what stands before its first heading has this role.
    pub(crate) fn parse_in(source: &str, role: Role) -> Document {
        Document::from_layout(source.to_owned(), Unit::Line, lay_out(source, role))
    }

    pub(crate) fn from_layout(source: String, unit: Unit, layout: Layout) -> Document {
        let Layout { prose, front_matter, sections, blocks, images } = layout;
        let mut document = Document {
            source: Source::new(source),
            unit,
            parts: Vec::new(),
            prose,
            front_matter,
            sections,
            blocks: Vec::new(),
            sentences: Vec::new(),
            words: Vec::new(),
            quotations: Vec::new(),
            images,
            word_count: WordCount::default(),
        };
        document.words.reserve(document.prose.len() / BYTES_OF_A_WORD);
        document.sentences.reserve(document.prose.len() / BYTES_OF_A_SENTENCE);
        for (kind, span, section) in blocks {
            document.add_block(kind, span, section);
        }
        mark_introduction(&mut document.sections);
        document.word_count = WordCount::of(&document);
        document
    }

    fn add_block(&mut self, kind: BlockKind, span: Span, section: usize) {
        let first = self.sentences.len();
        let text = span.of(self.prose.text());
        let whole = matches!(
            kind,
            BlockKind::Heading | BlockKind::Reference | BlockKind::TableCell | BlockKind::Code
        );
        let spans = if whole { vec![Span::new(0, text.len())] } else { sentence_spans(text) };
        let quoted: Vec<Span> = quotations(text).iter().map(|it| it.shifted(span.start)).collect();
        let scope = scope(kind, self.sections[section].role);
        for sentence in spans {
            self.add_sentence(sentence.shifted(span.start), scope, &quoted);
        }
        self.quotations.extend(quoted);
        self.blocks.push(Block { kind, span, section, sentences: first..self.sentences.len() });
    }

    fn add_sentence(&mut self, span: Span, scope: Scope, quotations: &[Span]) {
        let first = self.words.len();
        let is_quoted = |at: usize| quotations.iter().any(|it| it.holds(at));
        let words = words(span.of(self.prose.text())).map(|(at, word)| {
            let start = span.start + at;
            Word { span: Span::new(start, start + word.len()), quoted: is_quoted(start) }
        });
        self.words.extend(words);
        let words = first..self.words.len();
        let own = self.words[words.clone()].iter().filter(|word| !word.quoted).count();
        #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
        let mostly_quoted = (own as f32) < OWN_SHARE * words.len() as f32;
        let scope = if scope.is_own() && mostly_quoted { Scope::Quotation } else { scope };
        self.sentences.push(Sentence { span, block: self.blocks.len(), scope, words });
    }
}

fn scope(kind: BlockKind, role: Role) -> Scope {
    match kind {
        BlockKind::Paragraph if matches!(role, Role::References | Role::Appendix) => {
            Scope::Reference
        }
        BlockKind::Paragraph => Scope::Own,
        BlockKind::ListItem => Scope::List,
        BlockKind::Heading => Scope::Heading,
        BlockKind::TableCell => Scope::Table,
        BlockKind::BlockQuote => Scope::Quotation,
        BlockKind::Caption => Scope::Caption,
        BlockKind::Footnote => Scope::Footnote,
        BlockKind::Reference => Scope::Reference,
        BlockKind::Code => Scope::Code,
    }
}

/// A first heading that only names the essay leaves the text under it its introduction.
pub(super) fn mark_introduction(sections: &mut [Section]) {
    if sections.len() > 2 && sections[1].level == 1 && sections[1].role == Role::Body {
        sections[1].role = Role::Introduction;
    }
}
