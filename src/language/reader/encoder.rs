//! The deep reader's network: a small BERT over whole sentences, several at once, without padding.
//!
//! In: the pieces of sentences. Out: a vector of [`WIDTH`] numbers for each, the mean over its pieces. A sentence's vector
//! does not depend on the others beside it: every row of every product is summed in the same order, whatever the batch.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_simd::{SimdOp, SimdUnaryOp};
use rten_tensor::{Layout, Matrix, NdTensorView};
use rten_vecmath::Gelu;

use super::asset::{Asset, Rows};
use super::linear::{Linear, Scratch};
use super::wide::{Level, Shares};

/// Numbers that stand for a piece.
pub(super) const WIDTH: usize = 384;
const HEADS: usize = 12;
const HEAD: usize = WIDTH / HEADS;

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

/// What the layers write to on their way, kept from one layer and one batch to the next.
#[derive(Default)]
pub(super) struct Rooms {
    scratch: Scratch,
    /// Queries, keys and values; then the inner numbers of each piece.
    wide: Vec<f32>,
    context: Vec<f32>,
    looks: Vec<f32>,
    seen: Vec<f32>,
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
    pub(super) fn vectors(&self, sentences: &[&[u32]], rooms: &mut Rooms) -> Vec<[f32; WIDTH]> {
        let mut states = self.embedded(sentences);
        for layer in &self.layers {
            self.attend(layer, sentences, &mut states, rooms);
            layer.think(&mut states, rooms);
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
    fn attend(&self, layer: &Layer, sentences: &[&[u32]], states: &mut [f32], rooms: &mut Rooms) {
        layer.attention.product(states, &mut rooms.scratch, &mut rooms.wide);
        rooms.context.resize(states.len(), 0.0);
        let mut start = 0;
        for sentence in sentences {
            let (from, to) = (start, start + sentence.len());
            for head in 0..HEADS {
                self.attend_one(from, to, head, rooms);
            }
            start = to;
        }
        layer.attended.add_product(&rooms.context, &mut rooms.scratch, states);
        layer.attended_norm.apply(states);
    }

    /// One head's look at the sentence whose pieces are `from..to`.
    fn attend_one(&self, from: usize, to: usize, head: usize, rooms: &mut Rooms) {
        let (length, step) = (to - from, 3 * WIDTH);
        let Rooms { wide, context, looks, seen, .. } = rooms;
        let own = &wide[from * step..to * step];
        let part = |number: usize| &own[number * WIDTH + head * HEAD..];
        let query = view(part(0), [length, HEAD], [step, 1]);
        let key = view(part(1), [HEAD, length], [1, step]);
        let value = view(part(2), [length, HEAD], [step, 1]);
        self.multiply(query, GemmInputB::Unpacked(key), length, looks);
        for row in looks.chunks_exact_mut(length) {
            Shares(row).dispatch();
        }
        let looks = view(looks, [length, length], [length, 1]);
        self.multiply(looks, GemmInputB::Unpacked(value), HEAD, seen);
        let own = &mut context[from * WIDTH..to * WIDTH];
        for (row, seen) in own.chunks_exact_mut(WIDTH).zip(seen.chunks_exact(HEAD)) {
            row[head * HEAD..(head + 1) * HEAD].copy_from_slice(seen);
        }
    }

    fn multiply(&self, left: Matrix, right: GemmInputB<f32>, width: usize, out: &mut Vec<f32>) {
        out.resize(left.shape()[0] * width, 0.0);
        let done = self.gemm.gemm(out, GemmInputA::Unpacked(left), right, GemmOptions::default());
        done.expect("the shapes fit, since one sentence gave them all");
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
    fn think(&self, states: &mut [f32], rooms: &mut Rooms) {
        let Rooms { scratch, wide, .. } = rooms;
        self.inner.product(states, scratch, wide);
        Gelu {}.map_mut(wide);
        self.outer.add_product(wide, scratch, states);
        self.outer_norm.apply(states);
    }
}

impl Norm {
    fn read(asset: &mut Asset) -> Norm {
        Norm { scale: asset.numbers(WIDTH), bias: asset.numbers(WIDTH) }
    }

    fn apply(&self, states: &mut [f32]) {
        for row in states.chunks_exact_mut(WIDTH) {
            Level { row, scale: &self.scale, bias: &self.bias }.dispatch();
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
