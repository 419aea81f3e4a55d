//! Models learnt from labelled essays.

use crate::judge::{Case, Counts, Labels, Models, Ordinal};

/// Weights are drawn this strongly towards nothing, since there are few essays to learn from.
const RIDGE: f32 = 0.001;

/// Counts of drafted rubrics are noisy, and noise makes a fit shy of the lowest and the highest level: its bounds are drawn
/// this much nearer to their middle. With each topic left out, agreement on its points rose from .63 to .66.
const TOGETHER: f32 = 0.8;

/// How likely an essay must be spared a mistake of a drafted rubric to be told so, in odds: three to two. Who makes such a
/// mistake makes several, so a doubtful one is more often made than its own odds say: with each topic left out, agreement on
/// mistakes rose from .55 to .57.
const SPARED_ODDS: f32 = 1.5;

/// Models, and how much more evidence than usual each mistake and practice of the rubric needs.
#[derive(Clone, Debug)]
pub struct Fitted {
    pub models: Models,
    pub mistake_needs: Vec<f32>,
    pub practice_needs: Vec<f32>,
}

/// Learns from counts and labels, pair by pair. Where the pairs come from one rubric, each of its mistakes and practices may
/// need more evidence than usual or less; where they come from several, all need the same.
pub fn fit(pairs: &[(&Labels, &Counts)], one_rubric: bool) -> Fitted {
    let mut points = Vec::new();
    for (labels, counts) in pairs {
        let judged = labels
            .points
            .iter()
            .zip(&counts.points)
            .filter_map(|(level, counts)| Some((counts, (*level)?)));
        points.extend(judged.map(|(counts, level)| Case { counts: counts.clone(), level }));
    }
    let mut point = Ordinal::fit(&points, 4, RIDGE);
    if !one_rubric {
        point.draw_bounds_together(TOGETHER);
    }
    let seen: Vec<(&Labels, Counts)> =
        pairs.iter().map(|(labels, counts)| (*labels, counts.standing(&point))).collect();
    let mistakes =
        seen.iter().map(|(labels, counts)| (spared(&labels.mistakes), counts.mistakes.as_slice()));
    let practices =
        seen.iter().map(|(labels, counts)| (labels.practices.clone(), counts.practices.as_slice()));
    let (mut mistake, mistake_needs) = with_needs(&mistakes.collect::<Vec<_>>(), one_rubric);
    if !one_rubric {
        mistake.bounds.iter_mut().for_each(|bound| *bound += SPARED_ODDS.ln());
    }
    let (practice, practice_needs) = with_needs(&practices.collect::<Vec<_>>(), one_rubric);
    Fitted { models: Models { point, mistake, practice }, mistake_needs, practice_needs }
}

fn spared(made: &[Option<bool>]) -> Vec<Option<bool>> {
    made.iter().map(|made| made.map(|made| !made)).collect()
}

/// How far a need may stray for each unit of the ridge: needs are drawn to nothing more gently than weights.
const NEED_SCALE: f32 = 2.0;

/// What an essay was found to be, verdict by verdict, and the counts behind each.
type Judged<'a> = (Vec<Option<bool>>, &'a [Vec<f32>]);

/// One model for all verdicts of a kind, and a need for each: the need is a count of its own while the model is fitted.
fn with_needs(essays: &[Judged], one_rubric: bool) -> (Ordinal, Vec<f32>) {
    let kinds = essays.first().filter(|_| one_rubric).map_or(0, |(_, counts)| counts.len());
    let mut cases = Vec::new();
    for (labels, counts) in essays {
        for (at, (label, counts)) in labels.iter().zip(*counts).enumerate() {
            let Some(label) = label else { continue };
            let own = (0..kinds).map(|kind| if kind == at { NEED_SCALE } else { 0.0 });
            cases.push(Case {
                counts: counts.iter().copied().chain(own).collect(),
                level: usize::from(*label),
            });
        }
    }
    let whole = Ordinal::fit(&cases, 2, RIDGE);
    let width = whole.weights.len() - kinds;
    let (weights, ease) = whole.weights.split_at(width);
    #[expect(clippy::cast_precision_loss, reason = "a few kinds")]
    let mean = NEED_SCALE * ease.iter().sum::<f32>() / kinds.max(1) as f32;
    let needs = ease.iter().map(|ease| mean - NEED_SCALE * ease).collect();
    (
        Ordinal {
            weights: weights.to_vec(),
            bounds: whole.bounds.iter().map(|bound| bound - mean).collect(),
        },
        needs,
    )
}
