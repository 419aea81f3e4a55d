//! An essay that cites nothing at all.

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "nothing-cited",
    severity: Severity::Warning,
    what: "An essay of some length without a single citation in its text.",
    why: "Without sources every claim is opinion, however true it may be.",
    example: "
Trust between services takes years to build and days to lose, as the managers of both homes have found, and as their staff have told them. Meetings help when somebody acts on what was said, and harm when nobody does. Records that only one service can open are worth little to the other, and so the nurse rings the home, and the home rings the nurse, and the resident waits in her room with the door open. When the two services shared one record for a month, the calls stopped, the waits shortened, and the manager began to answer the telephone with a smile in her voice. Nobody could say why it was not kept on when the month had ended, and nobody asked the residents what they had made of it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Trust takes years to build (Harris, 2015).

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    detect,
};

/// A text with fewer words is a note.
const SHORTEST_ESSAY: usize = 100;

fn detect(look: &Look) -> Vec<Fault> {
    let essay = look.essay;
    if !essay.citations.is_empty() {
        return Vec::new();
    }
    let words: usize = look.own_blocks().map(|(_, span)| look.text(span).split(' ').count()).sum();
    let keyed = essay.document.prose().contains("[@");
    if words < SHORTEST_ESSAY || keyed {
        return Vec::new();
    }
    let Some((_, first)) = look.own_sentences().next() else { return Vec::new() };
    vec![look.fault(
        first,
        "no citation with a year stands anywhere in the essay",
        "which books, articles or reports stand behind your claims?",
    )]
}
