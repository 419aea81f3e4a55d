//! Marking points: a line each, or with their evidence and what the next level lacks.

use colored::Colorize;

use crate::document::Unit;
use crate::judge::{Evidence, PointVerdict};
use crate::report::terminal::Page;
use crate::report::terminal::page::plain;
use crate::report::terminal::paint::level_colour;
use crate::report::{Judged, words};

impl Page {
    pub(super) fn points(&mut self, judged: &Judged) {
        self.heading("Marking points");
        for criterion in &judged.critique.criteria {
            if self.look.all {
                self.entry(&self.lead(), &criterion.title, |line| line.underline());
            }
            for point in &criterion.points {
                self.point(point);
                if self.look.all {
                    self.detail(judged, point);
                }
            }
        }
    }

    fn point(&mut self, point: &PointVerdict) {
        let label = format!("{:<13}", point.level.label());
        let lead = self.lead().painted(&label, |text| level_colour(point.level, text));
        let lead = lead.text(&format!(" {:>2}/{:<3} ", point.marks, point.out_of));
        let title = match point.achievement {
            Some(it) => format!("{}: {}", words::achievement(it), point.title),
            None => point.title.clone(),
        };
        self.entry(&lead, &title, plain);
    }

    fn detail(&mut self, judged: &Judged, point: &PointVerdict) {
        let indent = || self.lead().text("    ");
        let sure = format!("{} % sure of the level", point.certainty);
        self.entry(&indent(), &sure, |line| line.dimmed());
        self.evidence(judged, &point.evidence);
        for missing in &point.missing {
            self.entry(&self.lead().text("    still missing: "), missing, |line| line.yellow());
        }
        if !point.advice.is_empty() {
            self.entry(&self.lead().text("    → "), &point.advice, plain);
        }
        self.blank();
    }

    pub(super) fn evidence(&mut self, judged: &Judged, evidence: &[Evidence]) {
        for one in evidence {
            let line = one.place.start.line;
            let lead = self.lead().text("    ");
            let lead =
                lead.linked(&number(judged, line), self.look.link(&judged.path, line)).text("  ");
            self.entry(&lead, &format!("{}: “{}”", one.does, one.text), |line| line.dimmed());
        }
    }
}

/// The number of a line in a column of them; a paragraph's says that it is one.
pub(super) fn number(judged: &Judged, line: usize) -> String {
    match judged.document.unit {
        Unit::Line => format!("{line:>4}"),
        Unit::Paragraph => format!("{} {line:<3}", judged.unit()),
    }
}
