"""Writes a model of random weights that really runs: it knows words and no sense.

One layer of the llama architecture, with a vocabulary of whole words and all their beginnings, so that the
tokenizer finds its way from letters to a word. Under 1 MB.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

EMBEDDING, FORWARD, HEADS = 32, 64, 2
F32, F16 = 0, 1
UNKNOWN, CONTROL, BYTE, NORMAL = 2, 3, 6, 1


def _text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


def _string(value: str) -> bytes:
    return struct.pack("<I", 8) + _text(value)


def _u32(value: int) -> bytes:
    return struct.pack("<II", 4, value)


def _f32(value: float) -> bytes:
    return struct.pack("<If", 6, value)


def _strings(values: Sequence[str]) -> bytes:
    return struct.pack("<IIQ", 9, 8, len(values)) + b"".join(_text(value) for value in values)


def _numbers(kind: int, letter: str, values: Sequence[float]) -> bytes:
    return struct.pack("<IIQ", 9, kind, len(values)) + struct.pack(f"<{len(values)}{letter}", *values)


def _vocabulary(words: Iterable[str]) -> tuple[list[str], list[int]]:
    given = [f"▁{word}" for word in dict.fromkeys(words)]
    letters = dict.fromkeys("".join(given))
    beginnings = dict.fromkeys(word[:end] for word in given for end in range(2, len(word) + 1))
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{n:02X}>" for n in range(256))]
    kinds = [UNKNOWN, CONTROL, CONTROL, *[BYTE] * 256]
    more = list(dict.fromkeys([*letters, *beginnings]))
    return [*tokens, *more], [*kinds, *[NORMAL] * len(more)]


def write_random_model(path: Path, words: Iterable[str], *, seed: int = 0, context: int = 4096) -> Path:
    """Write a model that speaks in `words`; the same seed gives the same file."""
    tokens, kinds = _vocabulary(words)
    metadata = {
        "general.architecture": _string("llama"),
        "general.name": _string("random"),
        "llama.context_length": _u32(context),
        "llama.embedding_length": _u32(EMBEDDING),
        "llama.block_count": _u32(1),
        "llama.feed_forward_length": _u32(FORWARD),
        "llama.attention.head_count": _u32(HEADS),
        "llama.attention.head_count_kv": _u32(HEADS),
        "llama.attention.layer_norm_rms_epsilon": _f32(1e-5),
        "llama.rope.dimension_count": _u32(EMBEDDING // HEADS),
        "tokenizer.ggml.model": _string("llama"),
        "tokenizer.ggml.tokens": _strings(tokens),
        # Longer pieces are preferred, as a trained tokenizer would.
        "tokenizer.ggml.scores": _numbers(6, "f", [float(len(token)) for token in tokens]),
        "tokenizer.ggml.token_type": _numbers(5, "i", kinds),
        "tokenizer.ggml.unknown_token_id": _u32(0),
        "tokenizer.ggml.bos_token_id": _u32(1),
        "tokenizer.ggml.eos_token_id": _u32(2),
    }
    square, wide = (EMBEDDING, EMBEDDING), (EMBEDDING, FORWARD)
    shapes = {
        "token_embd.weight": (EMBEDDING, len(tokens)),
        "output_norm.weight": (EMBEDDING,),
        "output.weight": (EMBEDDING, len(tokens)),
        "blk.0.attn_norm.weight": (EMBEDDING,),
        "blk.0.attn_q.weight": square,
        "blk.0.attn_k.weight": square,
        "blk.0.attn_v.weight": square,
        "blk.0.attn_output.weight": square,
        "blk.0.ffn_norm.weight": (EMBEDDING,),
        "blk.0.ffn_gate.weight": wide,
        "blk.0.ffn_up.weight": wide,
        "blk.0.ffn_down.weight": (FORWARD, EMBEDDING),
    }
    chance = random.Random(seed)
    header, weights = [], bytearray()
    for name, shape in shapes.items():
        count, kind = shape[0] * (shape[1] if len(shape) > 1 else 1), F16 if len(shape) > 1 else F32
        weights += b"\0" * (-len(weights) % 32)
        header.append(_text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, len(weights)))
        values = [1.0] * count if kind == F32 else [chance.gauss(0, 1) for _ in range(count)]
        weights += struct.pack(f"<{count}{'f' if kind == F32 else 'e'}", *values)
    start = b"GGUF" + struct.pack("<IQQ", 3, len(shapes), len(metadata))
    start += b"".join(_text(key) + value for key, value in metadata.items()) + b"".join(header)
    path.write_bytes(start + b"\0" * (-len(start) % 32) + bytes(weights))
    return path
