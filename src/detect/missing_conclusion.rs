//! An essay that ends without a conclusion.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::document::{BlockKind, Role};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "missing-conclusion",
    severity: Severity::Warning,
    what: "An essay that breaks off with one more point and draws no conclusion.",
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
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
";

/// The last paragraph is one more item of a list of points.
static ONE_MORE: Pattern = Pattern::new(|| {
    pattern(
        r"^(?:\S+ ?[-–:] ?)?(?:[Aa]nother\b|The (?:second|third|fourth|fifth|next|other|final|last) (?:key |main |important )?\p{Ll}+ |Second(?:ly)?,|Third(?:ly)?,|Also,|In addition|Additionally,|Furthermore,|Moreover,)",
    )
});
static CONCLUDES: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:conclu\w+|overall|in (?:summary|sum|short|the end)|to sum(?:marise| up)|summing up|taken together|this (?:essay|assignment|report|paper) has|on balance|finally|ultimately|recommend\w*)\b",
    )
});

/// An essay with fewer words is a part of one.
const SHORTEST_ESSAY: usize = 120;
fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let concluded = document.sections.iter().any(|it| it.role == Role::Conclusion);
    if concluded {
        return Vec::new();
    }
    let own: Vec<_> = look
        .own_blocks()
        .filter(|(at, _)| document.blocks[*at].kind == BlockKind::Paragraph)
        .collect();
    let words: usize = own.iter().map(|(_, span)| look.text(*span).split(' ').count()).sum();
    let ends =
        |span: Span| !ONE_MORE.is_match(look.text(span)) || CONCLUDES.is_match(look.text(span));
    if words < SHORTEST_ESSAY || own.last().is_none_or(|(_, span)| ends(*span)) {
        return Vec::new();
    }
    let Some((_, last)) = own.last() else { return Vec::new() };
    vec![look.fault(
        *last,
        "the essay stops here without a conclusion",
        "what does the argument add up to, and for whom?",
    )]
}
