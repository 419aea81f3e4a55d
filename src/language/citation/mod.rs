//! Author-and-year citations, in brackets and in running text.
//!
//! A bracket is read piece by piece, parted by `;`: authors, then one or more years. A narrative citation is a name before
//! a bracketed year: "Harris (2015)", "the Department of Health (2018, p. 4)". "cited in" makes the first work secondary.

mod authors;
mod bracket;
mod narrative;
mod year;

use crate::document::{Document, Scope};
use crate::text::{Span, rare};

pub(crate) use authors::{Authors, is_organisation};
pub use year::Year;
pub(crate) use year::bare_year;

/// "(Glasby and Dickinson, 2014)" as it stands in the essay: one work, one place.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the bracket")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// In the prose.
    pub span: Span,
    /// Surnames, or the one name of an organisation.
    pub authors: Vec<String>,
    /// Ends in "et al.".
    pub et_al: bool,
    pub year: Year,
    /// "p. 12", "pp. 3-4", "para. 7".
    pub page: Option<String>,
    /// Stands in brackets whole, and not as "Harris (2015)".
    pub bracketed: bool,
    /// Read in another work ("cited in"), and so not to be listed itself.
    pub secondary: bool,
    /// Authors are joined by "&".
    pub ampersand: bool,
}

impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let authors = self.authors.join(" and ");
        write!(f, "{authors}{}, {}", if self.et_al { " et al." } else { "" }, self.year)
    }
}

/// Every citation outside the reference list, in order.
pub(crate) fn citations(document: &Document) -> Vec<Citation> {
    let mut found = Vec::new();
    for block in &document.blocks {
        let Some(first) = document.sentences.get(block.sentences.start) else { continue };
        if matches!(first.scope, Scope::Reference | Scope::Heading | Scope::Code) {
            continue;
        }
        let mut here = citations_in(document.text(block.span));
        for citation in &mut here {
            citation.span = citation.span.shifted(block.span.start);
        }
        found.append(&mut here);
    }
    found
}

/// The citations of one block of text.
pub fn citations_in(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    for span in brackets(text) {
        let inside = &text[span.start + 1..span.end - 1];
        if !year::may_hold(inside) {
            continue;
        }
        match narrative::citations(text, span) {
            here if !here.is_empty() => found.extend(here),
            _ => found.extend(bracket::citations(inside, span)),
        }
    }
    found
}

/// A bracket longer than this (in bytes) was probably never closed.
const LONGEST_BRACKET: usize = 600;

/// The outermost brackets of a text, round or square; one bracket may hold others.
fn brackets(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut depth = 0;
    let is_bracket = |byte: u8| matches!(byte, b'(' | b')' | b'[' | b']');
    for at in rare(text.as_bytes(), is_bracket) {
        let mark = text.as_bytes()[at];
        if open.is_some_and(|start| at - start > LONGEST_BRACKET) {
            (open, depth) = (None, 0);
        }
        match (mark, open) {
            (b'(' | b'[', None) => (open, depth) = (Some(at), 1),
            (b'(' | b'[', Some(_)) => depth += 1,
            (b')' | b']', Some(start)) => {
                depth -= 1;
                if depth == 0 {
                    found.push(Span::new(start, at + 1));
                    open = None;
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::citations_in;
    use crate::language::cases::read_well;

    /// `tests/citations.txt`: a text, ` => `, the citations found in it parted by ` | `, nothing where there are none.
    #[test]
    fn every_harvard_form_is_read() {
        let cases = include_str!("../../../tests/citations.txt");
        read_well(cases, |text| citations_in(text).iter().map(shown).collect());
    }

    fn shown(citation: &super::Citation) -> String {
        let page = citation.page.as_deref().map(|it| format!(" [{it}]")).unwrap_or_default();
        format!("{citation}{page}{}", if citation.secondary { " (secondary)" } else { "" })
    }

    #[test]
    fn an_unclosed_bracket_hides_nothing_after_it() {
        let text =
            format!("An aside (never closed {} and Harris (2015) argues.", "word ".repeat(150));
        assert_eq!(citations_in(&text).len(), 1);
    }
}
