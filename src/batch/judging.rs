//! An essay held against a rubric, ready for a report.

use crate::document::Document;
use crate::judge::{Lens, judge};
use crate::language::{Essay, Reader};
use crate::report::{Judged, Named};

/// Reads the words of a document, and judges them.
pub fn judged(path: String, document: Document, lens: &Lens, reader: &Reader) -> Judged {
    judged_essay(path, &Essay::read(document, reader), lens, None)
}

/// Judges an essay that has been read; `chosen` says why by this rubric.
pub fn judged_essay(path: String, essay: &Essay, lens: &Lens, chosen: Option<String>) -> Judged {
    let critique = judge(essay, lens, Vec::new());
    let rubric = Named { id: lens.rubric.id.clone(), title: lens.rubric.title.clone() };
    Judged { path, rubric, chosen, source: essay.document.source().text().to_owned(), critique }
}
