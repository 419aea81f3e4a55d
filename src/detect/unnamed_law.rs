//! Law and policy spoken of, and no Act named anywhere.

use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "unnamed-law",
    severity: Severity::Note,
    what: "\"Government policy\", \"legislation\" or \"the law\" in an essay that names no Act, policy or guidance.",
    why: "A reader can check only a law that has a name and a year.",
    example: "
Recent UK government policy asks services to work together. They share what they know.
       ^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Recent government policy asks services to work together, and the Care Act 2014 makes it a duty.
",
    detect,
};

static SPOKEN_OF: Pattern = Pattern::new(|| {
    pattern(
        r"(?:UK )?\b[Gg]overnment(?:'s|’s)? (?:policy|policies|guidance|legislation)|\b[Tt]he law (?:says|states|requires|protects|means)|\b(?:UK|national|recent|current) (?:legislation|policy|policies)\b|\b[Ll]egislation (?:says|states|requires|protects|means|such)",
    )
});

fn detect(look: &Look) -> Vec<Fault> {
    let essay = look.essay;
    let official = |name: &str| {
        ["Department", "Government", "DHSC", "DoH", "NICE", "Parliament"]
            .iter()
            .any(|it| name.contains(it))
    };
    let named = essay.acts.iter().any(|it| !it.short)
        || essay.citations.iter().any(|it| it.authors.iter().any(|name| official(name)));
    if named || essay.works.iter().any(|it| it.law) {
        return Vec::new();
    }
    let found = look.own_blocks().find_map(|(_, block)| {
        SPOKEN_OF
            .find(look.text(block))
            .map(|it| Span::new(it.start(), it.end()).shifted(block.start))
    });
    let fault = found.map(|span| {
        let message =
            format!("\"{}\" is spoken of and no Act is named in the essay", look.text(span));
        look.fault(
            span,
            message,
            "which Act or policy, of which year, and what does it require here?",
        )
    });
    fault.into_iter().collect()
}
