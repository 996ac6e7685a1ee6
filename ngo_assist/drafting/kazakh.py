"""Kazakh words and their roots: what is left of a word when its endings are taken off.

Kazakh grows at the end, ending upon ending in a fixed order, each fitted to the sound before it. A list of
endings with that order and that fit is enough to tell which beginnings of a word may be its root; a
dictionary would tell which of them is. So two words count as forms of one if they may share a root.
"""

from __future__ import annotations

import re
from functools import lru_cache

ROOT_LEAST = 3
"""Letters of a root; the few verbs of two letters are listed."""
SHORT_VERBS = frozenset("ал аш ас ат ек ем ер ес ет із іл іс іш ой өл өс өт ұш үз".split())

_VOWEL = "аәеиоөуұүыіэюя"
_AFTER = {
    # What a sound may follow, by how the ending begins.
    "open": rf"(?<=[{_VOWEL}])",
    "closed": rf"(?<![{_VOWEL}])",
    "l": rf"(?<=[{_VOWEL}рй])",
    "d": "(?<=[лмнңзжрйу])",
    "dl": "(?<=[лмнңзж])",
    "t": "(?<=[птктқсшщчхфцһбвгд])",
    "voiced": rf"(?<=[{_VOWEL}лмнңзжрй])",
    "nasal": "(?<=[мнң])",
    "n": rf"(?<=[{_VOWEL}мнң])",
    "s": "(?<=[ыісі])",
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
        f"|{at['voiced']}[мб]ен|{at['t']}пен)"
    )
    owner = (
        f"(?:{at['closed']}{y}(?:м|ң|ң{y}з|м{y}з)?|{at['open']}(?:м|ң|ң{y}з|м{y}з|с{y}))"
    )
    many = f"(?:{at['l']}л{a}р|{at['dl']}д{a}р|{at['t']}т{a}р)"
    place = f"(?:{at['voiced']}д{a}{g}{y}|{at['t']}т{a}{g}{y}|(?<=[ыі])нд{a}{g}{y})"
    kind = (
        f"(?:{at['l']}л{y}|{at['dl']}д{y}|{at['t']}т{y}|л{y}{k}|{at['dl']}д{y}{k}|{at['t']}т{y}{k}|с{y}з|ш{y}"
        f"|ш{a}|{at['open']}р{a}{k}|{at['closed']}{y}р{a}{k}|[дт]{a}й|{g}{y}|{k}{y}|{at['open']}у{y}?л{a}п)"
    )
    noun = f"{kind}{{0,2}}{many}?{owner}?{case}?(?:{place}{many}?{owner}?{case}?)?"
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
        f"(?:{past}|{having}|{habit}"
        f"|(?:{at['closed']}{a}р|{at['open']}р|(?<=[ае])с)(?:{person}|{noun})"
        f"|(?:{at['closed']}{y}п|{at['open']}п)(?:т{y}|{person})?"
        f"|(?:{at['closed']}{a}|{at['open']}й)(?:д{y}|{person})?"
        f"|с{a}(?:м|ң|ң{y}з|{k})?"
        f"|у(?:ш{y})?{noun}"
        f"|(?:{at['closed']}{y}ң{y}з|{at['open']}ң{y}з)(?:д{a}р)?|с{y}н|(?:{at['closed']}{a}й|{at['open']}й){y}{k}"
        f"|(?:{at['voiced']}{g}{a}|{at['t']}{k}{a})л{y}"
        f"|(?:{at['closed']}{y}[мс]|{at['open']}[мс]|{no}|{no}{k}|{at['voiced']}{g}{y}ш|{at['t']}{k}{y}ш"
        f"|{at['voiced']}{g}{y}|{at['t']}{k}{y}){noun})"
    )
    verb = f"(?:{verbing})?{voice}{{0,2}}{no}?(?:{ended})?"
    return noun, verb


_BACK, _FRONT = _grammar("а", "ы", "ғ", "қ"), _grammar("е", "і", "г", "к")
_NOUN = tuple(re.compile(pattern) for pattern in (_BACK[0], _FRONT[0]))
_VERB = tuple(re.compile(pattern) for pattern in (_BACK[1], _FRONT[1]))
_SOFT = {"б": "п", "ғ": "қ", "г": "к"}
_CLOSED_PAIR = re.compile(rf"[^{_VOWEL}]{{2}}$")


def _ends(word: str, at: int, patterns: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.fullmatch(word, at) for pattern in patterns)


@lru_cache(maxsize=50_000)
def roots(word: str) -> frozenset[str]:
    """Return what may be the root of a word in lower case: itself, and its beginnings before its endings."""
    found = {word}
    # "оқиды", "оқу": the stem's last vowel merges with the ending.
    spelled = {word}
    for vowel in "ыі":
        spelled.add(re.sub(r"и(?=(?:д[ыі]|т[ыі]н|с[ыі]з|м[ыі]н|м[ыі]з)\w*$|$)", f"{vowel}й", word))
    for form in spelled:
        for at in range(2, len(form)):
            root = form[:at]
            verbal = _ends(form, at, _VERB)
            if at < ROOT_LEAST:
                if verbal and root in SHORT_VERBS:
                    found.add(root)
                continue
            if not verbal and not _ends(form, at, _NOUN):
                continue
            found.add(root)
            before_vowel = form[at] in _VOWEL
            if before_vowel and root[-1] in _SOFT:
                found.add(root[:-1] + _SOFT[root[-1]])  # кітабы: кітап
            if before_vowel and form[at] in "ыі" and _CLOSED_PAIR.search(root):
                found.update(f"{root[:-1]}{vowel}{root[-1]}" for vowel in "ыі")  # орны: орын
            if form[at] == "у" and root[-1] not in _VOWEL:
                found.update(f"{root}{vowel}" for vowel in "ыі")  # оқу: оқы
    return frozenset(found)


@lru_cache(maxsize=50_000)
def same(one: str, other: str) -> bool:
    """Tell whether two Kazakh words in lower case may be forms of one."""
    return one == other or not roots(one).isdisjoint(roots(other))


ENDING = re.compile(f"(?:{_BACK[0]}|{_FRONT[0]}|ақ|ау|шы|ші)")


def is_ending(word: str) -> bool:
    """Tell whether a word is nothing but an ending, as it stands behind a hyphen ("Telegram-да")."""
    return 0 < len(word) <= 8 and ENDING.fullmatch(word) is not None
