//! Paragraphs and sentences that are too long to follow.

use crate::detect::{Detector, Fault, Look, Severity};
use crate::document::Scope;
use crate::text::Span;

pub(crate) const PARAGRAPH: Detector = Detector {
    id: "long-paragraph",
    severity: Severity::Note,
    what: "A paragraph of more than 400 words.",
    why: "A paragraph makes one point; in one so long the reader loses it.",
    example: LONG_PARAGRAPH,
    near_miss: "
Trust is slow.
",
    detect: paragraphs,
};

pub(crate) const SENTENCE: Detector = Detector {
    id: "long-sentence",
    severity: Severity::Note,
    what: "A sentence of more than 70 words.",
    why: "By its end the reader has forgotten how it began.",
    example: LONG_SENTENCE,
    near_miss: "
Trust is slow.
",
    detect: sentences,
};

/// Twice the 200 words that guides to academic writing give as the upper end of the usual.
const LONGEST_PARAGRAPH: usize = 400;
/// Nearly three times the 25 words that plain-English guides advise.
const LONGEST_SENTENCE: usize = 70;

/// Can a text with so few spaces run to more words?
fn may_run(look: &Look, span: Span, words: usize) -> bool {
    let may_be_space = |byte: &u8| *byte <= b' ' || !byte.is_ascii();
    span.end - span.start > 2 * words
        && look.text(span).bytes().filter(may_be_space).count() >= words
}

fn paragraphs(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, span) in look.own_blocks().filter(|it| may_run(look, it.1, LONGEST_PARAGRAPH)) {
        let words = look.text(span).split_whitespace().count();
        if words > LONGEST_PARAGRAPH {
            let first = look
                .essay
                .document
                .sentence_at(span.start)
                .map_or(span, |at| look.essay.document.sentences[at].span);
            faults.push(look.fault(
                first,
                format!("the paragraph runs to {words} words"),
                "where does its second point begin?",
            ));
        }
    }
    faults
}

fn sentences(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let mut long: Vec<(Span, usize)> = Vec::new();
    for (at, span) in look.own_sentences().filter(|it| may_run(look, it.1, LONGEST_SENTENCE)) {
        let words = look.text(span).split_whitespace().count();
        let listed = look.text(span).contains(';');
        if words > LONGEST_SENTENCE && !listed && document.sentences[at].scope == Scope::Own {
            long.push((span, words));
        }
    }
    let Some((first, words)) = long.first() else { return Vec::new() };
    let others = if long.len() > 1 {
        format!(", and {} others are as long", long.len() - 1)
    } else {
        String::new()
    };
    vec![look.fault(
        *first,
        format!("the sentence runs to {words} words{others}"),
        "what are the two or three things that it says?",
    )]
}

const LONG_SENTENCE: &str = "
Trust between services takes years to build and days to lose as the managers of both homes have found and as their staff have told them and as the residents could have said at any time if anybody had thought of asking them what they had seen in all those years of waiting in the hall for a nurse who did not come because nobody had told her that she was expected at the home that day.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
";

const LONG_PARAGRAPH: &str = include_str!("long_paragraph.txt");
