//! A comparison for a terminal.

use colored::{ColoredString, Colorize};

use crate::document::Unit;
use crate::report::compare::comparison::CHANGES;
use crate::report::compare::{Change, Comparison, PointChange, Side};
use crate::report::terminal::{Look, Page, mark_colour};

pub fn compare_terminal(comparison: &Comparison, look: Look) -> String {
    let mut page = Page::new(look);
    page.sides(comparison);
    page.points_changed(comparison);
    for change in CHANGES {
        page.receipts(comparison, change);
    }
    if comparison.open == 0 {
        return page.into_text();
    }
    page.blank();
    let open = format!(
        "{} still open: critique check {} says which",
        comparison.open, comparison.new.path
    );
    page.entry(&page.lead(), &open, |line| line.dimmed());
    page.into_text()
}

impl Page {
    fn sides(&mut self, it: &Comparison) {
        let (old, new) = (&it.old, &it.new);
        let same = old.path == new.path;
        let paths = if same { new.path.clone() } else { format!("{} → {}", old.path, new.path) };
        self.entry(&self.lead(), &paths, |line| line.bold());
        let gain = i64::from(new.mark) - i64::from(old.mark);
        let told = format!("{} {} → {} {} ({gain:+})", old.mark, old.band, new.mark, new.band);
        let lead = self.lead().painted(&told, |text| mark_colour(new.mark, text).bold());
        self.entry(&lead.text("  "), "indicative: an assessor decides", |line| line.dimmed());
        self.entry(&self.lead(), &format!("{} words → {}", old.words, new.words), |line| {
            line.dimmed()
        });
    }

    fn points_changed(&mut self, comparison: &Comparison) {
        let changed = |it: &&PointChange| it.before != it.after;
        let points: Vec<&PointChange> = comparison.points.iter().filter(changed).collect();
        self.heading(&format!(
            "Marking points: {} of {} moved",
            points.len(),
            comparison.points.len()
        ));
        for it in points {
            self.point_change(it);
        }
    }

    fn point_change(&mut self, it: &PointChange) {
        let levels = match it.change {
            None => it.after.0.label().to_owned(),
            Some(_) => format!("{} → {}", it.before.0.label(), it.after.0.label()),
        };
        let marks = format!("{:>2} → {:>2}/{:<3}", it.before.1, it.after.1, it.out_of);
        let lead = self
            .lead()
            .text(&marks)
            .painted(&format!("{levels:<24} "), |text| colour(it.change, text));
        let note = if it.change == Some(Change::Cosmetic) { " (cosmetic)" } else { "" };
        self.entry(&lead, &format!("{}{note}", it.title), |line| line.normal());
    }

    fn receipts(&mut self, comparison: &Comparison, change: Change) {
        let count = comparison.of_change(change).count();
        if count == 0 {
            return;
        }
        self.heading(&format!("{} ({count}): {}", capital(change.name()), change.means()));
        let side = comparison.side(change);
        for receipt in comparison.of_change(change) {
            let at = receipt.line.map_or_else(|| "     ".into(), |line| number(side, line));
            let link = receipt.line.and_then(|line| self.look.link(&side.path, line));
            let lead = self
                .lead()
                .painted(sign(change), |text| colour(Some(change), text))
                .linked(&at, link);
            self.entry(&lead, &receipt.what, |line| line.normal());
        }
    }
}

/// The number of a line, or a paragraph by its name.
fn number(side: &Side, line: usize) -> String {
    if side.counts == Unit::Line.name() {
        format!("{line:>4} ")
    } else {
        format!("{} {line:<3} ", side.counts)
    }
}

fn sign(change: Change) -> &'static str {
    match change {
        Change::Resolved => "✓",
        Change::Cosmetic => "~",
        Change::Regressed => "✗",
        Change::New => "+",
    }
}

fn colour(change: Option<Change>, text: &str) -> ColoredString {
    match change {
        Some(Change::Resolved) => text.green(),
        Some(Change::Cosmetic) => text.yellow(),
        Some(Change::Regressed | Change::New) => text.red(),
        None => text.normal(),
    }
}

pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| format!("{}{}", first.to_uppercase(), letters.as_str()))
        .unwrap_or_default()
}
