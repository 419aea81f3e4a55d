"""Builds the static table of meanings, `meaning.bin`: one short vector a piece, whose sum is the meaning of a text.

usage: meaning.py

Each piece starts with MiniLM's own vector of it; a ridge fit then moves the rows until their weighted mean foretells
MiniLM's vector of WordNet's glosses and examples. Frequent pieces weigh less: a / (a + frequency), the frequency by
Zipf's law from GloVe's rank order. The rows are turned onto their 256 main axes and kept as whole numbers of 4 bits.
"""

import random
import struct

import numpy
import scipy.sparse
import torch
from transformers import AutoTokenizer, BertModel

import pieces
import sources

WIDTH = 256
GLOSSES = 50_000
HELD_OUT = 1_000
COMMON = 1e-3  # the frequency at which a piece weighs one half
RIDGE = 0.05
ROUNDS = 40  # of conjugate gradients

torch.set_num_threads(1)


def vectors(texts):
    """MiniLM's unit vectors, the mean over each text's pieces."""
    tokens = AutoTokenizer.from_pretrained(pieces.minilm())
    body = BertModel.from_pretrained(pieces.minilm(), add_pooling_layer=False).eval()
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    found = numpy.zeros((len(texts), 384), "f4")
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 128):
            part = order[start:start + 128]
            got = tokens([texts[i] for i in part], padding=True, truncation=True, max_length=64, return_tensors="pt")
            mask = got["attention_mask"].unsqueeze(-1).float()
            mean = (body(**got).last_hidden_state.float() * mask).sum(1) / mask.sum(1)
            found[part] = torch.nn.functional.normalize(mean).numpy()
    return found


def weights():
    """How much each piece counts, from its rank among the words."""
    words = sources.ranked_words()
    rank = {word: place for place, word in reversed(list(enumerate(words)))}
    norm = sum(1 / (place + 2.7) for place in range(len(words)))
    frequency = numpy.array([1 / (rank.get(piece.removeprefix("##"), 50_000) + 2.7) / norm for piece in pieces.pieces()])
    counted = COMMON / (COMMON + frequency)
    counted[[i for i, piece in enumerate(pieces.pieces()) if piece.startswith("[") and len(piece) > 1]] = 0
    counted[[i for i, piece in enumerate(pieces.pieces()) if not any(letter.isalnum() for letter in piece)]] = 0
    return counted.astype("f4")


def bags(texts, counted):
    """Each text as the weighted share of its pieces, one sparse row a text."""
    tokeniser = pieces.tokeniser(128)
    rows, columns, values = [], [], []
    for row, line in enumerate(tokeniser.encode_batch(texts, add_special_tokens=False)):
        total = counted[line.ids].sum() or 1
        rows += [row] * len(line.ids)
        columns += line.ids
        values += list(counted[line.ids] / total)
    return scipy.sparse.csr_matrix((values, (rows, columns)), shape=(len(texts), len(counted)), dtype="f4")


def fitted(bag, wanted, start):
    """The table that foretells `wanted` from `bag`, near to `start`: a ridge fit by conjugate gradients."""
    strength = RIDGE * bag.power(2).sum() / bag.shape[1]
    move = numpy.zeros_like(start)
    rest = bag.T @ (wanted - bag @ start)
    step, size = rest.copy(), (rest * rest).sum(0)
    for _ in range(ROUNDS):
        image = bag.T @ (bag @ step) + strength * step
        length = size / numpy.maximum((step * image).sum(0), 1e-12)
        move += length * step
        rest -= length * image
        size, before = (rest * rest).sum(0), size
        step = rest + size / numpy.maximum(before, 1e-12) * step
    return start + move


def unit(rows):
    return rows / numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def packed(table):
    """One scale a row, then two numbers a byte, the first in the lower half."""
    scales = numpy.maximum(numpy.abs(table).max(1), 1e-9) / 7
    whole = (numpy.clip(numpy.rint(table / scales[:, None]), -7, 7) + 8).astype("u1")
    halves = whole[:, 0::2] | (whole[:, 1::2] << 4)
    kept = scales.astype("<f4")
    return struct.pack("<2I", *table.shape) + kept.tobytes() + halves.tobytes(), (whole.astype("f4") - 8) * kept[:, None]


def main():
    texts = sources.glosses()
    random.Random(1).shuffle(texts)
    texts = texts[:GLOSSES + HELD_OUT]
    wanted = vectors(texts)
    counted = weights()
    start = vectors([piece.removeprefix("##") for piece in pieces.pieces()])
    bag = bags(texts, counted)
    middle = wanted[:GLOSSES].mean(0)
    table = fitted(bag[:GLOSSES], wanted[:GLOSSES] - middle, start - start.mean(0))
    weighed = table * counted[:, None]
    held = bags(texts[GLOSSES:], counted)
    scatter = (bag[:GLOSSES] @ table).astype("f8")
    axes = numpy.linalg.eigh(scatter.T @ scatter)[1][:, ::-1][:, :WIDTH]
    axes *= numpy.sign(axes[numpy.abs(axes).argmax(0), numpy.arange(WIDTH)])
    stored, rounded = packed(weighed @ axes.astype("f4"))
    (pieces.WEIGHTS / "meaning.bin").write_bytes(stored)
    own = unit((held > 0).astype("f4") @ rounded)
    true = unit(wanted[GLOSSES:] - middle)
    above = numpy.triu_indices(HELD_OUT, 1)
    agreement = numpy.corrcoef((own @ own.T)[above], (true @ true.T)[above])[0, 1]
    print(f"meaning.bin: {len(stored) / 1e6:.1f} MB; closeness of unseen glosses agrees with MiniLM's, correlation {agreement:.3f}")


if __name__ == "__main__":
    main()
