//! JSON for people and programs: indented, and inert also when it is printed.

use std::fmt::Write as _;

use serde::Serialize;

use crate::report::inert::is_active;
use crate::text::rare;

/// Indented JSON with a line break at its end; what could steer a terminal stands as `\uXXXX`, which reads as the same text.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let text =
        serde_json::to_string_pretty(value).expect("strings, numbers and lists always serialise");
    inert_json(text)
}

/// The same on one line.
pub(crate) fn line(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).expect("strings, numbers and lists always serialise");
    inert_json(text)
}

fn inert_json(mut text: String) -> String {
    let mut shown = String::new();
    let mut from = 0;
    for at in rare(text.as_bytes(), may_steer) {
        let Some(c) = text[at..].chars().next() else { continue };
        if c != '\n' && (c.is_control() || is_active(c)) {
            shown.push_str(&text[from..at]);
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
            from = at + c.len_utf8();
        }
    }
    text.push('\n');
    if from == 0 {
        return text;
    }
    shown.push_str(&text[from..]);
    shown
}

/// Can this byte begin a character that steers a terminal? Nearly all bytes cannot, and are copied in one go.
fn may_steer(byte: u8) -> bool {
    byte < b' ' && byte != b'\n' || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef | 0xf3)
}

#[test]
fn overrides_are_escaped_and_read_the_same() {
    let text = pretty(&["a\u{202e}b\u{9b}\u{1b}\u{e0041}é"]);
    assert_eq!(text, "[\n  \"a\\u202eb\\u009b\\u001b\\udb40\\udc41é\"\n]\n");
    let back: Vec<String> = serde_json::from_str(&text).expect("is JSON");
    assert_eq!(back, ["a\u{202e}b\u{9b}\u{1b}\u{e0041}é"]);
}
