//! Passages that two essays share: pairs to look at, not accusations.
//!
//! Memory stays the same however many essays there are: hashes are looked at in slices, and pairs are first counted roughly,
//! in a table of fixed size, so that only those that may share a passage are counted exactly.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::PathBuf;

use serde_json::Value;

use crate::batch::fingerprint::{KEPT, of_text};
use crate::batch::record::{self, Outcome};

/// Two essays, how many runs of words they share, and sentences that do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Indices into the outcomes.
    pub essays: [usize; 2],
    /// About how many words are shared.
    pub words: usize,
    /// A sentence of the first and its like in the second.
    pub sentences: Vec<[String; 2]>,
}

/// Where fingerprints can be read again and again.
pub(super) trait Spool {
    fn each(&self, see: &mut dyn FnMut(u64, u32)) -> io::Result<()>;
}

/// Kept runs that two essays must share: about thirty words in a row.
const LEAST: u32 = 5;
/// More essays than this share a run as a chain, not each with each.
const RING: usize = 8;
/// A run that this share of the class wrote is a common turn of phrase, or given out with the task.
const COMMON: usize = 10;
/// Hashes looked at together.
const SLICE: u64 = 400_000;
/// Pairs shown.
const SHOWN: usize = 60;
const SENTENCES: usize = 3;

type Pair = (u32, u32);

/// The pairs that share most, with the sentences they share.
pub(super) fn passages(
    prints: &dyn Spool,
    outcomes: &[Outcome],
    record: impl Fn(&str) -> PathBuf,
) -> io::Result<Vec<Passage>> {
    let mut hashes = 0_u64;
    prints.each(&mut |_, _| hashes += 1)?;
    let slices = hashes / SLICE + 1;
    let mut rough = Rough::default();
    for slice in 0..slices {
        pairs_in(prints, slices, slice, outcomes.len(), &mut |pair| rough.add(pair))?;
    }
    let mut exact: BTreeMap<Pair, u32> = BTreeMap::new();
    for slice in 0..slices {
        pairs_in(prints, slices, slice, outcomes.len(), &mut |pair| {
            if rough.of(pair) >= LEAST {
                *exact.entry(pair).or_default() += 1;
            }
        })?;
    }
    let mut most: Vec<(Pair, u32)> =
        exact.into_iter().filter(|(_, count)| *count >= LEAST).collect();
    most.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    most.truncate(SHOWN);
    Ok(most.into_iter().map(|(pair, count)| passage(pair, count, outcomes, &record)).collect())
}

/// Tells of every pair of essays that share a hash of this slice.
fn pairs_in(
    prints: &dyn Spool,
    slices: u64,
    slice: u64,
    essays: usize,
    see: &mut dyn FnMut(Pair),
) -> io::Result<()> {
    let mut here: Vec<(u64, u32)> = Vec::new();
    // Kept hashes are small ones: their lower bits are the even ones.
    prints.each(&mut |hash, essay| {
        if hash % slices == slice {
            here.push((hash, essay));
        }
    })?;
    here.sort_unstable();
    for group in here.chunk_by(|a, b| a.0 == b.0) {
        let sharers: Vec<u32> = group.iter().map(|(_, essay)| *essay).collect();
        if sharers.len() > RING.max(essays / COMMON) {
            continue;
        }
        for (at, one) in sharers.iter().enumerate() {
            let reach = if sharers.len() <= RING { sharers.len() } else { at + 2 };
            sharers.iter().take(reach).skip(at + 1).for_each(|other| see((*one, *other)));
        }
    }
    Ok(())
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

fn passage(
    (one, other): Pair,
    count: u32,
    outcomes: &[Outcome],
    record: impl Fn(&str) -> PathBuf,
) -> Passage {
    let essays = [one as usize, other as usize];
    let [first, second] = essays.map(|at| sentences(&record(&outcomes[at].folder)));
    Passage { essays, words: count as usize * KEPT, sentences: alike(&first, &second) }
}

/// The student's own sentences, from a record's report.
fn sentences(record: &std::path::Path) -> Vec<String> {
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
