//! The parts of a Word document, unpacked within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::document::docx::DocxError;
use crate::document::docx::xml::Element;

/// Bytes of one unpacked part; the longest theses stay far below.
const LARGEST_PART: u64 = 16 * 1024 * 1024;
const MEGABYTE: u64 = 1024 * 1024;

/// Does the file begin as every Word document does?
pub(crate) fn is_word(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    main: String,
}

impl<'a> Parts<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Parts<'a>, DocxError> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| DocxError::Damaged(error.to_string()))?;
        let mut parts = Parts { archive, main: String::new() };
        parts.main = parts.main_name()?;
        Ok(parts)
    }

    /// The text of the essay.
    pub(super) fn main(&mut self) -> Result<Element, DocxError> {
        let name = self.main.clone();
        self.part(&name)?.ok_or(DocxError::NoDocument)
    }

    /// A part in the folder of the main one, if it is there.
    pub(super) fn beside(&mut self, name: &str) -> Result<Option<Element>, DocxError> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.part(&format!("{folder}/{name}"))
    }

    /// Where the package says its main part is, or else where it usually is.
    fn main_name(&mut self) -> Result<String, DocxError> {
        let relations = self.part("_rels/.rels")?;
        let named = relations.iter().flat_map(Element::elements);
        let mut named = named.filter(|it| {
            it.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        });
        let target = named
            .find_map(|it| it.attribute("Target"))
            .unwrap_or("word/document.xml")
            .trim_start_matches('/');
        let is_text = target.starts_with("word/")
            || !["xl/", "ppt/", "visio/"].iter().any(|other| target.starts_with(other));
        if is_text { Ok(target.to_owned()) } else { Err(DocxError::NoDocument) }
    }

    fn part(&mut self, name: &str) -> Result<Option<Element>, DocxError> {
        let damaged = |what: String| DocxError::Damaged(format!("{name}: {what}"));
        let file = match self.archive.by_name(name) {
            Err(ZipError::FileNotFound) => return Ok(None),
            other => other.map_err(|error| damaged(error.to_string()))?,
        };
        let mut bytes = Vec::new();
        file.take(LARGEST_PART + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(error.to_string()))?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(DocxError::TooLarge(name.to_owned(), LARGEST_PART / MEGABYTE));
        }
        let text = String::from_utf8(bytes).map_err(|_| damaged("not UTF-8".to_owned()))?;
        Element::parse(text.trim_start_matches('\u{feff}'), name).map(Some)
    }
}
