//! Long paragraphs that rest on one work.

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "one-source-paragraph",
    severity: Severity::Note,
    what: "A paragraph that cites one work four times or more, and no other.",
    why: "It reads as a summary of that work; a second voice turns summary into argument.",
    example: "
Goals matter (Harris, 2015). Trust matters (Harris, 2015). Time matters (Harris, 2015). Money matters (Harris, 2015).
             ^^^^^^^^^^^^^^
",
    near_miss: "
Goals matter (Harris, 2015). Trust matters (Harris, 2015). Time matters (Harris, 2015). Money matters more (Petch, 2013).
",
    detect,
};

/// Citations of one work that make a paragraph its summary.
const TOO_MANY: usize = 4;

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, block) in look.own_blocks() {
        let cited = look.essay.citations_within(block);
        let Some(first) = cited.first().filter(|_| cited.len() >= TOO_MANY) else { continue };
        if cited.iter().all(|it| it.authors == first.authors && it.year == first.year) {
            let message =
                format!("the paragraph cites `{first}` {} times and nothing else", cited.len());
            faults.push(look.fault(first.span, message, "who agrees, and who does not?"));
        }
    }
    faults
}
