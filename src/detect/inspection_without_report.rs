//! Inspections spoken of without the report that they left behind.

use crate::detect::claim_without_source::is_sourced;
use crate::detect::detector::{Pattern, pattern};
use crate::detect::{Detector, Fault, Look, Severity, holds};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "inspection-without-report",
    severity: Severity::Note,
    what: "An inspectorate's report or inspection that is put to use without a date or a citation.",
    why: "Inspection reports are public and dated; the reader will ask what this one found, and when.",
    example: "
Our partnerships are good, and this is shown in the CQC report which said Good in all areas.
                                                    ^^^^^^^^^^
",
    near_miss: "
The CQC report said Good in all areas (Care Quality Commission, 2023). In March 2022 the Ofsted inspection found gaps. The CQC comes in to inspect.
",
    detect,
};

static INSPECTION: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:CQC|Care Quality Commission|Ofsted|Estyn|RQIA|Care Inspectorate(?: Wales)?|Education Scotland|HMIP|HM Inspectorate of \p{Lu}\p{Ll}+|Healthcare Improvement Scotland|Healthcare Inspectorate Wales)(?: and (?:CQC|Ofsted))?(?:'s|’s)? (?:(?:area|last|latest|recent|joint|local|annual|full) ){0,2}(?:report|inspection|inspectors|review)\b",
    )
});
static PUT_TO_USE: Pattern = Pattern::new(|| {
    pattern(
        r"^(?:,? (?:which|that))?(?: \w+)? ?(?:says?|said|found|finds|looked|shows?|showed|rated|gave|praised|criticised|judged|noted|reported|highlighted|concluded|stated|was good|was bad|was positive)\b",
    )
});
static DATED: Pattern = Pattern::new(|| pattern(r"\b(?:19|20)\d\d\b"));

/// What [`INSPECTION`] begins with.
const INSPECTORS: &[&str] = &[
    "cqc",
    "care quality commission",
    "ofsted",
    "estyn",
    "rqia",
    "care inspectorate",
    "education scotland",
    "hmip",
    "hm inspectorate",
    "healthcare improvement",
    "healthcare inspectorate",
];

fn detect(look: &Look) -> Vec<Fault> {
    for (at, sentence) in look.own_sentences_with(INSPECTORS) {
        if !holds(look.lower(sentence), &["report", "inspect", "review"]) {
            continue;
        }
        let text = look.text(sentence);
        let Some(found) = INSPECTION.find(text) else { continue };
        let sourced = look
            .own_sentences_near(at, 1, 1)
            .any(|it| is_sourced(look, it) || DATED.is_match(look.text(it)));
        if sourced || !PUT_TO_USE.is_match(&text[found.end()..]) {
            continue;
        }
        let span = Span::new(found.start(), found.end()).shifted(sentence.start);
        let message = format!("the {} is used without its date or its findings", found.as_str());
        return vec![look.fault(
            span,
            message,
            "when was it, what did it find, and where can it be read?",
        )];
    }
    Vec::new()
}
