//! All essays of a run, one below the other.

use colored::Colorize;

use crate::report::terminal::{Look, Page, mark_colour};
use crate::report::{Judged, Report};

/// The whole report, as lines of at most the width at hand.
pub fn terminal(report: &Report, look: Look) -> String {
    let mut page = Page::new(look);
    for (at, essay) in report.essays.iter().enumerate() {
        if at > 0 {
            page.rule();
        }
        page.essay(essay);
    }
    if report.essays.len() > 1 {
        page.summary(report);
    }
    for failure in &report.failed {
        let lead = page.lead().painted("not judged: ", |text| text.red());
        page.entry(&lead, &format!("{}: {}", failure.path, failure.reason), |line| line.red());
    }
    page.into_text()
}

impl Page {
    fn essay(&mut self, judged: &Judged) {
        self.first_screen(judged);
        self.points(judged);
        self.mistakes(judged);
        self.practices(judged);
        self.concepts(judged);
        self.findings(judged);
        if !self.look.all {
            self.blank();
            let hint = "--all shows the evidence for every verdict, and every finding";
            self.entry(&self.lead(), hint, |line| line.dimmed());
        }
    }

    fn summary(&mut self, report: &Report) {
        let mean = report.mean().unwrap_or(0);
        self.heading(&format!("{} essays, mean {mean}", report.essays.len()));
        for essay in &report.essays {
            let (mark, band) = (essay.critique.mark, &essay.critique.band);
            let lead =
                self.lead().painted(&format!("{mark:>3} {band:<14}"), |it| mark_colour(mark, it));
            self.entry(&lead, &essay.path, |line| line.normal());
        }
    }
}
