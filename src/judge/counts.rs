//! The named counts of evidence that levels are decided on.

use crate::judge::general::specific;
use crate::judge::lens::{Lens, MistakeLens, PointLens, SeekLens};
use crate::judge::signals::Signals;
use crate::judge::strength::Look;
use crate::judge::verdict::Counts;

/// Names of the counts behind a level.
pub(super) const POINT_COUNTS: [&str; 7] =
    ["treated", "explained", "weighed", "applied", "supported", "breadth", "sought"];
/// Further counts where the rubric is drafted, by what the sentences aim at and not by phrases alone.
pub(super) const AIMED_COUNTS: [&str; 4] =
    ["aimed-explained", "aimed-weighed", "aimed-applied", "aimed-supported"];
/// Names of the counts behind a mistake's verdict; each speaks for sparing the essay.
pub(super) const MISTAKE_COUNTS: [&str; 3] = ["spared", "breadth", "unshown"];
/// What the whole essay does, where the rubric is drafted: its words tell less surely which point a sentence treats, and how
/// an essay works as a whole tells more about each of its points. Two sums, three shares of its sentences, and how little of it
/// is general words.
pub(super) const WHOLE_COUNTS: [&str; 6] = [
    "whole-applied",
    "whole-supported",
    "share-explained",
    "share-applied",
    "share-supported",
    "specific",
];
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

/// The sums that the counts are made of; more sentences can be added at any time.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub(crate) points: Vec<PointTally>,
    pub(crate) mistakes: Vec<MistakeTally>,
    /// All the evidence for each signal of each practice.
    pub(crate) practices: Vec<Vec<f32>>,
    /// What the whole essay does, where the rubric is drafted.
    whole: Option<WholeTally>,
}

#[derive(Clone, Copy, Debug, Default)]
struct WholeTally {
    sentences: f32,
    explained: f32,
    applied: f32,
    supported: f32,
    words: usize,
    general: usize,
}

impl WholeTally {
    fn add(&mut self, look: &Look) {
        self.sentences += 1.0;
        self.explained += look.critical();
        self.applied += look.critical() * look.applies();
        self.supported += look.critical() * look.cites();
        self.words += look.told.words;
        self.general += look.told.general;
    }

