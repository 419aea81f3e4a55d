//! One essay file, read.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::document::{Document, Role, is_word};

/// Bytes; a longer file is no essay, and would take a gigabyte to judge.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// The document in a file, Markdown or Word; the error is the reason for the student.
pub fn essay_document(path: &Path) -> Result<Document, String> {
    document_of(&essay_bytes(path)?)
}

/// The document in anything that can be read.
pub fn document_from(from: impl Read) -> Result<Document, String> {
    document_of(&bounded(from)?)
}

/// The text of a file; that of a Word document is a paragraph a line.
pub fn essay_text(path: &Path) -> Result<String, String> {
    Ok(essay_document(path)?.source().text().to_owned())
}

/// The text of a file that is no essay, such as a rubric; the error says what is wrong with it.
pub fn plain_text(path: &Path) -> Result<String, String> {
    Ok(text_in(&essay_bytes(path)?)?.to_owned())
}

/// The text of anything that can be read.
pub fn text_of(from: impl Read) -> Result<String, String> {
    Ok(document_from(from)?.source().text().to_owned())
}

/// The document in the bytes of a file.
pub(crate) fn document_of(bytes: &[u8]) -> Result<Document, String> {
    document_in(bytes, Role::Body)
}

/// The same, where what stands before the first heading has this role.
pub(super) fn document_in(bytes: &[u8], role: Role) -> Result<Document, String> {
    if bytes.starts_with(b"PK\x03\x04")
        && bytes.get(30..).is_some_and(|it| it.starts_with(b"mimetypeapplication/vnd.oasis"))
    {
        return Err(format!("an OpenDocument file (.odt): {CONVERT}"));
    }
    if is_word(bytes) {
        return Document::of_docx_in(bytes, role).map_err(|error| error.to_string());
    }
    Ok(Document::parse_in(text_in(bytes)?, role))
}

/// The bytes of a file, if there are not too many.
pub fn essay_bytes(path: &Path) -> Result<Vec<u8>, String> {
    let file = File::open(path).map_err(|error| reason(path, &error))?;
    if path.is_dir() {
        return Err("a folder".to_owned());
    }
    if path.extension().is_some_and(|it| it == "html" || it == "htm") {
        return Err("a web page: save the text as .docx, Markdown or plain text".to_owned());
    }
    bounded(file)
}

fn bounded(from: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("larger than {} MB: is this the right file?", LARGEST / 1024 / 1024));
    }
    Ok(bytes)
}

const CONVERT: &str = "open it in Word or LibreOffice and save it as .docx (File, Save As)";

/// How the files begin that are no text, and what to do with each.
const NO_TEXT: &[(&[u8], &str)] = &[
    (
        b"%PDF",
        "a PDF, which has lost its paragraphs: hand in the document it was made from, as .docx, Markdown or plain text",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word file (.doc), or one with a password: open it in Word or LibreOffice, take the password off, and save it as .docx",
    ),
    (
        b"{\\rtf",
        "a rich text file (.rtf): open it in Word or LibreOffice and save it as .docx (File, Save As)",
    ),
    (b"\xff\xfe", "UTF-16 text: save it as UTF-8"),
    (b"\xfe\xff", "UTF-16 text: save it as UTF-8"),
];

/// The text of a Markdown or plain text file, or of one of sources, without its byte-order mark.
pub(super) fn text_in(bytes: &[u8]) -> Result<&str, String> {
    if let Some((_, what)) = NO_TEXT.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err((*what).to_owned());
    }
    if is_utf16(bytes) {
        return Err("UTF-16 text: save it as UTF-8".to_owned());
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// UTF-16 without its mark: in any Latin text most bytes at even places, or at odd ones, are 0.
fn is_utf16(bytes: &[u8]) -> bool {
    let (pairs, _) = bytes[..bytes.len().min(1024)].as_chunks::<2>();
    (0..2).any(|place| 2 * pairs.iter().filter(|pair| pair[place] == 0).count() > pairs.len())
}

fn not_utf8(bytes: &[u8], at: usize) -> String {
    let line = bytes[..at].split(|byte| *byte == b'\n').count();
    format!(
        "not UTF-8 text: line {line} holds the byte 0x{:02x}: save the file as UTF-8",
        bytes[at]
    )
}

fn reason(path: &Path, error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file: check the name".to_owned(),
        std::io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ if path.is_dir() => "a folder".to_owned(),
        _ => error.to_string(),
    }
}
