"""Which question comes next, which ones were passed over, and how long what is left takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ngo_assist.assessment.duration import minutes
from ngo_assist.i18n import Translator
from ngo_assist.rubric.model import Practice

RESULTS = "results"
"""Where the questions lead when there is nothing more to ask."""


def after(practice_id: str, order: Sequence[str], left: Collection[str], *, was_left: bool) -> str:
    """Return the practice to show after an answer, or `RESULTS`.

    The next one still to be asked, beginning after this one and going round. When all are answered: the
    results after the last missing answer (`was_left`) or at the end, else simply the next one.
    """
    place = order.index(practice_id)
    following = _following(place, order, left)
    if following is not None:
        return following
    if was_left or place + 1 == len(order):
        return RESULTS
    return order[place + 1]


def go_on_at(order: Sequence[str], left: Collection[str], answered: Iterable[str]) -> str | None:
    """Return the practice to go on with on another day; None: all are answered.

    It is the one still to be asked after the one that was answered last; `answered` is in the order in which
    the answers were first given, as the file keeps it.
    """
    asked = set(order)
    last = next((id for id in reversed(list(answered)) if id in asked), None)
    place = order.index(last) if last is not None else -1
    return _following(place, order, left)


def passed_over(order: Sequence[str], left: Collection[str]) -> set[str]:
    """Return those still to be asked that stand before one that is settled: somebody has skipped them."""
    still = set(left)
    furthest = max((place for place, id in enumerate(order) if id not in still), default=-1)
    return {id for id in order[: furthest + 1] if id in still}


def left_in_words(left: Sequence[Practice], language: str, t: Translator, *, alone: bool) -> str:
    """Return how much is left: "41 questions left, about 35 minutes"; at least one is left."""
    many = t.plural("{n} question left", "{n} questions left", len(left))
    takes = minutes(left, language, alone=alone)
    return f"{many}, {t.plural('about {n} minute', 'about {n} minutes', takes)}"


def _following(place: int, order: Sequence[str], left: Collection[str]) -> str | None:
    still = set(left)
    return next((id for id in (*order[place + 1 :], *order[: place + 1]) if id in still), None)
