"""The guard's checks of deeds: a first step asks for them, and none is told of that nobody did."""

from __future__ import annotations

from ngo_assist.drafting import words
from ngo_assist.drafting.guard_case import Case
from ngo_assist.drafting.phrases import CLAUSE_GAP, DONE, IMPERATIVE, STATES, SUBORDINATE


def form(case: Case) -> str | None:
    """A first step asks for something: it is a request, not a statement."""
    if case.brief.field != "first_step":
        return None
    if case.language == "en":
        sentences = (part for text in case.brief.sources for part in words.sentences(text.lower()))
        clauses = (clause for sentence in sentences for clause in CLAUSE_GAP["en"].split(sentence))
        requests = ({_request(clause) for clause in clauses} | _STARTS) - _NO_REQUEST
        verb = _request(case.lower)
        return None if verb in requests else f"begins with “{verb}”"
    pattern = IMPERATIVE.get(case.language)
    return None if pattern is None or pattern.search(case.lower) else "no request"


def claim(case: Case) -> str | None:
    """A clause of a first step that says something is so ("and your draft is signed").

    What hangs on the request ("the files that you have", "what is missing") may say so: its clause begins
    with a word that hangs it on. A line on why may not tell of deeds that no reason and no note tells of.
    """
    states = STATES.get(case.language)
    if case.brief.field == "why_here":
        return _told(case)
    if case.brief.field != "first_step" or states is None:
        return None
    for sentence in words.sentences(case.lower):
        hung = False
        for clause in CLAUSE_GAP[case.language].split(sentence):
            said = words.words(clause)
            if not said:
                continue
            asks = case.language != "en" and IMPERATIVE[case.language].search(clause) is not None
            begins = SUBORDINATE[case.language].match(" ".join(said)) is not None
            # A list goes on behind a subordinate clause: "where you are, when and which number to call".
            hung = not asks and (begins or (hung and not _subject(said, case.language)))
            if asks or hung:
                continue
            before = SUBORDINATE[case.language].split(" ".join(said), maxsplit=1)[0]
            found = states.search(before)
            if found and not _contact(before, found.start(), case.language):
                return found.group()
    return None


def _told(case: Case) -> str | None:
    """Return what a line on why says that you did, or that happens this week, and the brief does not say."""
    for found in DONE.finditer(case.lower):
        deed = found.group("deed") or ""
        if not deed or not any(case.same(deed, w) for s in case.source.reasons for w in s.words):
            return found.group()
    return None


def _subject(said: list[str], language: str) -> bool:
    """Tell whether a clause begins with a subject of its own ("the team", "it")."""
    return said[0] in _SUBJECTS[language]


def _contact(clause: str, at: int, language: str) -> bool:
    """Tell whether a verb belongs to a clause with no word that hangs it on ("the files you have")."""
    before = clause[:at].split()
    return language == "en" and len(before) >= 3 and before[-1] in {"you", "they", "we", "people"}


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
your their his her its people who what which how why where is are was were do does can will has have
"""
_NO_REQUEST = frozenset(_NOT_VERBS.split())
_CIRCUMSTANCES = "over on in at with before after when if once during from for"
_CIRCUMSTANCE = frozenset(_CIRCUMSTANCES.split())
_VERBS = """
ask take make write list copy open choose find check put read show tell set call give keep look count mark
agree pick start try add bring invite save send print learn
"""
_STARTS = frozenset(words.stem(verb, "en") for verb in _VERBS.split())


def _request(sentence: str) -> str:
    """Return the stem of the English verb a request begins with, behind "this week" or "over tea,"."""
    for clause in sentence.split(","):
        said = [word for word in words.words(clause) if word not in _WHEN]
        if said and said[0] not in _CIRCUMSTANCE:
            return words.stem(said[0], "en")
    return ""
