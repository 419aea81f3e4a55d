"""Fine-tunes an encoder for stance and cues at once.

usage: deep.py LABELLED LAYERS [--epochs N] [--seed N] [--fold K] [--soft] [--final] [--save FILE]

LABELLED is the folder of labelled sentences; LAYERS the number of MiniLM's layers that are kept (3 to 6). Both tasks share
one mean-pooled encoder; a sentence that carries only one of the two labels teaches only that one. With --fold K a teacher
learns from all but the K-th of three parts and writes its answers to every sentence; with --soft the student also learns
these answers, above all for the task that nobody labelled. Development sentences are only ever reported on.
"""

import argparse
import pathlib
import random
import time
import zlib

import numpy
import torch
from torch import nn

import data
import encoder

torch.set_num_threads(2)
FOLDS = 3
ANSWERS = pathlib.Path(__file__).parent / ".cache/answers"
CUE_WEIGHT = 6  # the 23 yes-or-no losses are small beside the stance's


def batches(texts, size, rng):
    """Shuffled batches of sentences of like length."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]) * rng.uniform(0.8, 1.25))
    groups = [order[i:i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def predict(model, texts, exact=True):
    """(stance scores, cue scores) as arrays, in the order of `texts`."""
    model.eval()
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    stance, cues = numpy.zeros((len(texts), 4), "f4"), numpy.zeros((len(texts), len(data.CUES)), "f4")
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=not exact):
        for i in range(0, len(order), 64):
            part = order[i:i + 64]
            s, c = model(*model.encode([texts[k] for k in part]))
            stance[part], cues[part] = s.float().numpy(), c.float().numpy()
    return stance, cues


def probabilities(stance, cues):
    odds = numpy.exp(stance - stance.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True), 1 / (1 + numpy.exp(-cues))


def figures(stance, cues, examples):
    """(stance macro F1, cue macro F1, F1 of each cue)."""
    with_stance = [i for i, e in enumerate(examples) if e[1] >= 0]
    with_cues = [i for i, e in enumerate(examples) if e[2] is not None]
    macro = data.stance_f1([examples[i][1] for i in with_stance], stance[with_stance].argmax(1)) if with_stance else 0
    each = data.cue_f1([examples[i][2] for i in with_cues], cues[with_cues] > 0) if with_cues else {"": 0}
    return macro, sum(each.values()) / len(each), each


def train(examples, layers, epochs, seed, soft, checks, size=32, rate=1.5e-4):
    """`soft` maps a text to its teachers' (stance probabilities, cue probabilities)."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = encoder.Student(layers)
    labelled = [e for e in examples if e[2] is not None]
    share = numpy.array([e[2] for e in labelled]).mean(0)
    weight = torch.tensor(numpy.clip(numpy.sqrt((1 - share) / share), 1, 8), dtype=torch.float32)
    top = list(model.stance.parameters()) + list(model.cues.parameters())
    below = [p for p in model.body.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": below, "lr": rate}, {"params": top, "lr": 1e-3}], weight_decay=0.01, fused=True)
    steps = epochs * ((len(examples) + size - 1) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    started = time.time()
    for epoch in range(epochs):
        model.train()
        for group in batches([e[0] for e in examples], size, rng):
            part = [examples[i] for i in group]
            with torch.autocast("cpu", torch.bfloat16):
                stance, cues = model(*model.encode([e[0] for e in part]))
            loss = hard_loss(stance.float(), cues.float(), part, weight)
            if soft:
                loss = loss + soft_loss(stance.float(), cues.float(), [soft[e[0]] for e in part])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(below + top, 1.0)
            optimiser.step()
            schedule.step()
        shown = [figures(*predict(model, [e[0] for e in check], exact=False), check)[:2] for check in checks]
        print(f"{layers} layers, seed {seed} epoch {epoch + 1}, {time.time() - started:.0f} s: " + "  ".join(f"stance {s:.3f} cues {c:.3f}" for s, c in shown), flush=True)
    return model


def hard_loss(stance, cues, part, weight):
    loss = torch.zeros(())
    truth = torch.tensor([e[1] for e in part])
    if (truth >= 0).any():
        loss = loss + nn.functional.cross_entropy(stance[truth >= 0], truth[truth >= 0], label_smoothing=0.05) * (truth >= 0).float().mean()
    known = [i for i, e in enumerate(part) if e[2] is not None]
    if known:
        wanted = torch.tensor([part[i][2] for i in known]) * 0.95 + 0.02
        found = nn.functional.binary_cross_entropy_with_logits(cues[known], wanted, pos_weight=weight)
        loss = loss + CUE_WEIGHT * found * len(known) / len(part)
    return loss


def soft_loss(stance, cues, answers):
    stances = torch.tensor(numpy.array([a[0] for a in answers]))
    wanted = torch.tensor(numpy.array([a[1] for a in answers]))
    return nn.functional.cross_entropy(stance, stances) + CUE_WEIGHT * nn.functional.binary_cross_entropy_with_logits(cues, wanted)


def fold_of(text):
    """Which of the three parts a sentence belongs to: always the same."""
    return zlib.crc32(text.encode()) % FOLDS


def softened(examples):
    """The teachers' answers to each text: where it was labelled, of the one that did not see it, else of all."""
    answers = [numpy.load(ANSWERS / f"fold{k}.npz") for k in range(FOLDS)]
    place = {str(text): i for i, text in enumerate(answers[0]["texts"])}
    stance = numpy.stack([a["stance"] for a in answers])
    cues = numpy.stack([a["cues"] for a in answers])
    soft = {}
    for text, label, marks in examples:
        i = place[text]
        apart = stance[fold_of(text), i], cues[fold_of(text), i]
        soft[text] = (apart[0] if label >= 0 else stance[:, i].mean(0), apart[1] if marks is not None else cues[:, i].mean(0))
    return soft


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("labelled", type=pathlib.Path)
    parser.add_argument("layers", type=int)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--soft", action="store_true")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--save", type=pathlib.Path)
    args = parser.parse_args()
    examples = data.training(args.labelled, args.final)
    held_out = [e for e in examples if fold_of(e[0]) == args.fold]
    kept = [e for e in examples if fold_of(e[0]) != args.fold]
    dev = data.development(args.labelled)
    print(f"{len(kept)} sentences, {len(held_out)} held out", flush=True)
    model = train(kept, args.layers, args.epochs, args.seed, softened(kept) if args.soft else {}, [held_out] if held_out else [])
    stance, cues, each = figures(*predict(model, [e[0] for e in dev]), dev)
    print(f"dev{' (cues/dev was trained on)' if args.final else ''}: stance {stance:.3f}, cues {cues:.3f}; " + ", ".join(f"{k} {v:.2f}" for k, v in each.items()))
    if args.save:
        torch.save({"layers": args.layers, "weights": model.state_dict()}, args.save)
    if args.fold is not None:
        texts = [e[0] for e in data.training(args.labelled, True)]
        stance, cues = probabilities(*predict(model, texts))
        ANSWERS.mkdir(exist_ok=True)
        numpy.savez_compressed(ANSWERS / f"fold{args.fold}.npz", texts=numpy.array(texts), stance=stance, cues=cues)


if __name__ == "__main__":
    main()
