//! One sentence of the essay: tinted by what it does, underlined where something was found.

use maud::{Markup, html};

use crate::detect::Severity;
use crate::report::html::sheet::Sheet;
use crate::report::inert;
use crate::text::Span;

impl Sheet<'_> {
    pub(super) fn sentence(&self, at: usize) -> Markup {
        let span = self.document.sentences[at].span;
        let stance = self.verdicts[at].map(|it| self.judged.critique.sentences[it].stance.name());
        let criteria =
            self.criteria[at].iter().map(|it| format!("c{it}")).collect::<Vec<_>>().join(" ");
        html! {
            span.sentence id=(self.id("s", at)) data-stance=[stance] data-criteria=(criteria) { (self.pieces(span)) }
        }
    }

    /// The words of a sentence, cut where a finding begins or ends.
    fn pieces(&self, span: Span) -> Markup {
        let mut runs: Vec<(Option<usize>, Span)> = Vec::new();
        let near = self.findings_within(self.source_of(span));
        for (at, c) in span.of(self.document.prose()).char_indices() {
            let here = Span::new(span.start + at, span.start + at + c.len_utf8());
            let finding = self.finding_at(here, &near);
            match runs.last_mut() {
                Some((last, run)) if *last == finding => *run = Span::new(run.start, here.end),
                _ => runs.push((finding, here)),
            }
        }
        html! {
            @for (finding, run) in runs {
                @let words = inert(run.of(self.document.prose()));
                @match finding {
                    None => (words),
                    Some(it) => a.finding.(self.severity(it).name()) href=(format!("#{}", self.id("f", it))) { (words) },
                }
            }
        }
    }

    /// The most severe of these findings at a character, if there is any.
    fn finding_at(&self, character: Span, near: &[usize]) -> Option<usize> {
        if near.is_empty() {
            return None;
        }
        let source = self.source_of(character).start;
        let here = near.iter().copied().filter(|it| self.findings[*it].holds(source));
        here.min_by_key(|it| (self.severity(*it), *it))
    }

    pub(super) fn severity(&self, finding: usize) -> Severity {
        self.judged.critique.findings[finding].severity
    }
}
