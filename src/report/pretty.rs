//! JSON for people and programs: indented, and inert also when it is printed.

use std::fmt::Write as _;

use serde::Serialize;

use crate::report::inert::is_active;

/// Indented JSON with a line break at its end; what could steer a terminal stands as `\uXXXX`, which reads as the same text.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let text =
        serde_json::to_string_pretty(value).expect("strings, numbers and lists always serialise");
    inert_json(&text)
}

/// The same on one line.
pub(crate) fn line(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).expect("strings, numbers and lists always serialise");
    inert_json(&text)
}

fn inert_json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if c != '\n' && (c.is_control() || is_active(c)) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(c);
        }
    }
    shown.push('\n');
    shown
}

#[test]
fn overrides_are_escaped_and_read_the_same() {
    let text = pretty(&["a\u{202e}b\u{9b}\u{1b}\u{e0041}é"]);
    assert_eq!(text, "[\n  \"a\\u202eb\\u009b\\u001b\\udb40\\udc41é\"\n]\n");
    let back: Vec<String> = serde_json::from_str(&text).expect("is JSON");
    assert_eq!(back, ["a\u{202e}b\u{9b}\u{1b}\u{e0041}é"]);
}
