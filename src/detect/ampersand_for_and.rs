//! "&" between authors, where Harvard writes "and".

use crate::detect::{Detector, Fault, Look, Severity};

pub(crate) const DETECTOR: Detector = Detector {
    id: "ampersand-for-and",
    severity: Severity::Note,
    what: "Some citations join authors with \"&\" and others with \"and\".",
    why: "One style throughout lets the reader trust the rest of the referencing.",
    example: "
Goals must be shared (Glasby and Miller, 2011), and risks too (Glasby & Miller, 2011).
                                                              ^^^^^^^^^^^^^^^^^^^^^^^

## References

Glasby, J. and Miller, R. (2011) *Partnership*. Bristol: Policy Press.
",
    near_miss: "
Goals must be shared (Glasby & Miller, 2011).

## References

Glasby, J. & Miller, R. (2011) *Partnership*. Bristol: Policy Press.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let teams = || look.essay.citations.iter().filter(|it| it.authors.len() > 1);
    let with: Vec<_> = teams().filter(|it| it.ampersand).collect();
    let Some(first) = with.first() else { return Vec::new() };
    let without = teams().count() - with.len();
    if without == 0 {
        return Vec::new();
    }
    let message =
        format!("{} of {} citations join authors with \"&\"", with.len(), with.len() + without);
    vec![look.fault(first.span, message, "write \"and\" throughout, as Harvard does")]
}
