//! How long the essay is, against its target and against what it says of itself.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::document::BlockKind;
use crate::rubric::Words;
use crate::text::Span;

pub(crate) const OVER: Detector = Detector {
    id: "over-target",
    severity: Severity::Warning,
    what: "More words than the target and its tolerance allow.",
    why: "Many markers stop reading at the limit, or take marks off for what lies beyond it.",
    example: "
Trust between services takes years to build and days to lose, as the managers of both homes have found, and as their staff have told them.
                                                                                                                     ^^^^^
",
    near_miss: "
Trust between services takes years to build and days to lose, as the managers of both homes have found out.
",
    detect: over,
};

pub(crate) const UNDER: Detector = Detector {
    id: "under-target",
    severity: Severity::Warning,
    what: "Fewer words than the target and its tolerance ask for.",
    why: "An essay far below its length rarely has room for evidence and for the other side.",
    example: "
Trust takes years to build and days to lose.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Trust between services takes years to build and days to lose, as the managers of both homes have found out.
",
    detect: under,
};

pub(crate) const DECLARED: Detector = Detector {
    id: "declared-count-differs",
    severity: Severity::Warning,
    what: "A declared word count that is more than a tenth away from the words counted.",
    why: "Awarding bodies ask for the count to be stated; a wrong one can be read as an attempt to mislead.",
    example: "
Trust takes years to build and days to lose.

Word count: 1,500
^^^^^^^^^^^^^^^^^
",
    near_miss: "
Trust takes years to build and days to lose.

Word count: 12
",
    detect: declared,
};

fn over(look: &Look) -> Vec<Fault> {
    let Some(length) = &look.conventions.length else { return Vec::new() };
    let (counted, target) = (counted(look), length.target);
    let (_, most) = length.bounds();
    if counted <= target || !length.is_off(counted) {
        return Vec::new();
    }
    let limit = if counted > most { most } else { target };
    let help = format!("marking may stop here, after {limit} words: what can go?");
    vec![look.fault(word_at(look, limit), message(length, counted), help)]
}

fn under(look: &Look) -> Vec<Fault> {
    let Some(length) = &look.conventions.length else { return Vec::new() };
    let counted = counted(look);
    let Some((_, first)) = look.own_sentences().next() else { return Vec::new() };
    if counted >= length.target || !length.is_off(counted) {
        return Vec::new();
    }
    vec![look.fault(
        first,
        message(length, counted),
        "which claim lacks its evidence, its reason or its other side?",
    )]
}

fn message(length: &Words, counted: usize) -> String {
    let cost = match length.penalty(counted) {
        0 => String::new(),
        1 => ", which costs 1 mark".to_owned(),
        marks => format!(", which costs {marks} marks"),
    };
    format!("{counted} words are counted where {} are asked for{cost}", length.target)
}

static STATED: Pattern = Pattern::new(|| {
    pattern(r"(?i)\bword ?count\s*(?:is|of)?\s*[:=–-]?\s*\(?(\d{1,3}(?:,\d{3})|\d{2,6})\b")
});

/// A declared count this far off, in percent, is wrong whatever was counted.
const DECLARED_TOLERANCE: usize = 10;

fn declared(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    if !holds(document.prose(), &["ord count", "ord Count", "ORD COUNT", "ordcount"]) {
        return Vec::new();
    }
    let count = document.word_count;
    let text = count.body + count.quotations;
    let possible =
        [counted(look), text, count.body, count.total(), count.total() - count.references];
    for block in document.blocks.iter().filter(|it| it.kind != BlockKind::Reference) {
        let Some(found) = STATED.captures(look.text(block.span)) else { continue };
        let (Some(whole), Ok(stated)) = (found.get(0), found[1].replace(',', "").parse::<usize>())
        else {
            continue;
        };
        let near = |counted: &usize| {
            counted.abs_diff(stated) * 100 <= stated * DECLARED_TOLERANCE
                || counted.abs_diff(stated) < 20
        };
        if !possible.iter().any(near) {
            let span = Span::new(whole.start(), whole.end()).shifted(block.span.start);
            let message = format!("{stated} words are declared and {} are counted", possible[0]);
            return vec![look.fault(span, message, "count again, and say what you counted")];
        }
    }
    Vec::new()
}

fn counted(look: &Look) -> usize {
    look.conventions.words.counted(&look.essay.document.word_count)
}

/// The word of the running text after so many others.
fn word_at(look: &Look, count: usize) -> Span {
    let document = &look.essay.document;
    let own = document.sentences.iter().filter(|it| it.scope.is_own());
    let mut words = own.flat_map(|it| it.words.clone());
    words.nth(count).map_or(Span::new(0, 0), |at| document.words[at].span)
}
