"""A model with nothing in it, small enough to be written in a moment: only to see whether an engine runs.

A llama of one layer whose weights are all zero, in the formats that the models of the catalogue use, so that
the processor meets the instructions it will meet with them. What it writes has no meaning.
"""

from __future__ import annotations

import struct
from pathlib import Path

_WIDTH = 256
_BYTES = 256
# The kinds of values and of tensors: gguf.md and ggml.h of llama.cpp.
_U32, _F32, _STRING, _ARRAY, _I32 = 4, 6, 8, 9, 5
_TENSOR_F32, _TENSOR_F16, _TENSOR_Q8_0, _TENSOR_Q4_K = 0, 1, 8, 12
_BLOCK = {_TENSOR_F32: (1, 4), _TENSOR_F16: (1, 2), _TENSOR_Q8_0: (32, 34), _TENSOR_Q4_K: (256, 144)}
"""Weights and bytes of a block."""
_ALIGNED = 32
_UNKNOWN, _CONTROL, _BYTE = 2, 3, 6


def write_tiny_model(path: Path, chat_template: str = "") -> None:
    """Write the file, about half a megabyte, with a chat template if one is given."""
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{each:02X}>" for each in range(_BYTES))]
    kinds = [_UNKNOWN, _CONTROL, _CONTROL, *[_BYTE] * _BYTES]
    fields = [
        _text_field("general.architecture", "llama"),
        _number_field("llama.context_length", 512),
        _number_field("llama.embedding_length", _WIDTH),
        _number_field("llama.block_count", 1),
        _number_field("llama.feed_forward_length", _WIDTH),
        _number_field("llama.attention.head_count", 4),
        _text("llama.attention.layer_norm_rms_epsilon") + struct.pack("<If", _F32, 1e-5),
        _text_field("tokenizer.ggml.model", "llama"),
        _array_field("tokenizer.ggml.tokens", _STRING, [_text(each) for each in tokens]),
        _array_field("tokenizer.ggml.scores", _F32, [struct.pack("<f", 0.0)] * len(tokens)),
        _array_field("tokenizer.ggml.token_type", _I32, [struct.pack("<i", each) for each in kinds]),
        _number_field("tokenizer.ggml.bos_token_id", 1),
        _number_field("tokenizer.ggml.eos_token_id", 2),
    ]
    if chat_template:
        fields.append(_text_field("tokenizer.chat_template", chat_template))
    tensors = {
        "token_embd.weight": (_TENSOR_Q8_0, _WIDTH, len(tokens)),
        "output_norm.weight": (_TENSOR_F32, _WIDTH),
        "output.weight": (_TENSOR_Q8_0, _WIDTH, len(tokens)),
        "blk.0.attn_norm.weight": (_TENSOR_F32, _WIDTH),
        "blk.0.ffn_norm.weight": (_TENSOR_F32, _WIDTH),
        **{
            f"blk.0.{name}.weight": (kind, _WIDTH, _WIDTH)
            for name, kind in {
                "attn_q": _TENSOR_Q4_K,
                "attn_k": _TENSOR_Q4_K,
                "attn_v": _TENSOR_F16,
                "attn_output": _TENSOR_Q8_0,
                "ffn_gate": _TENSOR_Q4_K,
                "ffn_up": _TENSOR_Q4_K,
                "ffn_down": _TENSOR_Q8_0,
            }.items()
        },
    }
    parts = [b"GGUF", struct.pack("<IQQ", 3, len(tensors), len(fields)), *fields]
    place = 0
    for name, (kind, *shape) in tensors.items():
        parts.append(_text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape))
        parts.append(struct.pack("<IQ", kind, place))
        weights, size = _BLOCK[kind]
        count = shape[0] * (shape[1] if len(shape) > 1 else 1)
        place += -(-(count // weights * size) // _ALIGNED) * _ALIGNED
    head = b"".join(parts)
    path.write_bytes(head + bytes(-len(head) % _ALIGNED) + bytes(place))


def _text(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def _text_field(name: str, text: str) -> bytes:
    return _text(name) + struct.pack("<I", _STRING) + _text(text)


def _number_field(name: str, number: int) -> bytes:
    return _text(name) + struct.pack("<II", _U32, number)


def _array_field(name: str, kind: int, items: list[bytes]) -> bytes:
    return _text(name) + struct.pack("<IIQ", _ARRAY, kind, len(items)) + b"".join(items)
