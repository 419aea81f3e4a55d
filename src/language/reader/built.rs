//! Tables that `build.rs` lays out while the program is built, and that cost nothing at start.

use std::sync::LazyLock;

use super::pieces::Pieces;

/// The word pieces.
pub(super) static PIECES: LazyLock<Pieces> =
    LazyLock::new(|| Pieces::of(include_bytes!(concat!(env!("OUT_DIR"), "/pieces.bin"))));

/// Where the fast reader's keys start, by the bits that they open with.
pub(super) fn key_starts() -> &'static [[u8; 4]] {
    include_bytes!(concat!(env!("OUT_DIR"), "/key-starts.bin")).as_chunks().0
}
