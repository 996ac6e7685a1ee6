"""The catalogue of models that comes with the program: what is known of each, and how well."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

SCHEMA = "ngo-assist/models@1"


@dataclass(frozen=True)
class KnownModel:
    """One entry of `known.toml`. Sizes are in bytes.

    It comes from a repository of a model hub (`repo`) or in a Python package (`package`, a requirement).
    """

    name: str
    title: str
    size: int
    memory: int
    """With a context of 4096 tokens, an estimate."""
    sha256: str
    file: str
    """Its path in the repository or in the package."""
    as_of: date
    verified: bool
    """Whether somebody has compared the entry with the source."""
    licence: str = ""
    """An SPDX name; empty: ask for it."""
    languages: tuple[str, ...] = ()
    tuned_for: tuple[str, ...] = ()
    """The languages that its makers trained it further for."""
    tokens_per_word: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    repo: str = ""
    package: str = ""

    @property
    def file_name(self) -> str:
        return self.file.rpartition("/")[2]


@cache
def known_models() -> tuple[KnownModel, ...]:
    """All that are known, in the order in which they are shown."""
    table = tomllib.loads(_text())
    if table["schema"] != SCHEMA:
        raise ValueError(f"known.toml is of schema {table['schema']}")
    return tuple(_model(each) for each in table["models"])


def by_name(name: str) -> KnownModel | None:
    """The model of this name; capitals do not matter."""
    return next((each for each in known_models() if each.name == name.casefold()), None)


def by_sha256(sha256: str) -> KnownModel | None:
    """The model that a file of this checksum is."""
    return next((each for each in known_models() if sha256 and each.sha256 == sha256), None)


def by_file_name(name: str) -> KnownModel | None:
    """The model that a file of this name claims to be."""
    return next((each for each in known_models() if each.file_name.casefold() == name.casefold()), None)


def _text() -> str:
    return Path(__file__).with_name("known.toml").read_text(encoding="utf-8")


def _model(table: dict[str, object]) -> KnownModel:
    lists = {name: tuple(value) for name, value in table.items() if isinstance(value, list)}
    return KnownModel(**{**table, **lists})  # type: ignore[arg-type]
