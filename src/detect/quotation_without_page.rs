//! Quotations from a book or article whose page is not given.

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "quotation-without-page",
    severity: Severity::Note,
    what: "A quotation of some length followed by a citation that gives no page.",
    why: "The page lets the reader see the words where they stand.",
    example: "
Partnership is “a way of working together in which power is shared by all” (Harris, 2015).
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    near_miss: "
Partnership is “a way of working together in which power is shared by all” (Harris, 2015, p. 4). Mrs A said that “nobody ever asks me what I would like”.

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    detect,
};

/// A quotation with fewer words may be a term.
const LONG_QUOTATION: usize = 8;
/// Bytes between the closing mark and the citation.
const NEAR: usize = 4;

fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let mut found: Vec<Span> = Vec::new();
    for quotation in &document.quotations {
        let long = look.text(*quotation).split(' ').count() >= LONG_QUOTATION;
        let beside = |it: &&crate::language::Citation| {
            it.bracketed
                && it.span.start >= quotation.end
                && it.span.start - quotation.end <= NEAR
                && it.page.is_none()
        };
        let after =
            Span::new(quotation.end, (quotation.end + NEAR + 1).min(document.prose().len()));
        let citation = look.essay.citations_within(after).iter().find(beside);
        if long && citation.is_some_and(|it| is_paged(look, it)) {
            found.push(*quotation);
        }
    }
    let Some(first) = found.first() else { return Vec::new() };
    let times = if found.len() > 1 { format!(" ({} times)", found.len()) } else { String::new() };
    vec![look.fault(
        *first,
        format!("the quotation gives no page{times}"),
        "on which page do the words stand?",
    )]
}

/// Web pages have no pages to give.
fn is_paged(look: &Look, citation: &crate::language::Citation) -> bool {
    let at = look.essay.citations.iter().position(|it| it == citation);
    let work = at
        .and_then(|at| look.essay.references.answers[at].1)
        .map(|it| look.text(look.essay.works[it].span));
    work.is_none_or(|text| !text.contains("http") && !text.contains("www."))
}
