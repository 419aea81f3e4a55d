//! Words of the assignment brief or of a template that were left in the essay.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "leftover-brief",
    severity: Severity::Warning,
    what: "Instructions of the brief, or of a template, that still stand in the essay.",
    why: "They are not the student's words, they cost words, and they show that nobody read it through.",
    example: "
Trust is slow. You should write approximately 500 words for this section.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
The form says that you should write to the council. Staff must explain each choice to the resident.
",
    detect,
};

static BRIEF: Pattern = Pattern::new(|| {
    pattern(
        r"\b[Yy]ou (?:should|must|are required to|need to) (?:write|submit|discuss|include|use|refer to|evaluate) (?:approximately|at least|about|around|no more than|your|a reference list|harvard|evidence|relevant|\d)|\b(?:\d+ marks\b|[Ll]earners? (?:should|must|will be able to) |[Ss]tudents? (?:should|must) (?:submit|refer)|[Cc]lick (?:here|or tap) to (?:enter|add)|[Tt]ype your text here|[Dd]elete (?:this|as appropriate)|[Yy]our name here|[Aa]ssessment criteria? (?:covered|met):)|\b[Tt]o achieve (?:this|the) (?:criterion|merit|distinction|pass)",
    )
});

/// Without one of these no block holds a [`BRIEF`].
const MARKS: &[&str] = &[
    "you should ",
    "you must ",
    "you are required ",
    "you need to ",
    "marks",
    "learner",
    "student should ",
    "students should ",
    "student must ",
    "students must ",
    "click ",
    "type your text",
    "delete ",
    "your name here",
    "assessment criteri",
    "to achieve th",
];

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    for block in look.own_blocks_with(MARKS) {
        let found = BRIEF
            .find(look.text(block))
            .map(|it| Span::new(it.start(), it.end()).shifted(block.start));
        if let Some(span) = found.filter(|it| !look.is_quoted(*it)) {
            faults.push(look.fault(
                span,
                "an instruction of the brief was left in the text",
                "take it out",
            ));
        }
    }
    faults
}
