//! Keys and types, held against the same schema that editors use.

use std::sync::LazyLock;

use serde_json::Value as Json;

use super::near::nearest;
use super::remark::Remark;
use super::tree::{Node, Pages, Value};
use crate::rubric::schema;

static SCHEMA: LazyLock<Json> = LazyLock::new(schema::json);

/// Every key that is unknown or missing and every value of the wrong type, in the order of the file.
pub(super) fn faults(tree: &Node, page: &Pages) -> Vec<Remark> {
    let mut found = Vec::new();
    check(tree, &SCHEMA, "rubric", page, &mut found);
    found.sort_by_key(|it| (it.line, it.column));
    found
}

/// `name` is the key under which the value stands.
fn check(node: &Node, schema: &Json, name: &str, page: &Pages, found: &mut Vec<Remark>) {
    let schema = resolved(schema);
    let ways = alternatives(schema);
    if ways.len() > 1 || schema.get("enum").is_some() {
        return check_choice(node, &ways, name, page, found);
    }
    let kind = schema["type"].as_str().unwrap_or("any");
    if !fits(node, kind) {
        let what = format!("{} must be {}, and is {}", quoted(name), spoken(kind), described(node));
        return found.push(page.on(node, what, cure(node, kind)));
    }
    match &node.value {
        Value::Map(entries) => check_map(node, entries, schema, name, page, found),
        Value::List(items) => {
            for item in items {
                check(item, &schema["items"], singular(name), page, found);
            }
        }
        _ => check_range(node, schema, name, page, found),
    }
}

fn check_map(
    node: &Node,
    entries: &[(Node, Node)],
    schema: &Json,
    name: &str,
    page: &Pages,
    found: &mut Vec<Remark>,
) {
    let Some(known) = schema["properties"].as_object() else { return };
    for (key, value) in entries {
        if let Some(schema) = known.get(key.text()) {
            check(value, schema, key.text(), page, found);
            continue;
        }
        let known: Vec<&str> = known.keys().map(String::as_str).collect();
        found.push(unknown_key(key, &known, name, page));
    }
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
    for key in required.filter(|key| !entries.iter().any(|(it, _)| it.text() == *key)) {
        if entries
            .iter()
            .any(|(it, _)| nearest(it.text(), known.keys().map(String::as_str)) == Some(key))
        {
            continue; // misspelt, and said to be
        }
        let help = known[key]["description"]
            .as_str()
            .map(|about| format!("add `{key}:` ({})", lowered(about)));
        let what = format!("{} lacks `{key}`", owner(node, name));
        found.push(page.on(node, what, help.or_else(|| Some(format!("add `{key}:`")))));
    }
}

fn unknown_key(key: &Node, known: &[&str], name: &str, page: &Pages) -> Remark {
    let help = match nearest(key.text(), known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("known keys here: {}", known.join(", ")),
    };
    page.on(key, format!("unknown key `{}` in {}", key.text(), quoted(name)), Some(help))
}

/// A value that may be one of several words, or a map, or nothing.
fn check_choice(node: &Node, ways: &[&Json], name: &str, page: &Pages, found: &mut Vec<Remark>) {
    if let Value::Map(entries) = &node.value
        && let Some(way) = ways.iter().find(|way| way["type"] == "object")
    {
        return check_map(node, entries, way, name, page, found);
    }
    let words: Vec<&str> = ways.iter().flat_map(|way| words_of(way)).collect();
    let open = ways
        .iter()
        .find(|way| words_of(way).is_empty() && way["type"] != "object" && way["type"] != "null");
    if words.contains(&node.text())
        || matches!(node.value, Value::Null) && ways.iter().any(|way| way["type"] == "null")
    {
        return;
    }
    if let Some(way) = open {
        return check(node, way, name, page, found);
    }
    let help = match nearest(node.text(), words.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("one of: {}", words.join(", ")),
    };
    found.push(page.on(
        node,
        format!("{} cannot be {}", quoted(name), described(node)),
        Some(help),
    ));
}

