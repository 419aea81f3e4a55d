//! A reference list that is not in the order of its authors' names.

use crate::detect::{Detector, Fault, Look, Severity};
use crate::text::Span;

pub(crate) const DETECTOR: Detector = Detector {
    id: "list-not-alphabetical",
    severity: Severity::Note,
    what: "A reference list whose entries are not in alphabetical order.",
    why: "The reader looks a name up as in a dictionary.",
    example: "
Goals are shared (Adams, 2008; Harris, 2015; Petch, 2013).

## References

Harris, J. (2015) *Shared goals*. London: Sage.

Petch, A. (2013) *Delivering integrated care*. Glasgow: IRISS.

Adams, R. (2008) *Empowerment*. Basingstoke: Palgrave.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Goals are shared (Adams, 2008; King's Fund, 2015; Petch, 2013).

## References

Adams, R. (2008) *Empowerment*. Basingstoke: Palgrave.

The King's Fund (2015) *Shared goals*. London: The King's Fund.

Petch, A. (2013) *Delivering integrated care*. Glasgow: IRISS.
",
    detect,
};

/// A shorter list has no order to break.
const SHORTEST_LIST: usize = 3;

fn detect(look: &Look) -> Vec<Fault> {
    let document = &look.essay.document;
    let blocks = document.references().zip(&look.essay.works);
    let entries: Vec<(usize, Span, String)> =
        blocks.map(|(block, work)| (block.section, work.span, key(look.text(work.span)))).collect();
    if entries.len() < SHORTEST_LIST {
        return Vec::new();
    }
    let wrong: Vec<&(usize, Span, String)> = entries
        .windows(2)
        .filter(|it| {
            it[0].0 == it[1].0
                && it[0].2 > it[1].2
                && with_article(look, it[0].1) > with_article(look, it[1].1)
        })
        .map(|it| &it[1])
        .collect();
    let Some(first) = wrong.first() else { return Vec::new() };
    let names: Vec<&str> = wrong
        .iter()
        .map(|it| look.text(it.1).split([',', '(']).next().unwrap_or_default().trim())
        .collect();
    let message = format!(
        "the list is not alphabetical: {} comes too late",
        names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
    );
    vec![look.fault(first.1, message, "sort the list by the first author's surname")]
}

/// Some guides sort "The King's Fund" under T.
fn with_article(look: &Look, entry: Span) -> String {
    look.text(entry).trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The first word that counts, without case, accents and article.
fn key(entry: &str) -> String {
    let name = entry.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let first = name.split([',', '(', '.', ' ']).next().unwrap_or_default();
    let plain = first.chars().filter(|c| c.is_alphanumeric()).map(|c| match c {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        other => other,
    });
    plain.collect()
}
