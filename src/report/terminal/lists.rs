//! Mistakes, practices, concepts and findings: what wants work first, the rest on a line.

use colored::Colorize;

use crate::detect::Finding;
use crate::judge::Evidence;
use crate::report::terminal::Page;
use crate::report::terminal::page::plain;
use crate::report::terminal::paint::severity_colour;
use crate::report::terminal::points::number;
use crate::report::{Judged, severe_first};

/// Findings shown without `--all`.
const FIRST: usize = 5;

/// A mistake or practice, as one line of a list.
struct Entry<'a> {
    good: bool,
    title: &'a str,
    reason: &'a str,
    advice: &'a str,
    evidence: &'a [Evidence],
}

impl Page {
    pub(super) fn mistakes(&mut self, judged: &Judged) {
        let entries = judged.critique.mistakes.iter().map(|it| Entry {
            good: !it.present,
            title: &it.title,
            reason: &it.reason,
            advice: &it.advice,
            evidence: &it.evidence,
        });
        self.entries(
            "Common mistakes",
            ["✗", "made", "spared"],
            judged,
            &entries.collect::<Vec<_>>(),
        );
    }

    pub(super) fn practices(&mut self, judged: &Judged) {
        let entries = judged.critique.practices.iter().map(|it| Entry {
            good: it.met,
            title: &it.title,
            reason: &it.reason,
            advice: &it.advice,
            evidence: &it.evidence,
        });
        self.entries(
            "Good practice",
            ["·", "not yet", "met"],
            judged,
            &entries.collect::<Vec<_>>(),
        );
    }

    fn entries(
        &mut self,
        title: &str,
        [sign, bad, good]: [&str; 3],
        judged: &Judged,
        entries: &[Entry],
    ) {
        if entries.is_empty() {
            return;
        }
        let wanting = entries.iter().filter(|it| !it.good).count();
        self.heading(&format!("{title}: {wanting} of {} {bad}", entries.len()));
        for entry in entries.iter().filter(|it| !it.good) {
            let lead = self.lead().painted(&format!("{sign} "), |text| text.red());
            self.entry(&lead, &format!("{}: {}", entry.title, entry.reason), plain);
            self.support(judged, entry);
        }
        let fine: Vec<&Entry> = entries.iter().filter(|it| it.good).collect();
        if self.look.all {
            for entry in fine {
                let lead = self.lead().painted("✓ ", |text| text.green());
                self.entry(&lead, &format!("{}: {good}", entry.title), plain);
                self.evidence(judged, entry.evidence);
            }
        } else if !fine.is_empty() {
            let titles = fine.iter().map(|it| it.title).collect::<Vec<_>>().join("; ");
            let lead = self.lead().painted("✓ ", |text| text.green());
            self.entry(&lead, &format!("{good}: {titles}"), |line| line.dimmed());
        }
    }

    fn support(&mut self, judged: &Judged, entry: &Entry) {
        if self.look.all {
            self.evidence(judged, entry.evidence);
            self.entry(&self.lead().text("    → "), entry.advice, plain);
        }
    }

    pub(super) fn concepts(&mut self, judged: &Judged) {
        let of = |treated: bool| {
            let concepts = judged.critique.concepts.iter().filter(|it| it.1 == treated);
            concepts.map(|it| it.0.as_str()).collect::<Vec<_>>().join("; ")
        };
        if judged.critique.concepts.is_empty() {
            return;
        }
        self.heading("Key concepts");
        for (sign, what, titles) in [("✓", "treated", of(true)), ("·", "not treated", of(false))]
        {
            if !titles.is_empty() {
                self.entry(&self.lead().text(&format!("{sign} {what}: ")), &titles, plain);
            }
        }
    }

    pub(super) fn findings(&mut self, judged: &Judged) {
        let mut findings: Vec<&Finding> = judged.critique.findings.iter().collect();
        if findings.is_empty() {
            return;
        }
        self.heading(&format!("A marker would also query ({})", findings.len()));
        if !self.look.all {
            severe_first(&mut findings);
        }
        let shown = if self.look.all { findings.len() } else { FIRST.min(findings.len()) };
        findings[..shown].iter().for_each(|it| self.finding(judged, it));
        if findings.len() > shown {
            let more = format!("… and {} more", findings.len() - shown);
            self.entry(&self.lead(), &more, |line| line.dimmed());
        }
    }

    fn finding(&mut self, judged: &Judged, finding: &Finding) {
        let line = finding.place.start.line;
        let lead = self.lead().linked(&number(judged, line), self.look.link(&judged.path, line));
        let severity = format!("  {:<7} ", finding.severity.name());
        let lead = lead.painted(&severity, |text| severity_colour(finding.severity, text));
        self.entry(&lead, &format!("{} [{}]", finding.message, finding.rule), plain);
        if self.look.all {
            self.entry(&self.lead().text(&" ".repeat(lead.width())), &finding.help, |line| {
                line.dimmed()
            });
        }
    }
}
