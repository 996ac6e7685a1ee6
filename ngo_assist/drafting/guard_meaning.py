"""The guard's checks of meaning, as far as words can tell.

They cannot know what is true. They ask whether the words that a text joins are joined in its brief as
well, and whether it denies what the brief affirms. A plausible sentence about the same things, in the
same pairs, passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ngo_assist.drafting import words
from ngo_assist.drafting.grammar import THIS_WEEK
from ngo_assist.drafting.guard_case import Case, Segment
from ngo_assist.drafting.instructions import Field
from ngo_assist.drafting.likeness import uses
from ngo_assist.drafting.negation import Clause
from ngo_assist.drafting.numbers import tokens
from ngo_assist.drafting.phrases import FILLER
from ngo_assist.drafting.roles import CALLS, persons

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
ORDER_LEAST: dict[Field, float] = {"why_here": 0.5, "first_step": 0.45}
"""Such a share of the words near each other in a text stand in the brief in the same order."""
ORDERED_LEAST = 3
AROUND, SOON = 3, 5
"""So many words further on a word of the text is near another, and one of the brief follows it."""
NEAR = 2
"""So many words further on two words still belong together."""
LOOSE_INSIDE, LOOSE_BETWEEN = 1, 2
"""Joints of neighbours that the brief does not have: inside clauses, and where clauses meet."""
FIRM_LEAST = 2
"""So many joints of the brief a sentence has for each that it does not."""


def _holds(segment: Segment, word: str, case: Case) -> bool:
    return case.among(word, segment.keys)


def thin(case: Case) -> str | None:
    """Hardly a word out of the brief: true of anyone, so it says nothing here.

    A reason needs words of one sentence of the reasons, a first step of the steps, a summary of one action.
    """
    filler = FILLER[case.language].search(case.lower)
    if filler and filler.group() not in case.source.lower:
        return filler.group()
    lead = words.words(case.brief.lead)
    counts = {token.word for token in tokens(case.text, case.language) if token.value is not None}
    said = [w for part in case.segments for w in part.content if w not in lead and w not in counts]
    telling = {words.stem(word, case.language) for word in said}
    grounds = case.source.reasons if case.brief.field == "why_here" else case.source.steps
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
    return None if enough else "neither step, reason nor action of the card"


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


def _near(clause: Clause, case: Case) -> Iterator[tuple[str, str]]:
    """Yield words of a clause that stand near each other and of which one at least says something."""
    name = words.words(case.brief.name)
    spoken = [word for word in clause.spoken if word not in name]
    for place, word in enumerate(spoken):
        for other in spoken[place + 1 : place + 1 + NEAR]:
            if word != other and (word in clause.content or other in clause.content):
                yield word, other


def _joining(a: str, b: str, case: Case) -> list[Clause]:
    """Return the clauses that hold both words; for a first step those that say what to do, where some do.

    A reason may say what happens to what is given away, and the steps not to give it. A note of what did not
    work ("could not find us") binds only words that both tell something: a plan is there to make it work.
    """
    steps = case.source.steps if case.brief.field == "first_step" else ()
    small = case.everyday(a) or case.everyday(b)
    for among in (steps, case.source.told if small else case.source.segments):
        both = (c for s in among for c in s.clauses if case.among(a, c.keys) and case.among(b, c.keys))
        if joins := list(both):
            return joins
    return []


def turned_round(case: Case) -> str | None:
    """A denial of what the brief affirms, or the other way round."""
    for part in case.segments:
        for clause in part.clauses:
            if found := _affirms(clause, case) or _denies(clause, case) or _wanted(clause, case):
                return found
    return None


def _affirms(clause: Clause, case: Case) -> str:
    """Return two near words that only clauses with a negation join in the brief, and this one without."""
    for a, b in _near(clause, case):
        if {a, b} & clause.denied:
            continue
        joins = [c for c in _joining(a, b, case) if clause.supposed or not c.supposed]
        if joins and all(case.among(a, c.denied_keys) or case.among(b, c.denied_keys) for c in joins):
            return f"{a} {b}"
    return ""


def _denies(clause: Clause, case: Case) -> str:
    """Return what this clause denies and no sentence of the brief does, or only affirms."""
    denied = case.source.denied_keys
    if clause.about and not any(case.among(word, denied) for word in clause.about):
        return f"denied: {' '.join(sorted(clause.about))}"
    for a, b in pairwise(clause.content):
        joins = _joining(a, b, case) if {a, b} & clause.about else []
        if case.brief.field == "first_step":  # A note of what goes wrong is there to be stopped.
            joins = [c for c in joins if any(c in s.clauses for s in case.source.told)]
        if joins and not any(c.denied for c in joins):
            return f"denied: {a} {b}"
    return ""


def _wanted(clause: Clause, case: Case) -> str:
    """Return a word of a first step that the card's steps name only to say what not to do."""
    if case.brief.field != "first_step":
        return ""
    steps = [c for s in (*case.source.steps, *case.source.title) for c in s.clauses]
    for word in clause.content:
        holding = [c for c in steps if case.among(word, c.keys)]
        if word not in clause.denied and holding and all(case.among(word, c.denied_keys) for c in holding):
            return f"not to be: {word}"
    return ""


