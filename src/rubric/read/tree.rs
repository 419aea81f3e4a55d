//! The YAML as a tree whose every key and value knows its place, and the pages that show it.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::remark::{Remark, RubricError};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    /// Keys with their own places, in the order of the file.
    Map(Vec<(Node, Node)>),
}

/// Limits that no honest rubric comes near.
pub(super) fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        with_snippet: false,
        budget: serde_yaml::budget! {
            max_depth: 24,
            max_events: 100_000,
            max_nodes: 100_000,
            max_aliases: 500,
            max_anchors: 500,
            flow_nesting_limit: 24,
        },
        alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: 20_000 },
    }
}

pub(super) fn grow(text: &str) -> Result<Node, serde_yaml::Error> {
    serde_yaml::from_str_with_options::<Spanned<Value>>(text, options()).map(Node::from)
}

impl Node {
    /// The node at a path such as `points/2/ideas/0`, or the nearest one above it.
    pub(crate) fn at(&self, path: &str) -> &Node {
        let mut here = self;
        for step in path.split('/') {
            match here.child(step) {
                Some(child) => here = child,
                None => break,
            }
        }
        here
    }

    pub(crate) fn child(&self, step: &str) -> Option<&Node> {
        match &self.value {
            Value::List(items) => items.get(step.parse::<usize>().ok()?),
            Value::Map(entries) => {
                entries.iter().find(|(key, _)| key.text() == step).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The text of a scalar that was written as text; empty for everything else.
    pub(crate) fn text(&self) -> &str {
        if let Value::Text(text) = &self.value { text } else { "" }
    }
}

impl From<Spanned<Value>> for Node {
    fn from(spanned: Spanned<Value>) -> Node {
        let place = |at: u64| usize::try_from(at).unwrap_or(1).max(1);
        let (line, column) = (spanned.referenced.line(), spanned.referenced.column());
        Node { line: place(line), column: place(column), value: spanned.value }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// A whole number as the nearest `f64`; a rubric's numbers are small.
fn number(digits: &str) -> Value {
    Value::Number(digits.parse().unwrap_or(f64::NAN))
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(number(&value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(number(&value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element::<Spanned<Value>>()? {
            list.push(item.into());
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Spanned<Value>, Spanned<Value>>()? {
            map.push((key.into(), value.into()));
        }
        Ok(Value::Map(map))
    }
}

/// The lines of a rubric file, to show where a remark points.
#[derive(Debug)]
pub(crate) struct Pages<'a> {
    path: &'a str,
    lines: Vec<&'a str>,
}

impl<'a> Pages<'a> {
    pub(crate) fn new(text: &'a str, path: &'a str) -> Pages<'a> {
        Pages { path, lines: text.lines().collect() }
    }

    pub(crate) fn at(
        &self,
        line: usize,
        column: usize,
        width: usize,
        what: impl Into<String>,
        help: Option<String>,
    ) -> Remark {
        let shown = self.lines.get(line - 1).copied().unwrap_or_default().to_owned();
        Remark { path: self.path.to_owned(), line, column, width, what: what.into(), shown, help }
    }

    /// A remark on a node; the caret covers the rest of its line, or the word itself.
    pub(crate) fn on(&self, node: &Node, what: impl Into<String>, help: Option<String>) -> Remark {
        self.at(node.line, node.column, self.width(node), what, help)
    }

    /// A remark on some words of a node that was written on one line.
    pub(crate) fn within(
        &self,
        node: &Node,
        words: &str,
        what: impl Into<String>,
        help: Option<String>,
    ) -> Remark {
        let line = self.lines.get(node.line - 1).copied().unwrap_or_default();
        let start = line.char_indices().nth(node.column - 1).map_or(line.len(), |(at, _)| at);
        match line[start..].find(words).filter(|_| !words.is_empty()) {
            Some(at) => {
                let before = line[start..start + at].chars().count();
                self.at(node.line, node.column + before, words.chars().count(), what, help)
            }
            None => self.on(node, what, help),
        }
    }

    fn width(&self, node: &Node) -> usize {
        let line = self.lines.get(node.line - 1).copied().unwrap_or_default();
        let rest: String = line.chars().skip(node.column - 1).collect();
        match &node.value {
            Value::Text(text) if rest.starts_with(text.as_str()) => text.chars().count(),
            Value::Map(_) => rest.find(':').unwrap_or(1),
            _ => rest.split(" #").next().unwrap_or_default().trim_end().chars().count(),
        }
    }

    /// A file with nothing in it.
    pub(super) fn empty(&self) -> RubricError {
        let help = "`critique rubric new` prints a rubric to begin with";
        self.at(1, 1, 0, "the file is empty", Some(help.to_owned())).into()
    }

    /// What the YAML parser refused, in our words where it is terse.
    pub(super) fn yaml_error(&self, error: &serde_yaml::Error) -> RubricError {
        let place = error.location().map(|at| (at.line(), at.column()));
        let (line, column) = place.unwrap_or((1, 1));
        let number = |at: u64| usize::try_from(at).unwrap_or(1).max(1);
        let (what, help) = in_our_words(error.without_snippet());
        let (line, column) = (number(line), number(column));
        let rest = self.lines.get(line - 1).map_or("", |it| it).chars().skip(column - 1);
        let width = rest.take_while(|c| c.is_alphanumeric() || *c == '_').count();
        self.at(line, column, width, what, help).into()
    }
}

fn in_our_words(error: &serde_yaml::Error) -> (String, Option<String>) {
    use serde_yaml::Error;
    let help = |text: &str| Some(text.to_owned());
    match error {
        Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().unwrap_or("?");
            (format!("the key `{key}` stands here a second time"), help("keep one of the two"))
        }
        Error::UnknownAnchor { .. } => {
            ("an alias without its anchor".to_owned(), help("quote a text that begins with `*`"))
        }
        Error::MultipleDocuments { .. } => (
            "a second document begins here".to_owned(),
            help("one rubric a file: remove the `---`"),
        ),
        other => {
            let message = other.to_string();
            match CLUES.iter().find(|(clue, ..)| message.contains(clue)) {
                Some((_, what, cure)) => ((*what).to_owned(), help(cure)),
                None => (
                    plain(&message),
                    help("quote a text that holds `: ` or ` #`, and indent with spaces"),
                ),
            }
        }
    }
}

/// Words in a parser's message, what we say instead, and the cure.
const CLUES: &[(&str, &str, &str)] = &[
    (
        "recursion limit",
        "the file nests deeper than a rubric may",
        "a rubric nests some five levels deep",
    ),
    (
        "limit exceeded",
        "the file unfolds into more than a rubric may hold",
        "write it without `&` and `*`",
    ),
    ("budget", "the file holds more than a rubric may", "split it into one rubric a unit"),
    ("found a tab", "a tab stands where spaces must", "indent with spaces"),
    (
        "mapping values are not allowed",
        "a colon stands where none can",
        "quote a text that holds `: `",
    ),
];

/// A parser's message without the place that we print ourselves.
fn plain(message: &str) -> String {
    let first = message.lines().next().unwrap_or_default();
    let end = first.find(" at line ").unwrap_or(first.len());
    let words = first[..end].trim_end_matches(['.', ':', ' ']);
    format!("this is not YAML: {words}")
}
