"""Writes a trained encoder as the deep reader's weights, `deep.bin`, in the order in which `reader/encoder.rs` reads them.

usage: export.py MODEL [BOUNDS]

Matrices become whole numbers, one scale a row: 8 bits for the pieces, 7 bits within the layers. BOUNDS (`.npy`) holds for each cue the score from which it counts;
it is taken off the bias, so that 50 % is the bound of every cue.
"""

import pathlib
import struct
import sys

import numpy

import encoder
import pieces

SEVEN_BITS = 63  # two products with 8-bit input then fit 16 bits, which some processors sum in


def rows(matrix, most=127):
    """One scale a row, then the whole numbers."""
    matrix = numpy.asarray(matrix, "f4")
    scales = numpy.maximum(numpy.abs(matrix).max(1), 1e-9).astype("f4") / numpy.float32(most)
    whole = numpy.clip(numpy.rint(matrix / scales[:, None]), -most, most).astype("i1")
    return scales.astype("<f4").tobytes() + whole.tobytes()


def plain(numbers):
    return numpy.asarray(numbers, "<f4").tobytes()


def packed(model, bounds):
    tensors = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    at = "body.embeddings."
    words = tensors[at + "word_embeddings.weight"]
    positions = tensors[at + "position_embeddings.weight"][:encoder.LONGEST] + tensors[at + "token_type_embeddings.weight"][0]
    layers = model.body.config.num_hidden_layers = len(model.body.encoder.layer)
    inner = tensors["body.encoder.layer.0.intermediate.dense.weight"].shape[0]
    out = [struct.pack("<4I", len(words), len(positions), layers, inner), rows(words), rows(positions)]
    out += norm(tensors, at + "LayerNorm")
    scale = 1 / numpy.sqrt(words.shape[1] / model.body.config.num_attention_heads)
    for layer in range(layers):
        at = f"body.encoder.layer.{layer}."
        parts = [at + f"attention.self.{part}" for part in ["query", "key", "value"]]
        factor = [scale, 1, 1]
        out.append(rows(numpy.concatenate([tensors[p + ".weight"] * f for p, f in zip(parts, factor)]), SEVEN_BITS))
        out.append(plain(numpy.concatenate([tensors[p + ".bias"] * f for p, f in zip(parts, factor)])))
        out += linear(tensors, at + "attention.output.dense") + norm(tensors, at + "attention.output.LayerNorm")
        out += linear(tensors, at + "intermediate.dense") + linear(tensors, at + "output.dense") + norm(tensors, at + "output.LayerNorm")
    out.append(plain(numpy.concatenate([tensors["stance.weight"], tensors["cues.weight"]])))
    out.append(plain(numpy.concatenate([tensors["stance.bias"], tensors["cues.bias"] - bounds])))
    return b"".join(out)


def linear(tensors, at):
    return [rows(tensors[at + ".weight"], SEVEN_BITS), plain(tensors[at + ".bias"])]


def norm(tensors, at):
    return [plain(tensors[at + ".weight"]), plain(tensors[at + ".bias"])]


def main():
    bounds = numpy.load(sys.argv[2]) if len(sys.argv) > 2 else 0
    weights = packed(encoder.load(pathlib.Path(sys.argv[1])), bounds)
    (pieces.WEIGHTS / "deep.bin").write_bytes(weights)
    print(f"deep.bin: {len(weights) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
