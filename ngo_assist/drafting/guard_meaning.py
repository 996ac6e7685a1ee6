"""The guard's checks of meaning, as far as words can tell.

They cannot know what is true. They ask whether the words that a text joins are joined in its brief as
well, and whether it denies what the brief affirms. A plausible sentence about the same things, in the
same pairs, passes.
"""

from __future__ import annotations

from itertools import pairwise

from ngo_assist.drafting import words
from ngo_assist.drafting.guard_case import Case, Segment
from ngo_assist.drafting.instructions import Field
from ngo_assist.drafting.phrases import NEGATION

TELLING_LEAST: dict[Field, int] = {"why_here": 3, "first_step": 2, "summary": 3}
"""Different words out of the brief that a text has at least."""
LOOSE_MOST = 1
"""Joints in a sentence that the brief does not have: one, where a note meets its reason."""


def _holds(segment: Segment, word: str, case: Case) -> bool:
    return any(case.same(word, other) for other in segment.content)


def thin(case: Case) -> str | None:
    """Hardly a word out of the brief: true of anyone, so it says nothing here."""
    telling = {words.stem(word, case.language) for part in case.segments for word in part.content}
    least = TELLING_LEAST[case.brief.field]
    return f"{len(telling)} telling words" if len(telling) < least else None


def _pairs(segment: Segment, case: Case) -> list[tuple[str, str]]:
    """Return the telling words that stand next to each other; the organisation's name goes with any."""
    name = words.words(case.brief.name)
    telling = [word for word in segment.content if word not in name]
    return [(a, b) for a, b in pairwise(telling) if a != b]


def turned_round(case: Case) -> str | None:
    """A denial of what the brief affirms, or the other way round.

    Two neighbouring words that only sentences with a negation join may not be joined without one.
    """
    for part in case.segments:
        joined_somewhere = False
        for a, b in _pairs(part, case):
            joins = [s for s in case.source.segments if _holds(s, a, case) and _holds(s, b, case)]
            if joins and all(s.denies != part.denies for s in joins):
                return f"{a} {b}"
            joined_somewhere = joined_somewhere or bool(joins)
        if part.denies and (word := _newly_denied(part, case)):
            return f"denied: {word}"
        if part.denies and not joined_somewhere and not _denied_alike(part, case):
            return "a denial that the brief has not"
    return None


DENIED_WITHIN = 4
"""So many words behind a negation it may be about, in English and Russian."""


def _denied(part: Segment, language: str) -> list[str]:
    """Return the first telling word behind each negation; Kazakh denies at the end of its words."""
    found = []
    for place, word in enumerate(part.words):
        if NEGATION[language].fullmatch(word):
            behind = part.words[place + 1 : place + 1 + DENIED_WITHIN]
            found += [w for w in behind if w in part.content][:1]
    return found


def _newly_denied(part: Segment, case: Case) -> str:
    """Return a word that this sentence denies and the brief does not ("without AI")."""
    if case.language not in {"en", "ru"}:
        return ""
    denials = [_denied_in(s, case.language) for s in case.source.segments if s.denies]
    for word in _denied(part, case.language):
        if not any(case.same(word, other) for others in denials for other in others):
            return word
    return ""


def _denied_in(part: Segment, language: str) -> list[str]:
    return [
        word
        for place, negation in enumerate(part.words)
        if NEGATION[language].fullmatch(negation)
        for word in part.words[place + 1 : place + 1 + DENIED_WITHIN]
    ]


def _denied_alike(part: Segment, case: Case) -> bool:
    """Tell whether some denial of the brief shares four words in a row with a sentence of few words."""
    return any(
        words.longest_run(list(part.words), list(other.words)) >= 4
        for other in case.source.segments
        if other.denies
    )


def new_link(case: Case) -> str | None:
    """Words that no sentence of the brief has together, joined as neighbours."""
    for part in case.segments:
        loose = [
            (a, b)
            for a, b in _pairs(part, case)
            if not any(_holds(s, a, case) and _holds(s, b, case) for s in case.source.segments)
        ]
        firm = len(_pairs(part, case)) - len(loose)
        if len(loose) > LOOSE_MOST or (loose and firm < 2):
            return " ".join(loose[0])
    return None
