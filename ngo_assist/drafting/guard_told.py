"""The guard's checks of telling: what may happen is not told as done, nor without what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ngo_assist.drafting import kazakh, words
from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.guard_case import Case, Segment
from ngo_assist.drafting.negation import Clause
from ngo_assist.drafting.roles import (
    ACTS,
    ALREADY,
    BEFORE_PARTICIPLE,
    CONDITIONS,
    DENYING,
    HEDGES,
    NO_TIME,
    PAST,
    RELATIVES,
    persons,
)

AROUND = 6
"""So many words before a relative clause may hold the verb that it belongs to."""


@lru_cache(maxsize=64)
def _happenings(brief: Brief) -> frozenset[str]:
    """Return the words that tell of what has happened: of the person, and of today."""
    past = PAST[brief.language]
    return frozenset(w for text in (*brief.person, brief.now) for w in words.words(text) if past.fullmatch(w))


def happened(case: Case) -> str | None:
    """A reason that tells as done what neither the note nor today's state does ("may open" and "opened")."""
    if case.brief.field != "why_here":
        return None
    told = _happenings(case.brief)
    for part in case.segments:
        for clause in part.clauses:
            if clause.supposed:
                continue
            for word in _done(clause, case):
                if not any(case.same(word, other) for other in told):
                    return word
    return _already(case)


def _done(clause: Clause, case: Case) -> Iterator[str]:
    """Yield the verbs of a clause that say that somebody did something, and that the brief has otherwise."""
    said, seen = clause.said, {word for part in case.source.segments for word in part.words}
    for place, word in enumerate(said):
        before = said[place - 1] if place else ""
        if case.language == "kk":
            yield from _done_in_kazakh(word, before, seen, case) if place == len(said) - 1 else ()
        elif (
            word in seen
            or not PAST[case.language].fullmatch(word)
            or (case.everyday(word) and not _somebody(before, case))
        ):
            continue
        elif case.language == "ru" and not {"вы", "бы"}.intersection(said):
            if any(ACTS.fullmatch(other) and case.same(word, other) for other in seen):
                yield word
        elif case.language == "en" and before and before not in BEFORE_PARTICIPLE and before != "you":
            yield word


def _done_in_kazakh(word: str, before: str, seen: set[str], case: Case) -> Iterator[str]:
    """Yield the verb that ends a clause, or the one before it that a "қойды" only completes."""
    if word in ("қойды", "қойған") and before.endswith("п"):
        if f"{before} {word}" not in case.source.spelled:
            yield before
    elif word not in seen and not case.everyday(word) and _ended(word, case):
        yield word


def _somebody(word: str, case: Case) -> bool:
    return bool(word) and case.among(word, persons(case.language))


def _ended(word: str, case: Case) -> bool:
    return any((verb, "v") in case.source.known.keys for verb in kazakh.past_of(word))


def _already(case: Case) -> str | None:
    """Return an "already" that the note and today do not have, nor a sentence with the words around it."""
    already = ALREADY[case.language]
    theirs = " ".join(w for text in (*case.brief.person, case.brief.now) for w in words.words(text))
    for part in case.segments:
        for clause in part.clauses:
            found = already.search(" ".join(clause.said))
            if found and not already.search(theirs) and case.language != "kk":
                holding = [s for s in case.source.told if already.search(" ".join(s.words))]
                known = all(case.among(w, case.source.deeds) for w in clause.content)
                if not known and not any(_holds(s, clause, case) for s in holding):
                    return found.group()
    return None


def _holds(sentence: Segment, clause: Clause, case: Case) -> bool:
    return all(case.among(word, sentence.all_keys) for word in clause.content)


def no_time(case: Case) -> str | None:
    """A "no time" to do what the brief has time for: no sentence of it has one with these words."""
    pattern = NO_TIME[case.language]
    for part in case.segments:
        for clause in part.clauses:
            if found := pattern.search(" ".join(clause.said)):
                holding = [s for s in case.source.segments if pattern.search(" ".join(s.words))]
                if not any(_holds(s, clause, case) for s in holding):
                    return found.group()
    return None


def unconditioned(case: Case) -> str | None:
    """A reason that tells as so what the card says of a case only ("if it is stolen, names go with it")."""
    if case.brief.field != "why_here":
        return None
    said = case.words
    for part in case.segments:
        for clause in part.clauses:
            telling = [word for word in clause.content if word in case.source.card]
            if len(telling) < 2 or clause.supposed or _hedged(clause, case):
                continue
            if any(_condition(c, case.language) for c in part.clauses):
                continue
            hung = [_conditions(telling, sentence, case) for sentence in case.source.segments]
            told = [conditions for conditions in hung if conditions is not None]
            if told and all(conditions and not _met(conditions, said, case) for conditions in told):
                return " ".join(telling)
    return None


def _met(conditions: list[Clause], said: list[str], case: Case) -> bool:
    """Tell whether a text has the last telling word of a condition, which is its verb more often than not."""
    last = [clause.content[-1:] or clause.spoken[:1] for clause in conditions]
    return not any(last) or any(case.same(word, end) for ends in last for end in ends for word in said)


def _hedged(clause: Clause, case: Case) -> bool:
    return HEDGES[case.language].search(" ".join(clause.said)) is not None


def _condition(clause: Clause, language: str) -> bool:
    word = clause.said[-1] if language == "kk" else clause.said[0]
    return CONDITIONS[language].fullmatch(word) is not None


def _conditions(telling: list[str], sentence: Segment, case: Case) -> list[Clause] | None:
    """Return the conditions of a sentence whose other clauses hold all that is told, or None."""
    others = [clause for clause in sentence.clauses if not _condition(clause, case.language)]
    if not any(all(case.among(word, c.keys) for word in telling) for c in others):
        return None
    return [clause for clause in sentence.clauses if _condition(clause, case.language)]


def _hung(part: Segment, case: Case) -> Iterator[tuple[set[str], set[str]]]:
    """Yield the words before each denied relative clause, but a person of no name, and the words of it."""
    before: list[str] = []
    for clause in part.clauses:
        for place, word in enumerate(clause.said):
            behind = clause.said[place + 1 :]
            if word in RELATIVES[case.language] and DENYING[case.language].intersection(behind):
                *others, person = before[-AROUND:] or [""]
                telling = [*others] if case.everyday(person) else [*others, person]
                yield (
                    {w for w in telling if not words.joins(w, case.language)},
                    {w for w in behind if not words.joins(w, case.language)},
                )
            before.append(word)


def misplaced(case: Case) -> str | None:
    """A "who is not …" that hangs on another verb than in the card ("give keys to who is not on it")."""
    if case.brief.field != "first_step":
        return None
    card = [found for part in case.source.told for found in _hung(part, case)]
    for part in case.segments:
        for before, behind in _hung(part, case):
            before -= case.lead
            alike = [b for b, rel in card if any(case.same(x, y) for x in behind for y in rel)]
            if alike and not any(case.same(x, y) for b in alike for x in before for y in b):
                return " ".join(sorted(behind))
    return None
