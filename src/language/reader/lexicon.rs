//! The words that a worker has met, each worked out once: its pieces, and what it adds to the fast engine's answers.

use rustc_hash::FxHashMap;

use super::features::Name;
use super::model::{LANES, Model, Place};
use super::wordpiece::pieces_of;
use crate::language::meaning::Sum;

/// Words by number.
#[derive(Default)]
pub(super) struct Lexicon {
    short: FxHashMap<u128, usize>,
    long: FxHashMap<Box<str>, usize>,
    entries: Vec<Entry>,
    /// Pairs of words met lately, each in the one place that its numbers lead to.
    pairs: Vec<Pair>,
    /// Features of all entries, by which a flood of endless words is known.
    features: usize,
}

/// One word.
pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) pieces: Box<[u32]>,
    /// The features that hold wherever it stands, with the weights of those that are known.
    pub(super) own: Box<[(u32, Option<Place>)]>,
    /// What these features add to each answer together.
    pub(super) sums: [i32; LANES],
    /// What its pieces add to each answer, before the sentence vector is brought to unit length.
    pub(super) dots: [f32; LANES],
    /// The last sentence that it stood in.
    seen: u64,
}

/// Two words of a sentence, and the feature that they make; packed, since thousands of them should stay at hand.
#[derive(Clone, Copy, Default)]
struct Pair {
    /// The number of the first word, and of the second with [`APART`] where a word stands between them; 0 and 0 for none.
    words: [u32; 2],
    key: u32,
    place: Option<Place>,
}

const APART: u32 = 1 << 31;

/// The hash of a feature's name, and where its weights stand if it is known.
type Feature = (u32, Option<Place>);

/// Places for pairs; a power of two.
const PAIRS: usize = 1 << 13;

/// Words and features kept; English essays of one course hold far fewer.
const MOST_WORDS: usize = 20_000;
const MOST_FEATURES: usize = 500_000;

impl Lexicon {
    /// Forgets all words where there are too many, so that memory does not grow with what is read.
    pub(super) fn tidy(&mut self) {
        if self.entries.len() > MOST_WORDS || self.features > MOST_FEATURES {
            *self = Lexicon::default();
        }
    }

    /// The number of a word that comes packed, if it is short; it holds until the next [`Lexicon::tidy`].
    pub(super) fn number(&mut self, word: &str, short: Option<u128>, model: &Model) -> usize {
        let known = match short {
            Some(short) => self.short.get(&short),
            None => self.long.get(word),
        };
        if let Some(number) = known {
            return *number;
        }
        if self.entries.is_empty() {
            self.entries.push(Entry::of("", model)); // no word has the number 0
        }
        let number = self.entries.len();
        self.entries.push(Entry::of(word, model));
        self.features += self.entries[number].own.len();
        match short {
            Some(short) => self.short.insert(short, number),
            None => self.long.insert(word.into(), number),
        };
        number
    }

    /// The feature that two words make beside each other, or with a word between them.
    pub(super) fn pair(
        &mut self,
        [first, second]: [usize; 2],
        apart: bool,
        model: &Model,
    ) -> Feature {
        let number = |it: usize| u32::try_from(it).expect("there are few words");
        let words = [number(first), number(second) | if apart { APART } else { 0 }];
        let mixed = words[0].wrapping_mul(0x9e37_79b9) ^ words[1].wrapping_mul(0x85eb_ca6b);
        let at = (mixed >> (u32::BITS - PAIRS.ilog2())) as usize;
        if self.pairs.is_empty() {
            self.pairs.resize(PAIRS, Pair::default());
        }
        let pair = &mut self.pairs[at];
        if pair.words != words {
            let [first, second] = [first, second].map(|it| &self.entries[it].name);
            let key = if apart { first.skip(second) } else { first.pair(second) };
            *pair = Pair { words, key, place: model.place(key) };
        }
        (pair.key, pair.place)
    }

    pub(super) fn entry(&self, number: usize) -> &Entry {
        &self.entries[number]
    }

    /// Does a word stand in this sentence for the first time?
    pub(super) fn is_new_in(&mut self, sentence: u64, number: usize) -> bool {
        std::mem::replace(&mut self.entries[number].seen, sentence) != sentence
    }
}

impl Entry {
    fn of(word: &str, model: &Model) -> Entry {
        let name = Name::of(word);
        let own = name.own().into_iter().map(|key| (key, model.place(key)));
        let own: Box<[(u32, Option<Place>)]> = own.collect();
        let mut sums = [0; LANES];
        for place in own.iter().filter_map(|(_, place)| *place) {
            let weights = model.weights(place);
            sums.iter_mut().zip(weights).for_each(|(sum, it)| *sum += i32::from(it.cast_signed()));
        }
        let pieces: Box<[u32]> = pieces_of(word).into();
        let dots = Sum::of(&pieces).product(&model.dense);
        Entry { name, pieces, own, sums, dots, seen: 0 }
    }
}

/// Features met in one sentence: each counts once. Its room is used from one sentence to the next without being emptied.
#[derive(Default)]
pub(super) struct Seen {
    /// The sentence that a key was last met in, and the key.
    slots: Vec<u64>,
    sentence: u64,
    count: usize,
}

/// Slots of most sentences; a power of two.
const FEWEST_SLOTS: usize = 1024;

impl Seen {
    /// Begins a sentence of at most so many features, and returns its number.
    pub(super) fn begin(&mut self, most: usize) -> u64 {
        let slots = (2 * most).next_power_of_two().max(FEWEST_SLOTS);
        if self.slots.len() < slots {
            self.slots = vec![0; slots];
        }
        self.sentence += 1;
        self.count = 0;
        self.sentence
    }

    /// Adds a feature; false where the sentence has it already.
    pub(super) fn insert(&mut self, key: u32) -> bool {
        let own = self.sentence << 32 | u64::from(key);
        let last = self.slots.len() - 1;
        let mut at = key as usize & last;
        while self.slots[at] >> 32 == self.sentence & u64::from(u32::MAX) {
            if self.slots[at] == own {
                return false;
            }
            at = (at + 1) & last;
        }
        self.slots[at] = own;
        self.count += 1;
        true
    }

    /// The features of this sentence.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}
