//! The report for a terminal: how am I doing, and what do I fix first.

use colored::{ColoredString, Colorize};

use crate::detect::Severity;
use crate::judge::{CriterionVerdict, Evidence, Level, PointVerdict};
use crate::language::Stance;
use crate::report::{Judged, Report, inert};

/// How to lay the report out.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns at hand.
    pub width: usize,
    /// Every point with its evidence, and every finding.
    pub all: bool,
}

const NARROWEST: usize = 40;
/// Longer lines are hard to read.
const WIDEST: usize = 110;
/// Steps and findings shown without `--all`.
const FIRST: usize = 3;

/// The whole report, as lines of at most the width at hand.
pub fn terminal(report: &Report, look: Look) -> String {
    let look = Look { width: look.width.clamp(NARROWEST, WIDEST), ..look };
    let mut page = Page { text: String::new(), look };
    report.essays.iter().for_each(|essay| page.essay(essay));
    if report.essays.len() > 1 {
        page.summary(report);
    }
    for failure in &report.failed {
        page.wrapped(
            &format!("not read: {}: {}", inert(&failure.path), inert(&failure.reason)),
            "",
            "  ",
            |line| line.red(),
        );
    }
    page.text
}

struct Page {
    text: String,
    look: Look,
}

fn plain(text: &str) -> ColoredString {
    text.normal()
}

