//! Figures, tables and appendices that are announced and are not there.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, places};
use crate::document::{BlockKind, Role};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "missing-figure",
    severity: Severity::Warning,
    what: "A figure, diagram, table or appendix that the text points to and the essay does not hold.",
    why: "The reader looks for it, does not find it, and the argument that rests on it falls away.",
    example: "
The diagram below shows how the two homes refer to each other.
    ^^^^^^^^^^^^^

As the diagram above shows, both gain.
",
    near_miss: "
Table 1 shows the admissions, and these figures should be read with care.

| Year | Admissions |
|------|------------|
| 2019 | 61         |
",
    detect,
};

static POINTER: Pattern = Pattern::new(|| {
    pattern(
        r"(?P<kind>[Dd]iagram|[Ff]igure|[Tt]able|[Cc]hart|[Gg]raph|[Mm]ap|[Ii]mage|[Pp]icture|[Ff]lowchart|[Ii]llustration) (?:below|above|overleaf|on the next page)\b|(?P<numbered>Figure|Fig\.|Table|Diagram|Chart|Appendix) (?:\d{1,2}|[A-H])\b(?P<of> (?:of|in) )?",
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let held = Held::of(look);
    let mut missing: Vec<(Span, String)> = Vec::new();
    for block in look.own_blocks_at(pointers(look)) {
        for found in POINTER.captures_iter(look.text(block)) {
            let Some(whole) = found.get(0) else { continue };
            let kind = found
                .name("kind")
                .or(found.name("numbered"))
                .map_or("", |it| it.as_str())
                .to_lowercase();
            let span = Span::new(whole.start(), whole.end()).shifted(block.start);
            let elsewhere = found.name("of").is_some() || is_in_a_bracket_with_a_year(look, span);
            if !elsewhere && !held.holds(&kind) {
                missing.push((span, kind));
            }
        }
    }
    let Some((first, kind)) = missing.first() else { return Vec::new() };
    let times =
        if missing.len() > 1 { format!(" ({} times)", missing.len()) } else { String::new() };
    let message = format!("the text points to a {kind} that is not there{times}");
    vec![look.fault(*first, message, "put it in with its caption, or say in words what it shows")]
}

/// Where the text may point to something: "below", or a kind and its number.
fn pointers(look: &Look) -> Vec<usize> {
    let prose = look.essay.document.prose();
    let kinds = ["Figure ", "Fig. ", "Table ", "Diagram ", "Chart ", "Appendix "];
    let mut found: Vec<usize> = Vec::new();
    for kind in kinds {
        let numbered = |at: &usize| {
            prose[at + kind.len()..].starts_with(|c: char| matches!(c, '0'..='9' | 'A'..='H'))
        };
        found.extend(places(prose, &[kind]).iter().filter(|at| numbered(at)));
    }
    let mut pointed = look.places(&["below", "above", "overleaf", "on the next page"]);
    pointed.retain(|at| {
        let before = prose[..*at].trim_end_matches(' ');
        KINDS.iter().any(|it| before.ends_with(it))
    });
    found.extend(pointed);
    found
}

/// What stands before "below" in [`POINTER`], without its first letter.
const KINDS: [&str; 10] =
    ["iagram", "igure", "able", "hart", "raph", "ap", "mage", "icture", "lowchart", "llustration"];

/// What the essay holds that a text can point to.
struct Held {
    images: bool,
    tables: bool,
    appendix: bool,
}

impl Held {
    fn of(look: &Look) -> Held {
        let document = &look.essay.document;
        let has = |kind: BlockKind| document.blocks.iter().any(|it| it.kind == kind);
        let source = document.source().text();
        Held {
            images: !document.images.is_empty()
                || has(BlockKind::Caption)
                || has(BlockKind::Code)
                || source.contains("<img")
                || source.contains("<svg"),
            tables: has(BlockKind::TableCell)
                || has(BlockKind::Caption)
                || source.contains("<table"),
            appendix: document.sections.iter().any(|it| it.role == Role::Appendix),
        }
    }

    fn holds(&self, kind: &str) -> bool {
        match kind {
            "appendix" => self.appendix,
            "table" => self.tables || self.images,
            _ => self.images,
        }
    }
}

/// "(Harris, 2015, Figure 2)" points into another work.
fn is_in_a_bracket_with_a_year(look: &Look, span: Span) -> bool {
    look.essay.citations.iter().any(|it| it.span.contains(span))
}
