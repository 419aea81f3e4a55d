//! The fast engine: one linear model over hashed features and the static sentence vector.
//!
//! What a word adds wherever it stands is summed up once, when it is first met; a sentence adds these sums up, takes back
//! what two of its words have in common, and looks only for the features of words beside each other.

use std::cell::RefCell;

use super::features::{Name, joint};
use super::lexicon::{Lexicon, Seen};
use super::model::{ANSWERS, LANES, Model};
use super::wordpiece::Words;
use super::{Cut, Reading};
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
    /// The numbers of the sentence's words.
    numbers: Vec<usize>,
    pieces: Vec<u32>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

impl Fast {
    pub(super) fn new() -> Fast {
        Fast { model: Model::new() }
    }

    pub(super) fn read(&self, sentences: &[&str]) -> Vec<(Reading, Cut)> {
        let borders = ["^", "$"].map(Name::of);
        DESK.with_borrow_mut(|desk| {
            let read = |sentence: &&str| {
                let reading = desk.read(sentence, &borders, &self.model);
                (reading, Some(desk.pieces.as_slice().into()))
            };
            sentences.iter().map(read).collect()
        })
    }
}

impl Desk {
    fn read(&mut self, sentence: &str, borders: &[Name; 2], model: &Model) -> Reading {
        self.find_words(sentence, model);
        let mut sums = [0; LANES];
        let dots = self.own_features(model, &mut sums);
        let lexicon = &self.lexicon;
        let names = self.numbers.iter().map(|number| &lexicon.entry(*number).name);
        let framed: Vec<&Name> =
            [&borders[0]].into_iter().chain(names).chain([&borders[1]]).collect();
        joint(sentence, &framed, |key| {
            if self.seen.insert(key)
                && let Some(place) = model.place(key)
            {
                model.add(place, &mut sums);
            }
        });
        let share = shared(self.seen.count());
        let unit = Sum::of(&self.pieces).factor();
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
        let words = self.words.iter();
        self.numbers.extend(words.map(|word| self.lexicon.number(word, model)));
    }

    /// Adds what the words add by themselves, and returns what their pieces add.
    fn own_features(&mut self, model: &Model, sums: &mut [i32; LANES]) -> [f32; LANES] {
        let own = self.numbers.iter().map(|number| self.lexicon.entry(*number).own.len());
        let most = own.sum::<usize>() + JOINT * (self.numbers.len() + 2);
        let sentence = self.seen.begin(most);
        let mut dots = [0.0; LANES];
        self.pieces.clear();
        for number in &self.numbers {
            let is_new = self.lexicon.is_new_in(sentence, *number);
            let entry = self.lexicon.entry(*number);
            self.pieces.extend_from_slice(&entry.pieces);
            dots.iter_mut().zip(&entry.dots).for_each(|(sum, dot)| *sum += dot);
            if !is_new {
                continue;
            }
            sums.iter_mut().zip(&entry.sums).for_each(|(sum, own)| *sum += own);
            for (key, place) in &entry.own {
                if !self.seen.insert(*key)
                    && let Some(place) = *place
                {
                    model.take(place, sums);
                }
            }
        }
        dots
    }
}

/// A word stands in no more features beside others: a pair, a skip, a link, an opening, and three patterns.
const JOINT: usize = 7;

/// What one of so many features counts: long sentences have more of them.
#[expect(clippy::cast_precision_loss, reason = "a sentence has few features")]
fn shared(features: usize) -> f32 {
    1.0 / (features.max(1) as f32).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "a sum of bytes is small")]
fn whole(sum: i32) -> f32 {
    sum as f32
}
