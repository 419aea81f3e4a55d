//! Runs of the student's own words, by which passages shared between essays are known.
//!
//! Quotations, headings, tables and the reference list are no part of it, nor are runs that stand in the brief. Of each
//! eight runs in a row the one with the smallest hash is kept, so that any fifteen words in a row leave a trace, and the
//! same words leave the same.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::language::{Essay, Stem};
use crate::rubric::Rubric;

/// Words in a run: with shorter ones, common turns of phrase look like copying.
const RUN: usize = 8;
/// Runs in a row of which one is kept.
const WINDOW: usize = 8;
/// About one run in this many is kept: half a window, since neighbours often keep the same.
pub(super) const KEPT: usize = 4;

/// The runs of the task and the marking points, which every essay may repeat.
pub(super) fn of_brief(rubric: &Rubric) -> HashSet<u64> {
    let points = rubric.points.iter().flat_map(|it| [&it.title, &it.credit]);
    let others =
        rubric.mistakes.iter().map(|it| &it.says).chain(rubric.practices.iter().map(|it| &it.says));
    let ideas = rubric.ideas.iter().chain(&rubric.concepts).flat_map(|it| [&it.title, &it.means]);
    let texts = points.chain(others).chain(ideas).chain([&rubric.question, &rubric.title]);
    texts.flat_map(|text| of_text(text)).collect()
}

/// All the runs of a text.
pub(super) fn of_text(text: &str) -> Vec<u64> {
    runs(&text.unicode_words().map(Stem::of).collect::<Vec<_>>())
}

/// The runs kept of an essay, sorted, each once.
pub(super) fn of_essay(essay: &Essay, brief: &HashSet<u64>) -> Vec<u64> {
    let mut kept = Vec::new();
    for block in &essay.document.blocks {
        let sentences = &essay.document.sentences[block.sentences.clone()];
        let own = sentences.iter().filter(|it| it.scope.is_own()).flat_map(|it| it.words.clone());
        let stems: Vec<Stem> =
            own.filter(|at| !essay.document.words[*at].quoted).map(|at| essay.stems[at]).collect();
        let runs: Vec<u64> = runs(&stems).into_iter().filter(|it| !brief.contains(it)).collect();
        kept.extend(runs.windows(WINDOW).filter_map(|window| window.iter().min()));
    }
    kept.sort_unstable();
    kept.dedup();
    kept
}

fn runs(stems: &[Stem]) -> Vec<u64> {
    let hash = |run: &[Stem]| {
        run.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, stem| mixed(hash ^ stem.number()))
    };
    stems.windows(RUN).map(hash).collect()
}

/// Spreads every bit over the whole number.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (number ^ (number >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
