//! A document together with what its words do.

use crate::document::{Document, Sentence};
use crate::language::act::acts;
use crate::language::citation::citations;
use crate::language::meaning::Sum;
use crate::language::references::References;
use crate::language::work::works;
use crate::language::{ActMention, Citation, Meaning, Reader, Reading, Stem, Work};
use crate::text::Span;

/// An essay as the later rooms see it.
#[derive(Clone, Debug)]
pub struct Essay {
    pub document: Document,
    /// One a sentence of the document; empty readings for words that are not the student's own.
    pub readings: Vec<Reading>,
    /// By block, what the student's own sentences in it are about, where the reader has found that on its way.
    paragraphs: Vec<(usize, Sum)>,
    /// One a word of the document.
    pub stems: Vec<Stem>,
    /// Outside the reference list, in order.
    pub citations: Vec<Citation>,
    /// The entries of the reference list, in order.
    pub works: Vec<Work>,
    /// Outside headings and the reference list, in order.
    pub acts: Vec<ActMention>,
    /// Which entry answers which citation.
    pub(crate) references: References,
}

impl Essay {
    pub fn read(document: Document, reader: &Reader) -> Essay {
        let own: Vec<usize> = document.own_sentences().map(|(at, _)| at).collect();
        let texts: Vec<&str> =
            own.iter().map(|at| document.text(document.sentences[*at].span)).collect();
        let mut readings = vec![Reading::default(); document.sentences.len()];
        let mut paragraphs: Vec<(usize, Sum)> = Vec::new();
        let read = reader.read_and_sum(&texts, &mut |at, sum| {
            let block = document.sentences[own[at]].block;
            match paragraphs.last_mut().filter(|(last, _)| *last == block) {
                Some((_, whole)) => whole.add(sum),
                None => paragraphs.push((block, sum.clone())),
            }
        });
        for (at, reading) in own.into_iter().zip(read) {
            readings[at] = reading;
        }
        let stems = document.words.iter().map(|word| Stem::of(document.text(word.span))).collect();
        let (citations, works, acts) = (citations(&document), works(&document), acts(&document));
        let references = References::of(&citations, &works);
        Essay { document, readings, paragraphs, stems, citations, works, acts, references }
    }

    /// As [`Essay::read`], but not where this reader would be at it for longer than anybody waits; why not, and what to do.
    pub fn read_in_time(document: Document, reader: &Reader) -> Result<Essay, String> {
        let sentences = document.own_sentences().count();
        let most = reader.engine().most_sentences();
        if sentences > most {
            return Err(format!(
                "{sentences} sentences, and the {} reader takes {most} at most: is this the right file? `--reader fast` takes any number",
                reader.engine().name()
            ));
        }
        Ok(Essay::read(document, reader))
    }

    /// Reads Markdown.
    pub fn of(markdown: &str, reader: &Reader) -> Essay {
        Essay::read(Document::parse(markdown), reader)
    }

    /// The words of a sentence.
    pub fn text(&self, sentence: &Sentence) -> &str {
        self.document.text(sentence.span)
    }

    /// The stems of a sentence's words.
    pub fn stems_of(&self, sentence: &Sentence) -> &[Stem] {
        &self.stems[sentence.words.clone()]
    }

    /// What the student's own sentences of a block are about together.
    pub(crate) fn meaning_of(&self, block: usize) -> Meaning {
        if let Ok(at) = self.paragraphs.binary_search_by_key(&block, |(block, _)| *block) {
            return Meaning::of_sum(&self.paragraphs[at].1);
        }
        let sentences = &self.document.sentences[self.document.blocks[block].sentences.clone()];
        let own = sentences.iter().filter(|it| it.scope.is_own());
        Meaning::of_all(own.map(|it| self.text(it)))
    }

    /// The citations that stand in this span.
    pub fn citations_within(&self, span: Span) -> &[Citation] {
        let first = self.citations.partition_point(|it| it.span.start < span.start);
        let last = self.citations.partition_point(|it| it.span.start < span.end);
        &self.citations[first..last.max(first)]
    }

    /// The mentions of laws that stand in this span.
    pub fn acts_within(&self, span: Span) -> &[ActMention] {
        let first = self.acts.partition_point(|it| it.span.start < span.start);
        let last = self.acts.partition_point(|it| it.span.start < span.end);
        &self.acts[first..last.max(first)]
    }
}
