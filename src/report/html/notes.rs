//! Notes in the margin: what was found in a block, and what its sentences count for.

use maud::{Markup, html};

use crate::document::Block;
use crate::report::html::sheet::Sheet;
use crate::report::html::told::{as_sentence, told};
use crate::report::inert;

impl Sheet<'_> {
    pub(super) fn notes(&self, block: &Block) -> Markup {
        let findings = self.findings_in(block);
        let evidence = self.evidence_in(block);
        if findings.is_empty() && evidence.is_empty() {
            return Markup::default();
        }
        html! {
            ul.notes {
                @for at in findings { (self.finding_note(at)) }
                @for (sentence, lines) in evidence {
                    li.note.evidence {
                        a href=(format!("#{}", self.id("s", sentence))) { (self.place(self.line_of(sentence))) }
                        @for (at, (does, points)) in by_verb(&lines).iter().enumerate() {
                            @if at > 0 { ";" }
                            " " (does) " for "
                            @for (at, point) in points.iter().enumerate() {
                                @if at > 0 { ", " }
                                a href=(format!("#{}", self.id("p-", point))) { (inert(self.title_of(point))) }
                            }
                        }
                        "."
                    }
                }
            }
        }
    }

    fn finding_note(&self, at: usize) -> Markup {
        let finding = &self.judged.critique.findings[at];
        let severity = finding.severity.name();
        html! {
            li.note.(format!("remark-{severity}")) id=(self.id("f", at)) {
                strong { (as_sentence(severity).trim_end_matches('.')) ", " (self.spot(finding.place.start.line)) ": " }
                (told(&finding.message)) ". " (told(&as_sentence(&finding.help)))
            }
        }
    }

    /// Findings whose first byte stands in a block; what stands in none is noted beside the first.
    fn findings_in(&self, block: &Block) -> Vec<usize> {
        let mut here = self.begun[block.sentences.clone()].concat();
        here.sort_unstable();
        here
    }

    /// The sentences of a block that count, each with the points it counts for and what it does.
    fn evidence_in(&self, block: &Block) -> Vec<(usize, Vec<(&str, &'static str)>)> {
        let points = || self.judged.critique.criteria.iter().flat_map(|it| &it.points);
        let lines = |sentence: usize| {
            let here = points().flat_map(|point| point.evidence.iter().map(move |it| (point, it)));
            let here = here.filter(|(_, it)| self.sentence_at(it.place) == Some(sentence));
            here.map(|(point, it)| (point.id.as_str(), it.does)).collect::<Vec<_>>()
        };
        block
            .sentences
            .clone()
            .filter(|it| !self.criteria[*it].is_empty())
            .map(|it| (it, lines(it)))
            .collect()
    }

    fn line_of(&self, sentence: usize) -> usize {
        self.document.place(self.document.sentences[sentence].span).start.line
    }

    fn title_of(&self, point: &str) -> &str {
        let mut points = self.judged.critique.criteria.iter().flat_map(|it| &it.points);
        points.find(|it| it.id == point).map_or("", |it| it.title.as_str())
    }
}

/// What a sentence does, each with the points it does it for.
fn by_verb<'a>(lines: &[(&'a str, &'static str)]) -> Vec<(&'static str, Vec<&'a str>)> {
    let mut groups: Vec<(&'static str, Vec<&str>)> = Vec::new();
    for (point, does) in lines {
        match groups.iter_mut().find(|(verb, _)| verb == does) {
            Some((_, points)) => points.push(point),
            None => groups.push((does, vec![point])),
        }
    }
    groups
}
