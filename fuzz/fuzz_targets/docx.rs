//! Any bytes may be called essay.docx: as the whole archive, and as the parts within a sound one.

#![no_main]

use std::io::{Cursor, Write};

use critique::document::Document;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What the parts are called into which the bytes are cut, at each byte 0.
const PARTS: &[&str] =
    &["word/document.xml", "word/styles.xml", "word/footnotes.xml", "_rels/.rels"];

fuzz_target!(|bytes: &[u8]| {
    let _ = Document::of_docx(bytes);
    if let Ok(document) = Document::of_docx(&wrapped(bytes)) {
        for block in &document.blocks {
            document.place(block.span);
            document.text(block.span);
        }
    }
});

fn wrapped(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in PARTS.iter().zip(bytes.split(|byte| *byte == 0)) {
        archive.start_file(*name, stored).expect("each name once");
        archive.write_all(part).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}
