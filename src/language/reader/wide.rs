//! Plain loops, compiled for the widest vector units that the processor has.
//!
//! Each loop treats every number alone and in the same way, or sums in a set order, so the units change its speed and not
//! its result: a sum by the units' own width would differ in its last digit from one processor to the next, and a digit
//! is enough to turn one percent of a reading into the next.

use rten_simd::{Isa, SimdOp, SimdUnaryOp};
use rten_vecmath::Exp;

/// Added to a number between 0 and 255, it leaves the nearest whole number in the lowest byte.
const MAGIC: f32 = 12_582_912.0;

/// Rounds `row` to whole numbers of 8 bits: value / scale + zero.
pub(super) struct RoundRow<'a> {
    pub(super) row: &'a [f32],
    pub(super) scale: f32,
    pub(super) zero: f32,
    pub(super) out: &'a mut [u8],
}

impl SimdOp for RoundRow<'_> {
    type Output = ();

    #[inline]
    fn eval<I: Isa>(self, _: I) {
        let factor = 1.0 / self.scale;
        for (out, value) in self.out.iter_mut().zip(self.row) {
            let near = (value * factor + self.zero).clamp(0.0, 255.0);
            *out = (near + MAGIC).to_bits().to_le_bytes()[0];
        }
    }
}

/// Writes to `out`, or adds to it, what the whole-number sums of one row stand for.
pub(super) struct TurnBack<'a> {
    pub(super) sums: &'a [i32],
    pub(super) scale: f32,
    pub(super) zero: f32,
    /// What each answer's weights are scaled by, what they are together, and what is added.
    pub(super) scales: &'a [f32],
    pub(super) totals: &'a [f32],
    pub(super) bias: &'a [f32],
    pub(super) add: bool,
    pub(super) out: &'a mut [f32],
}

impl SimdOp for TurnBack<'_> {
    type Output = ();

    #[inline]
    #[expect(
        clippy::cast_precision_loss,
        reason = "sums stay within 24 bits but for the last place"
    )]
    fn eval<I: Isa>(self, _: I) {
        let answers = self.sums.iter().zip(self.scales).zip(self.totals).zip(self.bias);
        let answers = answers.map(|(((sum, scale), total), bias)| {
            (*sum as f32 - self.zero * total) * (self.scale * scale) + bias
        });
        if self.add {
            self.out.iter_mut().zip(answers).for_each(|(out, answer)| *out += answer);
        } else {
            self.out.iter_mut().zip(answers).for_each(|(out, answer)| *out = answer);
        }
    }
}

/// Joins so many numbers side by side: the width of the widest units.
const LANES: usize = 16;

/// What each number gives, joined: every sixteenth together, then these in halves.
#[inline]
fn joined(
    numbers: &[f32],
    start: f32,
    give: impl Fn(f32) -> f32,
    join: impl Fn(f32, f32) -> f32,
) -> f32 {
    let mut lanes = [start; LANES];
    let whole = numbers.chunks_exact(LANES);
    let rest = whole.remainder();
    for numbers in whole {
        for (lane, number) in lanes.iter_mut().zip(numbers) {
            *lane = join(*lane, give(*number));
        }
    }
    for (lane, number) in lanes.iter_mut().zip(rest) {
        *lane = join(*lane, give(*number));
    }
    let mut half = LANES / 2;
    while half > 0 {
        for at in 0..half {
            lanes[at] = join(lanes[at], lanes[at + half]);
        }
        half /= 2;
    }
    lanes[0]
}

#[inline]
fn sum(numbers: &[f32], give: impl Fn(f32) -> f32) -> f32 {
    joined(numbers, 0.0, give, |one, other| one + other)
}

/// Turns scores into shares of 1, the exponential of each over their sum.
pub(super) struct Shares<'a>(pub(super) &'a mut [f32]);

impl SimdOp for Shares<'_> {
    type Output = ();

    #[inline]
    fn eval<I: Isa>(self, _: I) {
        let most =
            joined(self.0, f32::MIN, |it| it, |one, other| if other > one { other } else { one });
        self.0.iter_mut().for_each(|score| *score -= most);
        Exp {}.map_mut(self.0);
        let share = 1.0 / sum(self.0, |it| it);
        self.0.iter_mut().for_each(|it| *it *= share);
    }
}

/// Gives a row mean 0 and variance 1, then scale and bias to each number.
pub(super) struct Level<'a> {
    pub(super) row: &'a mut [f32],
    pub(super) scale: &'a [f32],
    pub(super) bias: &'a [f32],
}

const EPSILON: f32 = 1e-12;

impl SimdOp for Level<'_> {
    type Output = ();

    #[inline]
    fn eval<I: Isa>(self, _: I) {
        #[expect(clippy::cast_precision_loss, reason = "rows are short")]
        let count = self.row.len() as f32;
        let mean = sum(self.row, |it| it) / count;
        let variance = sum(self.row, |it| (it - mean) * (it - mean)) / count;
        let factor = 1.0 / (variance + EPSILON).sqrt();
        let both = self.scale.iter().zip(self.bias);
        for (number, (scale, bias)) in self.row.iter_mut().zip(both) {
            *number = (*number - mean) * factor * scale + bias;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_do_not_depend_on_the_processor() {
        // The same order in plain words: columns of sixteen, then halves.
        let numbers: Vec<f32> = (0_u16..389).map(|at| 1.0 / f32::from(at + 1)).collect();
        let mut columns = [0.0_f32; 16];
        numbers.iter().enumerate().for_each(|(at, number)| columns[at % 16] += number);
        for half in [8, 4, 2, 1] {
            (0..half).for_each(|at| columns[at] += columns[at + half]);
        }
        assert_eq!(sum(&numbers, |it| it).to_bits(), columns[0].to_bits());
    }

    #[test]
    fn shares_make_one_and_levelled_rows_are_centred() {
        let mut row = [1.0, 3.0, -2.0, 3.0, 0.5];
        Shares(&mut row).dispatch();
        assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!(row[1] > row[0] && (row[1] - row[3]).abs() < 1e-9);
        let (scale, bias) = ([1.0; 5], [0.5; 5]);
        Level { row: &mut row, scale: &scale, bias: &bias }.dispatch();
        assert!((row.iter().sum::<f32>() / 5.0 - 0.5).abs() < 1e-5);
    }
}