impl Page {
    fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// A paragraph between two indents, coloured line by line.
    fn wrapped(
        &mut self,
        text: &str,
        first: &str,
        rest: &str,
        colour: impl Fn(&str) -> ColoredString,
    ) {
        let options = textwrap::Options::new(self.look.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .break_words(true);
        for line in textwrap::wrap(&inert(text), options) {
            let line = colour(&line).to_string();
            self.line(&line);
        }
    }

    fn heading(&mut self, text: &str) {
        self.line("");
        self.line(&text.bold().to_string());
    }

    fn essay(&mut self, judged: &Judged) {
        self.line(&"─".repeat(self.look.width).dimmed().to_string());
        self.wrapped(&judged.path, "", "  ", |line| line.bold());
        if judged.counts() == "paragraph" {
            self.wrapped("places are numbers of paragraphs, empty ones left out, tables counted cell by cell", "", "", |line| line.dimmed());
        }
        self.verdict(judged);
        self.criteria(judged);
        self.strip(judged);
        self.next_steps(judged);
        self.mistakes(judged);
        self.practices(judged);
        self.findings(judged);
        if !self.look.all {
            self.line("");
            self.wrapped(
                "--all shows every marking point with its evidence, and every finding.",
                "",
                "",
                |line| line.dimmed(),
            );
        }
        self.line("");
    }

    fn verdict(&mut self, judged: &Judged) {
        let critique = &judged.critique;
        let mark = format!("{} {}", critique.mark, critique.band);
        self.line(&format!(
            "{}  indicative: an assessor decides",
            mark_colour(critique.mark, &mark).bold()
        ));
        let words = critique.words;
        let target = match (words.target, words.within) {
            (Some(target), Some(true)) => format!(" of {target}, within the range"),
            (Some(target), _) => format!(" of {target}, outside the range"),
            _ => String::new(),
        };
        let rubric = judged.chosen.as_ref().map_or_else(
            || judged.rubric.id.clone(),
            |why| format!("{} ({why})", judged.rubric.id),
        );
        self.wrapped(
            &format!("{} words{target} · rubric {rubric}", words.counted),
            "",
            "",
            |line| line.dimmed(),
        );
        for cap in &critique.caps {
            self.wrapped(cap, "! ", "  ", |line| line.red());
        }
        if self.look.all {
            let sum = critique
                .sum
                .iter()
                .map(|it| format!("{} {:+}", it.what, it.amount))
                .collect::<Vec<_>>()
                .join(", ");
            self.wrapped(&format!("the mark: {sum}"), "", "  ", |line| line.dimmed());
        }
    }

    fn criteria(&mut self, judged: &Judged) {
        self.heading("Marking points");
        for criterion in &judged.critique.criteria {
            self.criterion(criterion);
        }
    }

    fn criterion(&mut self, criterion: &CriterionVerdict) {
        let score = format!("{:>3}/{:<3}", criterion.marks, criterion.out_of);
        let bar = bar(criterion.marks, criterion.out_of, 12);
        let room = self.look.width.saturating_sub(22);
        let mut lines = textwrap::wrap(&criterion.title, room).into_iter();
        let first = lines.next().unwrap_or_default();
        self.line(&format!("{bar} {score}  {}", first.bold()));
        for line in lines {
            self.line(&format!("{:22}{}", "", line.bold()));
        }
        criterion.points.iter().for_each(|point| self.point(point));
    }

    fn point(&mut self, point: &PointVerdict) {
        let label = format!("{:<14}", point.level.label());
        let room = self.look.width.saturating_sub(20);
        let mut lines = textwrap::wrap(&point.title, room).into_iter();
        let first = lines.next().unwrap_or_default();
        self.line(&format!("    {}  {first}", level_colour(point.level, &label)));
        for line in lines {
            self.line(&format!("{:20}{line}", ""));
        }
        if self.look.all {
            self.detail(point);
        }
    }

    fn detail(&mut self, point: &PointVerdict) {
        const INDENT: &str = "      ";
        self.wrapped(
            &format!("{} of {} marks, {} % sure", point.marks, point.out_of, point.certainty),
            INDENT,
            INDENT,
            |line| line.dimmed(),
        );
        point.evidence.iter().for_each(|it| self.evidence(it));
        for missing in &point.missing {
            self.wrapped(&format!("still missing: {missing}"), INDENT, "        ", |line| {
                line.yellow()
            });
        }
        if !point.advice.is_empty() {
            self.wrapped(&point.advice, "      → ", "        ", plain);
        }
    }

    fn evidence(&mut self, evidence: &Evidence) {
        let at = format!("      {:>4}: {} ", evidence.place.start.line, evidence.does);
        self.wrapped(&format!("“{}”", evidence.text), &at, "            ", |line| {
            line.dimmed()
        });
    }

    fn strip(&mut self, judged: &Judged) {
        let critique = &judged.critique;
        let count =
            |stance: Stance| critique.sentences.iter().filter(|it| it.stance == stance).count();
        self.heading("What your sentences do, paragraph by paragraph");
        let cells = paragraphs(judged)
            .into_iter()
            .map(|stance| cell(stance).to_string())
            .collect::<Vec<_>>();
        for line in cells.chunks(self.look.width) {
            self.line(&line.concat());
        }
        let legend = format!(
            "d describes ({})  a analyses ({})  e evaluates ({})  · other ({})",
            count(Stance::Descriptive),
            count(Stance::Analytical),
            count(Stance::Evaluative),
            count(Stance::Other)
        );
        self.wrapped(&legend, "", "", |line| line.dimmed());
    }

    fn next_steps(&mut self, judged: &Judged) {
        let steps = &judged.critique.next_steps;
        if steps.is_empty() {
            return;
        }
        self.heading("Fix first");
        let shown = if self.look.all { steps.len() } else { FIRST };
        for (at, step) in steps.iter().take(shown).enumerate() {
            let first = format!("{}. ", at + 1);
            self.wrapped(
                &format!("+{} from {} {}: {}", step.gain, judged.counts(), step.line, step.action),
                &first,
                "   ",
                plain,
            );
        }
    }

    fn mistakes(&mut self, judged: &Judged) {
        if judged.critique.mistakes.is_empty() {
            return;
        }
        self.heading("Common mistakes");
        for mistake in &judged.critique.mistakes {
            let (sign, word) =
                if mistake.present { ("✗".red(), "made") } else { ("✓".green(), "spared") };
            self.signed(&sign, &format!("{}: {word}; {}", mistake.title, mistake.reason));
            if self.look.all {
                mistake.evidence.iter().for_each(|it| self.evidence(it));
            }
        }
    }

    fn practices(&mut self, judged: &Judged) {
        if judged.critique.practices.is_empty() {
            return;
        }
        self.heading("Good practice");
        for practice in &judged.critique.practices {
            let (sign, word) =
                if practice.met { ("✓".green(), "met") } else { ("·".yellow(), "not yet") };
            self.signed(&sign, &format!("{}: {word}; {}", practice.title, practice.reason));
            if self.look.all {
                practice.evidence.iter().for_each(|it| self.evidence(it));
            }
        }
    }

    /// A coloured sign before a paragraph.
    fn signed(&mut self, sign: &ColoredString, text: &str) {
        let options = textwrap::Options::new(self.look.width.saturating_sub(2));
        for (at, line) in textwrap::wrap(&inert(text), options).into_iter().enumerate() {
            let before = if at == 0 { format!("{sign} ") } else { "  ".into() };
            self.line(&format!("{before}{line}"));
        }
    }

    fn findings(&mut self, judged: &Judged) {
        let findings = &judged.critique.findings;
        if findings.is_empty() {
            return;
        }
        self.heading(&format!("Also queried ({})", findings.len()));
        let shown = if self.look.all { findings.len() } else { FIRST };
        for finding in findings.iter().take(shown) {
            let at = format!("{}:{}", finding.place.start.line, finding.place.start.column);
            self.wrapped(
                &format!(
                    "{at} {}: {} [{}]",
                    finding.severity.name(),
                    finding.message,
                    finding.rule
                ),
                "",
                "  ",
                |line| severity_colour(finding.severity, line),
            );
            if self.look.all {
                self.wrapped(&finding.help, "  ", "  ", plain);
            }
        }
        if findings.len() > shown {
            self.line(&format!("… and {} more", findings.len() - shown));
        }
    }

    fn summary(&mut self, report: &Report) {
        self.heading(&format!(
            "{} essays, mean {}",
            report.essays.len(),
            report.mean().unwrap_or(0)
        ));
        for essay in &report.essays {
            let mark = format!("{:>3} {:<12}", essay.critique.mark, essay.critique.band);
            let path = inert(&essay.path).into_owned();
            self.line(&format!("{} {path}", mark_colour(essay.critique.mark, &mark)));
        }
    }
}

/// The likeliest stance of each paragraph, in order.
fn paragraphs(judged: &Judged) -> Vec<Stance> {
    let sentences = &judged.critique.sentences;
    let paragraphs = sentences.chunk_by(|a, b| a.paragraph == b.paragraph);
    paragraphs
        .map(|sentences| {
            let count = |stance: Stance| sentences.iter().filter(|it| it.stance == stance).count();
            let most = [Stance::Other, Stance::Descriptive, Stance::Analytical, Stance::Evaluative];
            most.into_iter().max_by_key(|stance| count(*stance)).unwrap_or(Stance::Other)
        })
        .collect()
}

fn cell(stance: Stance) -> ColoredString {
    match stance {
        Stance::Descriptive => "d".blue(),
        Stance::Analytical => "a".yellow(),
        Stance::Evaluative => "e".green(),
        Stance::Other => "·".dimmed(),
    }
}

fn bar(marks: u32, out_of: u32, cells: u32) -> String {
    let full = (marks * cells + out_of / 2).checked_div(out_of).unwrap_or(0).min(cells);
    let (full, empty) = (full as usize, (cells - full.min(cells)) as usize);
    format!("{}{}", "█".repeat(full), "░".repeat(empty))
}

fn mark_colour(mark: u32, text: &str) -> ColoredString {
    match mark {
        0..40 => text.red(),
        40..55 => text.yellow(),
        _ => text.green(),
    }
}

fn level_colour(level: Level, text: &str) -> ColoredString {
    match level {
        Level::NotEvidenced => text.red(),
        Level::Limited => text.yellow(),
        Level::Sound => text.cyan(),
        Level::Strong => text.green(),
    }
}

fn severity_colour(severity: Severity, text: &str) -> ColoredString {
    match severity {
        Severity::Error => text.red(),
        Severity::Warning => text.yellow(),
        Severity::Note => text.normal(),
    }
}
