//! What a text is about: close for texts that mean alike, though they share no word.
//!
//! In: any text. Out: a [`Meaning`], the sum of its word pieces' vectors from an embedded table, at unit length. Closeness
//! never tells an opposite from a match: it proposes, and what the sentence does decides.

use std::cell::RefCell;
use std::sync::OnceLock;

use unicode_segmentation::UnicodeSegmentation;

use super::reader::asset::Asset;
use super::reader::wordpiece;

static TABLE: &[u8] = include_bytes!("weights/meaning.bin");
/// Numbers that stand for a meaning.
pub(crate) const WIDTH: usize = 256;
/// Words of a window: a longer stretch blurs what it is about.
const WINDOW: usize = 12;
/// Words from one window's start to the next one's.
const STRIDE: usize = 4;

/// The direction in which a text points: a vector of unit length, or of zeros where no word is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning(pub(crate) [f32; WIDTH]);

impl Meaning {
    pub fn of(text: &str) -> Meaning {
        Meaning::of_pieces(&wordpiece::cut(text))
    }

    /// The meaning of several texts taken as one.
    pub fn of_all<'a>(texts: impl Iterator<Item = &'a str>) -> Meaning {
        Meaning::of_pieces(&wordpiece::cut_all(texts))
    }

    /// The meaning of a text that is cut already.
    pub(crate) fn of_pieces(pieces: &[u32]) -> Meaning {
        Meaning(unit(&table().sum(pieces)))
    }

    /// The meanings of overlapping windows of 12 words; one meaning for a shorter text.
    pub fn windows(text: &str) -> Vec<Meaning> {
        let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
        if words.len() <= WINDOW {
            return vec![Meaning::of(text)];
        }
        let last = words.len() - WINDOW;
        let starts = (0..last).step_by(STRIDE).chain([last]);
        starts
            .map(|start| Meaning::of(&text[words[start].0..end(words[start + WINDOW - 1])]))
            .collect()
    }

    /// What texts are about together.
    #[must_use]
    pub fn sum(parts: impl Iterator<Item = Meaning>) -> Meaning {
        let mut sum = [0.0; WIDTH];
        for Meaning(part) in parts {
            sum.iter_mut().zip(part).for_each(|(all, one)| *all += one);
        }
        Meaning(unit(&sum))
    }

    /// What texts are about on average: shorter than a meaning, the more so the less they have in common.
    pub fn mean<'a>(parts: impl Iterator<Item = &'a Meaning>) -> Meaning {
        let (mut sum, mut count) = ([0.0; WIDTH], 0.0_f32);
        for Meaning(part) in parts {
            sum.iter_mut().zip(part).for_each(|(all, one)| *all += one);
            count += 1.0;
        }
        Meaning(sum.map(|number| number / count.max(1.0)))
    }

    /// What this text is about and `other` is not.
    #[must_use]
    pub fn beyond(&self, other: &Meaning) -> Meaning {
        let mut rest = self.0;
        rest.iter_mut().zip(&other.0).for_each(|(own, other)| *own -= other);
        Meaning(unit(&rest))
    }

    /// How far two meanings point the same way, -1 to 1.
    pub fn along(&self, other: &Meaning) -> f32 {
        self.dot(&other.0)
    }

    /// From -1 to 1, rounded to hundredths: 1 for texts of the same words, about 0 for unrelated ones.
    pub fn closeness(&self, other: &Meaning) -> f32 {
        (self.dot(&other.0) * 100.0).round() / 100.0
    }

    fn dot(&self, weights: &[f32]) -> f32 {
        self.0.iter().zip(weights).map(|(a, b)| a * b).sum()
    }

    /// The unrounded products with several columns of weights, a row of them for each number.
    ///
    /// Kept by itself: within its caller the compiler loses sight of the vector units.
    #[inline(never)]
    pub(crate) fn product<const COLUMNS: usize>(
        &self,
        weights: &[[f32; COLUMNS]],
    ) -> [f32; COLUMNS] {
        let mut sums = [0.0; COLUMNS];
        for (number, row) in self.0.iter().zip(weights) {
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += number * weight);
        }
        sums
    }
}

