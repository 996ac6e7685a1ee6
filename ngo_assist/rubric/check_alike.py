"""What reads nearly alike: two levels of a practice, two actions anywhere in the rubric."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ngo_assist.messages import msg
from ngo_assist.rubric.findings import Findings
from ngo_assist.rubric.likeness import SHARED, alike, nearly_alike, pairs, read
from ngo_assist.rubric.source_file import Part

_COPIED = 0.4
"""The share of neighbouring words that a copy keeps: where each seventh word was changed, most do."""

_FEWEST_PAIRS = 6


def check_alike(practices: Sequence[Part], declared: Sequence[str], findings: Findings) -> None:
    """Check the levels of each practice, and all actions against one another, in every language."""
    for practice in practices:
        _check_levels(practice, findings)
    actions = [action for practice in practices for action in practice.parts("actions")]
    told: set[int] = set()
    for language in declared:
        for place, earlier in _copied(actions, language):
            if place not in told:
                told.add(place)
                findings.warning(
                    actions[place],
                    what=msg("this action says nearly the same as {other}", other=actions[earlier].id or "?"),
                    found=_said(actions[place], "title", language),
                )
    for language in declared:
        for place, earlier in _titled_alike(actions, language):
            if place not in told:
                told.add(place)
                findings.warning(
                    actions[place],
                    "title",
                    language,
                    what=msg(
                        "this title reads nearly like that of {other}", other=actions[earlier].id or "?"
                    ),
                    found=_said(actions[place], "title", language),
                )


def _check_levels(practice: Part, findings: Findings) -> None:
    levels = practice.parts("levels")
    told: set[tuple[int, int]] = set()
    for language in dict.fromkeys(language for level in levels for language in level.table):
        texts = [(level, read(level.text(language) or "", language)) for level in levels]
        for (lower, one), (upper, two) in combinations(texts, 2):
            pair = (int(lower.path[-1]), int(upper.path[-1]))
            if pair not in told and alike(one, two):
                told.add(pair)
                findings.warning(
                    upper,
                    language,
                    what=msg("this level reads nearly like level {level}", level=pair[0]),
                    found=two.text,
                )


def _copied(actions: Sequence[Part], language: str) -> Iterator[tuple[int, int]]:
    """Yield each action whose title and steps are nearly those of an earlier one, with that one."""
    bags = [pairs(read(text, language) for text in _texts(action, language)) for action in actions]
    bags = [bag if len(bag) >= _FEWEST_PAIRS else frozenset() for bag in bags]
    return nearly_alike(bags, _COPIED, lambda place, earlier: True)


def _titled_alike(actions: Sequence[Part], language: str) -> Iterator[tuple[int, int]]:
    titles = [read(_said(action, "title", language), language) for action in actions]
    return nearly_alike(
        [title.keys for title in titles], SHARED, lambda place, earlier: alike(titles[place], titles[earlier])
    )


def _texts(action: Part, language: str) -> list[str]:
    steps = action.part("steps")
    listed = [text for _, text in steps.strings(language)] if steps else []
    return [_said(action, "title", language), _said(action, "first_step", language), *listed]


def _said(action: Part, field: str, language: str) -> str:
    part = action.part(field)
    return (part.text(language) if part else None) or ""