    fn counts(&self) -> [f32; WHOLE_COUNTS.len()] {
        let share = |sum: f32| sum / self.sentences.max(1.0);
        let shares = [self.explained, self.applied, self.supported].map(share);
        let [explained, applied, supported] = shares;
        let specific = specific(self.words, self.general);
        [growing(self.applied), growing(self.supported), explained, applied, supported, specific]
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct PointTally {
    sums: [f32; 5],
    /// What sentences that aim at the point do, where the rubric is drafted.
    aimed: Option<[f32; 4]>,
    /// The best explanation of each idea.
    ideas: Vec<f32>,
    /// All the evidence for each signal.
    pub(crate) seeks: Vec<f32>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct MistakeTally {
    pub(crate) spared: Vec<f32>,
    pub(crate) shown: Vec<f32>,
}

impl Tally {
    pub(crate) fn of(lens: &Lens, looks: &[Look], signals: &Signals) -> Tally {
        let point = |point: &PointLens| PointTally {
            sums: [0.0; 5],
            aimed: lens.rubric.drafted.then_some([0.0; 4]),
            ideas: vec![0.0; point.ideas.len()],
            seeks: signals.totals(&point.seeks),
        };
        let mistake = |mistake: &MistakeLens| MistakeTally {
            spared: signals.totals(&mistake.spared_by),
            shown: signals.totals(&mistake.shown_by),
        };
        let mut tally = Tally {
            points: lens.points.iter().map(point).collect(),
            mistakes: lens.mistakes.iter().map(mistake).collect(),
            practices: lens.practices.iter().map(|seeks| signals.totals(seeks)).collect(),
            whole: lens.rubric.drafted.then(WholeTally::default),
        };
        for look in looks.iter().filter(|look| earns(look)) {
            tally.earn(lens, look);
        }
        tally
    }

    /// Adds a sentence.
    pub(crate) fn add(&mut self, lens: &Lens, look: &Look) {
        for (tally, point) in self.points.iter_mut().zip(&lens.points) {
            add_signals(&mut tally.seeks, &point.seeks, look);
        }
        for (tally, mistake) in self.mistakes.iter_mut().zip(&lens.mistakes) {
            add_signals(&mut tally.spared, &mistake.spared_by, look);
            add_signals(&mut tally.shown, &mistake.shown_by, look);
        }
        for (totals, seeks) in self.practices.iter_mut().zip(&lens.practices) {
            add_signals(totals, seeks, look);
        }
        if earns(look) {
            self.earn(lens, look);
        }
    }

    /// Adds what a sentence does for the points and the whole, beside the signals that it shows.
    fn earn(&mut self, lens: &Lens, look: &Look) {
        for (at, (tally, point)) in self.points.iter_mut().zip(&lens.points).enumerate() {
            tally.earn(at, point, look);
        }
        if let Some(whole) = self.whole.as_mut() {
            whole.add(look);
        }
    }

    /// How many in a hundred words are general, where the rubric is drafted and something was said.
    pub(crate) fn general(&self) -> Option<u8> {
        let whole = self.whole.filter(|whole| whole.words > 0)?;
        u8::try_from((200 * whole.general + whole.words) / (2 * whole.words)).ok()
    }

    /// The counts; the standing is filled in when they are judged.
    pub(crate) fn counts(&self) -> Counts {
        const UNKNOWN: &[f32] = &[0.0];
        let whole = self.whole.map(|it| it.counts());
        let whole = whole.as_ref().map_or(&[][..], |it| it);
        let point = |it: &PointTally| [it.counts().as_slice(), whole].concat();
        let mistake = |it: &MistakeTally| [it.counts().as_slice(), whole, UNKNOWN].concat();
        let practice = |it: &Vec<f32>| [sum_and_breadth(it).as_slice(), UNKNOWN].concat();
        Counts {
            points: self.points.iter().map(point).collect(),
            mistakes: self.mistakes.iter().map(mistake).collect(),
            practices: self.practices.iter().map(practice).collect(),
        }
    }
}

fn add_signals(totals: &mut [f32], seeks: &[SeekLens], look: &Look) {
    totals.iter_mut().zip(seeks).for_each(|(total, seek)| *total += look.signal(seek));
}

impl PointTally {
    /// `at` is the point's place in the rubric.
    fn earn(&mut self, at: usize, point: &PointLens, look: &Look) {
        let critical = look.critical();
        let mut best = 0.0_f32;
        for (idea, most) in point.ideas.iter().zip(&mut self.ideas) {
            let link = look.link(*idea);
            best = best.max(link);
            *most = most.max(link * critical);
        }
        self.sums[0] += best;
        self.sums[1] += best * critical;
        self.sums[2] += best * look.weighing();
        self.sums[3] += best * critical * look.applies();
        self.sums[4] += best * critical * look.cites();
        if let Some([explained, weighed, applied, supported]) = &mut self.aimed {
            let aimed = look.told.aims[at];
            *explained += aimed * critical;
            *weighed += aimed * look.weighing();
            *applied += aimed * critical * look.applies();
            *supported += aimed * critical * look.cites();
        }
    }

    fn counts(&self) -> Vec<f32> {
        let [treated, explained, weighed, applied, supported] = self.sums.map(growing);
        let breadth = mean(self.ideas.iter().map(|it| f32::from(u8::from(*it >= TREATED))));
        let sought = mean(self.seeks.iter().map(|total| total.min(SEEN_TWICE) / SEEN_TWICE));
        let own = [treated, explained, weighed, applied, supported, breadth, sought];
        let aimed = self.aimed.map(|sums| sums.map(growing));
        [own.as_slice(), aimed.as_ref().map_or(&[], |it| it)].concat()
    }
}

/// A signal seen twice is there for good.
const SEEN_TWICE: f32 = 2.0;
/// No signal may speak for more than this many sentences.
const MOST: f32 = 4.0;

impl MistakeTally {
    fn counts(&self) -> [f32; 3] {
        let [spared, breadth] = sum_and_breadth(&self.spared);
        let [shown, _] = sum_and_breadth(&self.shown);
        [spared, breadth, -shown]
    }
}

/// May a sentence earn something?
fn earns(look: &Look) -> bool {
    !look.told.is_heading() && look.told.credit > 0.0
}

/// All the evidence for some signals, and what share of them is there.
fn sum_and_breadth(totals: &[f32]) -> [f32; 2] {
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
