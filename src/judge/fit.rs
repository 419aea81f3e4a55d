//! Models learnt from labelled essays.

use crate::judge::{Case, Counts, Labels, Models, Ordinal};

/// Weights are drawn this strongly towards nothing, since there are few essays to learn from.
const RIDGE: f32 = 0.02;

/// Learns from counts and labels, pair by pair.
pub fn fit(pairs: &[(&Labels, &Counts)]) -> Models {
    let mut points = Vec::new();
    let mut mistakes = Vec::new();
    let mut practices = Vec::new();
    for (labels, counts) in pairs {
        points.extend(labels.points.iter().zip(&counts.points).filter_map(|(level, counts)| case(counts, (*level)?)));
        mistakes.extend(labels.mistakes.iter().zip(&counts.mistakes).filter_map(|(made, counts)| case(counts, usize::from(!(*made)?))));
        practices.extend(labels.practices.iter().zip(&counts.practices).filter_map(|(met, counts)| case(counts, usize::from((*met)?))));
    }
    Models {
        point: Ordinal::fit(&points, 4, RIDGE),
        mistake: Ordinal::fit(&mistakes, 2, RIDGE),
        practice: Ordinal::fit(&practices, 2, RIDGE),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "reads well in a filter_map")]
fn case(counts: &[f32], level: usize) -> Option<Case> {
    Some(Case { counts: counts.to_vec(), level })
}
