"""Kazakh words and their roots: what is left of a word when its endings are taken off.

Kazakh grows at the end, ending upon ending in a fixed order, each fitted to the sound before it. A list of
endings with that order and that fit is enough to tell which beginnings of a word may be its root; a
dictionary would tell which of them is. So two words count as forms of one if they may share a root.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

ROOT_LEAST = 3
"""Letters of a root; the few of two letters are listed."""
SHORT_VERBS = frozenset(
    ["ал", "аш", "ас", "ат", "ек", "ем", "ер", "ес", "ет", "із", "іл", "іш", "өл", "өс", "өт", "ұш", "үз"]
)
SHORT_NOUNS = frozenset(["ай", "ат", "ел", "ес", "ет", "ит", "іс", "ой", "от", "су", "үй"])
SET = frozenset(
    [
        "алғыс",
        "алыс",
        "барлық",
        "басшы",
        "бөлме",
        "келіс",
        "келтір",
        "кіріс",
        "көрсет",
        "көрсеткіш",
        "көрін",
        "қатыс",
        "қолдан",
        "қолданба",
        "құрылғы",
        "құрылтай",
        "өтін",
        "өтініш",
        "өтінім",
        "пайдалан",
        "салыстыр",
        "таныс",
        "тапсыр",
        "тапсырма",
        "тапсырыс",
        "тартпа",
        "түсін",
        "түсінік",
        "хабарлама",
        "шығын",
        "ескерт",
        "қайтар",
        "шығар",
        "жеткіз",
        "байланыс",
        "үнемде",
    ]
)
"""Words made of another long ago that say something else: nothing shorter is their root."""

Root = tuple[str, str]
"""A root, and whether it stands as a noun ("n") or as a verb ("v") in the word."""

_VOWEL = "аәеиоөұүыіэя"
# What an ending may follow.
_OPEN = f"(?<=[{_VOWEL}])"
_CLOSED = f"(?<![{_VOWEL}])"
_L = f"(?<=[{_VOWEL}рйую])"
_D = "(?<=[лмнңзжрйую])"
_DL = "(?<=[лмнңзж])"
_T = "(?<=[птктқсшщчхфцһбвгд])"
_VOICED = f"(?<=[{_VOWEL}лмнңзжрйую])"
_N = f"(?<=[{_VOWEL}мнң])"
_HIS = "(?<=[ыі])"


@dataclass(frozen=True)
class _Endings:
    """Patterns of what may stand behind a root.

    `noun` with all that nouns are made of, `noun_form` in its cases only; `verb` likewise, and `verbed`
    behind a noun that becomes a verb; `negated` and `past` are verbs' endings that say so.
    """

    noun: str
    noun_form: str
    verb: str
    verb_form: str
    verbed: str
    negated: str
    past: str


def _endings(a: str, y: str, g: str, k: str) -> _Endings:
    """Return the endings with back or with front vowels: `a`, `y` the vowels, `g`, `k` the sounds."""
    case = (
        f"(?:{_N}н{y}ң|{_D}д{y}ң|{_T}т{y}ң|{_VOICED}{g}{a}|{_T}{k}{a}|{_HIS}н{a}|(?<=[мң]){a}"
        f"|{_OPEN}н{y}|{_D}д{y}|{_T}т{y}|{_HIS}н|{_VOICED}д{a}|{_T}т{a}|{_HIS}нд{a}"
        f"|{_VOICED}д{a}н|{_T}т{a}н|(?<=[мнңыі])н{a}н|{_VOICED}[мб]ен|{_T}пен|{_HIS}нс{y}з"
        f"|{_VOICED}[дн]ікі|{_T}тікі)"
    )
    owner = f"(?:{_CLOSED}{y}(?:м|ң|ң{y}з|м{y}з)?|{_OPEN}(?:м|ң|ң{y}з|м{y}з|с{y}))"
    many = f"(?:{_L}л{a}р|{_DL}д{a}р|{_T}т{a}р)"
    place = f"(?:{_VOICED}д{a}{g}{y}|{_T}т{a}{g}{y}|{_HIS}нд{a}{g}{y})"
    kind = (
        f"(?:{_L}л{y}|{_DL}д{y}|{_T}т{y}|л{y}{k}|{_DL}д{y}{k}|{_T}т{y}{k}|с{y}з|ш{y}|ш{a}"
        f"|{_OPEN}р{a}{k}|{_CLOSED}{y}р{a}{k}|[дт]{a}й|{_CLOSED}(?:{g}|{k}){y})"
    )
    noun_form = f"{many}?{owner}?{case}?(?:{place}{many}?{owner}?{case}?)?"
    noun = f"{kind}{{0,2}}{noun_form}"
    person = f"(?:м{y}н|с{y}ң|с{y}з|с{y}зд{a}р|м{y}з|б{y}з|п{y}з|п{y}н|б{y}н)"
    verbing = f"(?:{_L}л{a}|{_DL}д{a}|{_T}т{a})(?:[нст])?"
    voice = f"(?:{_OPEN}[лнст]|{_CLOSED}{y}[лнст]|[дт]{y}р|(?<=[{_VOWEL}рл])т|{_VOICED}{g}{y}з|{_T}{k}{y}з)"
    no = f"(?:{_L}м{a}|(?<=л)м{a}|{_DL}б{a}|{_T}п{a})"
    he_did = f"(?:{_VOICED}д{y}|{_T}т{y})"
    past = f"{he_did}(?:м|ң|ң{y}з|ң{y}зд{a}р|{k})?"
    having = f"(?:{_VOICED}{g}{a}н|{_T}{k}{a}н)(?:{person}|{noun})"
    habit = f"(?:{_CLOSED}{a}|{_OPEN}й)т{y}н(?:{person}|{noun})"
    if_ = f"с{a}(?:м|ң|ң{y}з|{k})?"
    ended = (
        f"{past}|{having}|{habit}|{if_}|[ую]{noun}|с{y}н"
        f"|(?:{_CLOSED}{a}р|{_OPEN}р|(?<=[ае])с)(?:{person}|{noun_form})"
        f"|(?:{_CLOSED}{y}п|{_OPEN}п)(?:т{y}|{person})?"
        f"|(?:{_CLOSED}{a}|{_OPEN}й)(?:д{y}|{person})?"
        f"|(?:{_CLOSED}{y}ң{y}з|{_OPEN}ң{y}з)(?:д{a}р)?"
        f"|(?:{_CLOSED}{a}й|{_OPEN}й){y}{k}|(?:{_VOICED}{g}{a}|{_T}{k}{a})л{y}"
    )
    named = (
        rf"(?:{_CLOSED}{y}[мс]|{_OPEN}[мс]|(?<=\w\w\w[аеыі]){k}|{no}|{no}{k}"
        f"|(?:{_VOICED}{g}|{_T}{k}){y}ш?|уш{y}){noun}"
    )
    negated = (
        f"{voice}?{no}(?:{past}|{having}|{habit}|{if_}|[ую]{noun}|с{y}н"
        f"|с(?:{person})?|й(?:д{y}|{person})?|ң{y}з(?:д{a}р)?|й{y}{k})"
    )
    return _Endings(
        noun=noun,
        noun_form=noun_form,
        verb=f"{voice}?{no}?(?:{ended}|{named})?",
        verb_form=f"{no}?(?:{ended})?",
        verbed=f"{verbing}{voice}?{no}?(?:{ended}|{named})?",
        negated=negated,
        past=f"{voice}?{no}?{he_did}",
    )


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of one kind for back and front vowels, made when the first Kazakh word comes."""
    both = (_endings("а", "ы", "ғ", "қ"), _endings("е", "і", "г", "к"))
    return tuple(re.compile(getattr(endings, name)) for endings in both)


