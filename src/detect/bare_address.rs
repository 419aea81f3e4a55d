//! Entries of the reference list that are a web address and nothing else.

use crate::detect::{Detector, Fault, Look, Severity, entries};

pub(crate) const DETECTOR: Detector = Detector {
    id: "entry-is-bare-address",
    severity: Severity::Warning,
    what: "An entry that is only a web address, or only \"X website\".",
    why: "Pages move; author, year and title find them again, an address alone does not.",
    example: "
It is a common view (NHS, 2020).

## References

www.nhs.uk
^^^^^^^^^^
",
    near_miss: "
It is a common view (NHS, 2020).

## References

NHS (2020) *Dementia guide*. Available at: https://www.nhs.uk (Accessed: 3 May 2024).
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let bare: Vec<_> =
        look.essay.works.iter().filter(|it| entries::is_bare_address(look, it)).collect();
    let Some(first) = bare.first() else { return Vec::new() };
    let shown: Vec<String> = bare.iter().map(|it| format!("`{}`", look.text(it.span))).collect();
    let message = format!("{} is listed as a bare address, undated", shown.join(", "));
    vec![look.fault(first.span, message, "who wrote the page, when, and what is it called?")]
}
