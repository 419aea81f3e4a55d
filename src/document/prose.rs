//! The readable text of an essay in one buffer, each byte traceable to the source.

use crate::text::Span;

/// Text without its Markdown, and anchors that say where each piece came from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prose {
    text: String,
    /// Where a piece starts in the prose, and where the same byte stands in the source; sorted.
    anchors: Vec<(usize, usize)>,
}

impl Prose {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds a piece that begins at `source_start` in the source.
    pub(crate) fn push(&mut self, piece: &str, source_start: usize) {
        self.anchors.push((self.text.len(), source_start));
        self.text.push_str(piece);
    }

    /// Adds the prose of a text that begins at `source_start` in the source.
    pub(crate) fn append(&mut self, other: &Prose, source_start: usize) {
        let start = self.text.len();
        let anchors = other.anchors.iter().map(|(at, source)| (at + start, source + source_start));
        self.anchors.extend(anchors);
        self.text.push_str(&other.text);
    }

    /// The span of the source that a span of the prose was read from.
    pub(crate) fn to_source(&self, span: Span) -> Span {
        let start = self.offset(span.start);
        let last = self.text[span.start..span.end].chars().next_back().map_or(0, char::len_utf8);
        let end = self.offset(span.end - last) + last;
        Span::new(start, end.max(start))
    }

    fn offset(&self, prose: usize) -> usize {
        let after = self.anchors.partition_point(|(start, _)| *start <= prose);
        match after.checked_sub(1).map(|at| self.anchors[at]) {
            Some((start, source)) => source + (prose - start),
            None => 0,
        }
    }
}
