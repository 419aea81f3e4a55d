//! A comparison as Markdown, for a pull request.

use std::fmt::Write as _;

use crate::report::compare::comparison::CHANGES;
use crate::report::compare::terminal::capital;
use crate::report::compare::{Change, Comparison};
use crate::report::escape_markdown::{escaped, told};

pub fn compare_markdown(comparison: &Comparison) -> String {
    let (old, new) = (&comparison.old, &comparison.new);
    let mut text = format!("## {} → {}\n\n", escaped(&old.path), escaped(&new.path));
    let gain = i64::from(new.mark) - i64::from(old.mark);
    let _ = writeln!(
        text,
        "**{} {} → {} {}** ({gain:+}), {} words → {}.\n",
        old.mark, old.band, new.mark, new.band, old.words, new.words
    );
    text.push_str("| marking point | before | after | |\n|:--|:--|:--|:--|\n");
    for it in &comparison.points {
        let ((before, earned), (after, earns)) = (it.before, it.after);
        let change = match it.change {
            None => "",
            Some(Change::Resolved) => "better",
            Some(change) => change.name(),
        };
        let title = escaped(&it.title);
        let _ = writeln!(
            text,
            "| {title} | {}, {earned}/{out_of} | {}, {earns}/{out_of} | {change} |",
            before.label(),
            after.label(),
            out_of = it.out_of
        );
    }
    text.push('\n');
    for change in CHANGES {
        receipts(&mut text, comparison, change);
    }
    let _ = writeln!(
        text,
        "{} still open. Marks are indicative: an assessor decides.",
        comparison.open
    );
    text
}

fn receipts(text: &mut String, comparison: &Comparison, change: Change) {
    let count = comparison.of_change(change).count();
    if count == 0 {
        return;
    }
    let _ = writeln!(text, "### {} ({count}): {}\n", capital(change.name()), change.means());
    let counts = comparison.side(change).counts;
    for it in comparison.of_change(change) {
        let at = it.line.map(|line| format!("{counts} {line}: ")).unwrap_or_default();
        let _ = writeln!(text, "- {at}{}", told(&it.what));
    }
    text.push('\n');
}