def _ends(word: str, at: int, *names: str) -> bool:
    return any(pattern.fullmatch(word, at) for name in names for pattern in _patterns(name))


_SOFT = {"б": "п", "ғ": "қ", "г": "к"}
_CLOSED_PAIR = re.compile(rf"[^{_VOWEL}ую]{{2}}$")
_MERGED = re.compile(r"и(?=(?:д[ыі]|т[ыі]н\w*|с[ыі]з|м[ыі]н|м[ыі]з)$|$)")
_SOUNDED = re.compile(r"(?<=[ае])у(?=[ыі]п)")


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


def _split(word: str, nouns: tuple[str, ...], verb: str) -> frozenset[Root]:
    found: set[Root] = {(word, "n"), (word, "v")}
    # "оқиды": the stem's last vowel merges with the ending's first; "тауып" is made of "тап".
    for form in {word, _MERGED.sub("ый", word), _MERGED.sub("ій", word), _SOUNDED.sub("п", word)}:
        for at in range(2, len(form)):
            kinds = ["v"] * _ends(form, at, verb) + ["n"] * _ends(form, at, *nouns)
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
    return _split(word, ("noun", "verbed"), "verb")


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[Root]:
    """Return what a word in lower case may be a form of: no other word that is made of it, as by "-shy"."""
    return _split(word, ("noun_form",), "verb_form")


def same(one: str, other: str) -> bool:
    """Tell whether two Kazakh words in lower case may be forms of one."""
    return one == other or not roots(one).isdisjoint(roots(other))


# "-syz" behind a verb's "-a", "-y" or "-yp" is "you".
_LACKS = re.compile(r"\w{2,}(?<![аейп])с[ыі]з\w*|\w+[^ыі]пс[ыі]з\w*")


@lru_cache(maxsize=20_000)
def denies(word: str) -> bool:
    """Tell whether a word says that something is not: a verb with its "-ma", a noun with its "-syz"."""
    return _LACKS.fullmatch(word) is not None or any(_ends(word, at, "negated") for at in range(2, len(word)))


@lru_cache(maxsize=20_000)
def past_of(word: str) -> frozenset[str]:
    """Return the verbs whose past ("he did") a word may be; as a noun it may be "him" whom one did it to."""
    return frozenset(word[:at] for at in range(2, len(word)) if _ends(word, at, "past"))


_PARTICLES = frozenset(["ақ", "ау", "шы", "ші"])


@lru_cache(maxsize=5_000)
def is_ending(word: str) -> bool:
    """Tell whether a word is nothing but an ending, as it stands behind a hyphen ("Telegram-да")."""
    if word in _PARTICLES:
        return True
    return 0 < len(word) <= 8 and any(_ends(sound + word, 1, "noun_form") for sound in "аентсзіы")
