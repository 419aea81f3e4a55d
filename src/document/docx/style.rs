//! What the styles of a Word document say of its paragraphs.

use std::collections::HashMap;

use crate::document::docx::xml::Element;
use crate::document::markdown::Shape;

/// Styles by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

/// One style, with what it inherits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) shape: Option<Shape>,
    pub(super) bold: bool,
    /// A table of contents or an index: made by the program, written by nobody.
    pub(super) generated: bool,
}

/// How far a style inherits; real chains have three or four links.
const LONGEST_CHAIN: usize = 12;

impl Styles {
    pub(super) fn of(part: Option<&Element>) -> Styles {
        let written: HashMap<&str, &Element> = part
            .iter()
            .flat_map(|part| part.elements().filter(|it| it.name == "style"))
            .filter_map(|style| Some((style.attribute("styleId")?, style)))
            .collect();
        let by_id = written.keys().map(|id| ((*id).to_owned(), resolve(&written, id))).collect();
        Styles { by_id }
    }

    pub(super) fn get(&self, id: &str) -> Style {
        self.by_id
            .get(id)
            .copied()
            .unwrap_or_else(|| Style { shape: shape_of_name(id), ..Style::default() })
    }
}

fn resolve(written: &HashMap<&str, &Element>, id: &str) -> Style {
    let mut resolved = Style::default();
    let mut next = written.get(id).copied();
    for _ in 0..LONGEST_CHAIN {
        let Some(style) = next else { break };
        let name = style.value("name").unwrap_or_default();
        let properties = style.child("pPr");
        resolved.shape = resolved
            .shape
            .or_else(|| shape_of_name(name))
            .or_else(|| properties.and_then(shape_of_properties));
        resolved.bold |= style.child("rPr").is_some_and(|it| it.is_on("b"));
        resolved.generated |= is_generated(name);
        next = style.value("basedOn").and_then(|base| written.get(base).copied());
    }
    resolved
}

/// "heading 2", "Heading2", "Title", "Quote", "List Bullet", "caption".
fn shape_of_name(name: &str) -> Option<Shape> {
    let name = name.to_lowercase().replace(' ', "");
    if let Some(level) = name.strip_prefix("heading").and_then(|it| it.parse::<u8>().ok()) {
        return Some(Shape::Heading(level.clamp(1, 6)));
    }
    match name.as_str() {
        "title" => Some(Shape::Heading(1)),
        "caption" | "imagecaption" | "tablecaption" | "figure" | "illustration"
        | "captionedfigure" => Some(Shape::Caption),
        "quote" | "intensequote" | "quotations" | "blocktext" | "blockquote" | "blockquotation" => {
            Some(Shape::BlockQuote)
        }
        _ if name.starts_with("list") && name != "listparagraph" && !name.starts_with("listof") => {
            Some(Shape::ListItem)
        }
        _ => None,
    }
}

/// Inherited or direct: an outline level, a list, or both margins drawn in.
pub(super) fn shape_of_properties(properties: &Element) -> Option<Shape> {
    let level = properties
        .value("outlineLvl")
        .and_then(|it| it.parse::<u8>().ok())
        .filter(|level| *level < 9);
    if let Some(level) = level {
        return Some(Shape::Heading((level + 1).min(6)));
    }
    let list = properties.child("numPr").and_then(|it| it.value("numId"));
    if list.is_some_and(|id| id != "0") {
        return Some(Shape::ListItem);
    }
    let indent = properties.child("ind");
    let drawn = |names: [&str; 2]| {
        let value = indent.and_then(|it| names.iter().find_map(|name| it.attribute(name)));
        value.and_then(|it| it.parse::<i32>().ok()).is_some_and(|it| it >= DRAWN_IN)
    };
    (drawn(["left", "start"]) && drawn(["right", "end"])).then_some(Shape::BlockQuote)
}

/// A margin drawn in this far, in twentieths of a point (0.7 cm), on both sides sets a quotation off.
const DRAWN_IN: i32 = 400;

fn is_generated(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with("toc ")
        || name == "toc heading"
        || name == "index heading"
        || name == "table of figures"
}
