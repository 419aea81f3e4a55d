//! Characters and styles that a reader cannot see.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "hidden-text",
    severity: Severity::Error,
    what: "Zero-width characters, reversed writing order, and text styled white, tiny or invisible.",
    why: "What the marker cannot see must not be marked, and the tools that compare essays are misled by it.",
    example: "
Trust is slow. <span style=color:white>choice dignity empowerment</span>
               ^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Trust is slow, whatever the colour: white walls and a family\u{200d} joined.
",
    detect,
};

static STYLE: Pattern = Pattern::new(|| {
    pattern(
        r#"(?i)<[^>]*(?:color\s*[:=]\s*["']?(?:white|#fff(?:fff)?)\b|font-size\s*:\s*[01](?:px|pt|em)?\b|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0\b)[^>]*>"#,
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let source = look.essay.document.source().text();
    let mut faults = Vec::new();
    let unseen = unseen(source);
    if let Some(first) = unseen.first() {
        let message = format!("{} characters here cannot be seen", unseen.len());
        faults.push(fault(*first, message));
    }
    if let Some(found) = may_be_styled(source).then(|| STYLE.find(source)).flatten() {
        faults.push(fault(
            Span::new(found.start(), found.end()),
            "text is styled so that it cannot be seen".to_owned(),
        ));
    }
    faults
}

fn fault(at: Span, message: String) -> Fault {
    Fault { at, message, help: "take it out; copying from a web page can bring it in".to_owned() }
}

/// Does a tag stand anywhere, and a style by which something is hidden?
fn may_be_styled(source: &str) -> bool {
    let styles = ["color", "font-size", "display", "visibility", "opacity"];
    source.contains('<') && holds(&source.to_ascii_lowercase(), &styles)
}

/// The first byte of a character of several bytes is no less.
const FIRST_OF_MANY: u8 = 0xc0;

/// Joiners and breaks of no width inside words, and marks that reverse the writing order.
fn unseen(source: &str) -> Vec<Span> {
    if source.is_ascii() {
        return Vec::new();
    }
    let bytes = source.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let mut found = Vec::new();
    let first_bytes = bytes.iter().enumerate().filter(|(_, byte)| **byte >= FIRST_OF_MANY);
    for (at, _) in first_bytes {
        let Some(mark) = source[at..].chars().next() else { continue };
        let end = at + mark.len_utf8();
        let inside = at > 0 && letter(at - 1) && letter(end);
        let hidden = match mark {
            '\u{200b}' | '\u{2060}' | '\u{200c}' | '\u{200d}' => inside,
            '\u{feff}' => at > 0,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}' => true,
            _ => false,
        };
        if hidden {
            found.push(Span::new(at, end));
        }
    }
    found
}
