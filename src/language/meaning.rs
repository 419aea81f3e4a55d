//! What a text is about: close for texts that mean alike, though they share no word.
//!
//! In: any text. Out: a [`Meaning`], the sum of its word pieces' vectors from an embedded table, at unit length. Closeness
//! never tells an opposite from a match: it proposes, and what the sentence does decides.

use std::cell::RefCell;
use std::sync::OnceLock;

use unicode_segmentation::UnicodeSegmentation;

use super::reader::asset::{Asset, MEANING as WIDTH};
use super::reader::wordpiece;

static TABLE: &[u8] = include_bytes!("weights/meaning.bin");
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

    fn of_pieces(pieces: &[u32]) -> Meaning {
        Meaning::of_sum(&Sum::of(pieces))
    }

    /// The meaning of texts whose pieces are summed already.
    pub(super) fn of_sum(sum: &Sum) -> Meaning {
        Meaning(unit(&sum.0))
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
}

/// The sum of word pieces' vectors, of any length.
#[derive(Clone, Debug)]
pub(crate) struct Sum([f32; WIDTH]);

impl Sum {
    pub(crate) fn of(pieces: &[u32]) -> Sum {
        let mut sum = Sum::default();
        sum.fill(pieces);
        sum
    }

    /// The sum of these pieces in place of the one before.
    pub(crate) fn fill(&mut self, pieces: &[u32]) {
        ROWS.with_borrow_mut(|rows| {
            rows.write(table(), pieces);
            SumOf { rows, sum: &mut self.0 }.widest();
        });
    }

    pub(crate) fn add(&mut self, other: &Sum) {
        self.0.iter_mut().zip(&other.0).for_each(|(sum, number)| *sum += number);
    }

    /// What turns it to unit length; nothing stays nothing.
    pub(crate) fn factor(&self) -> f32 {
        let (fours, _) = self.0.as_chunks::<LANES>();
        let squares = fours.iter().fold([0.0; LANES], |mut squares: [f32; LANES], four| {
            squares.iter_mut().zip(four).for_each(|(sum, number)| *sum += number * number);
            squares
        });
        let length = squares.iter().sum::<f32>().sqrt();
        if length > 0.0 { 1.0 / length } else { 0.0 }
    }

    /// The products with several columns of weights, a row of them for each number.
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

impl Default for Sum {
    fn default() -> Sum {
        Sum([0.0; WIDTH])
    }
}

/// Numbers that are squared side by side.
const LANES: usize = 16;

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

/// One piece's numbers before they are scaled, each in a byte: a quarter of the room that scaled ones take, since nothing
/// here takes longer than to fetch them.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row([i8; WIDTH]);

/// Rows written out so far: essays of one course use a few thousand of them again and again.
#[derive(Default)]
struct Rows {
    /// By piece, where its row stands among those written; 0 for one that is not written yet.
    places: Vec<u32>,
    /// The first stands for none.
    written: Vec<Row>,
    /// The scale of each row.
    scales: Vec<f32>,
    /// Room for the places of the pieces that are summed.
    summed: Vec<u32>,
}

thread_local! {
    static ROWS: RefCell<Rows> = RefCell::default();
}

/// Numbers that are summed at a time, so that they stay in registers however many pieces there are.
const BLOCK: usize = 64;

impl Rows {
    /// Makes sure that the rows of these pieces are written, and says where.
    fn write(&mut self, table: &Table, pieces: &[u32]) {
        if self.places.is_empty() {
            self.places.resize(table.scales.len(), 0);
            self.written.push(Row([0; WIDTH]));
            self.scales.push(0.0);
        }
        self.summed.clear();
        for piece in pieces {
            let place = &mut self.places[*piece as usize];
            if *place == 0 {
                *place = u32::try_from(self.written.len()).expect("there are few pieces");
                self.written.push(table.row(*piece as usize));
                self.scales.push(f32::from_le_bytes(table.scales[*piece as usize]));
            }
            self.summed.push(*place);
        }
    }

    /// Each number is summed by itself and in the order of the pieces, so the vector units change no sum.
    #[expect(clippy::inline_always, reason = "compiled anew for each kind of vector unit")]
    #[inline(always)]
    fn sum(&self, sum: &mut [f32; WIDTH]) {
        for (at, block) in sum.as_chunks_mut::<BLOCK>().0.iter_mut().enumerate() {
            let mut held = [0.0; BLOCK];
            for place in &self.summed {
                let scale = self.scales[*place as usize];
                let row = &self.written[*place as usize].0.as_chunks::<BLOCK>().0[at];
                held.iter_mut().zip(row).for_each(|(sum, it)| *sum += scale * f32::from(*it));
            }
            *block = held;
        }
    }
}

/// The sum of some rows, by the widest vector units that the processor has.
struct SumOf<'a> {
    rows: &'a Rows,
    sum: &'a mut [f32; WIDTH],
}

#[cfg(feature = "deep")]
impl rten_simd::SimdOp for SumOf<'_> {
    type Output = ();

    #[inline]
    fn eval<I: rten_simd::Isa>(self, _: I) {
        self.rows.sum(self.sum);
    }
}

impl SumOf<'_> {
    #[cfg(feature = "deep")]
    fn widest(self) {
        rten_simd::SimdOp::dispatch(self);
    }

    #[cfg(not(feature = "deep"))]
    fn widest(self) {
        self.rows.sum(self.sum);
    }
}

impl Table {
    fn row(&self, piece: usize) -> Row {
        let mut row = Row([0; WIDTH]);
        let halves = &self.halves[piece * WIDTH / 2..(piece + 1) * WIDTH / 2];
        for (pair, both) in row.0.as_chunks_mut::<2>().0.iter_mut().zip(halves) {
            *pair = [both & 15, both >> 4].map(|half| half.cast_signed() - 8);
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
