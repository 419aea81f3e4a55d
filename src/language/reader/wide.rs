//! Plain loops, compiled for the widest vector units that the processor has.
//!
//! Each loop treats every number alone and in the same way, so the units change its speed and not its result.

use rten_simd::{Isa, SimdOp};

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
