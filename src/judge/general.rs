//! Words that fit any subject: how much of an essay pins nothing down.

use std::sync::LazyLock;

use crate::language::{Phrases, Stem};

static GENERAL: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(entries().map(|it| (it, 0))));

fn entries() -> impl Iterator<Item = &'static str> {
    include_str!("general.txt").lines().filter(|line| !line.starts_with('#'))
}

/// How many general words and turns a sentence holds.
pub(crate) fn general_words(stems: &[Stem]) -> usize {
    GENERAL.find(stems).len()
}

/// What an essay is taken to be before it is read: so many words, of which this share is general, as in a usual essay.
const BEFORE: f32 = 100.0;
const USUAL: f32 = 0.025;
/// The share of general words from which on an essay is not specific at all, and what a share is told apart from nothing by.
const ALL_GENERAL: f32 = 0.12;
const LEAST: f32 = 0.01;

/// How specific so many words are of which some are general: 0 at worst, about 1.2 for a usual essay, 2.5 at best.
#[expect(clippy::cast_precision_loss, reason = "an essay's words")]
pub(crate) fn specific(words: usize, general: usize) -> f32 {
    if words == 0 {
        return 0.0;
    }
    let share = (general as f32 + BEFORE * USUAL) / (words as f32 + BEFORE);
    (ALL_GENERAL / (share + LEAST)).ln().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn general(text: &str) -> usize {
        general_words(&words(text).map(|(_, word)| Stem::of(word)).collect::<Vec<_>>())
    }

    #[test]
    fn what_could_stand_anywhere_is_general() {
        assert_eq!(general("There are many different things that are very important today."), 7);
        assert_eq!(general("In Leith the two teams shared one rota from March 2019."), 0);
    }

    #[test]
    fn more_general_words_are_less_specific_and_nothing_said_is_nothing() {
        assert!(specific(700, 10) > specific(700, 20));
        assert!(specific(10, 0) < specific(700, 0), "a few words prove little");
        assert!(specific(0, 0) <= 0.0);
    }

    #[test]
    fn every_entry_is_said_once() {
        let mut all: Vec<_> = entries().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(count > 50);
    }
}
