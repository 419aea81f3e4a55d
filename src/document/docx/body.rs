//! The paragraphs of a Word document, as the writer would see them with every change accepted.

use std::collections::BTreeMap;

use crate::document::docx::style::{Style, Styles, shape_of_properties};
use crate::document::docx::xml::{Element, Node};
use crate::document::markdown::Shape;

#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) shape: Shape,
    pub(super) pieces: Vec<Piece>,
    pub(super) notes: Vec<Note>,
}

#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text { text: String, bold: bool },
    Break,
    Image,
}

/// A footnote or an endnote, by its number in its part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Note {
    Foot(String),
    End(String),
}

/// The two parts that hold notes.
pub(super) struct Notes {
    feet: BTreeMap<String, Element>,
    ends: BTreeMap<String, Element>,
}

impl Notes {
    pub(super) fn of(feet: Option<Element>, ends: Option<Element>) -> Notes {
        Notes { feet: by_id(feet), ends: by_id(ends) }
    }

    pub(super) fn paragraphs(&self, note: &Note, styles: &Styles) -> Vec<Paragraph> {
        let (part, id) = match note {
            Note::Foot(id) => (&self.feet, id),
            Note::End(id) => (&self.ends, id),
        };
        part.get(id).map_or_else(Vec::new, |note| read(note, styles, Some(Shape::Footnote)))
    }
}

/// The notes of a part; of two with one number the first counts.
fn by_id(part: Option<Element>) -> BTreeMap<String, Element> {
    let mut notes = BTreeMap::new();
    for node in part.into_iter().flat_map(|it| it.children) {
        let Node::Element(note) = node else { continue };
        let Some(id) = note.attribute("id").map(str::to_owned) else { continue };
        notes.entry(id).or_insert(note);
    }
    notes
}

/// The paragraphs of the main part, empty ones left out.
pub(super) fn paragraphs(main: &Element, styles: &Styles) -> Vec<Paragraph> {
    read(main, styles, None)
}

fn read(element: &Element, styles: &Styles, within: Option<Shape>) -> Vec<Paragraph> {
    let mut body = Body { styles, paragraphs: Vec::new(), carried: Vec::new() };
    body.blocks(element, within);
    body.paragraphs.retain(|it| it.pieces.iter().any(Piece::is_seen));
    body.paragraphs
}

struct Body<'a> {
    styles: &'a Styles,
    paragraphs: Vec<Paragraph>,
    /// Pieces of a paragraph whose end was deleted: they open the next one.
    carried: Vec<Piece>,
}

/// Words in a table cell from which it holds prose: the answer box of a form rather than a table.
const PROSE_IN_CELL: usize = 40;

impl Body<'_> {
    fn blocks(&mut self, element: &Element, within: Option<Shape>) {
        for child in element.elements() {
            match child.name.as_str() {
                "p" => self.paragraph(child, within),
                "tbl" => self.blocks(child, within.or(Some(Shape::TableCell))),
                "tr" if child.child("trPr").is_some_and(|it| it.child("del").is_some()) => {}
                "sdt" if is_contents(child) => {}
                name if is_left_out(name) => {}
                _ => self.blocks(child, within),
            }
        }
    }

    fn paragraph(&mut self, element: &Element, within: Option<Shape>) {
        let properties = element.child("pPr");
        let style = properties
            .and_then(|it| it.value("pStyle"))
            .map_or_else(Style::default, |id| self.styles.get(id));
        if style.generated {
            return;
        }
        let mut inside = Inside {
            pieces: std::mem::take(&mut self.carried),
            notes: Vec::new(),
            boxes: Vec::new(),
        };
        inside.read(element, style.bold);
        if properties.is_some_and(end_is_deleted) {
            self.carried = inside.pieces;
        } else {
            let shape = shape(within, style, properties, &inside.pieces);
            self.paragraphs.push(Paragraph { shape, pieces: inside.pieces, notes: inside.notes });
        }
        for text_box in inside.boxes {
            self.blocks(text_box, within);
        }
    }
}

fn shape(
    within: Option<Shape>,
    style: Style,
    properties: Option<&Element>,
    pieces: &[Piece],
) -> Shape {
    let own =
        || style.shape.or_else(|| properties.and_then(shape_of_properties)).unwrap_or(Shape::Plain);
    match within {
        Some(Shape::TableCell) if words(pieces) >= PROSE_IN_CELL => own(),
        Some(shape) => shape,
        None => own(),
    }
}

fn words(pieces: &[Piece]) -> usize {
    let texts = pieces
        .iter()
        .filter_map(|it| if let Piece::Text { text, .. } = it { Some(text) } else { None });
    texts.map(|text| text.split_whitespace().count()).sum()
}

/// Was the mark that ends the paragraph deleted or moved away, as a tracked change?
fn end_is_deleted(properties: &Element) -> bool {
    properties
        .child("rPr")
        .is_some_and(|it| it.child("del").is_some() || it.child("moveFrom").is_some())
}

/// A table of contents that Word keeps up to date.
fn is_contents(element: &Element) -> bool {
    let part = element.child("sdtPr").and_then(|it| it.child("docPartObj"));
    part.and_then(|it| it.value("docPartGallery")).is_some_and(|it| it == "Table of Contents")
}

/// Deleted text, field codes, properties, comments, and the copy of a drawing for old programs.
fn is_left_out(name: &str) -> bool {
    const LEFT_OUT: &[&str] = &[
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "Fallback",
        "rt",
        "comment",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
    ];
    LEFT_OUT.contains(&name) || name.ends_with("Pr") || name.ends_with("PrChange")
}

/// What stands inside one paragraph.
struct Inside<'a> {
    pieces: Vec<Piece>,
    notes: Vec<Note>,
    boxes: Vec<&'a Element>,
}

impl<'a> Inside<'a> {
    fn read(&mut self, element: &'a Element, bold: bool) {
        for child in element.elements() {
            match child.name.as_str() {
                "r" => self.run(child, bold),
                "t" => self.text(child, bold),
                "tab" | "ptab" => self.push(" ", bold),
                "noBreakHyphen" => self.push("-", bold),
                "br" | "cr" if !matches!(child.attribute("type"), Some("page" | "column")) => {
                    self.pieces.push(Piece::Break);
                }
                "blip" | "imagedata" => self.pieces.push(Piece::Image),
                "footnoteReference" => {
                    self.notes.extend(child.attribute("id").map(|id| Note::Foot(id.to_owned())));
                }
                "endnoteReference" => {
                    self.notes.extend(child.attribute("id").map(|id| Note::End(id.to_owned())));
                }
                "txbxContent" => self.boxes.push(child),
                name if is_left_out(name) => {}
                _ => self.read(child, bold),
            }
        }
    }

    fn run(&mut self, run: &'a Element, bold: bool) {
        let properties = run.child("rPr");
        if properties.is_some_and(|it| it.is_on("vanish")) {
            return;
        }
        let own = properties.filter(|it| it.child("b").is_some()).map(|it| it.is_on("b"));
        self.read(run, own.unwrap_or(bold));
    }

    fn text(&mut self, element: &Element, bold: bool) {
        for node in &element.children {
            if let Node::Text(text) = node {
                self.push(&text.replace(['\n', '\r', '\t'], " "), bold);
            }
        }
    }

    fn push(&mut self, text: &str, bold: bool) {
        self.pieces.push(Piece::Text { text: text.to_owned(), bold });
    }
}

impl Piece {
    fn is_seen(&self) -> bool {
        match self {
            Piece::Text { text, .. } => !text.trim().is_empty(),
            Piece::Image => true,
            Piece::Break => false,
        }
    }
}
