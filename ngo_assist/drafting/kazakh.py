"""Kazakh words and their roots: what is left of a word when its endings are taken off.

Kazakh grows at the end, ending upon ending in a fixed order, each fitted to the sound before it. A list of
endings with that order and that fit is enough to tell which beginnings of a word may be its root; a
dictionary would tell which of them is. So two words count as forms of one if they may share a root.
"""

from __future__ import annotations

import re
from functools import lru_cache

ROOT_LEAST = 3
"""Letters of a root; the few of two letters are listed."""
SHORT_VERBS = frozenset("ал аш ас ат ек ем ер ес ет із іл іш өл өс өт ұш үз".split())
SET = frozenset(
    """
    алғыс алыс барлық басшы бөлме келіс келтір кіріс көрсет көрсеткіш көрін қатыс қолдан қолданба
    құрылғы құрылтай өтін өтініш өтінім пайдалан салыстыр таныс тапсыр тапсырма тапсырыс тартпа түсін түсінік
    хабарлама шығын ескерт қайтар шығар жеткіз байланыс үнемде 
    """.split()
)
"""Words made of another long ago that say something else: nothing shorter is their root."""
SHORT_NOUNS = frozenset("ай ат ел ес ет ит іс ой от су үй".split())

_VOWEL = "аәеиоөұүыіэя"
_AFTER = {
    # What a sound may follow, by how the ending begins.
    "open": rf"(?<=[{_VOWEL}])",
    "closed": rf"(?<![{_VOWEL}])",
    "l": rf"(?<=[{_VOWEL}рйую])",
    "d": "(?<=[лмнңзжрйую])",
    "dl": "(?<=[лмнңзж])",
    "t": "(?<=[птктқсшщчхфцһбвгд])",
    "voiced": rf"(?<=[{_VOWEL}лмнңзжрйую])",
    "n": rf"(?<=[{_VOWEL}мнң])",
}


def _grammar(a: str, y: str, g: str, k: str) -> tuple[str, str]:
    """Return the patterns of nouns' and verbs' endings, with back or with front vowels."""
    at = _AFTER
    case = (
        f"(?:{at['n']}н{y}ң|{at['d']}д{y}ң|{at['t']}т{y}ң"
        f"|{at['voiced']}{g}{a}|{at['t']}{k}{a}|(?<=[ыі])н{a}|(?<=[мң]){a}"
        f"|{at['open']}н{y}|{at['d']}д{y}|{at['t']}т{y}|(?<=[ыі])н"
        f"|{at['voiced']}д{a}|{at['t']}т{a}|(?<=[ыі])нд{a}"
        f"|{at['voiced']}д{a}н|{at['t']}т{a}н|(?<=[мнңыі])н{a}н"
        f"|{at['voiced']}[мб]ен|{at['t']}пен|(?<=[ыі])нс{y}з"
        f"|{at['voiced']}[дн]ікі|{at['t']}тікі)"
    )
    owner = (
        f"(?:{at['closed']}{y}(?:м|ң|ң{y}з|м{y}з)?|{at['open']}(?:м|ң|ң{y}з|м{y}з|с{y}))"
    )
    many = f"(?:{at['l']}л{a}р|{at['dl']}д{a}р|{at['t']}т{a}р)"
    place = f"(?:{at['voiced']}д{a}{g}{y}|{at['t']}т{a}{g}{y}|(?<=[ыі])нд{a}{g}{y})"
    kind = (
        f"(?:{at['l']}л{y}|{at['dl']}д{y}|{at['t']}т{y}|л{y}{k}|{at['dl']}д{y}{k}|{at['t']}т{y}{k}|с{y}з|ш{y}"
        f"|ш{a}|{at['open']}р{a}{k}|{at['closed']}{y}р{a}{k}|[дт]{a}й|{at['closed']}(?:{g}|{k}){y})"
    )
    case_forms = f"{many}?{owner}?{case}?(?:{place}{many}?{owner}?{case}?)?"
    noun = f"{kind}{{0,2}}{case_forms}"
    person = f"(?:м{y}н|с{y}ң|с{y}з|с{y}зд{a}р|м{y}з|б{y}з|п{y}з|п{y}н|б{y}н)"
    verbing = f"(?:{at['l']}л{a}|{at['dl']}д{a}|{at['t']}т{a})(?:[нст])?"
    voice = (
        f"(?:{at['open']}[лнст]|{at['closed']}{y}[лнст]|[дт]{y}р|(?<=[{_VOWEL}рл])т"
        f"|{at['voiced']}{g}{y}з|{at['t']}{k}{y}з)"
    )
    no = f"(?:{at['l']}м{a}|(?<=л)м{a}|{at['dl']}б{a}|{at['t']}п{a})"
    past = f"(?:{at['voiced']}д{y}|{at['t']}т{y})(?:м|ң|ң{y}з|ң{y}зд{a}р|{k})?"
    having = f"(?:{at['voiced']}{g}{a}н|{at['t']}{k}{a}н)(?:{person}|{noun})"
    habit = f"(?:{at['closed']}{a}|{at['open']}й)т{y}н(?:{person}|{noun})"
    ended = (
        f"{past}|{having}|{habit}"
        f"|(?:{at['closed']}{a}р|{at['open']}р|(?<=[ае])с)(?:{person}|{case_forms})"
        f"|(?:{at['closed']}{y}п|{at['open']}п)(?:т{y}|{person})?"
        f"|(?:{at['closed']}{a}|{at['open']}й)(?:д{y}|{person})?"
        f"|с{a}(?:м|ң|ң{y}з|{k})?"
        f"|[ую]{noun}"
        f"|(?:{at['closed']}{y}ң{y}з|{at['open']}ң{y}з)(?:д{a}р)?|с{y}н"
        f"|(?:{at['closed']}{a}й|{at['open']}й){y}{k}"
        f"|(?:{at['voiced']}{g}{a}|{at['t']}{k}{a})л{y}"
    )
    named = (
        f"(?:{at['closed']}{y}[мс]|{at['open']}[мс]|(?<=\w\w\w[аеыі]){k}|{no}|{no}{k}|(?:{at['voiced']}{g}|{at['t']}{k}){y}ш?"
        f"|уш{y}){noun}"
    )
    return (
        noun,
        f"{voice}?{no}?(?:{ended}|{named})?",
        f"{verbing}{voice}?{no}?(?:{ended}|{named})?",
        case_forms,
        f"{no}?(?:{ended})?",
    )


