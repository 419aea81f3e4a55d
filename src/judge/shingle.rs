//! Runs of words, by which copied and repeated sentences are known.

use crate::language::Stem;

/// Words in a run: shorter ones are common turns of phrase.
const RUN: usize = 5;

/// The hash of each run of words; a text shorter than a run has none.
pub(crate) fn shingles(stems: &[Stem]) -> impl Iterator<Item = u64> + '_ {
    stems.windows(RUN).map(|run| hash(run.iter()))
}

/// One number for a row of stems.
pub(crate) fn hash<'a>(stems: impl Iterator<Item = &'a Stem>) -> u64 {
    stems.fold(0xcbf2_9ce4_8422_2325, |hash, stem| {
        (hash ^ stem.number()).wrapping_mul(0x0100_0000_01b3).rotate_left(17)
    })
}
