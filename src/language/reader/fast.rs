//! The fast engine: one linear model over hashed features and the static sentence vector.
//!
//! What a word adds wherever it stands is summed up once, when it is first met; a sentence adds these sums up, takes back
//! what two of its words have in common, and looks only for the features of words beside each other.

use std::cell::RefCell;

use super::Reading;
use super::features::{Name, joint};
use super::lexicon::{Lexicon, Seen};
use super::model::{ANSWERS, LANES, Model, Place};
use super::wordpiece::{Words, packed};
use crate::language::meaning::Sum;

pub(super) struct Fast {
    model: Model,
}

/// What a worker keeps from one sentence to the next.
#[derive(Default)]
struct Desk {
    lexicon: Lexicon,
    seen: Seen,
    words: Words,
    /// The numbers of the sentence's words, between those of its borders.
    numbers: Vec<usize>,
    pieces: Vec<u32>,
    /// The sum of the sentence's word pieces.
    sum: Sum,
    /// The words that the sentence has not held before.
    fresh: Vec<usize>,
    /// The known features of words beside each other: the first so many. Half of all features are known, and to write down
    /// each whether or not it is takes less than to guess.
    added: Vec<Option<Place>>,
    known: usize,
    /// The known features that two words have in common.
    taken: Vec<Place>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

impl Fast {
    pub(super) fn new() -> Fast {
        Fast { model: Model::new() }
    }

    /// The readings of bare sentences; `keep` sees the sum of each whole sentence.
    pub(super) fn read<'a>(
        &self,
        sentences: impl Iterator<Item = (&'a str, &'a str)>,
        keep: &mut dyn FnMut(usize, &Sum),
    ) -> Vec<Reading> {
        DESK.with_borrow_mut(|desk| {
            let read = |(at, (bare, whole)): (usize, (&str, &str))| {
                let reading = desk.read(bare, &self.model);
                if bare.len() < whole.len() {
                    desk.find_words(whole, &self.model);
                    desk.sum_pieces();
                }
                keep(at, &desk.sum);
                reading
            };
            sentences.enumerate().map(read).collect()
        })
    }
}

impl Desk {
    fn read(&mut self, sentence: &str, model: &Model) -> Reading {
        self.find_words(sentence, model);
        self.own_features();
        self.neighbours(model);
        self.rare_features(sentence, model);
        let (sums, dots) = Total { desk: self, model }.widest();
        let share = shared(self.seen.count());
        self.sum_pieces();
        let unit = self.sum.factor();
        let scores: [f32; ANSWERS] = std::array::from_fn(|answer| {
            let features = whole(sums[answer]) * model.scales[answer] * share;
            model.bias[answer] + features + dots[answer] * unit
        });
        Reading::from_scores(&scores)
    }

    fn find_words(&mut self, sentence: &str, model: &Model) {
        self.lexicon.tidy();
        self.words.fill(sentence);
        self.numbers.clear();
        self.numbers.push(self.lexicon.number("^", packed("^"), model));
        for (word, packed) in self.words.packed() {
            self.numbers.push(self.lexicon.number(word, packed, model));
        }
        self.numbers.push(self.lexicon.number("$", packed("$"), model));
    }

    /// The sentence's words, without its borders.
    fn own(&self) -> &[usize] {
        &self.numbers[1..self.numbers.len() - 1]
    }

    fn sum_pieces(&mut self) {
        self.pieces.clear();
        for number in &self.numbers[1..self.numbers.len() - 1] {
            self.pieces.extend_from_slice(&self.lexicon.entry(*number).pieces);
        }
        self.sum.fill(&self.pieces);
    }

