"""The guard's checks of newness: nothing that the brief does not hold.

Each check returns what it objects to, or None.
"""

from __future__ import annotations

import re

from ngo_assist.drafting import phrases, words
from ngo_assist.drafting.guard_case import Case
from ngo_assist.drafting.guard_form import RUN_SHARE
from ngo_assist.drafting.numbers import Token, numbers, places, tokens

COUNTED_WITHIN = 3
"""So many words behind a number stands what it counts."""
_PARTICLES = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "and",
        "your",
        "my",
        "our",
        "their",
        "its",
        "it",
        "them",
        "from",
        "the",
        "out",
        "more",
        "most",
        "из",
        "и",
        "моего",
        "вашего",
        "нашего",
        "моей",
        "вашей",
        "нашей",
        "их",
        "от",
        "с",
        "со",
        "өз",
        "өзі",
        "мен",
        "пен",
        "бен",
    ]
)
_ONE = frozenset(
    ["one", "один", "одна", "одно", "одного", "одному", "одним", "одной", "одну", "одном", "бір"]
)

_ADDRESS = re.compile(
    r"@|https?:|www\.|\w\.(?:kz|ru|com|org|net|info|io|edu|gov|me|uk|de|app|қаз|рф)\b"
    r"|\b\w+\.\w{2,}/|\+\s?\d[\d ()-]{5,}"
    r"|(?<!\d)\d[\d ()-]{7,}\d(?!\d)"
    r"|\b(?:\d{1,3}\.){3}\d{1,3}\b"
)


def obeyed(case: Case) -> str | None:
    """Anything out of a note that gives orders: the model was not shown it."""
    for text in case.brief.held_back:
        held = words.words(text)
        for word in held:
            fresh = not case.everyday(word) and word not in case.source.card
            if fresh and any(case.same(word, other) for other in case.words):
                return word
        run = words.longest_run(case.words, held)
        if run >= 5 or (run >= 3 and run > RUN_SHARE * len(case.words)):
            return "words of an order in a note"
    return None


def asked_by_note(case: Case) -> str | None:
    """A request of a first step that is of the note alone: a note is information, and asks for nothing.

    Its clause asks for something, has words of the note that tell something, and none of the card.
    """
    if case.brief.field != "first_step":
        return None
    for part in case.segments:
        for clause in part.clauses:
            telling = [word for word in clause.content if word not in case.lead]
            if not clause.asks:
                continue
            if telling and not any(word in case.source.card for word in telling):
                asked = (word for word in telling if word not in clause.denied)
                theirs = next((word for word in asked if word in case.source.person), "")
                if theirs:
                    return theirs
    return None


def new_address(case: Case) -> str | None:
    """An e-mail, site or telephone number that the rubric does not name, a person's own note included."""
    for found in _ADDRESS.finditer(case.lower):
        place = next((w for w in case.lower.split() if found.group().strip() in w), found.group()).strip(
            ".,;:()“”«»"
        )
        if place not in case.source.card_lower:
            return place
    return None


def _unheard(pattern: re.Pattern[str] | None, case: Case, where: str) -> str | None:
    # Nearly always there is none, and the brief, which is long, need not be looked through.
    found_in_text = [found.group() for found in pattern.finditer(case.lower)] if pattern else []
    if pattern is None or not found_in_text:
        return None
    heard = {found.group() for found in pattern.finditer(where)}
    for said in found_in_text:
        if said not in heard and not any(
            case.same(said, other) for other in heard if " " not in said and " " not in other
        ):
            return said
    return None


def new_law(case: Case) -> str | None:
    return _unheard(phrases.LAW.get(case.language), case, case.source.card_lower)


def new_date(case: Case) -> str | None:
    """A day, month or season, or how often or how long, that the brief does not hold."""
    return _unheard(phrases.DATE.get(case.language), case, case.source.lower) or _unheard(
        phrases.FREQUENCY.get(case.language), case, case.source.lower
    )


def new_number(case: Case) -> str | None:
    return next((n for n in numbers(case.text, case.language) if n not in case.source.numbers), None)


def moved_number(case: Case) -> str | None:
    """A number of the brief that counts something else there ("2 people", and the text says "2 steps").

    "One" in words is hardly a number: it says "a". "The second" counts nothing, nor does an hour ("by five").
    """
    said = tokens(case.text, case.language)
    for place, token in enumerate(said):
        if token.value is None or token.word in _ONE or _OTHERS.search(token.word):
            continue
        if places(token, case.language):
            continue
        near = [word for word in said if word.clause == token.clause and word.word not in _PARTICLES]
        at = near.index(token) if token in near else place
        counted = near[at + 1 : at + 2]
        if not counted or words.joins(counted[0].word, case.language):
            continue
        if not any(_counts(token, counted[0], part, case) for part in case.source.tokens):
            return f"{token.word} {counted[0].word}"
    return None


_OTHERS = re.compile(r"(?:нш[ыі]с[ыі]|[ае]у[ыі])\w*$")
"""Kazakh "the other one", "the two of them": they count nothing."""


def _counts(number: Token, counted: Token, part: tuple[Token, ...], case: Case) -> bool:
    return any(
        token.value == number.value
        and any(
            case.same(counted.word, other.word)
            for other in (*part[max(0, place - 2) : place], *part[place + 1 : place + 2 + COUNTED_WITHIN])
        )
        for place, token in enumerate(part)
    )


def promise(case: Case) -> str | None:
    return _unheard(phrases.PROMISE.get(case.language), case, case.source.card_lower)


def blame(case: Case) -> str | None:
    """A fault found with whoever reads; that they forget, the note may say."""
    forgot = phrases.FORGOT[case.language].search(case.lower)
    if forgot and words.words(forgot.group())[-1] not in case.source.person:
        return forgot.group()
    return _unheard(phrases.BLAME.get(case.language), case, case.source.card_lower)


def new_name(case: Case) -> str | None:
    """A capitalised word inside a sentence, or one with a capital inside, that is not in the brief."""
    text = words.plain(case.text)
    begins = True
    last = 0
    for found in words.WORD.finditer(text):
        gap = text[last : found.start()]
        begins = begins or any(c in ".!?…" for c in gap)
        word = found.group()
        odd = word[1:] != word[1:].lower()
        if ((word[0].isupper() and not begins) or odd) and word.casefold() not in case.source.known:
            return word
        begins, last = False, found.end()
    return None


def new_word(case: Case) -> str | None:
    """A word that says something, with its stem neither in the brief nor among everyday words."""
    return next((w for w in case.words if not case.everyday(w) and w not in case.source.known), None)
