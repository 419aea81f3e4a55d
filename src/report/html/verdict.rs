//! The mark, the first steps, and each criterion with its points and their evidence.

use maud::{Markup, html};

use crate::judge::{CriterionVerdict, Evidence, PointVerdict};
use crate::report::html::chart::bar;
use crate::report::html::sheet::Sheet;
use crate::report::html::told::told;
use crate::report::{inert, words};

impl Sheet<'_> {
    pub(super) fn verdict(&self) -> Markup {
        let it = &self.judged.critique;
        html! {
            header.verdict {
                h1 { (inert(&self.judged.path)) }
                p.mark { strong { (it.mark) } " " span.band { (it.band) } }
                p.indicative { "Indicative: an assessor decides." }
                p.about {
                    (words::told(it.words)) ". Held against " (inert(&self.judged.rubric.title))
                    @if let Some(why) = &self.judged.chosen { " (" (inert(why)) ")" }
                    "."
                }
                @if let Some(joined) = words::joined(self.judged) { p.about { (inert(&joined)) } }
                @for cap in &it.caps { p.cap { (inert(cap)) } }
            }
        }
    }

    pub(super) fn steps(&self) -> Markup {
        let steps = &self.judged.critique.next_steps;
        html! {
            section.steps aria-labelledby=(self.id("steps", "")) {
                h2 id=(self.id("steps", "")) { "Fix first" }
                @if steps.is_empty() { p { "Nothing here would gain marks by itself." } }
                ol {
                    @for step in steps {
                        li {
                            p { (told(&step.action)) }
                            p.gain {
                                "+" (step.gain) (if step.gain == 1 { " mark, from " } else { " marks, from " })
                                a href=[self.line_link(step.line)] { (self.spot(step.line)) }
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn criteria(&self) -> Markup {
        html! {
            section.criteria aria-labelledby=(self.id("criteria", "")) {
                h2 id=(self.id("criteria", "")) { "Criteria" }
                @for criterion in &self.judged.critique.criteria { (self.criterion(criterion)) }
            }
        }
    }

    fn criterion(&self, criterion: &CriterionVerdict) -> Markup {
        html! {
            div.criterion {
                h3 { (inert(&criterion.title)) }
                p.score { (criterion.marks) " of " (criterion.out_of) }
                (bar(criterion.marks, criterion.out_of))
                @for point in &criterion.points { (self.point(point)) }
            }
        }
    }

    fn point(&self, point: &PointVerdict) -> Markup {
        html! {
            details.point id=(self.id("p-", &point.id)) {
                summary {
                    span.title { (inert(&point.title)) } " "
                    span.level.(format!("level-{}", point.level.number())) { (point.level.label()) } " "
                    span.score { (point.marks) " of " (point.out_of) }
                    @if let Some(it) = point.achievement { " " span.achievement { (words::achievement(it)) } }
                }
                p.credit { (inert(&point.credit)) }
                p.sure { (point.certainty) " % sure of the level." }
                (self.evidence(&point.evidence))
                @if !point.missing.is_empty() {
                    p { "Still missing:" }
                    ul.missing { @for it in &point.missing { li { (told(it)) } } }
                }
                @if !point.advice.is_empty() { p.advice { (told(&point.advice)) } }
            }
        }
    }

    /// Passages that count, each with a way to its sentence.
    pub(super) fn evidence(&self, evidence: &[Evidence]) -> Markup {
        if evidence.is_empty() {
            return Markup::default();
        }
        html! {
            ul.passages {
                @for it in evidence {
                    li {
                        a href=[self.link(it)] { (self.place(it.place.start.line)) } " " (it.does) ": "
                        q { (inert(&it.text)) }
                    }
                }
            }
        }
    }
}
