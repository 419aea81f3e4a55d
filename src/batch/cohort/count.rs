//! Numbers about a class.

use crate::batch::Outcome;

/// A share of a whole as a percentage, rounded.
pub(super) fn percent(part: usize, whole: usize) -> usize {
    (200 * part + whole).checked_div(2 * whole).unwrap_or(0)
}

/// The rounded mean of marks; none without marks.
pub(super) fn mean(outcomes: &[Outcome]) -> Option<usize> {
    let sum: usize = outcomes.iter().map(|it| it.mark as usize).sum();
    (2 * sum + outcomes.len()).checked_div(2 * outcomes.len())
}

/// The mark in the middle, the lower one of two.
pub(super) fn median(outcomes: &[Outcome]) -> Option<u32> {
    let mut marks: Vec<u32> = outcomes.iter().map(|it| it.mark).collect();
    marks.sort_unstable();
    marks.get(marks.len().checked_sub(1)? / 2).copied()
}

/// Essays with each mark of 0 to 100, in bins this wide.
pub(super) const BIN: usize = 5;

pub(super) fn bins(outcomes: &[Outcome]) -> Vec<usize> {
    let mut bins = vec![0; 100 / BIN];
    let last = bins.len() - 1;
    for outcome in outcomes {
        bins[(outcome.mark as usize / BIN).min(last)] += 1;
    }
    bins
}

/// One thing to practise: how many essays have it among their first steps.
pub(super) fn first_steps(outcomes: &[Outcome], id: &str) -> usize {
    outcomes.iter().filter(|it| it.steps.iter().any(|step| step == id)).count()
}
