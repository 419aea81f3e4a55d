//! People named in full beside their role, in an essay that speaks of no pseudonyms.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "named-person",
    severity: Severity::Warning,
    what: "First name and surname of a service user or member of staff, with no word about pseudonyms.",
    why: "A reader must be able to see that nobody's confidence was broken.",
    example: "
The resident, Margaret Hollis, was asked twice.
              ^^^^^^^^^^^^^^^
",
    near_miss: "
The resident, Margaret Hollis (a pseudonym), was asked twice. Nurse theorists such as Hildegard Peplau agree.
",
    detect,
};

static NAMED: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:resident|patient|service user|client|tenant|mentor|manager|nurse|matron|ward sister|social worker|support worker|key worker|carer|supervisor|GP|physiotherapist|psychiatrist)(?:,| called| named|, called)? (?P<name>\p{Lu}\p{Ll}{2,} \p{Lu}[\p{Ll}'’-]{2,})\b",
    )
});
static PSEUDONYM: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:pseudonyms?|anonym\w+|confidential\w*|names? (?:has|have|is|are|was|were)(?: all)?(?: been)? changed|not (?:his|her|their|its) real names?|changed (?:the|all|his|her|their)? ?names?|who(?:m)? i (?:will|shall) call|i (?:will|shall) call)\b",
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let mut found: Vec<Span> = Vec::new();
    for block in look.own_blocks_at(introduced(look)) {
        let text = look.text(block);
        let names = NAMED.captures_iter(text).filter_map(|it| it.name("name"));
        let names = names.filter(|it| {
            !text[it.end()..].starts_with(" (") || !text[it.end()..].starts_with(" (1")
        });
        found.extend(
            names
                .filter(|it| !NO_NAMES.iter().any(|no| it.as_str().contains(no)))
                .map(|it| Span::new(it.start(), it.end()).shifted(block.start)),
        );
    }
    found.retain(|it| !look.essay.citations.iter().any(|citation| citation.span.contains(*it)));
    let Some(first) = found.first() else { return Vec::new() };
    if PSEUDONYM.is_match(look.essay.document.prose()) {
        return Vec::new();
    }
    vec![look.fault(
        *first,
        "a person is named in full and no pseudonym is spoken of",
        "say in the introduction that names are changed, and change them",
    )]
}

/// Where a role stands before two words with a capital, which may be called or named between them.
fn introduced(look: &Look) -> Vec<usize> {
    let prose = look.essay.document.prose();
    let mut found = Vec::new();
    for role in ROLES {
        found.extend(look.places(&[role.to_ascii_lowercase().as_str()]).into_iter().filter(|at| {
            let rest = &prose[at + role.len()..];
            let rest = rest.strip_prefix(',').unwrap_or(rest);
            let between = [" called", " named"].iter().find_map(|it| rest.strip_prefix(it));
            let name = between.unwrap_or(rest).strip_prefix(' ').unwrap_or_default();
            let mut words = name.split(' ').take(2);
            words.all(|it| it.starts_with(char::is_uppercase))
        }));
    }
    found
}

/// The roles of [`NAMED`].
const ROLES: &[&str] = &[
    "resident",
    "patient",
    "service user",
    "client",
    "tenant",
    "mentor",
    "manager",
    "nurse",
    "matron",
    "ward sister",
    "social worker",
    "support worker",
    "key worker",
    "carer",
    "supervisor",
    "GP",
    "physiotherapist",
    "psychiatrist",
];

/// Capitalised pairs after a role that name no person.
const NO_NAMES: &[&str] = &[
    "Act",
    "Plan",
    "Team",
    "Association",
    "Service",
    "Care",
    "Health",
    "Council",
    "Board",
    "Group",
    "Programme",
    "Practitioner",
    "Unit",
];
