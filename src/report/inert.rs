//! Text of the essay made harmless for a terminal or a log.

use std::borrow::Cow;

/// The text without control characters, bidirectional overrides and invisible marks: each shows as `�`; line breaks and tabs
/// become spaces.
pub fn inert(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_active(c) || c.is_control()) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|c| match c {
        '\n' | '\r' | '\t' => ' ',
        c if c.is_control() || is_active(c) => '\u{fffd}',
        c => c,
    });
    Cow::Owned(shown.collect())
}

/// Characters that change how others are shown, or that are not seen.
fn is_active(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn escapes_and_overrides_are_shown_not_obeyed() {
    assert_eq!(inert("plain – naïve"), "plain – naïve");
    assert_eq!(inert("a\u{1b}[31mred\u{202e}x\nb"), "a\u{fffd}[31mred\u{fffd}x b");
}
