//! The known word pieces, and the table in which `build.rs` lays them out, so that none is read before one is sought.

use super::asset::Asset;
use crate::language::stem::{FNV_START, fnv_on};

/// One piece a line, in the order of their numbers.
pub(crate) static TEXT: &str = include_str!("../weights/pieces.txt");
/// Before a piece that opens a word stands nothing,
pub(crate) const OPENS: &str = "";
/// and this before one within a word.
pub(crate) const WITHIN: &str = "##";
/// Places of the table: so many that most pieces stand where they are sought first.
pub(super) const PLACES: usize = 1 << 16;

/// The pieces of [`TEXT`], each found by its hash.
pub(crate) struct Pieces {
    /// At its hash or soon after, a piece's number and 1; 0 at places that no piece has.
    places: &'static [[u8; 2]],
    /// Where each piece's line starts, and where the text ends.
    lines: &'static [[u8; 4]],
    /// Bytes of the longest line.
    longest: usize,
}

impl Pieces {
    /// As `lay_out` wrote it.
    pub(crate) fn of(table: &'static [u8]) -> Pieces {
        let mut asset = Asset::new(table);
        let (lines, longest) = (asset.size(), asset.size());
        let lines = asset.fours(lines);
        Pieces { places: asset.bytes(2 * PLACES).as_chunks().0, lines, longest }
    }

    /// The longest known piece that this text begins with: where it ends, and its number.
    pub(super) fn longest(&self, mark: &str, text: &str) -> Option<(usize, u32)> {
        let (mut hash, mut start, mut longest) = (fnv_on(FNV_START, mark.as_bytes()), 0, None);
        let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
        for end in ends.take_while(|end| *end <= self.longest) {
            hash = fnv_on(hash, &text.as_bytes()[start..end]);
            start = end;
            longest = self.number(hash, mark, &text[..end]).map(|it| (end, it)).or(longest);
        }
        longest
    }

    fn number(&self, hash: u64, mark: &str, piece: &str) -> Option<u32> {
        let mut place = first_place(hash);
        loop {
            let number = u32::from(u16::from_le_bytes(self.places[place])).checked_sub(1)?;
            if self.line(number as usize).strip_prefix(mark) == Some(piece) {
                return Some(number);
            }
            place = (place + 1) % PLACES;
        }
    }

    fn line(&self, number: usize) -> &'static str {
        let [start, end] = [number, number + 1].map(|at| u32::from_le_bytes(self.lines[at]));
        TEXT[start as usize..end as usize].trim_end_matches('\n')
    }
}

/// Where a piece of this hash is sought first.
pub(super) fn first_place(hash: u64) -> usize {
    usize::try_from((hash ^ (hash >> 32)) % PLACES as u64).expect("below the number of places")
}
