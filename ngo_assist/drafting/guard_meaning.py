"""The guard's checks of meaning, as far as words can tell.

They cannot know what is true. They ask whether the words that a text joins are joined in its brief as
well, and whether it denies what the brief affirms. A plausible sentence about the same things, in the
same pairs, passes.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ngo_assist.drafting import words
from ngo_assist.drafting.guard_case import Case, Clause, Segment, segment
from ngo_assist.drafting.instructions import Field
from ngo_assist.drafting.numbers import tokens
from ngo_assist.drafting.phrases import NEGATION

TELLING_LEAST: dict[Field, int] = {"why_here": 4, "first_step": 3, "summary": 3}
"""Different words out of the brief that a text has at least."""
GROUND_LEAST = 2
"""Different words that a first step shares with one step of its card, and a line on why with one sentence
that says why: the reason, today, the note."""
STEPS_LEAST = 3
"""Or so many with all the steps together."""
EVERYDAY_LEAST = 7
"""So many words of one such sentence, also everyday ones, say enough ("ask what takes the most time")."""
LONG = 4
"""Letters of a word that counts there."""
FIRST_CLAUSE_END = re.compile(r",? then\b|, and\b|[;.]")
LOOSE_INSIDE, LOOSE_BETWEEN = 1, 2
"""Joints of neighbours that the brief does not have: inside clauses, and where clauses meet."""
FIRM_LEAST = 2
"""So many joints of the brief a sentence has for each that it does not."""


def _holds(segment: Segment, word: str, case: Case) -> bool:
    return any(case.same(word, other) for other in segment.content)


def thin(case: Case) -> str | None:
    """Hardly a word out of the brief: true of anyone, so it says nothing here."""
    lead = words.words(case.brief.lead)
    counts = {token.word for token in tokens(case.text, case.language) if token.value is not None}
    said = [w for part in case.segments for w in part.content if w not in lead and w not in counts]
    telling = {words.stem(word, case.language) for word in said}
    if case.brief.field == "first_step" and not _beyond_title(said, case):
        return "nothing but the title"
    grounds = {"first_step": case.source.steps, "why_here": case.source.reasons}.get(case.brief.field)
    if grounds and _shared(case.words, grounds) >= EVERYDAY_LEAST:
        return None
    if len(telling) < TELLING_LEAST[case.brief.field]:
        return f"{len(telling)} telling words"
    if case.brief.field == "first_step" and not _begins_firmly(said, case):
        return "an empty first clause"
    if not grounds or any(_of_one(said, sentence, case) >= GROUND_LEAST for sentence in grounds):
        return None
    together = {word for word in telling if any(_holds(sentence, word, case) for sentence in grounds)}
    enough = case.brief.field == "first_step" and len(together) >= STEPS_LEAST
    return None if enough else "neither step nor reason of the card"


def _beyond_title(said: list[str], case: Case) -> bool:
    """Tell whether a first step has a word of the steps that the title does not have."""
    title = segment(case.brief.title, case.language)
    return any(
        not _holds(title, word, case) and any(_holds(step, word, case) for step in case.source.steps)
        for word in said
    )


def _begins_firmly(said: list[str], case: Case) -> bool:
    """Tell whether an English first step names what it is about before it goes on with "and".

    Elsewhere a first clause often leaves that to the second ("найдите флешку и скопируйте").
    """
    begins = FIRST_CLAUSE_END.split(case.lower)[0]
    return case.language != "en" or len({w for w in words.words(begins) if w in said}) >= GROUND_LEAST


def _of_one(said: list[str], step: Segment, case: Case) -> int:
    return len({words.stem(word, case.language) for word in said if _holds(step, word, case)})


def _shared(said: list[str], grounds: tuple[Segment, ...]) -> int:
    """Return how many different words, everyday ones too, a text has of one sentence."""
    long = {word for word in said if len(word) >= LONG}
    return max(len(long & set(sentence.words)) for sentence in grounds)


def _pairs(clause: Clause, case: Case) -> list[tuple[str, str]]:
    """Return the telling words that stand next to each other; the organisation's name goes with any."""
    name = words.words(case.brief.name)
    telling = [word for word in clause.content if word not in name]
    return [(a, b) for a, b in pairwise(telling) if a != b]


