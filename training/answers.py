"""Writes a trained encoder's answers to every training sentence, for the fast reader to learn from.

usage: answers.py LABELLED MODEL FILE
"""

import pathlib
import sys

import numpy

import data
import deep
import encoder


def main():
    texts = [example[0] for example in data.training(sys.argv[1], final=True)]
    stance, cues = deep.probabilities(*deep.predict(encoder.load(pathlib.Path(sys.argv[2])), texts))
    numpy.savez_compressed(sys.argv[3], texts=numpy.array(texts), stance=stance, cues=cues)


if __name__ == "__main__":
    main()
