"""Fits the fast reader, `fast.bin`: one linear model over hashed features and the static sentence vector.

usage: fast.py LABELLED [ANSWERS] [--final]

It learns the labels and, from ANSWERS, what the deep reader says of every sentence. Strengths and each cue's bound are
chosen in five parts, each read by a model of the other four; the weights are then fitted on all of them.
"""

import argparse
import pathlib
import struct

import numpy
import scipy.optimize
import scipy.sparse

import data
import deep
import features
import pieces

STANCES, ANSWERS = len(data.STANCES), len(data.STANCES) + len(data.CUES)
LIMIT = 85_000  # features kept
DENSE = 1.5  # how much the sentence vector counts beside the features
PENALTY = 4e-5
SOFT = 0.6  # share of the teachers' answer in what is learnt of a labelled sentence


def meanings(texts):
    """The unit vectors of `src/language/meaning.rs`."""
    stored = (pieces.WEIGHTS / "meaning.bin").read_bytes()
    count, width = struct.unpack_from("<2I", stored)
    scales = numpy.frombuffer(stored, "<f4", count, 8)
    halves = numpy.frombuffer(stored, "u1", count * width // 2, 8 + 4 * count).reshape(count, -1)
    table = numpy.empty((count, width), "f4")
    table[:, 0::2], table[:, 1::2] = halves & 15, halves >> 4
    table = (table - 8) * scales[:, None]
    tokeniser = pieces.tokeniser(512)
    sums = numpy.array([table[line.ids].sum(0) for line in tokeniser.encode_batch(texts, add_special_tokens=False)])
    return sums / numpy.maximum(numpy.linalg.norm(sums, axis=1, keepdims=True), 1e-9)


def kept_features(named):
    """The hashes worth a row: those of features that several sentences have, the most frequent first."""
    times = {}
    for names in named:
        for name in names:
            times[name] = times.get(name, 0) + 1
    often = sorted((name for name in times if times[name] > 1), key=lambda name: (-times[name], name))[:LIMIT]
    return {key: place for place, key in enumerate(sorted({features.fnv(name) for name in often}))}


def matrix(named, keys, dense, hashes):
    rows, columns, values = [], [], []
    for row, names in enumerate(named):
        found = [keys[hashed] for hashed in (hashes[name] for name in names) if hashed in keys]
        rows += [row] * len(found)
        columns += found
        values += [1 / max(len(names), 1) ** 0.5] * len(found)
    sparse = scipy.sparse.csr_matrix((values, (rows, columns)), shape=(len(named), len(keys)))
    return scipy.sparse.hstack([sparse, scipy.sparse.csr_matrix(DENSE * dense)]).tocsr()


def answered(path):
    """The deep reader's answer to each text."""
    saved = numpy.load(path)
    return {str(text): (stance, cues) for text, stance, cues in zip(saved["texts"], saved["stance"], saved["cues"])}


def targets(examples, soft):
    """What is wanted of each sentence, and how much each answer counts."""
    wanted, counts = numpy.zeros((len(examples), ANSWERS)), numpy.zeros((len(examples), ANSWERS))
    for row, (text, stance, cues) in enumerate(examples):
        own = numpy.concatenate([numpy.eye(STANCES)[max(stance, 0)], cues if cues is not None else [0] * len(data.CUES)])
        known = numpy.array([float(stance >= 0)] * STANCES + [float(cues is not None)] * len(data.CUES))
        if text in soft:
            answer = numpy.concatenate(soft[text])
            wanted[row] = known * ((1 - SOFT) * own + SOFT * answer) + (1 - known) * answer
            counts[row] = known + 0.5 * (1 - known)
        else:
            wanted[row], counts[row] = own, known
    return wanted, counts


def fitted(inputs, wanted, counts, rounds=120):
    """Weights and bias: soft-max over the stances, one logistic a cue, by L-BFGS."""
    size = inputs.shape[1]
    turned = inputs.T.tocsr()

    def loss(flat):
        weights = flat.reshape(size + 1, ANSWERS)
        scores = inputs @ weights[:size] + weights[size]
        stance = scores[:, :STANCES] - scores[:, :STANCES].max(1, keepdims=True)
        logs = stance - numpy.log(numpy.exp(stance).sum(1, keepdims=True))
        cues = scores[:, STANCES:]
        value = -(counts[:, :STANCES] * wanted[:, :STANCES] * logs).sum()
        value += (counts[:, STANCES:] * (numpy.logaddexp(0, cues) - wanted[:, STANCES:] * cues)).sum()
        found = numpy.hstack([numpy.exp(logs), 1 / (1 + numpy.exp(-cues))])
        error = counts * (found - wanted) / len(wanted)
        slope = numpy.vstack([turned @ error + 2 * PENALTY * weights[:size], error.sum(0)])
        return value / len(wanted) + PENALTY * (weights[:size] ** 2).sum(), slope.ravel()

    start = numpy.zeros((size + 1) * ANSWERS)
    weights = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8}).x
    weights = weights.reshape(size + 1, ANSWERS)
    return weights[:size], weights[size]


