//! The deep reader's network: a small BERT over whole sentences, several at once, without padding.
//!
//! In: the pieces of sentences. Out: a vector of [`WIDTH`] numbers for each, the mean over its pieces. A sentence's vector
//! does not depend on the others beside it: every row of every product is summed in the same order, whatever the batch.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_simd::{SimdOp, SimdUnaryOp};
use rten_tensor::{Layout, Matrix, NdTensorView};
use rten_vecmath::{Gelu, Normalize, NormalizeOptions, Softmax, Sum, SumSquareSub};

use super::asset::{Asset, Rows};
use super::linear::Linear;

/// Numbers that stand for a piece.
pub(super) const WIDTH: usize = 384;
const HEADS: usize = 12;
const HEAD: usize = WIDTH / HEADS;
const EPSILON: f32 = 1e-12;

pub(super) struct Encoder {
    gemm: GemmExecutor,
    pieces: Rows,
    positions: Rows,
    norm: Norm,
    layers: Vec<Layer>,
}

struct Layer {
    /// Query, key and value side by side; the query is scaled already.
    attention: Linear,
    attended: Linear,
    attended_norm: Norm,
    inner: Linear,
    outer: Linear,
    outer_norm: Norm,
}

struct Norm {
    scale: Vec<f32>,
    bias: Vec<f32>,
}

impl Encoder {
    pub(super) fn read(asset: &mut Asset) -> Encoder {
        let [pieces, positions, layers, inner] = [(); 4].map(|()| asset.size());
        let gemm = GemmExecutor::new();
        Encoder {
            pieces: asset.rows(pieces, WIDTH),
            positions: asset.rows(positions, WIDTH),
            norm: Norm::read(asset),
            layers: (0..layers).map(|_| Layer::read(asset, inner)).collect(),
            gemm,
        }
    }

    /// One vector for each sentence.
    pub(super) fn vectors(&self, sentences: &[&[u32]]) -> Vec<[f32; WIDTH]> {
        let mut states = self.embedded(sentences);
        for layer in &self.layers {
            self.attend(layer, sentences, &mut states);
            layer.think(&mut states);
        }
        let mut rest = states.as_slice();
        let mut vectors = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let (own, others) = rest.split_at(sentence.len() * WIDTH);
            vectors.push(mean(own));
            rest = others;
        }
        vectors
    }

    fn embedded(&self, sentences: &[&[u32]]) -> Vec<f32> {
        let count: usize = sentences.iter().map(|sentence| sentence.len()).sum();
        let mut states = vec![0.0; count * WIDTH];
        let places = sentences.iter().flat_map(|sentence| sentence.iter().enumerate());
        for (state, (at, piece)) in states.chunks_exact_mut(WIDTH).zip(places) {
            self.pieces.add(*piece as usize, 1.0, state);
            self.positions.add(at, 1.0, state);
        }
        self.norm.apply(&mut states);
        states
    }

    /// Lets the pieces of each sentence look at each other.
    fn attend(&self, layer: &Layer, sentences: &[&[u32]], states: &mut [f32]) {
        let queries = layer.attention.product(states);
        let mut context = vec![0.0; states.len()];
        let mut start = 0;
        for sentence in sentences {
            let (from, to) = (start, start + sentence.len());
            for head in 0..HEADS {
                self.attend_one(
                    &queries[from * 3 * WIDTH..to * 3 * WIDTH],
                    head,
                    &mut context[from * WIDTH..to * WIDTH],
                );
            }
            start = to;
        }
        layer.attended.add_product(&context, states);
        layer.attended_norm.apply(states);
    }

    fn attend_one(&self, queries: &[f32], head: usize, context: &mut [f32]) {
        let (length, step) = (context.len() / WIDTH, 3 * WIDTH);
        let part = |number: usize| &queries[number * WIDTH + head * HEAD..];
        let query = view(part(0), [length, HEAD], [step, 1]);
        let key = view(part(1), [HEAD, length], [1, step]);
        let value = view(part(2), [length, HEAD], [step, 1]);
        let mut looks = self.multiply(query, GemmInputB::Unpacked(key), length);
        for row in looks.chunks_exact_mut(length) {
            Softmax::new_mut(row).dispatch();
        }
        let seen = self.multiply(
            view(&looks, [length, length], [length, 1]),
            GemmInputB::Unpacked(value),
            HEAD,
        );
        for (row, seen) in context.chunks_exact_mut(WIDTH).zip(seen.chunks_exact(HEAD)) {
            row[head * HEAD..(head + 1) * HEAD].copy_from_slice(seen);
        }
    }

    fn multiply(&self, left: Matrix, right: GemmInputB<f32>, width: usize) -> Vec<f32> {
        let mut out = vec![0.0; left.shape()[0] * width];
        let done =
            self.gemm.gemm(&mut out, GemmInputA::Unpacked(left), right, GemmOptions::default());
        done.expect("the shapes fit, since one sentence gave them all");
        out
    }
}

impl Layer {
    fn read(asset: &mut Asset, inner: usize) -> Layer {
        Layer {
            attention: Linear::read(asset, WIDTH, 3 * WIDTH),
            attended: Linear::read(asset, WIDTH, WIDTH),
            attended_norm: Norm::read(asset),
            inner: Linear::read(asset, WIDTH, inner),
            outer: Linear::read(asset, inner, WIDTH),
            outer_norm: Norm::read(asset),
        }
    }

    /// Passes each piece through the layer's two wide products.
    fn think(&self, states: &mut [f32]) {
        let mut wide = self.inner.product(states);
        Gelu {}.map_mut(&mut wide);
        self.outer.add_product(&wide, states);
        self.outer_norm.apply(states);
    }
}

impl Norm {
    fn read(asset: &mut Asset) -> Norm {
        Norm { scale: asset.numbers(WIDTH), bias: asset.numbers(WIDTH) }
    }

    fn apply(&self, states: &mut [f32]) {
        #[expect(clippy::cast_precision_loss, reason = "384 is exact")]
        let count = WIDTH as f32;
        for state in states.chunks_exact_mut(WIDTH) {
            let mean = Sum::new(state).dispatch() / count;
            let variance = SumSquareSub::new(state, mean).dispatch() / count;
            let options = NormalizeOptions {
                pre_scale_bias: mean,
                scale: 1.0 / (variance + EPSILON).sqrt(),
                element_scale: Some(&self.scale),
                bias: 0.0,
                element_bias: Some(&self.bias),
            };
            Normalize::new_mut(state, options).dispatch();
        }
    }
}

fn view(data: &[f32], shape: [usize; 2], strides: [usize; 2]) -> Matrix<'_> {
    NdTensorView::from_slice_with_strides(shape, data, strides)
        .expect("the slice holds the whole matrix")
}

fn mean(states: &[f32]) -> [f32; WIDTH] {
    let mut sum = [0.0; WIDTH];
    for state in states.chunks_exact(WIDTH) {
        for (sum, number) in sum.iter_mut().zip(state) {
            *sum += number;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few pieces")]
    let count = (states.len() / WIDTH) as f32;
    sum.map(|number| number / count)
}
