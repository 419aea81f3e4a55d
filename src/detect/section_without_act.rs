//! Well-known sections quoted without the Act that they belong to.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "section-without-act",
    severity: Severity::Note,
    what: "A section such as \"section 117\" in an essay that never names its Act.",
    why: "Every Act has sections; the number alone is practice talk, and an essay should name the law.",
    example: "
He left with section 117 aftercare.
             ^^^^^^^^^^^
",
    near_miss: "
Under the Mental Health Act 1983 he left with section 117 aftercare. Section 2 of this essay is long.
",
    detect,
};

static SECTION: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:[Ss]ection|[Ss]ections|s\.) ?(117|135|136|42|47|75|17)\b(?: (?P<of>of) (?P<whose>the|this))?",
    )
});

/// Section, and a word of its Act's name: Mental Health Act 1983, Care Act 2014, Children Act 1989, NHS Act 2006.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("117", "Mental Health Act", "Mental Health Act 1983"),
    ("135", "Mental Health Act", "Mental Health Act 1983"),
    ("136", "Mental Health Act", "Mental Health Act 1983"),
    ("17", "Act", "Mental Health Act 1983"),
    ("42", "Care Act", "Care Act 2014"),
    ("47", "Act", "Children Act 1989"),
    ("75", "Act", "National Health Service Act 2006"),
];

/// Where a well-known section is called by its number.
fn numbered(look: &Look) -> Vec<usize> {
    let prose = look.essay.document.prose();
    let mut found = look.places(&["section", "s."]);
    found.retain(|at| {
        let rest =
            prose[*at + 1..].trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '.');
        let rest = rest.trim_start_matches(' ');
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        SECTIONS.iter().any(|it| it.0 == &rest[..digits])
    });
    found
}

fn detect(look: &Look) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for block in look.own_blocks_at(numbered(look)) {
        for found in SECTION.captures_iter(look.text(block)) {
            let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { continue };
            let Some((_, act, full)) = SECTIONS.iter().find(|it| it.0 == number.as_str()) else {
                continue;
            };
            let named = look
                .essay
                .acts
                .iter()
                .any(|it| it.name.contains(act) || it.name == "Mental Health Act");
            if named || seen.contains(full) || found.name("whose").is_some() {
                continue;
            }
            seen.push(full);
            let span = Span::new(whole.start(), number.end()).shifted(block.start);
            let message = format!("{} stands without its Act", look.text(span));
            faults.push(look.fault(span, message, format!("is it the {full}? name the Act once")));
        }
    }
    faults
}
