//! Which essays a second marker should see.

use std::collections::BTreeMap;

use crate::batch::Outcome;
use crate::rubric::Scale;

/// Marks from a band's lowest that are borderline.
const BORDERLINE: u32 = 2;
/// At least so many, or all there are; in larger classes the square root of their number.
const LEAST: usize = 10;

/// Every fail, every borderline, and an even spread from the lowest to the highest, in the order of marks; each with why.
pub(super) fn sample<'a>(
    outcomes: &'a [Outcome],
    scale: &Scale,
) -> Vec<(&'a Outcome, &'static str)> {
    let mut order: Vec<usize> = (0..outcomes.len()).collect();
    order.sort_by_key(|at| (outcomes[*at].mark, *at));
    let mut chosen: BTreeMap<(u32, usize), &'static str> = BTreeMap::new();
    let wanted = LEAST.max(outcomes.len().isqrt()).min(outcomes.len());
    for step in 0..wanted {
        let at = order[step * (order.len() - 1) / (wanted - 1).max(1)];
        chosen.insert((outcomes[at].mark, at), "even spread");
    }
    for (at, outcome) in outcomes.iter().enumerate() {
        if is_borderline(outcome.mark, scale) {
            chosen.insert((outcome.mark, at), "borderline");
        }
        if Some(outcome.band.as_str()) == scale.lowest() {
            chosen.insert((outcome.mark, at), "fail");
        }
    }
    chosen.into_iter().map(|((_, at), why)| (&outcomes[at], why)).collect()
}

fn is_borderline(mark: u32, scale: &Scale) -> bool {
    let near = |other: u32| scale.band(other) != scale.band(mark);
    near(mark.saturating_sub(BORDERLINE)) || near((mark + BORDERLINE).min(100))
}
