//! Word documents (.docx).
//!
//! In: the bytes of the file. Out: a [`Document`] whose source is the plain text, a paragraph a line, so that line numbers
//! are paragraph numbers; footnotes stand after the last paragraph. Tracked changes are read as accepted, comments and
//! hidden text are left out. Every part is unpacked within bounds, and XML entities are refused.

mod archive;
mod body;
mod place;
mod style;
mod xml;

pub(crate) use archive::is_word;

use crate::document::{Document, Role, Unit};

/// Why a Word document cannot be read, with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocxError {
    #[error("a damaged Word document ({0}): open it in a word processor and save it again")]
    Damaged(String),
    #[error("a Word document whose {0} unpacks to more than {1} MB: is this an essay?")]
    TooLarge(String, u64),
    #[error("a Word document whose {0} holds more than {1} elements: is this an essay?")]
    TooMany(String, usize),
    #[error(
        "a zip archive without a Word document in it: save the essay as .docx, Markdown or plain text"
    )]
    NoDocument,
    #[error(
        "a Word document that declares XML entities, as no word processor does: open it in one and save it again"
    )]
    Entities,
    #[error(
        "a Word document with elements nested more than {0} deep: open it in a word processor and save it again"
    )]
    TooDeep(usize),
}

impl Document {
    /// Reads a Word document.
    pub fn of_docx(bytes: &[u8]) -> Result<Document, DocxError> {
        Document::of_docx_in(bytes, Role::Body)
    }

    /// Reads a Word document that is a part of its own: what stands before its first heading has this role.
    pub(crate) fn of_docx_in(bytes: &[u8], role: Role) -> Result<Document, DocxError> {
        let mut parts = archive::Parts::open(bytes)?;
        let styles = style::Styles::of(parts.beside("styles.xml")?.as_ref());
        let main = parts.main()?;
        let notes = body::Notes::of(parts.beside("footnotes.xml")?, parts.beside("endnotes.xml")?);
        let paragraphs = body::paragraphs(&main, &styles);
        let (source, layout) =
            place::lay_out(&paragraphs, role, |note| notes.paragraphs(note, &styles));
        Ok(Document::from_layout(source, Unit::Paragraph, layout))
    }
}
