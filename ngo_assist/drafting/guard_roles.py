"""The guard's checks of roles: who does what to whom, and which way it goes.

They compare the verb of a clause with its object, its person or its date, and ask whether the card joins them
so as well.
"""

from __future__ import annotations

import re

from ngo_assist.drafting import words
from ngo_assist.drafting.guard_case import Case, Segment
from ngo_assist.drafting.negation import LIST_MOST, Clause
from ngo_assist.drafting.roles import (
    AFTER,
    ASKS,
    BEFORE,
    HOW,
    MOVES,
    SECRET,
    SHOWS,
    TIMES,
)
from ngo_assist.drafting.words import Keys

BESIDE = 3
"""So many words from a date stands the "before" or "after" that belongs to it."""


def _listed(clauses: tuple[Clause, ...], place: int, language: str) -> tuple[Clause, ...]:
    """Return the clause at `place` with the rest of the list that shares its verb ("the key, the phone").

    The list goes on behind the verb, in Kazakh before it.
    """
    found = [clauses[place]]
    if language == "kk":
        for i in range(place, 0, -1):
            if clauses[i].sign.strip() not in _LIST or not _bare(clauses[i - 1]):
                break
            found.insert(0, clauses[i - 1])
        return tuple(found)
    for clause in clauses[place + 1 :]:
        if clause.sign.strip() not in _LIST or not _bare(clause):
            break
        found.append(clause)
    return tuple(found)


_LIST = frozenset([",", "and", "и", "және"])


def _bare(clause: Clause) -> bool:
    """Tell whether a clause is a mere link of a list: few words and no request."""
    return len(clause.said) <= LIST_MOST and not clause.asks


def secret(case: Case) -> str | None:
    """A first step that writes down or passes on a password, as no step of the card does with that verb."""
    if case.brief.field != "first_step":
        return None
    secrets, shows = SECRET[case.language], SHOWS[case.language]
    for part in case.segments:
        for place, clause in enumerate(part.clauses):
            if clause.supposed or HOW[case.language].intersection(clause.said):
                continue
            for verb in (word for word in clause.said if shows.fullmatch(word)):
                for link in _listed(part.clauses, place, case.language):
                    for said in link.said:
                        hidden = said in link.denied or verb in clause.denied
                        if secrets.fullmatch(said) and not hidden and not _shown(verb, said, case):
                            return f"{verb} {said}"
    return None


def _shown(verb: str, said: str, case: Case) -> bool:
    return any(
        case.among(verb, clause.keys) and case.among(said, clause.keys)
        for step in _asked(case)
        for clause in step.clauses
        if not clause.supposed and not case.among(said, clause.denied_keys)
        and not case.among(verb, clause.denied_keys)
    )  # fmt: skip


def _asked(case: Case) -> tuple[Segment, ...]:
    return (*case.source.title, *case.source.steps)


def moved(case: Case) -> str | None:
    """A first step that gives, sends or locks what no step does, or does itself what it asks others for."""
    if case.brief.field != "first_step":
        return None
    moves = MOVES[case.language]
    for part in case.segments:
        for place, clause in enumerate(part.clauses):
            for at, verb in enumerate(clause.said):
                if not moves.fullmatch(verb) or (case.language == "kk" and _helps(clause.said, at)):
                    continue
                if at and clause.said[at - 1] in _TELLERS:
                    continue
                things = _things(clause, at, case)
                helper = _helper(clause.said, at, case)
                holding = [
                    c
                    for c in _moving(case)
                    if case.among(verb, c[0]) and (not helper or case.among(helper, c[0]))
                ]
                for thing in things:
                    if not any(case.among(thing, keys) for _, keys, _ in holding) and not _told(
                        verb, thing, case
                    ):
                        return f"{verb} {thing}"
                ours = not _asks_others(part.clauses, place, case)
                if holding and all(others == ours for _, _, others in holding):
                    return f"others are asked to {verb}" if ours else f"asks others to {verb}"
    return None


_TELLERS = frozenset(["you", "they", "we", "who", "that"])
"""Behind these an English verb asks for nothing: "while you send the report"."""


def _told(verb: str, thing: str, case: Case) -> bool:
    """Tell whether a sentence of the steps has a verb and a thing that tells something."""
    return not case.everyday(thing) and any(
        case.among(verb, step.all_keys) and case.among(thing, step.keys) for step in _asked(case)
    )


def _helps(said: tuple[str, ...], at: int) -> bool:
    """Tell whether a Kazakh verb only helps the one before it ("оқып беріңіз")."""
    return at > 0 and said[at].startswith("бер") and said[at - 1].endswith("п")


def _helper(said: tuple[str, ...], at: int, case: Case) -> str:
    """Return the Kazakh word that says which way a verb goes: "give back" or "take back"."""
    after = said[at + 1] if case.language == "kk" and at + 1 < len(said) and said[at].endswith("п") else ""
    return after if after.startswith(("бер", "ал")) else ""


def _things(clause: Clause, at: int, case: Case) -> list[str]:
    """Return what a verb moves: the next word but small ones, in Kazakh those with the object's ending."""
    if case.language == "kk":
        return [word for word in clause.said[:at] if _OBJECT.fullmatch(word) and word in clause.spoken]
    behind = [word for word in clause.said[at + 1 :] if not words.joins(word, case.language)]
    return behind[:1]


_OBJECT = re.compile(r"\w{2,}(?:[ндт][ыі]|(?<=[ыі])н)")


def _asks_others(clauses: tuple[Clause, ...], place: int, case: Case) -> bool:
    """Tell whether somebody is asked for the deeds of a clause: its own words say so, or those before."""
    for clause in reversed(clauses[: place + 1]):
        if any(ASKS[case.language].fullmatch(word) for word in clause.said):
            return True
        if clause.asks:
            return False
    if case.language == "kk":
        return any(ASKS["kk"].fullmatch(word) for clause in clauses[place:] for word in clause.said)
    return False


def _moving(case: Case) -> list[tuple[Keys, Keys, bool]]:
    """Return of each clause of the steps its words, those of its list, and if others are asked for it."""
    found = []
    for step in _asked(case):
        for place, clause in enumerate(step.clauses):
            listed = _listed(step.clauses, place, case.language)
            together: Keys = frozenset().union(*(link.keys for link in listed))
            found.append((clause.keys, together, _asks_others(step.clauses, place, case)))
    return found


def wrong_side(case: Case) -> str | None:
    """A "before" beside a date where the card has "after", or the other way round."""
    here = {"before": BEFORE[case.language], "after": AFTER[case.language]}
    if case.brief.field != "first_step":
        return None
    card = [clause.said for part in case.source.told for clause in part.clauses]
    for part in case.segments:
        for clause in part.clauses:
            for name, other in (("before", "after"), ("after", "before")):
                for time in _beside(clause.said, here[name], case):
                    if _dated(time, here[other], card, case) and not _dated(time, here[name], card, case):
                        return f"{name} {time}"
    return None


def _dated(time: str, side: re.Pattern[str], card: list[tuple[str, ...]], case: Case) -> bool:
    return any(case.same(time, other) for said in card for other in _beside(said, side, case))


def _beside(said: tuple[str, ...], side: re.Pattern[str], case: Case) -> list[str]:
    return [
        word
        for place, word in enumerate(said)
        if TIMES[case.language].fullmatch(word)
        and any(side.fullmatch(near) for near in said[max(0, place - BESIDE) : place + BESIDE + 1])
    ]
