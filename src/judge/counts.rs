//! The named counts of evidence that levels are decided on.

use crate::judge::lens::{MistakeLens, PointLens, SeekLens};
use crate::judge::strength::looks;
use crate::judge::told::Told;

/// Names of the counts behind a level, in the order of [`point_counts`].
pub const POINT_COUNTS: [&str; 8] =
    ["treated", "explained", "weighed", "applied", "supported", "breadth", "sought", "critical"];
/// Names of the counts behind a mistake's verdict; each speaks for sparing the essay.
pub const MISTAKE_COUNTS: [&str; 5] = ["spared", "breadth", "unshown", "critical", "slack"];
/// Names of the counts behind a practice's verdict.
pub const PRACTICE_COUNTS: [&str; 4] = ["shown", "breadth", "critical", "slack"];

/// A sum of evidence grows ever more slowly: the tenth sentence says less than the second.
fn growing(sum: f32) -> f32 {
    sum.ln_1p()
}

/// An idea counts as treated from this much explanation on.
const TREATED: f32 = 0.5;

pub(crate) fn point_counts(point: &PointLens, all: &[Told], essay_critical: f32) -> [f32; 8] {
    let mut sums = [0.0_f32; 5];
    let mut ideas = vec![0.0_f32; point.ideas.len()];
    for look in looks(all).filter(|look| !look.told().is_heading() && look.told().credit > 0.0) {
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
    [treated, explained, weighed, applied, supported, breadth, sought, essay_critical]
}

/// A signal seen twice is there for good.
const SEEN_TWICE: f32 = 2.0;
/// No signal may speak for more than this many sentences.
const MOST: f32 = 4.0;

pub(crate) fn mistake_counts(mistake: &MistakeLens, need: f32, all: &[Told], essay_critical: f32) -> [f32; 5] {
    let spared = sum_of(&mistake.spared_by, all);
    let breadth = mean(mistake.spared_by.iter().map(|seek| total(seek, all).min(1.0)));
    let shown = sum_of(&mistake.shown_by, all);
    [growing(spared), breadth, -growing(shown), essay_critical, growing(spared) - growing(need)]
}

pub(crate) fn practice_counts(seeks: &[SeekLens], need: f32, all: &[Told], essay_critical: f32) -> [f32; 4] {
    let shown = sum_of(seeks, all);
    let breadth = mean(seeks.iter().map(|seek| total(seek, all).min(1.0)));
    [growing(shown), breadth, essay_critical, growing(shown) - growing(need)]
}

/// How critical the essay is as a whole: what share of its sentences explain or judge, and how many judge.
pub(crate) fn critical_share(all: &[Told]) -> f32 {
    let body = all.iter().filter(|told| !told.is_heading() && told.sentence.is_some());
    mean(body.map(|told| told.credit * told.critical()))
}

/// All the evidence for one signal.
pub(crate) fn total(seek: &SeekLens, all: &[Told]) -> f32 {
    looks(all).map(|look| look.signal(seek)).sum()
}

fn sum_of(seeks: &[SeekLens], all: &[Told]) -> f32 {
    seeks.iter().map(|seek| total(seek, all).min(MOST)).sum()
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
