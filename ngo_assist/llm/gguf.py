"""The header of a model file, read before any native code sees the file.

llama.cpp maps the file into memory; what is cut off, damaged or no model at all is found here and said in a
sentence. The rules are those by which llama.cpp itself refuses a file.
Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
Rules: https://github.com/ggml-org/llama.cpp/blob/master/ggml/src/gguf.cpp
"""

from __future__ import annotations

import math
import stat
import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from ..messages import Message, msg

MAGIC = b"GGUF"
VERSIONS = (2, 3)

# Beyond these a header is damaged or hostile, and reading it would only eat time and memory: the largest
# vocabularies in use have 0.8 million texts and 20 MB, of words and of their merges. The texts are counted
# over the whole header.
_MOST_KEYS, _MOST_TENSORS, _MOST_TEXTS, _MOST_ITEMS = 10_000, 100_000, 1_000_000, 10_000_000
_LONGEST_HEADER, _LONGEST_TEXT = 1 << 26, 1 << 24
_KEPT_ITEMS = 1024
_MOST_DIMENSIONS, _LONGEST_NAME, _MOST_WEIGHTS = 4, 63, (1 << 63) - 1

_STRING, _ARRAY = 8, 9
_SCALARS = dict(enumerate(("<B", "<b", "<H", "<h", "<I", "<i", "<f", "<?")))
_SCALARS |= {10: "<Q", 11: "<q", 12: "<d"}
_TOKENS, _TOKEN_TYPES = "tokenizer.ggml.tokens", "tokenizer.ggml.token_type"
_TOKENIZER = "tokenizer.ggml.model"
_CONTROL, _USER_DEFINED = 3, 4

_K_TYPES = (*range(10, 20), 21, 22, 23, 29, 34, 35)
_K_BYTES = (84, 110, 144, 176, 210, 292, 66, 74, 98, 50, 110, 82, 136, 56, 54, 66)
_BLOCKS = {
    kind: (weights, width)
    for weights, kinds in {
        1: {0: 4, 1: 2, 24: 1, 25: 2, 26: 4, 27: 8, 28: 8, 30: 2},
        32: {2: 18, 3: 20, 6: 22, 7: 24, 8: 34, 9: 36, 20: 18, 39: 17},
        64: {40: 36, 42: 18},
        128: {41: 18},
        256: dict(zip(_K_TYPES, _K_BYTES, strict=True)),
    }.items()
    for kind, width in kinds.items()
}
"""Of each tensor type of ggml: weights in a block, and bytes of a block."""


class ModelFileError(Exception):
    """The file cannot be used as a model; `problem` is a sentence for people."""

    def __init__(self, problem: Message) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True)
class Header:
    """What a model file says of itself. `size` is in bytes, `context_length` in tokens (0: not said)."""

    size: int
    architecture: str
    context_length: int
    metadata: Mapping[str, Any]
    control_tokens: tuple[str, ...] = ()
    """Texts that mean something else than themselves to the model; read only when asked for."""

    @property
    def can_run(self) -> bool:
        """Whether it has layers of some width, and a vocabulary: without them no engine writes a word."""
        layers, width = self.number("block_count"), self.number("embedding_length")
        return bool(layers and width) and self.metadata.get(_TOKENIZER) not in (None, "", "none", "no_vocab")

    def number(self, key: str, default: int = 0) -> int:
        """A number from 0 on of this architecture, the largest where each layer has its own."""
        value = self.metadata.get(f"{self.architecture}.{key}", default)
        values = value if isinstance(value, list) else [value]
        return max((each for each in values if isinstance(each, int) and each >= 0), default=default)


def read_header(path: Path, control_tokens: bool = False) -> Header:
    """Read and check the header, and that all weights it lists are there.

    Raises `ModelFileError`; `OSError` when the file cannot be read.
    """
    state = path.stat()
    # Opening a pipe would wait for somebody to write into it.
    if not stat.S_ISREG(state.st_mode):
        raise ModelFileError(
            msg("This is a folder, not a model file.")
            if stat.S_ISDIR(state.st_mode)
            else msg("This is not a file that could hold a model.")
        )
    size = state.st_size
    with path.open("rb") as file:
        if size == 0:
            raise ModelFileError(msg("This file is empty."))
        if file.read(4) != MAGIC:
            raise ModelFileError(msg("This is not a model: a model file begins with GGUF."))
        reader = _Reader(file, size)
        version = reader.number("<I")
        if version not in VERSIONS:
            raise ModelFileError(msg("This model file has an unknown version: {version}.", version=version))
        tensors, keys = reader.count(_MOST_TENSORS), reader.count(_MOST_KEYS)
        keep = (_TOKENS, _TOKEN_TYPES) if control_tokens else ()
        metadata = dict(reader.key_and_value(keep) for _ in range(keys))
        if len(metadata) != keys or "" in metadata:
            raise _damaged()
        end = _end_of_weights(reader, tensors, metadata)
    if end > size:
        raise ModelFileError(
            msg(
                "This model file is not complete: it has {size} bytes and should have {whole}.",
                size=size,
                whole=end,
            )
        )
    return _header(size, tensors, metadata)