def _denies(part: Segment, a: str, b: str, case: Case) -> bool:
    """Tell whether a sentence denies one of two words."""
    return any(
        case.same(word, other) for clause in part.clauses for other in clause.denied for word in (a, b)
    )


def _joining(a: str, b: str, case: Case) -> list[Segment]:
    """Return the sentences that hold both words; for a first step those that say what to do, where some do.

    A reason may say what happens to what is given away, and the steps not to give it.
    """
    steps = case.source.steps if case.brief.field == "first_step" else ()
    for among in (steps, case.source.segments):
        if joins := [s for s in among if _holds(s, a, case) and _holds(s, b, case)]:
            return joins
    return []


def turned_round(case: Case) -> str | None:
    """A denial of what the brief affirms, or the other way round.

    Two neighbouring words that only clauses with a negation join may not be joined without one.
    """
    for part in case.segments:
        joined_somewhere = False
        for clause in part.clauses:
            for a, b in _pairs(clause, case):
                joins = _joining(a, b, case)
                if joins and all(_denies(s, a, b, case) != bool({a, b} & clause.denied) for s in joins):
                    return f"{a} {b}"
                joined_somewhere = joined_somewhere or bool(joins)
        if part.denies and (word := _newly_denied(part, case)):
            return f"denied: {word}"
        if part.denies and not joined_somewhere and not _denied_alike(part, case):
            return "a denial that the brief has not"
    return None


DENIED_WITHIN = 4
"""So many words behind a negation it may be about, in English and Russian."""
DENIED_AT_ONCE = 2
"""So many words behind a negation it is about for sure ("did not start the computer": start)."""


def _newly_denied(part: Segment, case: Case) -> str:
    """Return a word that this sentence denies and the brief does not ("without AI").

    Kazakh denies at the end of its words, so there the pairs have to do.
    """
    if case.language not in {"en", "ru"}:
        return ""
    denied = {word for s in case.source.segments if s.denies for word in _denied_in(s, case.language)}
    for place, negation in enumerate(part.words):
        if not NEGATION[case.language].fullmatch(negation):
            continue
        behind = part.words[place + 1 : place + 1 + DENIED_WITHIN]
        if any(
            case.same(word, other) for word in behind[:DENIED_AT_ONCE] for other in denied if len(word) > 2
        ):
            continue
        telling = next((word for word in behind if word in part.content), "")
        if telling and not any(case.same(telling, other) for other in denied):
            return telling
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


def _joined(a: str, b: str, case: Case) -> bool:
    together = (*case.source.segments, *case.source.wholes)
    return any(_holds(s, a, case) and _holds(s, b, case) for s in together)


def _bridged(a: str, b: str, part: Segment, case: Case) -> bool:
    """Tell whether both words go with a third of the sentence ("sign", "consent": both with "sheet")."""
    others = (word for word in part.content if not case.same(word, a) and not case.same(word, b))
    return any(_joined(a, word, case) and _joined(word, b, case) for word in others)


def new_link(case: Case) -> str | None:
    """Words joined as neighbours that no sentence of the brief has together, and too few that one has."""
    name = words.words(case.brief.name)
    for part in case.segments:
        clauses = [[word for word in clause.content if word not in name] for clause in part.clauses]
        clauses = [clause for clause in clauses if clause]
        inside = [pair for clause in clauses for pair in pairwise(clause)]
        between = [(one[-1], other[0]) for one, other in pairwise(clauses)]
        loose = [(a, b) for a, b in inside if not _joined(a, b, case) and not _bridged(a, b, part, case)]
        apart = [(a, b) for a, b in between if not _joined(a, b, case)]
        firm = len(inside) + len(between) - len(loose) - len(apart)
        if len(loose) > LOOSE_INSIDE or len(apart) > LOOSE_BETWEEN or firm < FIRM_LEAST * len(loose):
            return " ".join((loose or apart)[0])
    return None
