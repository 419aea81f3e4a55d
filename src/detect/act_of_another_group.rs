//! Acts put to work on people whom they do not cover.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "act-of-another-group",
    severity: Severity::Note,
    what: "An Act about adults that is said to protect children, or the other way round.",
    why: "A marker reads from it that the Act was named and not read.",
    example: "
The Care Act 2014 says that children must be kept safe.
    ^^^^^^^^^^^^^
",
    near_miss: "
The Care Act 2014 says that young carers and children about to turn 18 may ask for an assessment. Under the Children Act 1989 children must be kept safe; the Care Act 2014 covers adults, and children have an Act of their own.
",
    detect,
};

/// An Act about adults, and what follows it where it is taken for one about children.
static OF_ADULTS: Pattern = Pattern::new(|| {
    pattern(
        r"^(?:,? (?:also|which|that|clearly))? (?:says?|states?|requires?|means?|protects?|safeguards?|ensures?|makes? sure|is there to protect|was (?:made|passed|brought in) to protect|is about)(?: that)?(?: all| the| vulnerable| every)? (?:children|child|babies|pupils)\b",
    )
});
/// An Act about children, and what follows it where it is taken for one about adults.
static OF_CHILDREN: Pattern = Pattern::new(|| {
    pattern(
        r"^(?:,? (?:also|which|that|clearly))? (?:says?|states?|requires?|means?|protects?|safeguards?|ensures?|makes? sure|is there to protect|was (?:made|passed|brought in) to protect|is about)(?: that)?(?: all| the| every)? (?:vulnerable adults|adults at risk|older people|the elderly|elderly people|residents|people with dementia)\b",
    )
});
/// Where the two laws meet, children stand in the Act about adults.
static MEETING: Pattern = Pattern::new(|| {
    pattern(r"(?i)\btransition|\bcarers?\b|\beighteen|\b18\b|\badulthood|\bcontact with\b")
});

fn detect(look: &Look) -> Vec<Fault> {
    for (_, sentence) in look.own_sentences() {
        for act in look.essay.acts_within(sentence) {
            let rest = look.text(Span::new(act.span.end, sentence.end.max(act.span.end)));
            let (taken, about) = match act.name.as_str() {
                "Care Act" | "Adult Support and Protection (Scotland) Act" => {
                    (&OF_ADULTS, "adults")
                }
                "Children Act" | "Children (Scotland) Act" => (&OF_CHILDREN, "children"),
                _ => continue,
            };
            let people = [
                "child",
                "babies",
                "pupils",
                "adults",
                "older",
                "elderly",
                "residents",
                "dementia",
            ];
            if holds(rest, &people) && taken.is_match(rest) && !MEETING.is_match(rest) {
                let name = look.text(act.span);
                let message = format!("the {name} is about {about}");
                return vec![look.fault(
                    act.span,
                    message,
                    "which Act covers the people meant here?",
                )];
            }
        }
    }
    Vec::new()
}
