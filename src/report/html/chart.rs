//! Charts: bars, the stance strip, and which paragraphs serve which criterion.

use maud::{Markup, html};

use crate::document::Unit;
use crate::judge::CriterionVerdict;
use crate::report::html::sheet::Sheet;
use crate::report::inert;
use crate::report::strip::{self, Paragraph, verb};

/// A bar of marks, as wide as its place.
pub(super) fn bar(marks: u32, out_of: u32) -> Markup {
    let share = (100 * marks).checked_div(out_of).unwrap_or(0).min(100);
    html! {
        svg.bar viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label=(format!("{marks} of {out_of} marks")) {
            rect.all width="100" height="6" rx="1" {}
            rect.earned width=(share) height="6" rx="1" {}
        }
    }
}

/// Columns that one paragraph takes in a chart.
const STEP: usize = 20;

impl Sheet<'_> {
    pub(super) fn strip(&self) -> Markup {
        let [describes, analyses, evaluates, other] = strip::counts(&self.judged.critique);
        html! {
            section.stance aria-labelledby=(self.id("stance", "")) {
                h2 id=(self.id("stance", "")) { "What the paragraphs do" }
                ol.strip {
                    @for (at, paragraph) in strip::paragraphs(&self.judged.critique).iter().enumerate() {
                        (self.cell(at, paragraph))
                    }
                }
                p.legend {
                    "One cell a paragraph, by what most of its sentences do. Sentences: "
                    (describes) " describe, " (analyses) " analyse, " (evaluates) " evaluate, " (other) " other."
                }
                (self.reach())
            }
        }
    }

    fn cell(&self, at: usize, paragraph: &Paragraph) -> Markup {
        let name = paragraph.stance.name();
        let place = match self.judged.spot(paragraph.line()).unit {
            Unit::Line => format!("Paragraph {}, {}", at + 1, self.spot(paragraph.line())),
            Unit::Paragraph => self.place(paragraph.line()),
        };
        let told = format!("{place}: {}", verb(paragraph.stance));
        let block = paragraph.sentences.first().map_or(0, |it| it.paragraph);
        let letter = if name == "other" { "·" } else { &name[..1] };
        html! {
            li { a data-stance=(name) href=(format!("#{}", self.id("b", block))) aria-label=(told) title=(told) { (letter) } }
        }
    }

    /// A row a criterion: the more a paragraph's sentences count for it, the bigger its dot.
    fn reach(&self) -> Markup {
        let paragraphs = strip::paragraphs(&self.judged.critique);
        html! {
            h3 { "Where each criterion is treated" }
            div.reach {
                @for criterion in &self.judged.critique.criteria {
                    p { (inert(&criterion.title)) }
                    (row(&counts(criterion, &paragraphs)))
                }
            }
            p.legend { "Left to right, a place a paragraph: the bigger the dot, the more of its sentences count." }
        }
    }
}

fn counts(criterion: &CriterionVerdict, paragraphs: &[Paragraph]) -> Vec<usize> {
    let mut places: Vec<_> =
        criterion.points.iter().flat_map(|it| &it.evidence).map(|it| it.place).collect();
    places.sort();
    places.dedup();
    let count = |paragraph: &Paragraph| {
        let holds = |place| {
            paragraph.sentences.iter().any(|it| it.place.start <= place && place < it.place.end)
        };
        places.iter().filter(|it| holds(it.start)).count()
    };
    paragraphs.iter().map(count).collect()
}

fn row(counts: &[usize]) -> Markup {
    let width = STEP * counts.len().max(1);
    let treated: Vec<String> =
        (1..).zip(counts).filter(|(_, count)| **count > 0).map(|(at, _)| at.to_string()).collect();
    let told = match treated.len() {
        0 => "in no paragraph".to_owned(),
        1 => format!("in paragraph {}", treated[0]),
        _ => format!("in paragraphs {}", treated.join(", ")),
    };
    html! {
        svg.dots viewBox=(format!("0 0 {width} {STEP}")) style=(format!("max-width: {width}px")) role="img" aria-label=(told) {
            line x1="0" x2=(width) y1="10" y2="10" {}
            @for (at, count) in counts.iter().enumerate() {
                circle.treated[*count > 0] cx=(STEP * at + STEP / 2) cy="10" r=(if *count == 0 { 1 } else { 2 + 2 * (*count).min(3) }) {}
            }
        }
    }
}
