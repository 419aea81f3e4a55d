//! The text of one essay file.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes; a longer file is no essay.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// The text of a file; the error is the reason for the student.
pub fn essay_text(path: &Path) -> Result<String, String> {
    let file = File::open(path).map_err(|error| reason(path, &error))?;
    text_of(file)
}

/// The text of anything that can be read, as UTF-8 without its byte-order mark.
pub fn text_of(from: impl Read) -> Result<String, String> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("larger than {} MB: is this an essay?", LARGEST / 1024 / 1024));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("UTF-16 text: save it as UTF-8".to_owned());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(
            "a zip archive or Word document, not Markdown: save it as Markdown or plain text"
                .to_owned(),
        );
    }
    if bytes.starts_with(b"%PDF") {
        return Err("a PDF: export the essay as Markdown or plain text".to_owned());
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))?;
    Ok(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned))
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