_PATTERNS = tuple(
    tuple(re.compile(pattern) for pattern in both)
    for both in zip(_grammar("а", "ы", "ғ", "қ"), _grammar("е", "і", "г", "к"), strict=True)
)
_NOUN, _VERB, _VERBED, _NOUN_FORM, _VERB_FORM = _PATTERNS
_SOFT = {"б": "п", "ғ": "қ", "г": "к"}
_CLOSED_PAIR = re.compile(rf"[^{_VOWEL}ую]{{2}}$")
_MERGED = re.compile(r"и(?=(?:д[ыі]|т[ыі]н\w*|с[ыі]з|м[ыі]н|м[ыі]з)$|$)")

Root = tuple[str, str]
"""A root, and whether it stands as a noun ("n") or as a verb ("v") in the word."""


def _ends(word: str, at: int, patterns: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.fullmatch(word, at) for pattern in patterns)


def _stems(word: str, at: int) -> set[str]:
    """Return what `word` may be before the ending that begins at `at`: as it is, or before it changed."""
    stem, sound = word[:at], word[at]
    found = {stem}
    if (sound in _VOWEL or sound in "ую") and stem[-1] in _SOFT:
        found.add(stem[:-1] + _SOFT[stem[-1]])  # кітабы: кітап
    if sound in "ыі" and _CLOSED_PAIR.search(stem):
        found.add(f"{stem[:-1]}{sound}{stem[-1]}")  # орны: орын
    if sound == "у" and stem[-1] not in _VOWEL:
        found.update((f"{stem}ы", f"{stem}і"))  # оқу: оқы
    return found


def _split(
    word: str, noun: tuple[tuple[re.Pattern[str], ...], ...], verb: tuple[re.Pattern[str], ...]
) -> frozenset[Root]:
    found: set[Root] = {(word, "n"), (word, "v")}
    # "оқиды": the stem's last vowel merges with the ending's first.
    for form in {word, _MERGED.sub("ый", word), _MERGED.sub("ій", word)}:
        for at in range(2, len(form)):
            kinds = ["v"] * _ends(form, at, verb) + ["n"] * any(_ends(form, at, each) for each in noun)
            found.update(
                (stem, kind)
                for kind in kinds
                for stem in _stems(form, at)
                if len(stem) >= ROOT_LEAST or stem in (SHORT_VERBS if kind == "v" else SHORT_NOUNS)
            )
    least = max((len(stem) for stem, _ in found if stem in SET), default=0)
    return frozenset(root for root in found if len(root[0]) >= least)


@lru_cache(maxsize=50_000)
def roots(word: str) -> frozenset[Root]:
    """Return what may be the root of a word in lower case: itself, and its beginnings before its endings."""
    return _split(word, (_NOUN, _VERBED), _VERB)


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[Root]:
    """Return what a word in lower case may be a form of: no other word that is made of it, as by "-shy"."""
    return _split(word, (_NOUN_FORM,), _VERB_FORM)


@lru_cache(maxsize=50_000)
def same(one: str, other: str) -> bool:
    """Tell whether two Kazakh words in lower case may be forms of one."""
    return one == other or not roots(one).isdisjoint(roots(other))


def is_ending(word: str) -> bool:
    """Tell whether a word is nothing but an ending, as it stands behind a hyphen ("Telegram-да")."""
    if word in _PARTICLES:
        return True
    return 0 < len(word) <= 8 and any(_ends(sound + word, 1, _NOUN_FORM) for sound in "аентсзіы")


_PARTICLES = frozenset(["ақ", "ау", "шы", "ші"])
