"""How long the questions take: reading what is on the screen, thinking of how things are, and choosing."""

from __future__ import annotations

from collections.abc import Iterable

from ngo_assist.rubric.model import Practice

SECONDS_PER_CHARACTER = 0.068
"""The mean of 14 languages with alphabets, Russian and English among them and Kazakh not, read aloud: a pace
at which nothing is skipped. Trauzettel-Klosinski & Dietz 2012, Invest. Ophthalmol. Vis. Sci. 53(9):5452,
doi:10.1167/iovs.11-8284."""

SECONDS_TO_CHOOSE = 22
"""To remember how things are and to choose; our own guess, to be measured in workshops."""


def seconds(practice: Practice, language: str, *, alone: bool = False) -> float:
    """Return how long one question takes; the names of the levels are known after the first."""
    shown = [practice.ask(language, alone=alone), *(level.say(language) for level in practice.levels)]
    return sum(map(len, shown)) * SECONDS_PER_CHARACTER + SECONDS_TO_CHOOSE


def minutes(practices: Iterable[Practice], language: str, *, alone: bool = False) -> int:
    """Return whole minutes, rounded to the nearest and at least one."""
    return max(1, round(sum(seconds(practice, language, alone=alone) for practice in practices) / 60))
