"""Finds for each cue the score from which it counts, on the held-out tenth of the training sentences.

usage: bounds.py LABELLED MODEL FILE

A cue with few held-out sentences keeps close to the bound that serves all cues together.
"""

import pathlib
import sys

import numpy

import data
import deep
import encoder

TRIED = numpy.linspace(-1.5, 2.5, 81)
TRUSTED = 30  # sentences with a cue that count as much as all other cues together


def bounds(scores, truth):
    """One bound a cue, from scores and rows of 0/1."""
    curves = numpy.array([[data.f1(zip(truth[:, cue], scores[:, cue] > bound)) for bound in TRIED] for cue in range(truth.shape[1])])
    smooth = numpy.array([numpy.convolve(numpy.pad(curve, 5, mode="edge"), numpy.ones(11) / 11, "valid") for curve in curves])
    common = TRIED[smooth.mean(0).argmax()]
    own = TRIED[smooth.argmax(1)]
    held = truth.sum(0)
    return (held * own + TRUSTED * common) / (held + TRUSTED), common


def main():
    labelled, model = pathlib.Path(sys.argv[1]), encoder.load(pathlib.Path(sys.argv[2]))
    held_out = [e for e in data.training(labelled) if deep.is_held_out(e[0])]
    stance, cues = deep.predict(model, [e[0] for e in held_out])
    known = [i for i, e in enumerate(held_out) if e[2] is not None]
    found, common = bounds(cues[known], numpy.array([held_out[i][2] for i in known]))
    print(f"held out: stance {deep.figures(stance, cues, held_out)[0]:.3f}, cues {deep.figures(stance, cues, held_out)[1]:.3f}, with one bound {common:.2f} for all {deep.figures(stance, cues - common, held_out)[1]:.3f}, with a bound each {deep.figures(stance, cues - found, held_out)[1]:.3f} (fitted on the same)")
    dev = data.development(labelled)
    stance, cues = deep.predict(model, [e[0] for e in dev])
    _, macro, each = deep.figures(stance, cues - found, dev)
    print(f"dev: stance {deep.figures(stance, cues, dev)[0]:.3f}, cues {macro:.3f} ({deep.figures(stance, cues, dev)[1]:.3f} without bounds); " + ", ".join(f"{k} {v:.2f}" for k, v in each.items()))
    numpy.save(sys.argv[3], found)


if __name__ == "__main__":
    main()
