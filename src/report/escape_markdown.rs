//! Text as Markdown that shows it and does nothing else.

use crate::report::inert;

/// Words of the essay between quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    format!("“{}”", escaped(text))
}

/// No markup, tag, link, mention, reference or table cell comes of it.
pub(crate) fn escaped(text: &str) -> String {
    let text = inert(text);
    let mut shown = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for c in text.trim().chars() {
        match c {
            '@' => shown.push_str("@\u{200b}"),
            '#' => shown.push_str("\\#\u{200b}"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '&' => shown.push_str("&amp;"),
            ':' if before.is_alphanumeric() => shown.push_str("\\:"),
            '.' if before == 'w' || before.is_ascii_digit() => shown.push_str("\\."),
            '-' | '+' | '=' if shown.is_empty() => {
                shown.push('\\');
                shown.push(c);
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '!' | '|' | '~' | '$' => {
                shown.push('\\');
                shown.push(c);
            }
            c => shown.push(c),
        }
        before = c;
    }
    shown
}

#[test]
fn markup_is_shown() {
    assert_eq!(
        escaped("<b> [x](javascript:y) | @me #1"),
        "&lt;b&gt; \\[x\\]\\(javascript\\:y\\) \\| @\u{200b}me \\#\u{200b}1"
    );
    assert_eq!(escaped("- see www.x.org\n1. two"), "\\- see www\\.x.org 1\\. two");
}
