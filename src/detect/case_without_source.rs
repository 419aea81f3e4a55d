//! Public cases and scandals named without the inquiry that looked into them. The names stand in `cases.txt`.

use std::sync::LazyLock;

use crate::detect::claim_without_source::is_sourced;
use crate::detect::detector::{Pattern, pattern};
use crate::detect::names::List;
use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "case-without-source",
    severity: Severity::Note,
    what: "A public case such as Winterbourne View, with no source beside it and no inquiry into it cited or listed.",
    why: "What went wrong is known from an inquiry or a review; from memory it becomes a headline.",
    example: "
Bad partnership ends in abuse, as it did at Winterbourne View.
                                            ^^^^^^^^^^^^^^^^^
",
    near_miss: "
Trust was lost at Mid Staffordshire. The targets mattered more (Francis, 2013). At Orchid View the records were false (Georgiou, 2014).

## References

Francis, R. (2013) *Report of the Mid Staffordshire NHS Foundation Trust public inquiry*. London: The Stationery Office.

Georgiou, N. (2014) *Orchid View serious case review*. Chichester: West Sussex Adults Safeguarding Board.
",
    detect,
};

/// The names of each case, and what shows that a work on it was read.
static CASES: LazyLock<Vec<(Vec<&'static str>, Vec<&'static str>)>> = LazyLock::new(|| {
    let cases = List::Cases.lines().filter_map(|it| it.split_once(" | "));
    cases
        .map(|(names, works)| (names.split(" / ").collect(), works.split(", ").collect()))
        .collect()
});

static NAMES: Pattern = Pattern::new(|| {
    let names = CASES.iter().flat_map(|(names, _)| names.iter().map(|it| regex::escape(it)));
    pattern(&format!(r"\b(?:{})\b", names.collect::<Vec<_>>().join("|")))
});

fn detect(look: &Look) -> Vec<Fault> {
    let mut found: Vec<(Span, &str)> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (at, sentence) in look.own_sentences_at(look.named(List::Cases).into_iter().map(|it| it.1))
    {
        let sourced = look.own_sentences_near(at, 1, 1).any(|it| is_sourced(look, it));
        for name in NAMES.find_iter(look.text(sentence)) {
            let Some((names, works)) = CASES.iter().find(|it| it.0.contains(&name.as_str())) else {
                continue;
            };
            if seen.contains(&names[0]) {
                continue;
            }
            if sourced || is_read(look, works) {
                seen.push(names[0]);
                continue;
            }
            seen.push(names[0]);
            found
                .push((Span::new(name.start(), name.end()).shifted(sentence.start), name.as_str()));
        }
    }
    let Some((first, _)) = found.first() else { return Vec::new() };
    let names: Vec<&str> = found.iter().map(|it| it.1).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let message = format!("{} {verb} named without a source", names.join(" and "));
    vec![look.fault(*first, message, "which inquiry or review says what happened there?")]
}

fn is_read(look: &Look, works: &[&str]) -> bool {
    let essay = look.essay;
    let cited = |word: &str| {
        essay.citations.iter().any(|it| it.authors.iter().any(|author| author.contains(word)))
    };
    let listed = |word: &str| essay.works.iter().any(|it| look.text(it.span).contains(word));
    works.iter().any(|word| cited(word) || listed(word))
}
