"""The guard's checks of deeds: a first step asks for them, a reason does not, and nobody made one up."""

from __future__ import annotations

import re
from collections.abc import Callable

from ngo_assist.drafting import kazakh, words
from ngo_assist.drafting.grammar import (
    ADVICE,
    CLAUSE_GAP,
    DEED,
    IMPERATIVE,
    REQUESTS,
    STATES,
    SUBORDINATE,
    THIS_WEEK,
)
from ngo_assist.drafting.guard_case import Case

_QUOTED = re.compile(r"[“«\"][^“”«»\"]{1,80}[”»\"]")


def form(case: Case) -> str | None:
    """A first step asks for something in each of its sentences: it is a request, not a statement.

    A sentence of the card's own steps may stand behind it as it is.
    """
    if case.brief.field != "first_step":
        return None
    verbs = REQUESTS_BY_STEM | _verbs_of(case.brief.steps) | _verbs_of((case.brief.title,))
    for place, sentence in enumerate(words.sentences(case.lower)):
        said = words.words(sentence)
        if case.language == "en":
            asks = any(_asks(clause, verbs) for clause in CLAUSE_GAP["en"].split(sentence))
        else:
            asks = IMPERATIVE[case.language].search(sentence) is not None
        if not asks and (place == 0 or not _carded(said, "", case)):
            return f"no request: “{' '.join(said[:3])}”"
    return None


def claim(case: Case) -> str | None:
    """A first step that states a fact, or a reason that tells of a deed or gives advice."""
    if case.brief.field == "first_step":
        return _stated(case)
    return _told(case) or (_advised(case) if case.brief.field == "why_here" else None)


def _stated(case: Case) -> str | None:
    """Return what a first step says is so ("and your draft is signed") and no step of the card says.

    What hangs on the request ("the files that you have", "what is missing") may say so: its clause begins
    with a word that hangs it on.
    """
    states = STATES[case.language]
    for sentence in words.sentences(_QUOTED.sub(_unless_quoted(case), case.lower)):
        hung = False
        for clause, gap in _clauses(sentence, case.language):
            said = words.words(clause)
            if not said:
                hung = hung or ":" in gap
                continue
            asks = case.language != "en" and IMPERATIVE[case.language].search(clause) is not None
            plain = " ".join(said)
            begins = SUBORDINATE[case.language].match(plain) is not None
            # A list goes on behind a subordinate clause: "where you are, when and which number to call".
            hung = not asks and (begins or (hung and said[0] not in _SUBJECTS[case.language]))
            if not asks and not hung:
                before = SUBORDINATE[case.language].split(plain, maxsplit=1)[0]
                found = states.search(before)
                if found and not _contact(before, found.start(), case.language):
                    if not _carded(said, found.group(), case):
                        return found.group()
                elif (
                    case.language == "kk" and _happened(said[-1], case) and not _carded(said, said[-1], case)
                ):
                    return said[-1]
            hung = hung or ":" in gap
    return None


def _clauses(sentence: str, language: str) -> list[tuple[str, str]]:
    """Return the clauses of a sentence, each with the sign or word that stands behind it."""
    gaps = [*CLAUSE_GAP[language].finditer(sentence)]
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(sentence)]
    signs = [*(gap.group() for gap in gaps), ""]
    return [(sentence[a:b], sign) for a, b, sign in zip(starts, ends, signs, strict=True)]


def _unless_quoted(case: Case) -> Callable[[re.Match[str]], str]:
    """Return a substitution that takes out quoted words of the card: a name, no statement."""

    def replace(found: re.Match[str]) -> str:
        inside = " ".join(words.words(found.group()))
        return "" if inside and inside in case.source.spelled else found.group()

    return replace


def _happened(word: str, case: Case) -> bool:
    """Tell whether a Kazakh word says that something was done: the past of a verb that is no noun here."""
    known = case.source.known.keys
    return any(
        verb in _DONE or ((verb, "v") in known and (verb, "n") not in known) for verb in kazakh.past_of(word)
    )


_DONE = frozenset(
    [
        "ал",
        "аш",
        "бер",
        "біт",
        "бол",
        "жап",
        "жаз",
        "жаса",
        "кел",
        "кет",
        "кір",
        "қал",
        "қой",
        "қос",
        "түс",
        "шық",
        "таста",
        "сақта",
    ]
)


