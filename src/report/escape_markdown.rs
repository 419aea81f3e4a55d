//! Text as Markdown that shows it and does nothing else.

use crate::report::inert;

/// Words of the essay between quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    format!("“{}”", escaped(text))
}

/// A message of the program, whose words between backticks are the essay's.
pub(crate) fn told(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return escaped(text);
    }
    let quotes = |(at, piece): (usize, &&str)| {
        if at % 2 == 0 { (*piece).to_owned() } else { format!("“{piece}”") }
    };
    escaped(&pieces.iter().enumerate().map(quotes).collect::<String>())
}

/// No markup, tag, link, mention, reference or table cell comes of it.
pub(crate) fn escaped(text: &str) -> String {
    let text = inert(text);
    let mut shown = String::with_capacity(text.len() + 8);
    let mut rest = text.trim().chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        match c {
            '@' => shown.push_str("@\u{200b}"),
            '#' => shown.push_str("\\#\u{200b}"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '&' => shown.push_str("&amp;"),
            c if is_markup(c, before, rest.peek(), shown.is_empty()) => {
                shown.push('\\');
                shown.push(c);
            }
            c => shown.push(c),
        }
        before = c;
    }
    shown
}

/// Would this character begin or end markup here? Addresses become links by themselves at `://`, `www.` and `mailto:`.
fn is_markup(c: char, before: char, next: Option<&char>, first: bool) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '!' | '|' | '~' | '$' => true,
        ':' => before.is_alphanumeric() && next.is_some_and(|next| !next.is_whitespace()),
        '.' => before == 'w' || before.is_ascii_digit(),
        '-' | '+' | '=' => first,
        _ => false,
    }
}

#[test]
fn markup_is_shown() {
    let hostile = "<b> [x](javascript:y) | @me #1";
    assert_eq!(escaped(hostile), "&lt;b&gt; \\[x\\](javascript\\:y) \\| @\u{200b}me \\#\u{200b}1");
    assert_eq!(escaped("- see: www.x.org\n1. two"), "\\- see: www\\.x.org 1\\. two");
    assert_eq!(told("`a*b` is cited"), "“a\\*b” is cited");
}
