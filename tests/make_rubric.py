"""Writes rubrics as files: any number of levels, practices and languages, valid unless told otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from ngo_assist.rubric.scripts import scripts_of

Tables = dict[str, dict[str, Any]]
"""The files by name without their ending: "rubric" and one a dimension."""

_LATIN = (
    "river stone window garden letter winter market bridge candle forest mirror basket "
    "orange silver hammer island rocket pepper violin turtle"
)
_CYRILLIC = (
    "река камень окно сад письмо зима рынок мост свеча лес зеркало корзина "
    "апельсин серебро молоток остров ракета перец скрипка черепаха"
)
_GEORGIAN = "მდინარე ქვა ფანჯარა ბაღი წერილი ზამთარი ბაზარი ხიდი სანთელი ტყე"


def write_rubric(
    folder: Path,
    *,
    levels: int = 5,
    dimensions: Sequence[str] = ("security", "people"),
    practices: int = 2,
    languages: Sequence[str] = ("en", "ru", "kk"),
    mutate: Callable[[Tables], object] | None = None,
) -> Path:
    """Write a rubric into `folder` and return it.

    `practices` is a number a dimension; they are called "p0", "p1", …; each has two actions, "first" and
    "second". `mutate` may change the tables before they are written; a table that it removes has no file.
    """
    tables: Tables = {"rubric": _header(levels, dimensions, languages)}
    for number, dimension in enumerate(dimensions):
        tables[dimension] = {
            "id": dimension,
            "title": _text(languages, 1000 + number),
            "practices": [
                _practice(f"{dimension}.p{n}", number * practices + n, levels, languages)
                for n in range(practices)
            ],
        }
    if mutate:
        mutate(tables)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        (folder / f"{name}.toml").write_text(tomli_w.dumps(table), encoding="utf-8")
    return folder


def _header(levels: int, dimensions: Sequence[str], languages: Sequence[str]) -> dict[str, Any]:
    return {
        "schema": "ngo-assist/rubric@1",
        "id": "made",
        "version": "1.0.0",
        "licence": "CC0-1.0",
        "as_of": dt.date(2026, 11, 1),
        "languages": list(languages),
        "dimensions": list(dimensions),
        "levels": [{"name": _text(languages, 2000 + n, 1)} for n in range(levels)],
        "title": _text(languages, 3000),
        "currency": {"code": "KZT"},
        "cost_bands": {"free": 0, "low": 1000, "high": 5000},
        "sources": [{"id": "law", "title": "A law", "as_of": dt.date(2025, 12, 30)}],
    }


def _practice(id: str, number: int, levels: int, languages: Sequence[str]) -> dict[str, Any]:
    top, seed = levels - 1, 5000 + 40 * number
    middle = max(1, top // 2)
    rungs = [("first", 0, middle), ("second", middle, top)] if middle < top else [("first", 0, top)]
    return {
        "id": id,
        "quick": True,
        "question": _text(languages, seed, end="?"),
        "why": _text(languages, seed + 1, end="."),
        "evidence": _text(languages, seed + 2, end="."),
        "levels": [_text(languages, seed + 3 + level, end=".") for level in range(levels)],
        "actions": [
            {
                "id": f"{id}.{name}",
                "from": first,
                "to": last,
                "effort_days": 0.5,
                "title": _text(languages, 50_000 + 2 * number + place),
                "first_step": _text(languages, seed + 15 + place, end="."),
                "steps": _steps(languages, seed + 20 + 2 * place),
                "indicator": _text(languages, seed + 30 + place, end="."),
            }
            for place, (name, first, last) in enumerate(rungs)
        ],
    }


def _steps(languages: Sequence[str], number: int) -> dict[str, list[str]]:
    steps = [_text(languages, number + place, end=".") for place in range(2)]
    return {language: [step[language] for step in steps] for language in languages}


def _text(languages: Sequence[str], number: int, count: int = 4, end: str = "") -> dict[str, str]:
    # A language's own beginning, so that no text is the same in two of them.
    return {
        language: _words(language, number + 7 * place, count) + end
        for place, language in enumerate(languages)
    }


def _words(language: str, number: int, count: int) -> str:
    scripts = scripts_of(language) or frozenset({"LATIN"})
    words_of = _CYRILLIC if "CYRILLIC" in scripts else _GEORGIAN if "GEORGIAN" in scripts else _LATIN
    pool = words_of.split()
    # Scattered over the pool, so that neighbours in number have no words in common.
    words, left = [], number * 7919 + 13
    for _ in range(count):
        left, place = divmod(left, len(pool))
        words.append(pool[place])
        left += number * 31
    return " ".join(words).capitalize()
