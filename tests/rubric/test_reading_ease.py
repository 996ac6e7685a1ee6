"""The English of the rubric that comes with the program reads like a plain newspaper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Dimension, Text

LEAST = 60
"""Flesch reading ease of plain English (Flesch 1948, J. Applied Psychology 32(3):221)."""

_WORD = re.compile(r"[A-Za-z']+|\d+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"[aeiouy]le$|[^aeiouyl]e$|[^aeioutd]ed$|[^aeiouscxz]es$")


def syllables(word: str) -> int:
    """Groups of vowels, less an e at the end that is not spoken."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    return max(1, len(_VOWELS.findall(plain)) - bool(_SILENT.search(plain)))


def reading_ease(texts: list[str]) -> float:
    words = [word for text in texts for word in _WORD.findall(text)]
    sentences = sum(max(1, len(re.findall(r"[.!?](?=\s|$)", text))) for text in texts)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * sum(map(syllables, words)) / len(words)


def texts_of(dimension: Dimension) -> Iterator[str]:
    for practice in dimension.practices:
        own: list[Text | None] = [practice.question, practice.alone, practice.why, practice.evidence]
        for action in practice.actions:
            own += [action.title, action.first_step, action.indicator, action.risk]
            yield from action.steps.say("en")
        for text in (*own, *practice.levels):
            if text is not None:
                yield text.say("en")


@pytest.mark.parametrize("dimension", load_rubric(shipped("socialtech")).dimensions, ids=lambda d: d.id)
def test_each_dimension_reads_like_a_plain_newspaper(dimension: Dimension) -> None:
    assert reading_ease(list(texts_of(dimension))) >= LEAST


def test_the_measure_tells_plain_words_from_official_ones() -> None:
    plain = ["Copy the files to a stick on Friday.", "Ask your neighbour to open one of them."]
    official = ["Organisational digitalisation necessitates comprehensive infrastructural prioritisation."]
    assert reading_ease(plain) > 80
    assert reading_ease(official) < 0


@pytest.mark.parametrize(
    ("word", "count"),
    [("file", 1), ("table", 2), ("organisation", 5), ("asked", 1), ("needed", 2), ("27", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count
