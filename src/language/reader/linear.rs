//! One layer of weights in whole numbers: rounds its input row by row, multiplies exactly, and turns the sums back.
//!
//! Each row of input has its own scale, so what stands beside a row never changes its product. The weights keep to 7 bits,
//! so that no processor's 16-bit sums overflow.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;
use rten_vecmath::MinMax;

use super::asset::Asset;
use super::wide::{RoundRow, TurnBack};

pub(super) struct Linear {
    weights: PackedBMatrix<i8>,
    scales: Vec<f32>,
    /// The sum of each answer's weights: what a zero that lies elsewhere than at 0 adds to its product.
    totals: Vec<f32>,
    bias: Vec<f32>,
    gemm: GemmExecutor<u8, i8, i32>,
}

/// Room for what a product needs on its way, kept from one product to the next.
#[derive(Default)]
pub(super) struct Scratch {
    rounded: Rounded,
    sums: Vec<i32>,
}

impl Linear {
    pub(super) fn read(asset: &mut Asset, from: usize, to: usize) -> Linear {
        let gemm = GemmExecutor::<u8, i8, i32>::new();
        let scales = asset.numbers(to);
        let rows: Vec<i8> = asset.bytes(from * to).iter().map(|byte| byte.cast_signed()).collect();
        let turned = NdTensorView::from_slice_with_strides([from, to], &rows, [1, from]);
        let weights = gemm.prepack_b(turned.expect("the asset holds the whole matrix"));
        let totals = rows
            .chunks_exact(from)
            .map(|row| row.iter().map(|weight| f32::from(*weight)).sum())
            .collect();
        Linear { weights, scales, totals, bias: asset.numbers(to), gemm }
    }

    /// Writes the product with each row of `input` to `out`.
    pub(super) fn product(&self, input: &[f32], scratch: &mut Scratch, out: &mut Vec<f32>) {
        self.sum(input, scratch);
        out.resize(scratch.sums.len(), 0.0);
        self.turn_back(scratch, false, out);
    }

    /// Adds the product with each row of `input` to `out`.
    pub(super) fn add_product(&self, input: &[f32], scratch: &mut Scratch, out: &mut [f32]) {
        self.sum(input, scratch);
        self.turn_back(scratch, true, out);
    }

    fn sum(&self, input: &[f32], scratch: &mut Scratch) {
        let depth = self.weights.rows();
        let Scratch { rounded, sums } = scratch;
        rounded.fill(input, depth);
        sums.resize(input.len() / depth * self.bias.len(), 0);
        let left = NdTensorView::from_data([input.len() / depth, depth], rounded.values.as_slice());
        let done = self.gemm.gemm(
            sums,
            GemmInputA::Unpacked(left),
            GemmInputB::Packed(&self.weights),
            GemmOptions::default(),
        );
        done.expect("the shapes fit, since the weights gave them all");
    }

    fn turn_back(&self, scratch: &Scratch, add: bool, out: &mut [f32]) {
        let Scratch { rounded, sums } = scratch;
        let width = self.bias.len();
        for (row, (sums, out)) in
            sums.chunks_exact(width).zip(out.chunks_exact_mut(width)).enumerate()
        {
            let (scale, zero) = (rounded.scales[row], rounded.zeros[row]);
            TurnBack {
                sums,
                scale,
                zero,
                scales: &self.scales,
                totals: &self.totals,
                bias: &self.bias,
                add,
                out,
            }
            .dispatch();
        }
    }
}

/// Rows of numbers in 8 bits: value = scale * (whole - zero).
#[derive(Default)]
struct Rounded {
    values: Vec<u8>,
    scales: Vec<f32>,
    zeros: Vec<f32>,
}

impl Rounded {
    fn fill(&mut self, input: &[f32], width: usize) {
        self.values.resize(input.len(), 0);
        self.scales.clear();
        self.zeros.clear();
        for (row, out) in input.chunks_exact(width).zip(self.values.chunks_exact_mut(width)) {
            let (low, high) = MinMax::new(row).dispatch();
            let scale = ((high.max(0.0) - low.min(0.0)) / 255.0).max(f32::MIN_POSITIVE);
            let zero = (-low.min(0.0) / scale).round();
            RoundRow { row, scale, zero, out }.dispatch();
            self.scales.push(scale);
            self.zeros.push(zero);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_plain_sum_whatever_stands_beside_a_row() {
        let (from, to, rows) = (384, 50, 100);
        let mut bytes = Vec::new();
        let whole = |at: usize| i8::try_from((at * 37 + at / 7) % 127).expect("it fits") - 63;
        (0..to).for_each(|_| bytes.extend(0.01_f32.to_le_bytes()));
        bytes.extend((0..from * to).map(|at| whole(at).cast_unsigned()));
        (0..to).for_each(|_| bytes.extend(0.5_f32.to_le_bytes()));
        let linear = Linear::read(&mut Asset::new(bytes.leak()), from, to);
        let input: Vec<f32> = (0..rows * from)
            .map(|at| {
                (f32::from(u8::try_from(at * 13 % 101).expect("it fits")) / 20.0 - 2.0)
                    * f32::from(u8::try_from(at / from % 7 + 1).expect("it fits"))
                    - f32::from(u8::try_from(at / from % 3).expect("it fits"))
            })
            .collect();
        let (mut scratch, mut product, mut own_product) =
            (Scratch::default(), Vec::new(), Vec::new());
        linear.product(&input, &mut scratch, &mut product);
        for row in 0..rows {
            let own = &input[row * from..(row + 1) * from];
            for answer in 0..to {
                let plain: f32 = own
                    .iter()
                    .enumerate()
                    .map(|(at, value)| value * 0.01 * f32::from(whole(answer * from + at)))
                    .sum();
                let found = product[row * to + answer];
                assert!(
                    (found - plain - 0.5).abs() < 3.0,
                    "row {row}, answer {answer}: {found} for {plain}"
                );
            }
            linear.product(&own.repeat(2), &mut scratch, &mut own_product);
            assert_eq!(own_product[to..], product[row * to..(row + 1) * to]);
        }
    }
}
