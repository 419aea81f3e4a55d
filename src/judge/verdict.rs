//! One verdict on a point, a mistake or a practice, from its counts.

use crate::judge::{Level, Models, Ordinal};
use crate::rubric::{Rubric, Strictness};

/// The bare verdicts on an essay, before any words are put to them: what the mark is reckoned from.
#[derive(Clone, Debug)]
pub(crate) struct Verdicts {
    /// Level and certainty, one a point.
    pub(crate) points: Vec<(Level, u8)>,
    /// Made or not, and certainty, one a mistake.
    pub(crate) mistakes: Vec<(bool, u8)>,
    /// Met or not, and certainty, one a practice.
    pub(crate) practices: Vec<(bool, u8)>,
}

/// All counts of one essay, in the order of the rubric; a mistake's and a practice's last count, the standing, is filled in
/// when they are judged, since it comes from the points.
#[derive(Clone, Debug)]
pub struct Counts {
    pub points: Vec<Vec<f32>>,
    pub mistakes: Vec<Vec<f32>>,
    pub practices: Vec<Vec<f32>>,
}

impl Counts {
    /// Is there anything that speaks for a point?
    pub fn show_something(&self) -> bool {
        self.points.iter().flatten().any(|count| *count > 0.0)
    }

    /// The same counts with the standing that a model of points sees in them.
    #[must_use]
    pub fn standing(&self, points: &Ordinal) -> Counts {
        let scores = self.points.iter().map(|counts| points.score(counts));
        #[expect(clippy::cast_precision_loss, reason = "a few points")]
        let standing = scores.sum::<f32>() / self.points.len().max(1) as f32;
        let mut all = self.clone();
        all.mistakes
            .iter_mut()
            .chain(&mut all.practices)
            .filter_map(|it| it.last_mut())
            .for_each(|it| *it = standing);
        all
    }
}

/// A practice of which nothing is seen is not met, however good the rest.
const SEEN: f32 = 0.3;

/// A strict or lenient rubric stands this part of the way to the next level beside the usual bounds.
const THIRD: f32 = 1.0 / 3.0;

/// How much more evidence than usual a rubric takes for everything; below 0, less.
fn more_needed(rubric: &Rubric, models: &Models) -> f32 {
    match rubric.strictness {
        Strictness::Lenient => -THIRD * models.point.step(),
        Strictness::Standard => 0.0,
        Strictness::Strict => THIRD * models.point.step(),
    }
}

pub(crate) fn verdicts(rubric: &Rubric, counts: &Counts, models: &Models) -> Verdicts {
    let counts = counts.standing(&models.point);
    let more = more_needed(rubric, models);
    let point_model = models.point.needing(more);
    let point = |counts: &Vec<f32>| {
        let level = point_model.level(counts);
        (Level::from_number(level), point_model.certainty(counts, level))
    };
    let made = |(counts, need): (&Vec<f32>, f32)| {
        let model = models.mistake.needing(need + more);
        let spared = model.level(counts);
        (spared == 0, model.certainty(counts, spared))
    };
    let met = |(counts, need): (&Vec<f32>, f32)| {
        let model = models.practice.needing(need + more);
        let met = if counts[0] < SEEN { 0 } else { model.level(counts) };
        (met == 1, model.certainty(counts, met))
    };
    Verdicts {
        points: counts.points.iter().map(point).collect(),
        mistakes: counts
            .mistakes
            .iter()
            .zip(rubric.mistakes.iter().map(|it| it.need))
            .map(made)
            .collect(),
        practices: counts
            .practices
            .iter()
            .zip(rubric.practices.iter().map(|it| it.need))
            .map(met)
            .collect(),
    }
}
