//! Sections, and the part that each plays in an essay.

use crate::text::Span;

/// The text under one heading. The first section has none: it holds what stands before the first heading.
#[derive(Clone, Debug)]
pub struct Section {
    pub heading: Option<Span>,
    /// 1 for a title, 6 for the smallest; 7 for a line in bold that serves as a heading.
    pub level: u8,
    pub role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Body,
    Introduction,
    Conclusion,
    References,
    Appendix,
}

impl Role {
    /// The role that a heading announces.
    pub(crate) fn of_heading(heading: &str) -> Role {
        let name = heading
            .trim_start_matches(|c: char| !c.is_alphabetic())
            .trim_end_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        let starts = |names: &[&str]| names.iter().any(|it| name.starts_with(it));
        let is = |names: &[&str]| names.contains(&name.as_str());
        if is(REFERENCES) || (name.len() < 40 && starts(&["reference list", "list of references"]))
        {
            Role::References
        } else if starts(&["appendix", "appendices"]) {
            Role::Appendix
        } else if starts(&["introduction", "introducing"]) {
            Role::Introduction
        } else if is(&["overall", "final thoughts", "summing up", "my judgement", "closing"])
            || starts(&["conclu", "in conclusion", "summary and"])
            || name.ends_with("conclusion")
            || name.ends_with("conclusions")
            || name.contains("and conclusion")
            || name.contains("conclude")
        {
            Role::Conclusion
        } else {
            Role::Body
        }
    }
}

const REFERENCES: &[&str] = &[
    "references",
    "reference",
    "bibliography",
    "works cited",
    "sources",
    "sources used",
    "further reading",
    "reading list",
    "list of sources",
    "references and bibliography",
    "reference list and bibliography",
    "what i read",
    "reading",
    "literature cited",
    "references used",
    "works referred to",
];

#[test]
fn headings_announce_roles() {
    assert_eq!(Role::of_heading("5. Conclusion:"), Role::Conclusion);
    assert_eq!(Role::of_heading("Reference List"), Role::References);
    assert_eq!(Role::of_heading("References"), Role::References);
    assert_eq!(Role::of_heading("Reference to the Care Act"), Role::Body);
    assert_eq!(
        Role::of_heading("D. What should be done, and what do I conclude?"),
        Role::Conclusion
    );
    assert_eq!(Role::of_heading("1. Introduction"), Role::Introduction);
}
