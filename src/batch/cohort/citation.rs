//! Wrong citations that several essays have in common: one wrong source passed round.

use std::collections::BTreeMap;

use crate::batch::Outcome;

/// What is said of a citation, and the essays that have it; the most frequent first.
pub(super) fn shared(outcomes: &[Outcome]) -> Vec<(&str, Vec<&Outcome>)> {
    let mut by_message: BTreeMap<&str, Vec<&Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        outcome
            .citations
            .iter()
            .for_each(|message| by_message.entry(message).or_default().push(outcome));
    }
    let mut shared: Vec<_> =
        by_message.into_iter().filter(|(_, essays)| essays.len() > 1).collect();
    shared.sort_by_key(|(message, essays)| (std::cmp::Reverse(essays.len()), *message));
    shared
}
