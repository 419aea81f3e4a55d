"""The sentences that the readers learn from, and the names of what they learn."""

import json
import pathlib

STANCES = ["descriptive", "analytical", "evaluative", "other"]
CUES = [
    "barrier", "enabler", "outcome-quantitative", "outcome-qualitative", "user-decides", "user-passive", "power", "case",
    "theory-named", "theory-applied", "law-named", "law-used", "recommendation", "recommendation-grounded", "limitation",
    "unintended", "sustainability", "both-sides", "shared-decision", "info-sharing-only", "negated", "conclusion-judgement",
    "definition",
]
HERE = pathlib.Path(__file__).parent


def rows(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text().splitlines() if line.strip()]


def example(row):
    """(text, stance index or -1, list of 0/1 or None): either label may be missing."""
    stance = STANCES.index(row["label"]) if "label" in row else -1
    cues = [float(cue in row["cues"]) for cue in CUES] if "cues" in row else None
    return row["text"], stance, cues


def training(labelled, final=False, own="*.jsonl"):
    """All sentences to learn from; `final` adds cues/dev, whose figure was reported before; `own` chooses of our own files."""
    labelled = pathlib.Path(labelled)
    paths = [labelled / "stance/train.jsonl", labelled / "cues/train.jsonl"]
    paths += sorted((HERE / "sentences").glob(own))
    paths += [labelled / "cues/dev.jsonl"] if final else []
    held_back = {row["text"] for row in rows(labelled / "stance/dev.jsonl")}
    if not final:
        held_back |= {row["text"] for row in rows(labelled / "cues/dev.jsonl")}
    merged = {}
    for path in paths:
        for row in rows(path):
            if row["text"] not in held_back:
                merged.setdefault(row["text"], {}).update(row)
    return [example(row) for row in merged.values()]


def development(labelled):
    """The sentences that are reported on and never learnt from."""
    return [example(row) for name in ["stance/dev", "cues/dev"] for row in rows(pathlib.Path(labelled) / f"{name}.jsonl")]


def f1(pairs):
    """F1 of (truth, found) pairs."""
    pairs = list(pairs)
    hits = sum(1 for truth, found in pairs if truth and found)
    wrong = sum(1 for truth, found in pairs if bool(truth) != bool(found))
    return 2 * hits / (2 * hits + wrong) if hits + wrong else 0.0


def stance_f1(truth, found):
    """Macro F1 over descriptive, analytical and evaluative, as `agree.py` counts it."""
    return sum(f1([(t == k, p == k) for t, p in zip(truth, found)]) for k in range(3)) / 3


def cue_f1(truth, found):
    """F1 of each cue, from rows of 0/1."""
    return {cue: f1([(t[k], p[k]) for t, p in zip(truth, found)]) for k, cue in enumerate(CUES)}
