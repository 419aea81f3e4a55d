//! An essay much of which is other people's words.

use crate::detect::{Detector, Fault, Look, Severity};
use crate::document::Scope;

pub(crate) const DETECTOR: Detector = Detector {
    id: "quotation-heavy",
    severity: Severity::Warning,
    what: "More than a fifth of the running text stands in quotation marks or block quotes.",
    why: "A marker marks what the student makes of the sources; quoted words earn nothing by themselves.",
    example: "
> Partnership is a way of working together in which power, risk and reward are shared by all who take part in it.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

This is true and it matters to staff in both of the homes that I know.
",
    near_miss: "
Partnership is \"a way of working\". This is true and it matters to staff in both of the homes that I know, and to their residents most of all.
",
    detect,
};

/// Guides to academic writing put the upper end at ten percent or so; twice that is beyond dispute.
const MOST_PERCENT: usize = 20;

fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let (mut all, mut quoted) = (0, 0);
    let mut first = None;
    for sentence in
        document.sentences.iter().filter(|it| it.scope.is_own() || it.scope == Scope::Quotation)
    {
        let words = &document.words[sentence.words.clone()];
        let here = if sentence.scope == Scope::Quotation {
            words.len()
        } else {
            words.iter().filter(|it| it.quoted).count()
        };
        if here > 0 && first.is_none() {
            first = Some(sentence.span);
        }
        all += words.len();
        quoted += here;
    }
    let percent = quoted * 100 / all.max(1);
    let Some(first) = first.filter(|_| percent > MOST_PERCENT) else { return Vec::new() };
    let message = format!("{percent}% of the text is quoted");
    vec![look.fault(first, message, "what do you make of these passages, in your own words?")]
}
