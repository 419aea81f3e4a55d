//! What a detector may look at: the essay, what is agreed for it, and where in it a word stands.
//!
//! Most detectors have nothing to look at in most essays. They ask for the places of a few words first, which costs next to
//! nothing, and hold their patterns only against the sentences or paragraphs in which one stands.

use memchr::memmem;

use crate::detect::Conventions;
use crate::detect::names::List;
use crate::detect::starts::Starts;
use crate::language::Essay;
use crate::text::Span;

pub(crate) struct Look<'a> {
    pub(crate) essay: &'a Essay,
    pub(crate) conventions: &'a Conventions,
    /// The prose in lower case as far as it is ASCII, every byte in its place.
    lower: String,
    starts: Starts,
}

/// One fault found: where in the source it stands, and what to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: Span,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// Where these words stand in a text, in order; parts of words count.
pub(crate) fn places(text: &str, words: &[&str]) -> Vec<usize> {
    let found = words.iter().flat_map(|word| memmem::find_iter(text.as_bytes(), word.as_bytes()));
    let mut found: Vec<usize> = found.collect();
    found.sort_unstable();
    found
}

/// Does any of these words stand in a text?
pub(crate) fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| memmem::find(text.as_bytes(), word.as_bytes()).is_some())
}

/// Letters at the beginning of a name in which no slip is looked for.
const SURE_LETTERS: usize = 5;

impl<'a> Look<'a> {
    pub(crate) fn new(essay: &'a Essay, conventions: &'a Conventions) -> Look<'a> {
        let lower = essay.document.prose().to_ascii_lowercase();
        Look { essay, conventions, starts: Starts::of(&lower), lower }
    }

    /// A fault at a span of the prose.
    pub(crate) fn fault(
        &self,
        at: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Fault {
        let at = self.essay.document.prose.to_source(at);
        Fault { at, message: message.into(), help: help.into() }
    }

    /// The words of a span of the prose.
    pub(crate) fn text(&self, span: Span) -> &'a str {
        span.of(self.essay.document.prose())
    }

    /// The same in lower case as far as it is ASCII.
    pub(crate) fn lower(&self, span: Span) -> &str {
        span.of(&self.lower)
    }

    /// The student's own running text, block by block; lists included.
    pub(crate) fn own_blocks(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        let blocks = self.essay.document.blocks.iter().enumerate();
        blocks.filter(|(at, _)| self.is_own_block(*at)).map(|(at, block)| (at, block.span))
    }

    fn is_own_block(&self, at: usize) -> bool {
        let document = &self.essay.document;
        let own = |at: usize| document.sentences.get(at).is_some_and(|it| it.scope.is_own());
        document.blocks[at].sentences.clone().any(own)
    }

    /// The student's own sentences.
    pub(crate) fn own_sentences(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.essay.document.own_sentences().map(|(at, sentence)| (at, sentence.span))
    }

    /// Where these words begin; they are given in lower case, and may be beginnings of words or several words.
    pub(crate) fn places(&self, words: &[&str]) -> Vec<usize> {
        let found = words.iter().flat_map(|word| self.starts.places(&self.lower, word));
        found.collect()
    }

    /// Does any of these words stand anywhere?
    pub(crate) fn holds(&self, words: &[&str]) -> bool {
        words.iter().any(|word| !self.starts.places(&self.lower, word).is_empty())
    }

    /// The own blocks in which any of these words stands.
    pub(crate) fn own_blocks_with(&self, words: &[&str]) -> Vec<Span> {
        self.own_blocks_at(self.places(words))
    }

    /// The own blocks at these places.
    pub(crate) fn own_blocks_at(&self, places: impl IntoIterator<Item = usize>) -> Vec<Span> {
        let blocks = &self.essay.document.blocks;
        let at = |place: usize| blocks.partition_point(|it| it.span.start <= place).checked_sub(1);
        let mut found: Vec<usize> = places.into_iter().filter_map(at).collect();
        found.sort_unstable();
        found.dedup();
        let own = found.into_iter().filter(|at| self.is_own_block(*at));
        own.map(|at| blocks[at].span).collect()
    }

    /// The own sentences in which any of these words stands.
    pub(crate) fn own_sentences_with(&self, words: &[&str]) -> Vec<(usize, Span)> {
        self.own_sentences_at(self.places(words))
    }

    /// The own sentences at these places.
    pub(crate) fn own_sentences_at(
        &self,
        places: impl IntoIterator<Item = usize>,
    ) -> Vec<(usize, Span)> {
        let document = &self.essay.document;
        let at = |place: usize| document.sentence_at(place);
        let mut found: Vec<usize> = places.into_iter().filter_map(at).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|at| document.sentences[*at].scope.is_own());
        found.into_iter().map(|at| (at, document.sentences[at].span)).collect()
    }

    /// Where the names of a list stand, whatever their case, each with the line of its list.
    pub(crate) fn named(&self, list: List) -> Vec<(usize, usize)> {
        self.begun(list, |name| name)
    }

    /// The same for names that may hold a slip: where their first five letters stand.
    pub(crate) fn named_roughly(&self, list: List) -> Vec<(usize, usize)> {
        self.begun(list, |name| {
            let end = name.char_indices().nth(SURE_LETTERS).map_or(name.len(), |(at, _)| at);
            &name[..end]
        })
    }

    fn begun(&self, list: List, letters: fn(&str) -> &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (line, name) in list.lower_names() {
            let places = self.starts.places(&self.lower, letters(name));
            found.extend(places.into_iter().map(|at| (*line, at)));
        }
        found
    }

    /// The own sentences beside this one, `before` and `after` it.
    pub(crate) fn own_sentences_near(
        &self,
        sentence: usize,
        before: usize,
        after: usize,
    ) -> impl Iterator<Item = Span> {
        let sentences = &self.essay.document.sentences;
        let own = |it: &&crate::document::Sentence| it.scope.is_own();
        let earlier = sentences[..sentence].iter().rev().filter(own).take(before);
        let later = sentences[sentence..].iter().filter(own).take(after + 1);
        earlier.chain(later).map(|it| it.span)
    }

    /// Does this span of the prose stand between quotation marks?
    pub(crate) fn is_quoted(&self, span: Span) -> bool {
        let quotations = &self.essay.document.quotations;
        let after = quotations.partition_point(|it| it.start <= span.start);
        after.checked_sub(1).is_some_and(|at| quotations[at].contains(span))
    }
}
