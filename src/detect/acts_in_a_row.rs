//! Acts named in a row and never again.

use crate::detect::{Detector, Fault, Look, Severity, law_entry};
use crate::language::ActMention;
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "acts-in-a-row",
    severity: Severity::Note,
    what: "Four Acts or more in one sentence, most of which the essay never speaks of again.",
    why: "A row of names shows that the laws were heard of; one of them, with the duty it lays down and what that changed, shows that it was read.",
    example: "
The Care Act 2014, the Equality Act 2010, the Human Rights Act 1998 and the Data Protection Act 2018 are all relevant.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
The Care Act 2014, the Equality Act 2010, the Human Rights Act 1998 and the Mental Capacity Act 2005 meet here. The Care Act gave her an advocate. The Equality Act gave her the interpreter. The Mental Capacity Act gave her time.
",
    detect,
};

/// Fewer Acts in a sentence are an argument's business.
const A_ROW: usize = 4;

fn detect(look: &Look) -> Vec<Fault> {
    for (_, sentence) in look.own_sentences() {
        let row: Vec<&ActMention> =
            look.essay.acts_within(sentence).iter().filter(|it| !it.short).collect();
        let again = row.iter().filter(|it| is_named_elsewhere(look, it)).count();
        let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
        if row.len() < A_ROW || again * 2 > row.len() {
            continue;
        }
        let listed = row.iter().any(|it| law_entry::is_listed(look, &it.name, it.year));
        let unlisted =
            if listed || look.essay.works.is_empty() { "" } else { "; none of them is listed" };
        let message = format!("{} Acts are named in a row{unlisted}", row.len());
        let help = "which one of them matters here, and what does it require?";
        return vec![look.fault(Span::new(first.span.start, last.span.end), message, help)];
    }
    Vec::new()
}

fn is_named_elsewhere(look: &Look, act: &ActMention) -> bool {
    let others = look.essay.acts.iter().filter(|it| it.span != act.span && !it.short);
    let mut others = others.filter(|it| it.year.is_none() || it.year == act.year);
    others.any(|it| it.name == act.name)
}
