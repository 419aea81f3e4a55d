//! Lays out the readers' tables: `build.rs` writes them down, and a test holds them against what the program embeds.

use super::fast_weights::{FastWeights, INDEX_BITS};
use super::pieces::{PLACES, TEXT, first_place};
use crate::language::stem::{FNV_START, fnv_on};

/// The table of [`super::pieces::Pieces`]: how many lines, bytes of the longest, where the lines start, the places.
pub(crate) fn pieces() -> Vec<u8> {
    let mut lines = vec![0];
    let mut places = vec![0_u16; PLACES];
    for (line, number) in TEXT.lines().zip(1..) {
        let mut place = first_place(fnv_on(FNV_START, line.as_bytes()));
        while places[place] != 0 {
            place = (place + 1) % PLACES;
        }
        places[place] = number;
        lines.push(lines[lines.len() - 1] + size(line) + 1);
    }
    let longest = TEXT.lines().map(size).max().unwrap_or_default();
    let head = [u32::try_from(lines.len()).expect("there are fewer pieces than places"), longest];
    let numbers = head.into_iter().chain(lines).flat_map(u32::to_le_bytes);
    numbers.chain(places.into_iter().flat_map(u16::to_le_bytes)).collect()
}

fn size(line: &str) -> u32 {
    u32::try_from(line.len()).expect("a piece is short")
}

/// Where the fast reader's keys that open with the same bits start, for every such opening, and where the last ones end.
pub(crate) fn key_starts() -> Vec<u8> {
    let keys = FastWeights::read().keys;
    let opening = |key: &[u8; 4]| u32::from_le_bytes(*key) >> (u32::BITS - INDEX_BITS);
    let start = |from| keys.partition_point(|key| opening(key) < from);
    let start = |from| u32::try_from(start(from)).expect("keys are counted in 32 bits");
    (0..=1 << INDEX_BITS).flat_map(|from| start(from).to_le_bytes()).collect()
}
