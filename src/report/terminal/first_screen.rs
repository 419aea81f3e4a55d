//! The first screen: the mark, a bar per criterion, what each paragraph does, and the first steps.

use colored::Colorize;

use crate::document::Unit;
use crate::judge::{CriterionVerdict, NextStep};
use crate::report::terminal::page::plain;
use crate::report::terminal::paint::cell;
use crate::report::terminal::{Page, bar, mark_colour};
use crate::report::{Judged, strip, words};

/// Steps shown without `--all`.
const FIRST: usize = 3;
const BAR: u32 = 10;
const PARAGRAPHS: &str =
    "places are numbers of paragraphs: empty ones are left out, tables counted cell by cell";
/// Columns before a step's words, without the word for its place, as long as its number has three digits.
const FRAME: usize = 13;

impl Page {
    pub(super) fn first_screen(&mut self, judged: &Judged) {
        self.entry(&self.lead(), &judged.path, |line| line.bold());
        self.verdict(judged);
        self.blank();
        judged.critique.criteria.iter().for_each(|it| self.criterion(it));
        self.strip(judged);
        self.next_steps(judged);
    }

    fn verdict(&mut self, judged: &Judged) {
        let critique = &judged.critique;
        let mark = format!("{} {}", critique.mark, critique.band);
        let lead = self.lead().painted(&mark, |text| mark_colour(critique.mark, text).bold());
        self.entry(&lead.text("  "), "indicative: an assessor decides", |line| line.dimmed());
        let why = judged.chosen.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
        let told = format!("{} · rubric {}{why}", words::told(critique.words), judged.rubric.id);
        self.entry(&self.lead(), &told, |line| line.dimmed());
        if judged.document.unit == Unit::Paragraph {
            self.entry(&self.lead(), PARAGRAPHS, |line| line.dimmed());
        }
        for cap in &critique.caps {
            self.entry(&self.lead().painted("! ", |text| text.red()), cap, |line| line.red());
        }
        if self.look.all {
            let sum = critique.sum.iter().map(|it| format!("{} {:+}", it.what, it.amount));
            let sum = sum.collect::<Vec<_>>().join(", ");
            self.entry(&self.lead().text("the mark: "), &sum, |line| line.dimmed());
        }
    }

    fn criterion(&mut self, criterion: &CriterionVerdict) {
        let bar = bar(criterion.marks, criterion.out_of, BAR);
        let score = format!(" {:>2}/{:<3} ", criterion.marks, criterion.out_of);
        self.entry(&self.lead().text(&bar).text(&score), &criterion.title, plain);
    }

    fn strip(&mut self, judged: &Judged) {
        self.blank();
        let [describe, analyse, evaluate, other] = strip::counts(&judged.critique);
        let legend = format!(
            "d describe ({describe} sentences), a analyse ({analyse}), e evaluate ({evaluate}), · other ({other})"
        );
        let cells = strip::paragraphs(&judged.critique);
        let mut rows = cells.chunks(self.look.width).peekable();
        while let Some(row) = rows.next() {
            let lead = row.iter().fold(self.lead(), |lead, paragraph| {
                let (letter, paint) = cell(paragraph.stance);
                lead.painted(letter, paint)
            });
            let told = if rows.peek().is_none() { legend.as_str() } else { "" };
            self.entry(&lead.text("  "), told, |line| line.dimmed());
        }
    }

    fn next_steps(&mut self, judged: &Judged) {
        let steps = &judged.critique.next_steps;
        if steps.is_empty() {
            return;
        }
        self.heading("Fix first");
        let shown = if self.look.all { steps.len() } else { FIRST };
        for (at, step) in steps.iter().take(shown).enumerate() {
            self.next_step(judged, at + 1, step);
        }
    }

    fn next_step(&mut self, judged: &Judged, number: usize, step: &NextStep) {
        let lead = self.lead().text(&format!("{number}. "));
        let lead = lead.painted(&format!("{:<4}", format!("+{}", step.gain)), |text| text.green());
        let place = format!("{} {}", judged.unit(), step.line);
        let lead = lead.linked(&place, self.look.link(&judged.path, step.line));
        let frame = FRAME + judged.unit().len();
        let gap = " ".repeat(frame.saturating_sub(lead.width()).max(2));
        self.entry(&lead.text(&gap), &step.action, plain);
    }
}
