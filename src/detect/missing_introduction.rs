//! An essay that begins in the middle.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::document::Role;

pub(crate) const DETECTOR: Detector = Detector {
    id: "missing-introduction",
    severity: Severity::Note,
    what: "An essay whose first heading is already one of its topics, with no opening words before it.",
    why: "The reader needs to know the question, the case and the line of argument first.",
    example: "
## Strategies
   ^^^^^^^^^^

The first strategy is a weekly meeting.

## Outcomes

The first outcome is trust.

## Conclusion

In conclusion, both helped.
",
    near_miss: "
## Introduction

This essay weighs a weekly meeting.

## Outcomes

The first outcome is trust.

## Conclusion

In conclusion, both helped.
",
    detect,
};

static OPENS: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:this (?:essay|assignment|report|paper|study)|i (?:will|shall|argue|have chosen)|is defined|defined as|definition|refers to|means|introduc\w+|background|context|aims?)\b",
    )
});
static TOPIC: Pattern = Pattern::new(|| {
    pattern(r"(?i)\b(?:strateg\w+|outcomes?|barriers?|models?|legislation|LO ?[23])\b")
});

fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let Some((at, first)) = look.own_blocks().next() else { return Vec::new() };
    let section = &document.sections[document.blocks[at].section];
    let Some(heading) =
        section.heading.filter(|it| section.role == Role::Body && TOPIC.is_match(look.text(*it)))
    else {
        return Vec::new();
    };
    let introduced = document.sections.iter().any(|it| it.role == Role::Introduction)
        || OPENS.is_match(look.text(first));
    let concluded = document.sections.iter().any(|it| it.role == Role::Conclusion);
    if introduced || !concluded {
        return Vec::new();
    }
    vec![look.fault(
        heading,
        "the essay begins without an introduction",
        "what is the question, and what will you argue?",
    )]
}
