//! Text of essays, rubrics and findings as parts of a page.

use maud::{Markup, html};

use crate::report::inert;

/// A message, whose words between backticks are the essay's.
pub(super) fn told(text: &str) -> Markup {
    let text = inert(text);
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return html! { (text) };
    }
    html! {
        @for (at, piece) in pieces.iter().enumerate() {
            @if at % 2 == 0 { (piece) } @else { q { (piece) } }
        }
    }
}

/// The first letter as a capital, and a full stop where the text has no end.
pub(super) fn as_sentence(text: &str) -> String {
    let text = inert(text);
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    let stop = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}
