//! An essay that cites and lists nothing.

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "missing-reference-list",
    severity: Severity::Error,
    what: "An essay that cites works and has no list of them.",
    why: "Nobody can look up a work that is only an author and a year, so none of the claims can be checked.",
    example: "
Goals must be shared (Harris, 2015), as must risks (Petch, 2013).
                     ^^^^^^^^^^^^^^
",
    near_miss: "
Goals must be shared (Harris, 2015).

## References

Harris, J. (2015) *Shared goals*. London: Sage.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let essay = look.essay;
    if !essay.works.is_empty()
        || !look.conventions.bibliography.as_deref().unwrap_or_default().is_empty()
    {
        return Vec::new();
    }
    let Some(first) = essay.citations.first() else { return Vec::new() };
    let mut names: Vec<String> = essay.citations.iter().map(|it| format!("`{it}`")).collect();
    names.sort();
    names.dedup();
    let count = names.len();
    let works = if count == 1 { "1 work is".to_owned() } else { format!("{count} works are") };
    let message = format!("{works} cited and no reference list follows");
    let help = format!("end with a section \"References\" that lists {}", names.join(", "));
    vec![look.fault(first.span, message, help)]
}