def _joined(a: str, b: str, case: Case) -> bool:
    together = (*case.source.segments, *case.source.wholes)
    return any(_holds(s, a, case) and _holds(s, b, case) for s in together)


def _bridged(a: str, b: str, part: Segment, case: Case) -> bool:
    """Tell whether both words go with a third of the sentence ("sign", "consent": both with "sheet")."""
    others = (word for word in part.content if not case.same(word, a) and not case.same(word, b))
    return any(_joined(a, word, case) and _joined(word, b, case) for word in others)


def scrambled(case: Case) -> str | None:
    """Words near each other that seldom stand in this order in the brief: they are thrown together."""
    least = ORDER_LEAST.get(case.brief.field)
    found = THIS_WEEK[case.language].search(case.lower)
    when = words.words(found.group()) if found else []
    pairs = [
        (word, other)
        for part in case.segments
        for clause in part.clauses
        for spoken in [[word for word in clause.spoken if word not in when]]
        for place, word in enumerate(spoken)
        for other in spoken[place + 1 : place + 1 + AROUND]
        if word != other
    ]
    if least is None or len(pairs) < ORDERED_LEAST:
        return None
    apart = [pair for pair in pairs if not _follows(*pair, case)]
    loose = [pair for pair in apart if not _asked(*pair, case)]
    total = len(pairs) - len(apart) + len(loose)
    return " ".join(loose[0]) if len(loose) > (1 - least) * total else None


def _asked(one: str, other: str, case: Case) -> bool:
    """Tell whether one word asks and the other is who is asked: a first step may ask anyone of the note."""
    asks = CALLS[case.language]
    return case.brief.field == "first_step" and any(
        asks.fullmatch(verb) and _somebody(word, case) for verb, word in ((one, other), (other, one))
    )


def _somebody(word: str, case: Case) -> bool:
    """Tell whether a word is a person, or a name of the note alone."""
    if case.among(word, persons(case.language)):
        return True
    names = (name for text in case.brief.person for name in words.WORD.findall(text) if name[0].isupper())
    return word not in case.source.card and any(case.same(word, name.casefold()) for name in names)


def _follows(a: str, b: str, case: Case) -> bool:
    """Tell whether `b` stands soon after `a` in a sentence of the brief."""
    for segment in (*case.source.segments, *case.source.wholes):
        if not (case.among(a, segment.all_keys) and case.among(b, segment.all_keys)):
            continue
        spoken = segment.spoken
        for place, word in enumerate(spoken):
            if case.same(word, a) and any(
                case.same(other, b) for other in spoken[place + 1 : place + 1 + SOON]
            ):
                return True
    return False


def note_left_out(case: Case) -> str | None:
    """A reason that says nothing of the note, or nothing else: the rubric's words have both."""
    brief = case.brief
    if brief.field != "why_here" or not words.content(brief.note, case.language):
        return None
    if not uses(case.text, brief):
        return "nothing of the note"
    note = words.keys_of(words.words(brief.note), case.language)
    others = [part.all_keys for part in case.source.reasons]
    spoken = (word for part in case.segments for word in part.spoken if not case.among(word, note))
    beyond = any(any(case.among(word, keys) for keys in others) for word in spoken)
    return None if beyond else "nothing but the note"


def _swapped(clauses: list[list[str]], case: Case) -> str:
    """Return a person and the telling word behind it, or else before it, if nothing joins the two."""
    counts = {token.word for token in tokens(case.text, case.language) if token.value is not None}
    for clause in clauses:
        said = [word for word in clause if word not in counts]
        for place, word in enumerate(said):
            if case.among(word, persons(case.language)):
                beside = said[place + 1 : place + 2] or said[max(0, place - 1) : place]
                if beside and not _joined(word, beside[0], case):
                    return f"{word} {beside[0]}"
    return ""


def new_link(case: Case) -> str | None:
    """Words joined as neighbours that no sentence of the brief has together, and too few that one has.

    In a reason a person is never joined so: what the helper does, the accountant does not.
    """
    name = words.words(case.brief.name)
    for part in case.segments:
        clauses = [[word for word in clause.content if word not in name] for clause in part.clauses]
        clauses = [clause for clause in clauses if clause]
        inside = [pair for clause in clauses for pair in pairwise(clause)]
        between = [(one[-1], other[0]) for one, other in pairwise(clauses)]
        strange = [(a, b) for a, b in inside if not _joined(a, b, case)]
        if case.brief.field == "why_here" and (swapped := _swapped(clauses, case)):
            return swapped
        loose = [(a, b) for a, b in strange if not _bridged(a, b, part, case)]
        apart = [(a, b) for a, b in between if not _joined(a, b, case)]
        firm = len(inside) + len(between) - len(loose) - len(apart)
        if len(loose) > LOOSE_INSIDE or len(apart) > LOOSE_BETWEEN or firm < FIRM_LEAST * len(loose):
            return " ".join((loose or apart)[0])
    return None
