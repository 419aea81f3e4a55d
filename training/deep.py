"""Fine-tunes an encoder for stance and cues at once.

usage: deep.py LABELLED [--layers N] [--epochs N] [--minutes N] [--rate N] [--frozen N] [--own FILES] [--seed N]
               [--from FILE [--soft]] [--part] [--final] --save FILE

LABELLED is the folder of labelled sentences; N of MiniLM's layers are kept (3 to 6). Both tasks share one mean-pooled
encoder; a sentence that carries only one of the two labels teaches only that one. With --from the student goes on from
that model; with --soft it also learns that model's answers, above all for the task that nobody labelled. --part holds out
a tenth of the training sentences, to decide on. --minutes ends early, with the pace of learning falling towards that time:
for a machine whose speed nobody knows beforehand. Development sentences are only ever reported on. Two workers with a thread each learn
from half of the sentences and share their mean every few steps, which suits two busy cores.
"""

import argparse
import pathlib
import random
import tempfile
import time
import zlib

import numpy
import torch
import torch.distributed
import torch.multiprocessing
from torch import nn

import data
import encoder

torch.set_num_threads(2)
STANCE_ONLY = 0.12  # share of these sentences in an epoch without teachers: there are more of them than needed
WORKERS = 2
BATCH = 12  # sentences a worker learns from at a time
TOGETHER = 10  # steps between two means
CHECKED = 3  # epochs between two looks at the held-out sentences
AVERAGED = 2  # last epochs whose weights are averaged
CUE_WEIGHT = 6  # the 23 yes-or-no losses are small beside the stance's


def batches(texts, size, rng):
    """Shuffled batches of sentences of like length."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]) * rng.uniform(0.8, 1.25))
    groups = [order[i:i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def predict(model, texts):
    """(stance scores, cue scores) as arrays, in the order of `texts`."""
    model.eval()
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    stance, cues = numpy.zeros((len(texts), 4), "f4"), numpy.zeros((len(texts), len(data.CUES)), "f4")
    with torch.inference_mode():
        for i in range(0, len(order), 64):
            part = order[i:i + 64]
            s, c = model(*model.encode([texts[k] for k in part]))
            stance[part], cues[part] = s.numpy(), c.numpy()
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


def train(model, examples, epochs, seed, soft, checks, rate, minutes, frozen):
    """`soft` maps a text to its teachers' (stance probabilities, cue probabilities)."""
    with tempfile.TemporaryDirectory() as folder:
        meeting, result = pathlib.Path(folder) / "meeting", pathlib.Path(folder) / "model"
        torch.save(model.state_dict(), result)
        layers = len(model.body.encoder.layer)
        torch.multiprocessing.spawn(work, (layers, examples, epochs, seed, soft, checks, rate, minutes, frozen, meeting, result), WORKERS)
        model.load_state_dict(torch.load(result))


