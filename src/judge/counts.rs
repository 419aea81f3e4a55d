//! The named counts of evidence that levels are decided on.

use crate::judge::lens::{MistakeLens, PointLens, SeekLens};
use crate::judge::strength::{Look, looks};
use crate::judge::told::Told;

/// Names of the counts behind a level.
pub(super) const POINT_COUNTS: [&str; 7] =
    ["treated", "explained", "weighed", "applied", "supported", "breadth", "sought"];
/// Further counts where the rubric is drafted, by what the sentences aim at and not by phrases alone.
pub(super) const AIMED_COUNTS: [&str; 4] =
    ["aimed-explained", "aimed-weighed", "aimed-applied", "aimed-supported"];
/// Names of the counts behind a mistake's verdict; each speaks for sparing the essay. Where the rubric is drafted, its own
/// signals are joined by what the whole essay does.
pub(super) const MISTAKE_COUNTS: [&str; 3] = ["spared", "breadth", "unshown"];
pub(super) const WHOLE_COUNTS: [&str; 2] = ["applied", "supported"];
/// The last count of every mistake and practice: how the essay does on its marking points as a whole. Who analyses
/// everything else rarely makes a mistake.
pub(super) const STANDING: &str = "standing";
/// Names of the counts behind a practice's verdict.
pub(super) const PRACTICE_COUNTS: [&str; 2] = ["shown", "breadth"];

/// A sum of evidence grows ever more slowly: the tenth sentence says less than the second.
fn growing(sum: f32) -> f32 {
    sum.ln_1p()
}

/// An idea counts as treated from this much explanation on.
const TREATED: f32 = 0.5;

pub(crate) fn point_counts(point: &PointLens, all: &[Told]) -> [f32; 7] {
    let mut sums = [0.0_f32; 5];
    let mut ideas = vec![0.0_f32; point.ideas.len()];
    for look in earning(all) {
        let links: Vec<f32> = point.ideas.iter().map(|idea| look.link(*idea)).collect();
        let link = links.iter().copied().fold(0.0, f32::max);
        let critical = look.told().critical();
        sums[0] += link;
        sums[1] += link * critical;
        sums[2] += link * look.told().weighing();
        sums[3] += link * critical * look.applies();
        sums[4] += link * critical * look.cites();
        for (idea, link) in ideas.iter_mut().zip(&links) {
            *idea = idea.max(link * critical);
        }
    }
    let [treated, explained, weighed, applied, supported] = sums.map(growing);
    let breadth = mean(ideas.iter().map(|it| f32::from(u8::from(*it >= TREATED))));
    let sought = mean(point.seeks.iter().map(|seek| total(seek, all).min(SEEN_TWICE) / SEEN_TWICE));
    [treated, explained, weighed, applied, supported, breadth, sought]
}

/// `at` is the point's place in the rubric.
pub(crate) fn aimed_counts(at: usize, all: &[Told]) -> [f32; 4] {
    let mut sums = [0.0_f32; 4];
    for look in earning(all) {
        let aimed = look.told().aims[at];
        let critical = look.told().critical();
        sums[0] += aimed * critical;
        sums[1] += aimed * look.told().weighing();
        sums[2] += aimed * critical * look.applies();
        sums[3] += aimed * critical * look.cites();
    }
    sums.map(growing)
}

/// How much analysis of the whole essay is applied to a case, and how much rests on sources.
pub(crate) fn whole_counts(all: &[Told]) -> [f32; 2] {
    let mut sums = [0.0_f32; 2];
    for look in earning(all) {
        sums[0] += look.told().critical() * look.applies();
        sums[1] += look.told().critical() * look.cites();
    }
    sums.map(growing)
}

/// The sentences that may earn something.
fn earning(all: &[Told]) -> impl Iterator<Item = Look<'_>> {
    looks(all).filter(|look| !look.told().is_heading() && look.told().credit > 0.0)
}

/// A signal seen twice is there for good.
const SEEN_TWICE: f32 = 2.0;
/// No signal may speak for more than this many sentences.
const MOST: f32 = 4.0;

pub(crate) fn mistake_counts(mistake: &MistakeLens, all: &[Told]) -> [f32; 3] {
    let [spared, breadth] = sum_and_breadth(&mistake.spared_by, all);
    let [shown, _] = sum_and_breadth(&mistake.shown_by, all);
    [spared, breadth, -shown]
}

pub(crate) fn practice_counts(seeks: &[SeekLens], all: &[Told]) -> [f32; 2] {
    sum_and_breadth(seeks, all)
}

/// All the evidence for one signal.
pub(crate) fn total(seek: &SeekLens, all: &[Told]) -> f32 {
    looks(all).map(|look| look.signal(seek)).sum()
}

/// All the evidence for some signals, and what share of them is there.
fn sum_and_breadth(seeks: &[SeekLens], all: &[Told]) -> [f32; 2] {
    let totals: Vec<f32> = seeks.iter().map(|seek| total(seek, all)).collect();
    let sum = totals.iter().map(|it| it.min(MOST)).sum();
    [growing(sum), mean(totals.iter().map(|it| it.min(1.0)))]
}

#[expect(clippy::cast_precision_loss, reason = "few numbers")]
fn mean(numbers: impl Iterator<Item = f32>) -> f32 {
    let (mut sum, mut count) = (0.0, 0_usize);
    for number in numbers {
        sum += number;
        count += 1;
    }
    sum / count.max(1) as f32
}
