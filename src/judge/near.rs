//! Which sentences come nearest in meaning to each point, beside the others of the same essay.
//!
//! How close texts are in numbers differs from rubric to rubric, so sentences are held against each other: one that stands
//! out from the essay's own middle is near.

use crate::judge::lens::Lens;
use crate::judge::told::Told;
use crate::language::{Essay, Meaning};

/// Standard deviations above the essay's mean closeness from which a sentence is near, and at which it is as near as can be.
const FROM: f32 = 0.3;
const FULLY: f32 = 1.8;
/// Meaning proposes evidence less surely than words do.
const SUREST: f32 = 0.6;
/// Less close than this is not about the same thing at all, however the rest stands.
const FLOOR: f32 = 0.15;

/// Fills in [`Told::near`].
pub(crate) fn near(essay: &Essay, lens: &Lens, all: &mut [Told]) {
    let windows: Vec<Vec<Meaning>> = all.iter().map(|told| windows(essay, told)).collect();
    all.iter_mut().for_each(|told| told.near = vec![0.0; lens.points.len()]);
    for (at, point) in lens.points.iter().enumerate() {
        let closeness: Vec<f32> =
            windows.iter().map(|windows| closest(windows, &point.meanings)).collect();
        let body: Vec<f32> = closeness
            .iter()
            .zip(all.iter())
            .filter(|(_, told)| !told.is_heading())
            .map(|(it, _)| *it)
            .collect();
        let (mean, deviation) = spread(&body);
        for (told, close) in all.iter_mut().zip(&closeness).filter(|(told, _)| !told.is_heading()) {
            let above = (close - mean) / deviation;
            let share = ((above - FROM) / (FULLY - FROM)).clamp(0.0, 1.0);
            told.near[at] =
                if *close < FLOOR { 0.0 } else { (SUREST * share * 100.0).round() / 100.0 };
        }
    }
}

fn windows(essay: &Essay, told: &Told) -> Vec<Meaning> {
    let sentence = told.sentence.map(|at| &essay.document.sentences[at]);
    sentence
        .filter(|_| !told.is_heading())
        .map(|it| Meaning::windows(essay.text(it)))
        .unwrap_or_default()
}

fn closest(windows: &[Meaning], to: &[Meaning]) -> f32 {
    windows
        .iter()
        .flat_map(|window| to.iter().map(|meaning| window.closeness(meaning)))
        .fold(0.0, f32::max)
}

/// Mean and standard deviation.
#[expect(clippy::cast_precision_loss, reason = "essays are short")]
fn spread(numbers: &[f32]) -> (f32, f32) {
    let count = numbers.len().max(1) as f32;
    let mean = numbers.iter().sum::<f32>() / count;
    let variance = numbers.iter().map(|it| (it - mean).powi(2)).sum::<f32>() / count;
    (mean, variance.sqrt().max(0.01))
}
