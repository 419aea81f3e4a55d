//! Two essays made of nothing but a rubric's own examples: one of all that it praises, one of all that it faults.

use std::collections::BTreeSet;

use crate::rubric::{Rubric, Seek};

/// The passages that meet, spare and show.
pub(crate) fn praised(rubric: &Rubric) -> String {
    let points = rubric.points.iter().map(|it| &it.examples.meets);
    let mistakes = rubric.mistakes.iter().map(|it| &it.examples.spared);
    let body: Vec<&String> = points.chain(mistakes).flatten().collect();
    essay(rubric, &body, |it| &it.examples.meets)
}

/// The passages that miss, and those in which a mistake is made.
pub(crate) fn faulted(rubric: &Rubric) -> String {
    let points = rubric.points.iter().map(|it| &it.examples.misses);
    let mistakes = rubric.mistakes.iter().map(|it| &it.examples.caught);
    let body: Vec<&String> = points.chain(mistakes).flatten().collect();
    essay(rubric, &body, |it| &it.examples.misses)
}

/// A paragraph a passage, each once; what is sought in a conclusion stands in one.
fn essay(
    rubric: &Rubric,
    body: &[&String],
    of: impl Fn(&crate::rubric::Practice) -> &Vec<String>,
) -> String {
    let (last, others): (Vec<_>, Vec<_>) =
        rubric.practices.iter().partition(|it| concludes(&it.shown_by));
    let others = others.into_iter().flat_map(&of);
    let last: Vec<&String> = last.into_iter().flat_map(&of).collect();
    let mut seen = BTreeSet::new();
    let mut paragraphs: Vec<String> = body
        .iter()
        .copied()
        .chain(others)
        .filter(|it| seen.insert(it.trim()))
        .map(|it| it.trim().to_owned())
        .collect();
    if !last.is_empty() {
        paragraphs.push("## Conclusion".to_owned());
        paragraphs.extend(last.iter().map(|it| it.trim().to_owned()));
    }
    paragraphs.join("\n\n")
}

fn concludes(seeks: &[Seek]) -> bool {
    !seeks.is_empty()
        && seeks.iter().all(|it| it.signal.split(" & ").any(|term| term == "in:conclusion"))
}
