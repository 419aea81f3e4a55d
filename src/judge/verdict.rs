//! One verdict on a point, a mistake or a practice, from its counts.

use crate::judge::counts::{mistake_counts, point_counts, practice_counts};
use crate::judge::lens::Lens;
use crate::judge::told::Told;
use crate::judge::{Level, Models};

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

/// All counts of one essay, in the order of the rubric.
#[derive(Clone, Debug)]
pub struct Counts {
    pub points: Vec<Vec<f32>>,
    pub mistakes: Vec<Vec<f32>>,
    pub practices: Vec<Vec<f32>>,
}

pub(crate) fn counts(lens: &Lens, all: &[Told], critical: f32) -> Counts {
    let rubric = &lens.rubric;
    let points = lens.points.iter().map(|point| point_counts(point, all, critical).to_vec());
    let mistakes = lens.mistakes.iter().zip(&rubric.mistakes);
    let practices = lens.practices.iter().zip(&rubric.practices);
    Counts {
        points: points.collect(),
        mistakes: mistakes.map(|(it, model)| mistake_counts(it, model.need, all, critical).to_vec()).collect(),
        practices: practices.map(|(it, model)| practice_counts(it, model.need, all, critical).to_vec()).collect(),
    }
}

pub(crate) fn verdicts(counts: &Counts, models: &Models) -> Verdicts {
    let point = |counts: &Vec<f32>| {
        let level = models.point.level(counts);
        (Level::from_number(level), models.point.certainty(counts, level))
    };
    let met = |counts: &Vec<f32>| {
        let level = models.practice.level(counts);
        (level == 1, models.practice.certainty(counts, level))
    };
    let made = |counts: &Vec<f32>| {
        let level = models.mistake.level(counts);
        (level == 0, models.mistake.certainty(counts, level))
    };
    Verdicts {
        points: counts.points.iter().map(point).collect(),
        mistakes: counts.mistakes.iter().map(made).collect(),
        practices: counts.practices.iter().map(met).collect(),
    }
}
