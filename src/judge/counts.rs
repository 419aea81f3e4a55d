//! The named counts of evidence that levels are decided on.

use crate::judge::lens::{MistakeLens, PointLens, SeekLens};
use crate::judge::strength::looks;
use crate::judge::told::Told;

/// Names of the counts behind a level.
pub const POINT_COUNTS: [&str; 11] = [
    "treated",
    "explained",
    "weighed",
    "applied",
    "supported",
    "breadth",
    "sought",
    "aimed-explained",
    "aimed-weighed",
    "aimed-applied",
    "aimed-supported",
];
/// Names of the counts behind a mistake's verdict; each speaks for sparing the essay.
pub const MISTAKE_COUNTS: [&str; 6] =
    ["spared", "breadth", "unshown", "applied", "supported", "standing"];
/// Names of the counts behind a practice's verdict.
pub const PRACTICE_COUNTS: [&str; 3] = ["shown", "breadth", "standing"];

/// A sum of evidence grows ever more slowly: the tenth sentence says less than the second.
fn growing(sum: f32) -> f32 {
    sum.ln_1p()
}

/// An idea counts as treated from this much explanation on.
const TREATED: f32 = 0.5;

/// `at` is the point's place in the rubric.
pub(crate) fn point_counts(at: usize, point: &PointLens, all: &[Told]) -> [f32; 11] {
    let mut sums = [0.0_f32; 9];
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
        let aimed = look.told().aims[at];
        sums[5] += aimed * critical;
        sums[6] += aimed * look.told().weighing();
        sums[7] += aimed * critical * look.applies();
        sums[8] += aimed * critical * look.cites();
        for (idea, link) in ideas.iter_mut().zip(&links) {
            *idea = idea.max(link * critical);
        }
    }
    let [treated, explained, weighed, applied, supported, aimed @ ..] = sums.map(growing);
    let [aimed_explained, aimed_weighed, aimed_applied, aimed_supported] = aimed;
    let breadth = mean(ideas.iter().map(|it| f32::from(u8::from(*it >= TREATED))));
    let sought = mean(point.seeks.iter().map(|seek| total(seek, all).min(SEEN_TWICE) / SEEN_TWICE));
    [
        treated,
        explained,
        weighed,
        applied,
        supported,
        breadth,
        sought,
        aimed_explained,
        aimed_weighed,
        aimed_applied,
        aimed_supported,
    ]
}

/// A signal seen twice is there for good.
const SEEN_TWICE: f32 = 2.0;
/// No signal may speak for more than this many sentences.
const MOST: f32 = 4.0;

/// How much analysis of the whole essay is applied to a case, and how much rests on sources.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Analysis {
    applied: f32,
    supported: f32,
}

impl Analysis {
    pub(crate) fn of(all: &[Told]) -> Analysis {
        let (mut applied, mut supported) = (0.0, 0.0);
        for look in looks(all).filter(|look| !look.told().is_heading() && look.told().credit > 0.0)
        {
            applied += look.told().critical() * look.applies();
            supported += look.told().critical() * look.cites();
        }
        Analysis { applied: growing(applied), supported: growing(supported) }
    }
}

/// The last count, the standing, is filled in when the mistake is judged: how the essay does on its marking points as a
/// whole. Who analyses everything else rarely makes a mistake.
pub(crate) fn mistake_counts(mistake: &MistakeLens, all: &[Told], analysis: Analysis) -> [f32; 6] {
    let [spared, breadth] = sum_and_breadth(&mistake.spared_by, all);
    let [shown, _] = sum_and_breadth(&mistake.shown_by, all);
    [spared, breadth, -shown, analysis.applied, analysis.supported, 0.0]
}

pub(crate) fn practice_counts(seeks: &[SeekLens], all: &[Told], standing: f32) -> [f32; 3] {
    let [shown, breadth] = sum_and_breadth(seeks, all);
    [shown, breadth, standing]
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
