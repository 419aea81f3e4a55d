//! XML as a small tree: local names, attributes, text.

use std::borrow::Cow;

use quick_xml::encoding::EncodingError;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::document::docx::DocxError;

/// Word's own documents stay below forty.
const DEEPEST: usize = 200;
/// So many take some 200 MB; a part of an essay has a tenth of them.
const MOST_ELEMENTS: usize = 500_000;

/// An element, without its namespace.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The root element of a part; the name of the part is for errors.
    pub(super) fn parse(text: &str, part: &str) -> Result<Element, DocxError> {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Element::default()];
        let mut elements = 0;
        loop {
            let event = reader
                .read_event()
                .map_err(|error| DocxError::Damaged(format!("{part}: {error}")))?;
            elements += usize::from(matches!(event, Event::Start(_) | Event::Empty(_)));
            if elements > MOST_ELEMENTS {
                return Err(DocxError::TooMany(part.to_owned(), MOST_ELEMENTS));
            }
            match event {
                Event::Start(_) if open.len() > DEEPEST => return Err(DocxError::TooDeep(DEEPEST)),
                Event::Start(start) => open.push(Element::begin(&start)),
                Event::Empty(start) => add(&mut open, Node::Element(Element::begin(&start))),
                Event::End(_) => close(&mut open),
                Event::Text(text) => add(&mut open, content(text.xml10_content(), part)?),
                Event::CData(text) => add(&mut open, content(text.xml10_content(), part)?),
                Event::GeneralRef(reference) => add(&mut open, Node::Text(resolve(&reference))),
                Event::DocType(_) => return Err(DocxError::Entities),
                Event::Eof => break,
                _ => {}
            }
        }
        if open.len() > 1 {
            return Err(DocxError::Damaged(format!("{part}: it stops in the middle")));
        }
        let root =
            open.pop().and_then(|document| document.children.into_iter().find_map(Node::element));
        root.ok_or_else(|| DocxError::Damaged(format!("{part}: it is empty")))
    }

    fn begin(start: &BytesStart) -> Element {
        let attributes = start.attributes().filter_map(Result::ok);
        let attributes = attributes.map(|it| {
            let value = it
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| text_of(&it.value), Cow::into_owned);
            (text_of(it.key.local_name().as_ref()), value)
        });
        Element {
            name: text_of(start.local_name().as_ref()),
            attributes: attributes.collect(),
            children: Vec::new(),
        }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children
            .iter()
            .filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|it| it.name == name)
    }

    /// The value of a child: `<w:pStyle w:val="Heading1"/>` under `pStyle` gives "Heading1".
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Is there such a child, and is it not switched off?
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.child(name)
            .is_some_and(|it| !matches!(it.attribute("val"), Some("0" | "false" | "off")))
    }
}

impl Node {
    fn element(self) -> Option<Element> {
        if let Node::Element(element) = self { Some(element) } else { None }
    }
}

fn add(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn close(open: &mut Vec<Element>) {
    // The reader has already refused an end without its beginning.
    if open.len() > 1
        && let Some(element) = open.pop()
    {
        add(open, Node::Element(element));
    }
}

/// The character that a reference such as `&amp;` or `&#8217;` stands for.
fn resolve(reference: &BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    resolve_predefined_entity(&text_of(reference)).unwrap_or_default().to_owned()
}

fn content(text: Result<Cow<str>, EncodingError>, part: &str) -> Result<Node, DocxError> {
    let damaged = |error| DocxError::Damaged(format!("{part}: {error}"));
    text.map(|it| Node::Text(it.into_owned())).map_err(damaged)
}

/// The reader was given text, so its bytes are.
fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
