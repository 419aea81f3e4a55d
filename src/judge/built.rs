//! The groundwork of the bundled rubrics, in its final form, as `build.rs` wrote it down.
#![expect(clippy::unreadable_literal, reason = "hashes are not there to be read")]

use std::borrow::Cow;

use crate::judge::groundwork::Groundwork;
use crate::language::Part::{Gap, Word};
use crate::language::{Hashes, Meaning, Phrase, Phrases, Stem};

include!(concat!(env!("OUT_DIR"), "/groundwork.rs"));

/// The groundwork of a bundled rubric.
pub(crate) fn built(id: &str) -> Option<Groundwork> {
    BUILT.iter().find(|(name, _)| *name == id).map(|(_, groundwork)| groundwork.clone())
}

#[test]
fn what_was_built_is_what_the_rubrics_give() {
    for (id, _) in crate::rubric::BUNDLED {
        let rubric = crate::rubric::bundled_rubric(id).expect("it is bundled");
        assert!(built(id) == Some(Groundwork::of(&rubric)), "{id}");
    }
    assert_eq!(built("geology"), None);
}
