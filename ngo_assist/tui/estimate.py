"""How long the questions take: reading what is on the screen, and choosing."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ngo_assist.rubric.model import Practice

WORDS_PER_MINUTE = 180
"""Silent reading of plain text by an adult who is not in a hurry."""

SECONDS_TO_CHOOSE = 15


def words_on_screen(practice: Practice, level_names: Iterable[str], language: str, *, alone: bool) -> int:
    """Count the words of one question as the interview shows it."""
    texts = [
        practice.ask(language, alone=alone),
        *(level.say(language) for level in practice.levels),
        *level_names,
    ]
    return sum(len(text.split()) for text in texts)


def minutes(
    practices: Iterable[Practice], level_names: Iterable[str], language: str, *, alone: bool = False
) -> int:
    """Return whole minutes, at least one, rounded up."""
    names = tuple(level_names)
    total = sum(
        words_on_screen(practice, names, language, alone=alone) / WORDS_PER_MINUTE + SECONDS_TO_CHOOSE / 60
        for practice in practices
    )
    return max(1, math.ceil(total))