fn check_range(node: &Node, schema: &Json, name: &str, page: &Pages, found: &mut Vec<Remark>) {
    let Value::Number(number) = node.value else { return };
    let widest = (schema["format"] == "uint32").then_some(f64::from(u32::MAX));
    let (least, most) = (schema["minimum"].as_f64(), schema["maximum"].as_f64());
    let most = most.or(widest.filter(|widest| number > *widest));
    if least.is_some_and(|least| number < least) || most.is_some_and(|most| number > most) {
        let bounds = match (least, most) {
            (Some(least), Some(most)) => format!("from {least} to {most}"),
            (Some(least), None) => format!("{least} or more"),
            (_, most) => format!("{} or less", most.unwrap_or_default()),
        };
        found.push(page.on(
            node,
            format!("{} must be {bounds}, and is {number}", quoted(name)),
            None,
        ));
    }
}

fn resolved(schema: &Json) -> &Json {
    match schema["$ref"].as_str().and_then(|it| it.strip_prefix("#/")) {
        Some(path) => resolved(path.split('/').fold(&*SCHEMA, |here, step| &here[step])),
        None => schema,
    }
}

/// The schemas of which one must hold: one of a choice, each type of a list of types, or the schema itself.
fn alternatives(schema: &Json) -> Vec<&Json> {
    for key in ["anyOf", "oneOf"] {
        if let Some(ways) = schema[key].as_array() {
            return ways.iter().flat_map(|way| alternatives(resolved(way))).collect();
        }
    }
    vec![schema]
}

fn words_of(schema: &Json) -> Vec<&str> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    listed.chain(schema.get("const")).filter_map(Json::as_str).collect()
}

/// Does a value have the type, or one of the types ("integer or null")?
fn fits(node: &Node, kind: &str) -> bool {
    match (&node.value, kind) {
        (Value::Number(number), "integer") => number.fract() == 0.0,
        (Value::Text(_) | Value::Number(_) | Value::Bool(_), "string")
        | (Value::Number(_), "number")
        | (Value::Bool(_), "boolean")
        | (Value::List(_), "array")
        | (Value::Map(_), "object")
        | (_, "any") => true,
        _ => false,
    }
}

fn spoken(kind: &str) -> &'static str {
    match kind {
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "a set of keys",
        _ => "a text",
    }
}

fn described(node: &Node) -> String {
    match &node.value {
        Value::Null => "empty".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(value) => format!("{value}"),
        Value::Text(text) if text.chars().count() <= 30 => format!("the text \"{text}\""),
        Value::Text(_) => "a text".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "a set of keys".to_owned(),
    }
}

fn cure(node: &Node, kind: &str) -> Option<String> {
    let help = match (&node.value, kind) {
        (Value::Null, "array") => "write `[]`, or the items on the next lines, each after `- `",
        (Value::Text(_) | Value::Number(_), "array") => {
            "put the text after `- `, or between `[` and `]`"
        }
        (Value::Null, "string") => "write the text after the colon",
        (Value::Map(_), "string") => "quote a text that holds `: `",
        (Value::List(_), "string") => "one text, without `- `",
        (Value::Text(_), "integer" | "number") => "write digits, without a sign such as %",
        (Value::Number(_), "integer") => "write it without a decimal point",
        _ => return None,
    };
    Some(help.to_owned())
}

fn quoted(name: &str) -> String {
    if name == "rubric" { "the rubric".to_owned() } else { format!("`{name}`") }
}

/// The id where there is one: "the point `dignity`".
fn owner(node: &Node, name: &str) -> String {
    match node.child("id").map(Node::text) {
        Some(id) if !id.is_empty() && name != "rubric" => format!("the {name} `{id}`"),
        _ => quoted(name),
    }
}

fn singular(name: &str) -> &str {
    match name {
        "criteria" => "criterion",
        "penalties" => "penalty",
        "misses" => "miss",
        _ => name.strip_suffix('s').unwrap_or(name),
    }
}

fn lowered(about: &str) -> String {
    let about = about.lines().next().unwrap_or_default().trim_end_matches('.');
    let mut letters = about.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
