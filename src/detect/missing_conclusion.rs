//! An essay that ends without a conclusion.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::document::{BlockKind, Role};

pub(crate) const DETECTOR: Detector = Detector {
    id: "missing-conclusion",
    severity: Severity::Warning,
    what: "An essay whose last paragraphs neither stand under a conclusion's heading nor draw one.",
    why: "Without a conclusion the reader is left to work out what the evidence added up to.",
    example: EXAMPLE,
    near_miss: "
In conclusion, trust is slow.
",
    detect,
};

const EXAMPLE: &str = "
# Partnership

This essay weighs how two services work together, and it takes a care home and a hospital as its case throughout.

The first key element is trust between partners, which takes years to build and days to lose, as staff at the home found. Managers met each week and agreed who would do what by when, and they kept a list. The list was shared with the ward, which added to it. Nurses on the ward rang the home before each discharge and asked what would help.

The second key element is a shared goal, which the home and the hospital wrote down together and read aloud at each meeting, with residents in the room and their families beside them.

The third key element is independence, since the home is a charity and the hospital is a public body with its own rules, budgets and staff, and neither may tell the other what to do.
";

static CONCLUDES: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:I|my|me|we|should|would|therefore|it follows|worth|lesson|learn\w*|better|future|conclu\w+|overall|in (?:summary|sum|short|the end)|to sum(?:marise| up)|summing up|taken together|this (?:essay|assignment|report|paper) has|on balance|i (?:have )?(?:argued?|shown)|i (?:would )?recommend|my (?:own )?(?:judgement|view|argument|answer)|the (?:answer|lesson|evidence|case|argument)\b|finally|ultimately|all in all|as this essay)",
    )
});

/// A heading of an essay's last part.
static CLOSES: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:where|what (?:i|it|this)|end|ended|leaves|judg\w+|recommend\w*|change|close|closing|last|learn\w*|so what)\b",
    )
});

/// An essay with fewer words is a part of one.
const SHORTEST_ESSAY: usize = 120;
/// How many of the last paragraphs may hold the conclusion.
const LAST_PARAGRAPHS: usize = 2;

fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let concluded = document.sections.iter().any(|it| it.role == Role::Conclusion);
    let own: Vec<_> = look
        .own_blocks()
        .filter(|(at, _)| document.blocks[*at].kind == BlockKind::Paragraph)
        .collect();
    let words: usize = own.iter().map(|(_, span)| look.text(*span).split(' ').count()).sum();
    let closing = own.iter().rev().take(LAST_PARAGRAPHS);
    let ends_apart = document
        .sections
        .iter()
        .rev()
        .find(|it| it.role == Role::Body || it.role == Role::Conclusion);
    let ends_apart =
        ends_apart.and_then(|it| it.heading).is_some_and(|it| CLOSES.is_match(look.text(it)));
    if concluded
        || ends_apart
        || words < SHORTEST_ESSAY
        || closing.clone().any(|(_, span)| CONCLUDES.is_match(look.text(*span)))
    {
        return Vec::new();
    }
    let Some((_, last)) = own.last() else { return Vec::new() };
    vec![look.fault(
        *last,
        "the essay stops here without a conclusion",
        "what does the argument add up to, and for whom?",
    )]
}