def scores(model, inputs):
    return inputs @ model[0] + model[1]


def best_bounds(found, examples):
    """For each cue the score that divides best."""
    rows = [i for i, e in enumerate(examples) if e[2] is not None]
    truth = numpy.array([examples[i][2] for i in rows])
    bounds = numpy.zeros(len(data.CUES))
    for cue in range(len(data.CUES)):
        tried = numpy.linspace(-4, 1, 101)
        f1 = numpy.array([data.f1(zip(truth[:, cue], found[rows, cue] > bound)) for bound in tried])
        smooth = numpy.convolve(numpy.pad(f1, 4, mode="edge"), numpy.ones(9) / 9, "valid")
        bounds[cue] = tried[smooth.argmax()]
    return bounds


def figures(model, inputs, examples, bounds):
    found = scores(model, inputs)
    return deep.figures(found[:, :STANCES], found[:, STANCES:] - bounds, examples)


def packed(model, keys, bounds):
    weights, bias = model
    rows, dense = weights[:len(keys)], DENSE * weights[len(keys):]
    scales = numpy.abs(rows).max(0) / 127
    whole = numpy.clip(numpy.rint(rows / scales), -127, 127).astype("i1")
    bias = bias - numpy.concatenate([numpy.zeros(STANCES), bounds])
    plain = [scales, bias, dense.T.ravel()]
    return struct.pack("<I", len(keys)) + b"".join(numpy.asarray(p, "<f4").tobytes() for p in plain) + numpy.array(sorted(keys), "<u4").tobytes() + whole.tobytes()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("labelled", type=pathlib.Path)
    parser.add_argument("--final", action="store_true")
    parser.add_argument("answers", type=pathlib.Path, nargs="?")
    args = parser.parse_args()
    examples = data.training(args.labelled, args.final)
    dev = data.development(args.labelled)
    soft = answered(args.answers) if args.answers else {}
    named = {e[0]: features.features(e[0]) for e in examples + dev}
    hashes = {name: features.fnv(name) for name in {name for names in named.values() for name in names}}
    dense = dict(zip(named, meanings(list(named))))
    keys = kept_features([named[e[0]] for e in examples])

    def inputs(some):
        return matrix([named[e[0]] for e in some], keys, numpy.array([dense[e[0]] for e in some]), hashes)

    parts = [[e for e in examples if features.fnv(e[0]) % 5 == part] for part in range(5)]
    apart = []
    for held_out in parts:
        learnt = [e for part in parts if part is not held_out for e in part]
        apart.append(scores(fitted(inputs(learnt), *targets(learnt, soft)), inputs(held_out)))
    together = [e for part in parts for e in part]
    found = numpy.vstack(apart)
    bounds = best_bounds(found[:, STANCES:], together)
    stance, cues, _ = deep.figures(found[:, :STANCES], found[:, STANCES:] - bounds, together)
    print(f"fast, in five parts: stance {stance:.3f} cues {cues:.3f}", flush=True)
    model = fitted(inputs(examples), *targets(examples, soft))
    stance, cues, each = figures(model, inputs(dev), dev, bounds)
    print(f"fast, dev{' (cues/dev was trained on)' if args.final else ''}: stance {stance:.3f}, cues {cues:.3f}; " + ", ".join(f"{k} {v:.2f}" for k, v in each.items()))
    stored = packed(model, keys, bounds)
    (pieces.WEIGHTS / "fast.bin").write_bytes(stored)
    print(f"fast.bin: {len(stored) / 1e6:.1f} MB, {len(keys)} features")


if __name__ == "__main__":
    main()
