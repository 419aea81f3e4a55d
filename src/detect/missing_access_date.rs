//! Web pages listed without the day on which they were read.

use crate::detect::{Detector, Fault, Look, Severity, entries};

pub(crate) const DETECTOR: Detector = Detector {
    id: "missing-access-date",
    severity: Severity::Note,
    what: "Entries for web pages without an access date.",
    why: "Pages change; the date says which state of the page was read.",
    example: "
Nurses follow a code (NMC, 2018).

## References

NMC (2018) The Code. Available at: www.nmc.org.uk
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Themes are found in steps (Braun and Clarke, 2006).

## References

Braun, V. and Clarke, V. (2006) 'Using thematic analysis in psychology', *Qualitative Research in Psychology*, 3(2), pp. 77-101. https://doi.org/10.1191/1478088706qp063oa
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    let works = look.essay.works.iter().filter(|work| {
        let text = look.text(work.span);
        let lower = text.to_lowercase();
        work.year.is_some()
            && !work.law
            && entries::has_address(text)
            && !lower.contains("accessed")
            && !lower.contains("retrieved")
            && !lower.contains("doi")
            && !lower.contains("pp.")
    });
    let works: Vec<_> = works.collect();
    let Some(first) = works.first() else { return Vec::new() };
    let names: Vec<String> =
        works.iter().filter_map(|it| it.authors.first().map(|name| format!("`{name}`"))).collect();
    let message = format!("no access date is given for {}", names.join(", "));
    vec![look.fault(first.span, message, "add \"(Accessed: day month year)\"")]
}
