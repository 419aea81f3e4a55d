//! Passages that two essays share: pairs to look at, not accusations.
//!
//! Memory stays the same however many essays there are: hashes are looked at in slices, and pairs are first counted roughly,
//! in a table of fixed size, so that only those that may share a passage are written down and counted exactly.

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::Path;

use serde_json::Value;

use crate::batch::fingerprint::{KEPT, of_text};
use crate::batch::record;
use crate::batch::spool::Spool;
use crate::batch::store::Store;

/// Two essays by their numbers, and how many kept runs they share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    pub(super) essays: [u32; 2],
    runs: usize,
}

/// Kept runs that two essays must share: about thirty words in a row.
const LEAST: u32 = 5;
/// More essays than this share a run as a chain, not each with each.
const RING: usize = 8;
/// A run that this share of the class wrote is a common turn of phrase, or given out with the task.
const COMMON: usize = 10;
/// Pairs shown.
const SHOWN: usize = 60;
const SENTENCES: usize = 3;

type Pair = (u32, u32);

impl Likeness {
    /// About how many words are shared.
    pub(super) fn words(&self) -> usize {
        self.runs * KEPT
    }
}

/// The pairs among so many essays that share most.
pub(super) fn likenesses(
    store: &Store,
    prints: &mut Spool,
    essays: usize,
) -> io::Result<Vec<Likeness>> {
    let mut rough = Rough::default();
    pairs(prints, essays, &mut |pair| {
        rough.add(pair);
        Ok(())
    })?;
    let mut candidates = Spool::create(store)?;
    pairs(prints, essays, &mut |pair| {
        if rough.of(pair) >= LEAST { candidates.add(number(pair), 0) } else { Ok(()) }
    })?;
    let mut most: BTreeSet<(std::cmp::Reverse<usize>, Pair)> = BTreeSet::new();
    candidates.groups(&mut |number, runs| {
        if runs.len() >= LEAST as usize {
            most.insert((std::cmp::Reverse(runs.len()), pair(number)));
            if most.len() > SHOWN {
                most.pop_last();
            }
        }
        Ok(())
    })?;
    let likeness = |(runs, pair): (std::cmp::Reverse<usize>, Pair)| Likeness {
        essays: [pair.0, pair.1],
        runs: runs.0,
    };
    Ok(most.into_iter().map(likeness).collect())
}

fn number((one, other): Pair) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}

fn pair(number: u64) -> Pair {
    let half = |number: u64| u32::try_from(number & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(number >> 32), half(number))
}

/// Tells of every pair of essays that share a hash, once a hash.
fn pairs(
    prints: &mut Spool,
    essays: usize,
    see: &mut dyn FnMut(Pair) -> io::Result<()>,
) -> io::Result<()> {
    prints.groups(&mut |_, sharers| {
        if sharers.len() > RING.max(essays / COMMON) {
            return Ok(());
        }
        for (at, one) in sharers.iter().enumerate() {
            let reach = if sharers.len() <= RING { sharers.len() } else { at + 2 };
            sharers.iter().take(reach).skip(at + 1).try_for_each(|other| see((*one, *other)))?;
        }
        Ok(())
    })
}

/// Counts of pairs, where several pairs may share one place: never too low.
struct Rough(Vec<u16>);

const PLACES: usize = 1 << 20;

impl Default for Rough {
    fn default() -> Rough {
        Rough(vec![0; PLACES])
    }
}

impl Rough {
    fn place((one, other): Pair) -> usize {
        let mixed =
            (u64::from(one) << 32 | u64::from(other)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 44;
        usize::try_from(mixed).unwrap_or(0) % PLACES
    }

    fn add(&mut self, pair: Pair) {
        let place = &mut self.0[Rough::place(pair)];
        *place = place.saturating_add(1);
    }

    fn of(&self, pair: Pair) -> u32 {
        u32::from(self.0[Rough::place(pair)])
    }
}

/// Sentences of two students that share words, from their records: one of the first and its like in the second.
pub(super) fn sentences(store: &Store, folders: [&str; 2]) -> Vec<[String; 2]> {
    let [first, second] = folders.map(|folder| own_sentences(&store.path(Store::record(folder))));
    alike(&first, &second)
}

/// The student's own sentences, from a record's report.
fn own_sentences(record: &Path) -> Vec<String> {
    let Some((_, _, report)) = record::whole(record) else { return Vec::new() };
    let report: Value = serde_json::from_str(&report).unwrap_or_default();
    let sentences = report["essays"][0]["sentences"].as_array().cloned().unwrap_or_default();
    sentences.iter().filter_map(|it| it["text"].as_str().map(str::to_owned)).collect()
}

/// The sentences that share most runs of words, each with its like.
fn alike(first: &[String], second: &[String]) -> Vec<[String; 2]> {
    let runs: Vec<HashSet<u64>> =
        second.iter().map(|it| of_text(it).into_iter().collect()).collect();
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, sentence) in first.iter().enumerate() {
        let own = of_text(sentence);
        let shared = |runs: &HashSet<u64>| own.iter().filter(|run| runs.contains(run)).count();
        let best = runs
            .iter()
            .enumerate()
            .map(|(like, runs)| (shared(runs), at, like))
            .max_by_key(|(count, _, like)| (*count, std::cmp::Reverse(*like)));
        found.extend(best.filter(|(count, _, _)| *count > 0));
    }
    found.sort_by_key(|(count, at, _)| (std::cmp::Reverse(*count), *at));
    found
        .into_iter()
        .take(SENTENCES)
        .map(|(_, at, like)| [first[at].clone(), second[like].clone()])
        .collect()
}
