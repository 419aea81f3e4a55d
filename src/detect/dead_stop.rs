//! Sentences that stop dead: "...some partners will leave the partnership as the".

use crate::detect::{Fault, Look};
use crate::document::{BlockKind, Scope};
use crate::text::Span;

/// Words that no sentence ends with.
const OPEN_WORDS: &[&str] = &[
    "a", "an", "the", "and", "or", "nor", "of", "because", "as", "than", "with", "their", "its",
    "his", "our", "your", "my", "which", "whose", "although", "while", "if", "from", "into",
    "between", "such", "every", "very", "is", "are", "was", "were", "when", "but", "that",
    "whether", "who",
];

/// A fault for each paragraph whose last sentence breaks off before it has said what it began.
pub(crate) fn dead_stops(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let mut faults = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let Some(last) = document.sentences[block.sentences.clone()].last() else { continue };
        let follows = document.blocks.get(at + 1).map(|it| it.kind);
        let introduces = matches!(
            follows,
            Some(
                BlockKind::ListItem
                    | BlockKind::BlockQuote
                    | BlockKind::TableCell
                    | BlockKind::Code
                    | BlockKind::Caption
            )
        );
        if block.kind != BlockKind::Paragraph || last.scope != Scope::Own || introduces {
            continue;
        }
        if let Some(word) = open_end(look.text(last.span)) {
            let span = Span::new(tail(look.text(last.span), last.span), last.span.end);
            let message = format!("the sentence breaks off after \"{word}\"");
            faults.push(look.fault(span, message, "how was it going to end?"));
        }
    }
    faults
}

/// The last word, where no sentence can end with it.
fn open_end(sentence: &str) -> Option<&str> {
    let word = sentence.rsplit(char::is_whitespace).next()?;
    (sentence.split_whitespace().count() > 3 && OPEN_WORDS.contains(&word)).then_some(word)
}

/// Where the last few words of the sentence begin.
fn tail(text: &str, span: Span) -> usize {
    let starts = text.rmatch_indices(' ').map(|(at, _)| span.start + at + 1);
    starts.take(SHOWN_WORDS).last().unwrap_or(span.start)
}

/// Words marked at the place where the sentence breaks off.
const SHOWN_WORDS: usize = 4;
