//! Word documents that no word processor writes.

use std::fs;
use std::io::{Cursor, Write};

use super::{compare, report};
use tempfile::tempdir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a new name");
        archive.write_all(part).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}

fn body(inside: &str) -> String {
    format!("<w:document {W}><w:body>{inside}</w:body></w:document>")
}

fn document(xml: &str) -> Vec<u8> {
    archive(&[("word/document.xml", xml.as_bytes())])
}

fn paragraph(inside: &str) -> String {
    format!("<w:p><w:r>{inside}</w:r></w:p>")
}

fn sound() -> String {
    body(&paragraph("<w:t>The agencies met on Monday.</w:t>"))
}

/// A note of a megabyte to which the text points again and again.
fn notes_without_end() -> Vec<u8> {
    let reference = "<w:footnoteReference w:id=\"1\"/>";
    let note = format!(
        "<w:footnote w:id=\"1\">{}</w:footnote>",
        paragraph(&format!("<w:t>{}</w:t>{reference}", "care ".repeat(200_000)))
    );
    let notes = format!("<w:footnotes {W}>{note}</w:footnotes>");
    let text = body(&paragraph(&format!("<w:t>See.</w:t>{}", reference.repeat(20_000))));
    archive(&[("word/document.xml", text.as_bytes()), ("word/footnotes.xml", notes.as_bytes())])
}

fn relations(target: &str) -> Vec<u8> {
    let relation = format!(
        "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"{target}\"/></Relationships>"
    );
    archive(&[("_rels/.rels", relation.as_bytes()), ("word/document.xml", sound().as_bytes())])
}

fn shipped(name: &str) -> Vec<u8> {
    fs::read(format!("tests/docx/{name}")).expect("it is there")
}

/// The archive with these bytes in place of those, as a damaged disk would leave it.
fn hurt(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).rposition(|it| it == from).expect("it is there");
    bytes[at..at + to.len()].copy_from_slice(to);
    bytes
}

#[test]
fn each_document_is_judged_or_named() {
    let deep = |count: usize| format!("{}{}", "<w:ins>".repeat(count), "</w:ins>".repeat(count));
    let whole = document(&sound());
    let cut = whole[..whole.len() / 2].to_vec();
    let rows: Vec<(&str, Vec<u8>, Result<(), &str>)> = vec![
        ("sound", whole.clone(), Ok(())),
        ("cut short", cut, Err("damaged")),
        ("a head alone", b"PK\x03\x04".to_vec(), Err("damaged")),
        ("no directory", hurt(whole.clone(), b"PK\x05\x06", b"XXXX"), Err("damaged")),
        ("a wrong checksum", hurt(whole, b"PK\x01\x02", b"PK\x01\x03"), Err("damaged")),
        ("a bomb", shipped("bomb.docx"), Err("unpacks to more than 16 MB")),
        ("entities", shipped("entities.docx"), Err("declares XML entities")),
        ("deep", document(&body(&deep(1_000))), Err("nested more than 200 deep")),
        ("many elements", document(&body(&"<w:p/>".repeat(400_000))), Ok(())),
        ("more elements than any essay", document(&body(&"<a/>".repeat(3_000_000))), Err("more than")),
        ("an empty archive", archive(&[("nothing", b"")]), Err("without a Word document")),
        ("a spreadsheet", relations("xl/workbook.xml"), Err("without a Word document")),
        ("a path that leads out", relations("../../../../etc/passwd"), Err("without a Word document")),
        ("names that lead out", archive(&[("../../evil", b"x"), ("/etc/evil", b"x"), ("word/document.xml", sound().as_bytes())]), Ok(())),
        ("an empty part", document(""), Err("damaged")),
        ("no XML", document("The agencies met."), Err("damaged")),
        ("tags that cross", document("<a><b></a></b>"), Err("damaged")),
        ("never closed", document("<w:document><w:body>"), Err("damaged")),
        ("another root", document("<html><body><p>Text</p></body></html>"), Ok(())),
        ("Windows-1252", archive(&[("word/document.xml", b"<a>Caf\xe9</a>")]), Err("not UTF-8")),
        ("UTF-16", archive(&[("word/document.xml", b"\xff\xfe<\0a\0/\0>\0")]), Err("not UTF-8")),
        ("no such character", document(&body(&paragraph("<w:t>a&#xD800;&#0;&nosuch;b met.</w:t>"))), Ok(())),
        ("notes of themselves", notes_without_end(), Ok(())),
        ("a style of itself", archive(&[("word/document.xml", sound().as_bytes()), ("word/styles.xml", format!("<w:styles {W}><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>").as_bytes())]), Ok(())),
        ("an OpenDocument file", shipped("features.odt"), Err("an OpenDocument file")),
        ("an old Word file", shipped("features.doc"), Err("an old Word file")),
        ("no archive", b"The agencies met on Monday.".to_vec(), Ok(())),
    ];
    let folder = tempdir().expect("a folder");
    for (name, bytes, _) in &rows {
        fs::write(folder.path().join(format!("{name}.docx")), bytes).expect("written");
    }
    let wanted = rows.iter().map(|(name, _, fate)| (format!("{name}.docx"), *fate));
    let report = report(folder.path(), &["--rubric", "partnership-working"]);
    compare(&report, &wanted.collect::<Vec<_>>());
}
