//! What a detector may look at: the essay, what is agreed for it, and how its citations and entries answer each other.

use crate::detect::{Conventions, References};
use crate::language::Essay;
use crate::text::Span;

pub(crate) struct Look<'a> {
    pub(crate) essay: &'a Essay,
    pub(crate) conventions: &'a Conventions,
    pub(crate) references: References,
}

/// One fault found: where in the source it stands, and what to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: Span,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl<'a> Look<'a> {
    pub(crate) fn new(essay: &'a Essay, conventions: &'a Conventions) -> Look<'a> {
        Look { essay, conventions, references: References::of(essay) }
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

    /// The student's own running text, block by block; lists included.
    pub(crate) fn own_blocks(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        let document = &self.essay.document;
        let own = |at: usize| document.sentences.get(at).is_some_and(|it| it.scope.is_own());
        let blocks = document.blocks.iter().enumerate();
        blocks
            .filter(move |(_, block)| block.sentences.clone().any(own))
            .map(|(at, block)| (at, block.span))
    }

    /// The student's own sentences.
    pub(crate) fn own_sentences(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.essay.document.own_sentences().map(|(at, sentence)| (at, sentence.span))
    }

    /// Does this span of the prose stand between quotation marks?
    pub(crate) fn is_quoted(&self, span: Span) -> bool {
        let quotations = &self.essay.document.quotations;
        let after = quotations.partition_point(|it| it.start <= span.start);
        after.checked_sub(1).is_some_and(|at| quotations[at].contains(span))
    }
}
