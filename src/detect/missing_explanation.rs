//! "As explained below", and nothing follows.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "missing-explanation",
    severity: Severity::Warning,
    what: "An explanation promised below, in a paragraph that nothing follows.",
    why: "The reader waits for what was promised.",
    example: "
Each of these partnerships is unique, as explained below.
                                      ^^^^^^^^^^^^^^^^^^

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    near_miss: "
Each of these partnerships is unique, as explained below.

Partnership between bodies needs shared goals.
",
    detect,
};

static BELOW: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:as )?(?:explained|discussed|described|shown|set out|outlined|listed|detailed) (?:below|later|in the next section|in the following (?:section|paragraph))\b",
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let Some((_, last)) = look.own_blocks().last() else { return Vec::new() };
    if !holds(look.lower(last), &["below", "later", "in the next section", "in the following "]) {
        return Vec::new();
    }
    let text = look.text(last);
    let Some(found) = BELOW.find_iter(text).last() else { return Vec::new() };
    let rest = text[found.end()..].split_whitespace().count();
    let span = Span::new(found.start(), found.end()).shifted(last.start);
    if rest > AFTER {
        Vec::new()
    } else {
        vec![look.fault(span, "nothing follows that explains it", "where is it explained?")]
    }
}

/// Words after the promise that can hold what it promised.
const AFTER: usize = 25;