def _carded(said: list[str], states: str, case: Case) -> bool:
    """Tell whether a step of the card itself states what a clause states, in the same words and not "now"."""
    if _NOW[case.language].intersection(said):
        return False
    own = [word for word in said if not words.joins(word, case.language)] + words.words(states)
    return any(all(word in step.words for word in own) for step in (*case.source.steps, *case.source.title))


_NOW = {
    "en": frozenset(["now", "already", "so"]),
    "ru": frozenset(["теперь", "уже", "сейчас"]),
    "kk": frozenset(["енді", "қазір"]),
}


def _told(case: Case) -> str | None:
    """Return a deed of yours that the brief does not tell of, or a time that no reason has."""
    found = THIS_WEEK[case.language].search(case.lower)
    if found and case.brief.field == "why_here":
        return found.group()
    for found in DEED[case.language].finditer(case.lower):
        deed = found.group("deed")
        if not case.among(deed, case.source.deeds) and found.group() not in case.source.spelled:
            return found.group()
    return None


def _advised(case: Case) -> str | None:
    """Return what a line on why asks for: a reason is no request."""
    heard = " ".join(word for part in case.source.reasons for word in part.words)
    for found in ADVICE[case.language].finditer(case.lower):
        if found.group() not in heard:
            return found.group()
    if case.language == "en":
        verbs = REQUESTS_BY_STEM | _verbs_of(case.brief.steps)
        for sentence in words.sentences(case.lower):
            said = words.words(sentence)
            asks = said and words.stem(said[0], "en") in verbs and not _named(said, case)
            if asks and " ".join(said[:2]) not in heard:
                return said[0]
        return None
    for sentence in words.sentences(case.lower):
        for clause in CLAUSE_GAP[case.language].split(sentence):
            said = words.words(clause)
            order = IMPERATIVE[case.language].search(said[-1] if case.language == "kk" and said else clause)
            if order and not _PAST_YOU.search(order.group()) and order.group() not in heard.split():
                return order.group()
    return None


_PAST_YOU = re.compile(r"[дт][ыі]ңыз|[дт][ыі]ңіз|с[ае]ң[ыі]з")
"""Kazakh "you did", "if you do": no requests, though they end like one."""


def _named(said: list[str], case: Case) -> bool:
    """Tell whether a sentence begins with a noun that looks like a request: "Photos are", "Copies lie"."""
    return len(said) > 1 and (said[0].endswith("s") or STATES["en"].match(said[1]) is not None)


def _contact(clause: str, at: int, language: str) -> bool:
    """Tell whether a verb belongs to a clause with no word that hangs it on ("the files you have")."""
    found = _CONTACT.search(clause[:at] + clause[at:].split(" ", 1)[0]) if language == "en" else None
    return found is not None


_CONTACT = re.compile(r"\w+ (?:you|they|we)(?: \w+)?$")

_SUBJECTS = {
    "en": frozenset(
        ["the", "your", "it", "they", "this", "he", "she", "you", "everyone", "everything", "all"]
    ),
    "ru": frozenset(["он", "она", "они", "оно", "вы", "это", "все", "всё", "ваш", "ваша", "ваши", "ваше"]),
    "kk": frozenset(["ол", "олар", "бұл", "сіз", "бәрі"]),
}

_WHEN = frozenset(["today", "this", "week", "first", "then", "now", "please", "and"])
_NOT_VERBS = """
you i it he she we they the a an this that these those there here one all some each every no not if both our
your their his her its people who what which how why where is are was were does can will has
"""
_NO_REQUEST = frozenset(_NOT_VERBS.split())
_CIRCUMSTANCES = "over on in at with before after when if once during from for while beside where each below"
_CIRCUMSTANCE = frozenset(_CIRCUMSTANCES.split())
REQUESTS_BY_STEM = frozenset(words.stem(verb, "en") for verb in (*REQUESTS, "do", "have"))


def _asks(clause: str, verbs: frozenset[str]) -> bool:
    """Tell whether an English clause begins with a request, or has one behind "on your own phone"."""
    said = [word for word in words.words(clause) if word not in _WHEN]
    if not said:
        return False
    if said[0] in _CIRCUMSTANCE:
        return any(words.stem(word, "en") in verbs for word in said[1:])
    return words.stem(said[0], "en") in verbs


def _verbs_of(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of the words that English requests begin with."""
    said = (words.words(part) for text in texts for part in words.sentences(text))
    begins = (next((w for w in words_ if w not in _WHEN), "") for words_ in said)
    return frozenset(
        words.stem(word, "en") for word in begins if word and word not in _NO_REQUEST | _CIRCUMSTANCE
    )
