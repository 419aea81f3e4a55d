//! Sources that no marker accepts as evidence. The names stand in `weak_sources.txt`.

use crate::detect::names::List;
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "weak-source",
    severity: Severity::Warning,
    what: "An encyclopaedia, essay mill, search engine, forum or language model used as a source.",
    why: "Such pages have no named, checked author; the claim is only as good as the work they took it from.",
    example: "
Partnership is a joint business (Google, 2023).

## References

Google (2023) Definition of partnership.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Staff found the page with a search engine and printed it. Referrals are made on Google Meet.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults = Vec::new();
    if look.named(List::WeakSources).is_empty() {
        return faults;
    }
    for work in &look.essay.works {
        if let Some(kind) = kind(&look.text(work.span).to_lowercase()) {
            faults.push(fault(look, work.span, kind));
        }
    }
    for citation in &look.essay.citations {
        let name = citation.authors.first().map(|it| it.to_lowercase()).unwrap_or_default();
        if faults.is_empty()
            && let Some(kind) = kind(&name)
        {
            faults.push(fault(look, citation.span, kind));
        }
    }
    faults
}

fn fault(look: &Look, span: Span, (name, kind): (&str, &str)) -> Fault {
    look.fault(
        span,
        format!("{name} is {kind}"),
        "who said it first, in what book, article or report?",
    )
}

fn kind(text: &str) -> Option<(&'static str, &'static str)> {
    let mut kinds = List::WeakSources.lines().filter_map(|it| it.split_once(" | "));
    kinds.find(|(name, _)| {
        text.match_indices(name).any(|(at, _)| {
            let before = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let after = text[at + name.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            before
                && after
                && !text[at..].starts_with("google scholar")
                && !text[at..].starts_with("google books")
        })
    })
}
