"""Writes sentences with their pieces and features for the tests of the Rust side: `fixture.py LABELLED`."""

import json
import pathlib
import sys

import data
import features
import pieces

ODD = [
    "", " ", "It’s “smart” — isn’t it? £5m, 20%…", "Café naïveté, Zoë Müller and Łukasz; Ærø; ŒUVRE", "e-mail@x.org (2014a); a/b_c [1] {x} #tag",
    "日本語 text 混合", "x" * 101, "\u00adsoft\u00ad hy\u200bphen\tand\u00a0space", "ИЙ й α ά ΣΊΣΥΦΟΣ", "½ ² ™ € ° ± × ÷ µ", "naïve cafe\u0301", "🙂 fine 👍🏽", "¿Qué? ¡No! «sí»",
]


def main():
    texts = [row["text"] for row in data.rows(pathlib.Path(__file__).parent / "sentences/c.jsonl")[:120]]
    texts += [row["text"] for row in data.rows(pathlib.Path(sys.argv[1]) / "stance/train.jsonl")[:80]] + ODD
    tokeniser = pieces.tokeniser(512)
    lines = [json.dumps({"text": text, "ids": tokeniser.encode(text, add_special_tokens=False).ids}, ensure_ascii=False) for text in texts]
    write("pieces", lines)
    seen = [(text, [features.fnv(name) for name in features.features(text)]) for text in texts]
    write("features", [json.dumps({"text": text, "count": len(keys), "sum": sum(keys)}, ensure_ascii=False) for text, keys in seen])


def write(name, lines):
    (pathlib.Path(__file__).parent.parent / f"tests/readers/{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