    /// What each word shows by itself, however often it stands in the sentence.
    fn own_features(&mut self) {
        let own = self.own().iter().map(|number| self.lexicon.entry(*number).own.len());
        let most = own.sum::<usize>() + JOINT * self.numbers.len();
        let sentence = self.seen.begin(most);
        self.known = 0;
        self.added.resize(self.added.len().max(most), None);
        self.fresh.clear();
        self.taken.clear();
        for number in &self.numbers[1..self.numbers.len() - 1] {
            if !self.lexicon.is_new_in(sentence, *number) {
                continue;
            }
            self.fresh.push(*number);
            for (key, place) in &self.lexicon.entry(*number).own {
                if !self.seen.insert(*key) {
                    self.taken.extend(*place);
                }
            }
        }
    }

    /// Pairs of words beside each other, and of those with one between them.
    fn neighbours(&mut self, model: &Model) {
        for apart in [false, true] {
            let seconds = &self.numbers[1 + usize::from(apart)..];
            for (first, second) in self.numbers.iter().zip(seconds) {
                let (key, place) = self.lexicon.pair([*first, *second], apart, model);
                if self.seen.insert(key) {
                    self.added[self.known] = place;
                    self.known += usize::from(place.is_some());
                }
            }
        }
    }

    fn rare_features(&mut self, sentence: &str, model: &Model) {
        let names: Vec<&Name> =
            self.own().iter().map(|number| &self.lexicon.entry(*number).name).collect();
        joint(sentence, &names, |key| {
            if self.seen.insert(key) {
                let place = model.place(key);
                self.added[self.known] = place;
                self.known += usize::from(place.is_some());
            }
        });
    }
}

/// A word stands in no more features beside others: two pairs, two skips, a link, an opening, and two patterns.
const JOINT: usize = 8;

/// What all features of the sentence on a desk add to each answer, and what its pieces add: by the widest vector units
/// that the processor has, which change no sum.
struct Total<'a> {
    desk: &'a Desk,
    model: &'a Model,
}

impl Total<'_> {
    #[expect(clippy::inline_always, reason = "compiled anew for each kind of vector unit")]
    #[inline(always)]
    fn plain(self) -> ([i32; LANES], [f32; LANES]) {
        let Total { desk, model } = self;
        let (mut sums, mut dots) = ([0; LANES], [0.0; LANES]);
        for number in desk.own() {
            let entry = desk.lexicon.entry(*number);
            dots.iter_mut().zip(&entry.dots).for_each(|(sum, dot)| *sum += dot);
        }
        for number in &desk.fresh {
            let entry = desk.lexicon.entry(*number);
            sums.iter_mut().zip(&entry.sums).for_each(|(sum, own)| *sum += own);
        }
        for place in desk.added[..desk.known].iter().flatten() {
            let weights = model.weights(*place);
            sums.iter_mut().zip(weights).for_each(|(sum, it)| *sum += i32::from(it.cast_signed()));
        }
        for place in &desk.taken {
            let weights = model.weights(*place);
            sums.iter_mut().zip(weights).for_each(|(sum, it)| *sum -= i32::from(it.cast_signed()));
        }
        (sums, dots)
    }

    #[cfg(feature = "deep")]
    fn widest(self) -> ([i32; LANES], [f32; LANES]) {
        rten_simd::SimdOp::dispatch(self)
    }

    #[cfg(not(feature = "deep"))]
    fn widest(self) -> ([i32; LANES], [f32; LANES]) {
        self.plain()
    }
}

#[cfg(feature = "deep")]
impl rten_simd::SimdOp for Total<'_> {
    type Output = ([i32; LANES], [f32; LANES]);

    #[inline]
    fn eval<I: rten_simd::Isa>(self, _: I) -> ([i32; LANES], [f32; LANES]) {
        self.plain()
    }
}

/// What one of so many features counts: long sentences have more of them.
#[expect(clippy::cast_precision_loss, reason = "a sentence has few features")]
fn shared(features: usize) -> f32 {
    1.0 / (features.max(1) as f32).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "a sum of bytes is small")]
fn whole(sum: i32) -> f32 {
    sum as f32
}
