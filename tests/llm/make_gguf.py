"""Writes model files by hand: small, and broken where a test wants it."""

import struct


def text(value):
    return struct.pack("<Q", len(value.encode())) + value.encode()


def value(item):
    if isinstance(item, str):
        return struct.pack("<I", 8) + text(item)
    if isinstance(item, list):
        kind = 8 if isinstance(item[0], str) else 5
        items = b"".join(text(each) if kind == 8 else struct.pack("<i", each) for each in item)
        return struct.pack("<IIQ", 9, kind, len(item)) + items
    return struct.pack("<Ii", 5, item)


def header(metadata, tensors=(("w", (32,), 0, 0),), version=3):
    """`tensors`: name, dimensions, type, offset in bytes. Padded to where the weights begin."""
    parts = [b"GGUF", struct.pack("<IQQ", version, len(tensors), len(metadata))]
    parts += [text(key) + value(item) for key, item in metadata.items()]
    for name, dimensions, kind, offset in tensors:
        shape = struct.pack(f"<I{len(dimensions)}Q", len(dimensions), *dimensions)
        parts.append(text(name) + shape + struct.pack("<IQ", kind, offset))
    found = b"".join(parts)
    return found + b"\0" * (-len(found) % 32)


LLAMA = {
    "general.architecture": "llama",
    "llama.context_length": 64,
    "llama.block_count": 1,
    "llama.embedding_length": 32,
    "tokenizer.ggml.model": "llama",
}