def memory_needed(header: Header, n_ctx: int) -> int:
    """Bytes of memory for this model with a context of `n_ctx` tokens, an estimate on the safe side.

    The weights once, the keys and values of the context in 16 bits, and what computing takes.
    """
    heads = header.number("attention.head_count", 1)
    width = header.number("embedding_length") // max(heads, 1)
    key, value = (header.number(f"attention.{each}_length", width) for each in ("key", "value"))
    of_a_token = header.number("attention.head_count_kv", heads) * (key + value) * 2
    return header.size + header.number("block_count") * of_a_token * n_ctx + (128 << 20)


def _header(size: int, tensors: int, metadata: dict[str, Any]) -> Header:
    architecture = metadata.get("general.architecture")
    if not isinstance(architecture, str) or metadata.get("general.type", "model") != "model" or not tensors:
        raise ModelFileError(msg("This file holds no language model."))
    parts = metadata.get("split.count", 0)
    if isinstance(parts, int) and parts > 1:
        raise ModelFileError(
            msg("This is one part of a model in {parts} files; get it as one file.", parts=parts)
        )
    tokens, kinds = (
        found if isinstance(found := metadata.pop(key, None), list) else [] for key in (_TOKENS, _TOKEN_TYPES)
    )
    special = tuple(
        text
        for text, kind in zip(tokens, kinds, strict=False)
        if kind in (_CONTROL, _USER_DEFINED) and isinstance(text, str) and text.strip()
    )
    header = Header(size, architecture, 0, metadata, special)
    return replace(header, context_length=header.number("context_length"))


def _end_of_weights(reader: _Reader, tensors: int, metadata: Mapping[str, Any]) -> int:
    """Where the file must end at the earliest, in bytes."""
    alignment = metadata.get("general.alignment", 32)
    if not isinstance(alignment, int) or alignment < 1 or alignment & (alignment - 1):
        raise _damaged()
    names, place, end = set(), 0, 0
    for _ in range(tensors):
        name, size, offset = _tensor(reader)
        # Each begins where the one before it ends, with nothing between but padding.
        if name in names or offset != place:
            raise _damaged()
        names.add(name)
        end = offset + size
        place = _padded(end, alignment)
    return _padded(reader.position, alignment) + end


def _tensor(reader: _Reader) -> tuple[bytes, int, int]:
    """The name of a tensor, its size in bytes, and where it begins among the weights."""
    name = reader.take(reader.count(_LONGEST_NAME))
    dimensions = [reader.number("<Q") for _ in range(reader.number("<I", most=_MOST_DIMENSIONS))]
    weights = math.prod(dimensions)
    if not 0 < weights <= _MOST_WEIGHTS:
        raise _damaged()
    kind = reader.number("<I")
    if kind not in _BLOCKS:
        raise ModelFileError(msg("This model file has weights of an unknown kind: {kind}.", kind=kind))
    block, width = _BLOCKS[kind]
    if (dimensions[0] if dimensions else 1) % block:
        raise _damaged()
    return name, weights // block * width, reader.number("<Q")


def _padded(length: int, alignment: int) -> int:
    return -(-length // alignment) * alignment


def _damaged() -> ModelFileError:
    return ModelFileError(msg("This model file is damaged."))


class _Reader:
    """Reads numbers and texts, and never more than the file has."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size, self.position = file, size, 4
        self._texts = _MOST_TEXTS

    def take(self, length: int) -> bytes:
        self._fits(length)
        found = self._file.read(length)
        if len(found) != length:
            raise _damaged()
        self.position += length
        return found

    def skip(self, length: int) -> None:
        self._fits(length)
        self._file.seek(length, 1)
        self.position += length

    def _fits(self, length: int) -> None:
        if self.position + length > _LONGEST_HEADER and length <= self._size - self.position:
            raise _damaged()
        if length > self._size - self.position:
            raise ModelFileError(msg("This model file is not complete: it ends within its own description."))

    def number(self, layout: str, most: int | None = None) -> Any:
        value = struct.unpack(layout, self.take(struct.calcsize(layout)))[0]
        if most is not None and value > most:
            raise _damaged()
        return value

    def count(self, most: int) -> int:
        return int(self.number("<Q", most))

    def text(self) -> str:
        return self.take(self.count(_LONGEST_TEXT)).decode("utf-8", "replace")

    def key_and_value(self, keep: tuple[str, ...]) -> tuple[str, Any]:
        key = self.text()
        kind = self.number("<I")
        return key, self._array(key in keep) if kind == _ARRAY else self._one(kind)

    def _one(self, kind: int) -> Any:
        if kind == _STRING:
            return self.text()
        if kind not in _SCALARS:
            raise _damaged()
        return self.number(_SCALARS[kind])

    def _array(self, keep: bool) -> list[Any] | None:
        """The items of short arrays of numbers, or of what is asked for; None for the others."""
        kind, length = self.number("<I"), self.count(_MOST_ITEMS)
        if kind == _STRING:
            self._texts -= length
            if self._texts < 0:
                raise _damaged()
            if keep:
                return [self.text() for _ in range(length)]
            for _ in range(length):
                self.skip(self.count(_LONGEST_TEXT))
            return None
        if kind not in _SCALARS:
            raise _damaged()
        width = struct.calcsize(_SCALARS[kind])
        if not keep and length > _KEPT_ITEMS:
            self.skip(length * width)
            return None
        items = self.take(length * width)
        return list(struct.unpack(f"<{length}{_SCALARS[kind][1]}", items))