/// The same direction at length 1; nothing stays nothing.
fn unit(numbers: &[f32; WIDTH]) -> [f32; WIDTH] {
    let length = numbers.iter().map(|number| number * number).sum::<f32>().sqrt();
    if length > 0.0 { numbers.map(|number| number / length) } else { *numbers }
}

fn end((start, word): (usize, &str)) -> usize {
    start + word.len()
}

/// One vector a piece, four bits a number.
struct Table {
    scales: &'static [[u8; 4]],
    halves: &'static [u8],
}

fn table() -> &'static Table {
    static ONCE: OnceLock<Table> = OnceLock::new();
    ONCE.get_or_init(|| {
        let mut asset = Asset::new(TABLE);
        let [pieces, width] = [(); 2].map(|()| asset.size());
        assert_eq!(width, WIDTH, "the table is as wide as a meaning");
        Table { scales: asset.fours(pieces), halves: asset.bytes(pieces * WIDTH / 2) }
    })
}

/// Rows written out so far, by piece: essays of one course use a few thousand of them again and again.
type Rows = Vec<Option<Box<[f32; WIDTH]>>>;

thread_local! {
    static ROWS: RefCell<Rows> = const { RefCell::new(Vec::new()) };
}

impl Table {
    /// The sum of these pieces' vectors.
    fn sum(&self, pieces: &[u32]) -> [f32; WIDTH] {
        ROWS.with_borrow_mut(|rows| {
            rows.resize_with(self.scales.len(), || None);
            let mut sum = [0.0; WIDTH];
            for piece in pieces {
                let piece = *piece as usize;
                let row = rows[piece].get_or_insert_with(|| Box::new(self.row(piece)));
                sum.iter_mut().zip(row.iter()).for_each(|(sum, number)| *sum += number);
            }
            sum
        })
    }

    fn row(&self, piece: usize) -> [f32; WIDTH] {
        let (scale, mut row) = (f32::from_le_bytes(self.scales[piece]), [0.0; WIDTH]);
        let halves = &self.halves[piece * WIDTH / 2..(piece + 1) * WIDTH / 2];
        for (pair, both) in row.as_chunks_mut::<2>().0.iter_mut().zip(halves) {
            *pair = [both & 15, both >> 4].map(|half| scale * (f32::from(half) - 8.0));
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closeness(one: &str, other: &str) -> f32 {
        Meaning::of(one).closeness(&Meaning::of(other))
    }

    #[test]
    fn alike_without_a_shared_word_is_closer_than_unlike() {
        let idea = "something that hinders agencies from working together";
        let alike = closeness(idea, "an obstacle to collaboration between organisations");
        let unlike = closeness(idea, "the recipe asks for two eggs and a spoon of sugar");
        assert!(alike > unlike + 0.2, "{alike} against {unlike}");
    }

    #[test]
    fn the_same_words_are_as_close_as_can_be_and_no_words_are_close_to_nothing() {
        assert!(
            (closeness("Shared budgets build trust.", "shared budgets build trust") - 1.0).abs()
                < 0.005
        );
        assert!(closeness("", "trust").abs() < 0.005);
        assert!(closeness("…?!", "trust").abs() < 0.005);
    }

    #[test]
    fn windows_cover_a_long_sentence_to_its_end() {
        let sentence = "one two three four five six seven eight nine ten eleven twelve trust between agencies grew slowly";
        let windows = Meaning::windows(sentence);
        assert_eq!(windows.len(), 3);
        assert_eq!(
            windows.last(),
            Some(&Meaning::of(
                "six seven eight nine ten eleven twelve trust between agencies grew slowly"
            ))
        );
        assert_eq!(Meaning::windows("trust grew"), [Meaning::of("trust grew")]);
    }
}
