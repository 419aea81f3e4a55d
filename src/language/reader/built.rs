//! Tables that `build.rs` laid out while the program was built, and that cost nothing at start.

use std::sync::LazyLock;

use super::pieces::Pieces;

static PIECE_TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pieces.bin"));
static KEY_STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/key-starts.bin"));

/// The word pieces.
pub(super) static PIECES: LazyLock<Pieces> = LazyLock::new(|| Pieces::of(PIECE_TABLE));

/// Where the fast reader's keys start, by the bits that they open with.
pub(super) fn key_starts() -> &'static [[u8; 4]] {
    KEY_STARTS.as_chunks().0
}

#[test]
fn what_was_built_is_what_the_weights_give() {
    assert!(super::lay_out::pieces() == PIECE_TABLE, "the word pieces");
    assert!(super::lay_out::key_starts() == KEY_STARTS, "the fast reader's keys");
}