def work(worker, layers, examples, epochs, seed, soft, checks, rate, minutes, frozen, meeting, result):
    torch.set_num_threads(1)
    torch.distributed.init_process_group("gloo", f"file://{meeting}", rank=worker, world_size=WORKERS)
    torch.manual_seed(seed * 100 + worker)
    rng = random.Random(seed)
    model = encoder.Student(layers)
    model.load_state_dict(torch.load(result))
    labelled = [e for e in examples if e[2] is not None]
    share = numpy.array([e[2] for e in labelled]).mean(0)
    weight = torch.tensor(numpy.clip(numpy.sqrt((1 - share) / share), 1, 8), dtype=torch.float32)
    top = list(model.stance.parameters()) + list(model.cues.parameters())
    for layer in model.body.encoder.layer[:frozen]:
        layer.requires_grad_(False)
    below = [p for p in model.body.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": below, "lr": rate}, {"params": top, "lr": 1e-3}], weight_decay=0.01, fused=True)
    steps = epochs * (len(chosen(examples, soft, random.Random(0))) // (BATCH * WORKERS) + 1)
    started, kept, late = time.time(), [], 0.0

    def pace(step):
        return min(1, (step + 1) / (0.06 * steps)) * max(0.02, 1 - max(step / steps, late))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    for epoch in range(epochs):
        model.train()
        now = chosen(examples, soft, rng)
        groups = batches([e[0] for e in now], BATCH, rng)
        groups = groups[:len(groups) // WORKERS * WORKERS]
        for step, group in enumerate(groups[worker::WORKERS]):
            learn(model, [now[i] for i in group], soft, weight, optimiser, below + top)
            schedule.step()
            if step % TOGETHER == TOGETHER - 1:
                share_mean(below + top)
                late = agreed((time.time() - started) / 60 / minutes) if minutes else 0.0
        share_mean(below + top)
        if worker == 0:
            torch.save(model.state_dict(), f"{result}-{epoch}")
            kept = (kept + [f"{result}-{epoch}"])[-AVERAGED:]
            seen = shown(model, checks) if epoch % CHECKED == 1 else ""
            print(f"epoch {epoch + 1}, {time.time() - started:.0f} s: {seen}", flush=True)
        if late * (epoch + 2) / (epoch + 1) > 1.1:
            break
    if worker == 0:
        states = [torch.load(path) for path in kept]
        model.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
        torch.save(model.state_dict(), result)
        print(f"mean of the last {len(states)}: {shown(model, checks)}", flush=True)
    torch.distributed.barrier()


def shown(model, checks):
    """Figures on held-out sentences, and the cues' mean loss, which says more on few sentences."""
    lines = []
    for check in checks:
        stance, cues = predict(model, [e[0] for e in check])
        known = [i for i, e in enumerate(check) if e[2] is not None]
        truth = torch.tensor([check[i][2] for i in known])
        loss = nn.functional.binary_cross_entropy_with_logits(torch.tensor(cues[known]), truth).item()
        lines.append("stance {:.3f} cues {:.3f} loss {:.4f}".format(*figures(stance, cues, check)[:2], loss))
    return "  ".join(lines)


def learn(model, part, soft, weight, optimiser, parameters):
    stance, cues = model(*model.encode([e[0] for e in part]))
    loss = hard_loss(stance, cues, part, weight)
    if soft:
        loss = loss + soft_loss(stance, cues, [soft[e[0]] for e in part])
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(parameters, 1.0)
    optimiser.step()


def share_mean(parameters):
    """Every worker goes on from the mean of all."""
    flat = torch.nn.utils.parameters_to_vector(parameters).detach()
    torch.distributed.all_reduce(flat)
    torch.nn.utils.vector_to_parameters(flat / WORKERS, parameters)


def agreed(number):
    """The mean of what the workers say."""
    told = torch.tensor([number])
    torch.distributed.all_reduce(told)
    return told.item() / WORKERS


def chosen(examples, soft, rng):
    """The sentences of one epoch."""
    return [e for e in examples if soft or e[2] is not None or rng.random() < STANCE_ONLY]


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


def is_held_out(text):
    """A tenth of the sentences: always the same."""
    return zlib.crc32(text.encode()) % 10 == 0


def softened(model, examples):
    """The model's answers to each text."""
    texts = [e[0] for e in examples]
    stance, cues = probabilities(*predict(model, texts))
    return {text: (stance[i], cues[i]) for i, text in enumerate(texts)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("labelled", type=pathlib.Path)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--frozen", type=int, default=2, help="lowest layers that keep their weights")
    parser.add_argument("--own", default="*.jsonl", help="which files of our own sentences")
    parser.add_argument("--minutes", type=float, help="slow down towards this time, even if there were more epochs to come")
    parser.add_argument("--from", dest="teacher", type=pathlib.Path)
    parser.add_argument("--soft", action="store_true")
    parser.add_argument("--part", action="store_true")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--save", type=pathlib.Path, required=True)
    args = parser.parse_args()
    examples = data.training(args.labelled, args.final, args.own)
    held_out = [e for e in examples if args.part and is_held_out(e[0])]
    kept = [e for e in examples if not (args.part and is_held_out(e[0]))]
    dev = data.development(args.labelled)
    print(f"{len(kept)} sentences, {len(held_out)} held out", flush=True)
    model = encoder.load(args.teacher) if args.teacher else encoder.Student(args.layers)
    soft = softened(model, kept) if args.soft else {}
    train(model, kept, args.epochs, args.seed, soft, [held_out] if held_out else [], args.rate, args.minutes, args.frozen)
    torch.save({"layers": len(model.body.encoder.layer), "weights": model.state_dict()}, args.save)
    stance, cues, each = figures(*predict(model, [e[0] for e in dev]), dev)
    print(f"dev{' (cues/dev was trained on)' if args.final else ''}: stance {stance:.3f}, cues {cues:.3f}; " + ", ".join(f"{k} {v:.2f}" for k, v in each.items()))


if __name__ == "__main__":
    main()
