//! Laws that no longer stand, spoken of as if they did.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, laws};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "replaced-law",
    severity: Severity::Warning,
    what: "A law that was replaced and is spoken of in the present tense.",
    why: "Advice that rests on a law no longer in force would be wrong in practice.",
    example: "
The Disability Discrimination Act 1995 requires services to make adjustments.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
The Disability Discrimination Act 1995 required adjustments, and the Equality Act 2010 replaced it.
",
    detect,
};

/// What a law in force does.
pub(crate) static PRESENT: Pattern = Pattern::new(|| {
    pattern(
        r"^[^.;]{0,40}?\b(?:requires?|says|states|places|gives?|is|are|protects?|means|sets|ensures?|makes|allows|helps|promotes|must|has|have)\b",
    )
});
static PAST: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:was|were|replaced|repealed|superseded|former|formerly|previous|previously|until|before|since then|then|historic\w*|no longer|had|earlier|older|began|came after|now)\b",
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for act in look.essay.acts.iter().filter(|it| !it.short) {
        let Some(by) = laws::known(&act.name)
            .and_then(|it| it.replaced_by.or(old_version(&act.name, act.year)))
        else {
            continue;
        };
        if seen.contains(&act.name.as_str()) || !is_present(look, act.span) {
            continue;
        }
        seen.push(&act.name);
        let message = format!("{} was replaced by {by}", look.text(act.span));
        faults.push(look.fault(act.span, message, "what does the law in force say?"));
    }
    faults
}

/// Acts of one name, of which only the last stands.
fn old_version(name: &str, year: Option<u16>) -> Option<&'static str> {
    match (name, year) {
        ("Data Protection Act", Some(1984 | 1998)) => {
            Some("the Data Protection Act 2018 (since 25 May 2018)")
        }
        ("Mental Health Act", Some(1959)) => Some("the Mental Health Act 1983"),
        _ => None,
    }
}

/// Is the sentence around this span in the present tense, with the span as its subject?
pub(crate) fn is_present(look: &Look, span: Span) -> bool {
    let document = &look.essay.document;
    let Some(at) = document.sentence_at(span.start) else { return false };
    let sentence = document.sentences[at].span;
    let after = Span::new(span.end.min(sentence.end), sentence.end);
    PRESENT.is_match(look.text(after)) && !PAST.is_match(look.text(sentence))
}
