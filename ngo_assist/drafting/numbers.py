"""Numbers in figures and in words, made comparable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ngo_assist.drafting import words

_FIGURE = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")

_EN = """
zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 hundreds=100 thousand=1000 thousands=1000
million=1000000 millions=1000000 billion=1000000000 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7
eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 fifteenth=15 twentieth=20 thirtieth=30 hundredth=100 twice=2
thrice=3 double=2 triple=3 both=2 pair=2 couple=2 dozen=12 dozens=12 half=0.5 halves=0.5 quarter=0.25
percent=% percentage=%
"""
_RU = """
ноль=0 ноля=0 один=1 одна=1 одно=1 одного=1 одному=1 одним=1 одной=1 одну=1 одном=1 два=2 две=2 двух=2
двум=2 двумя=2 двое=2 двоих=2 двоим=2 вдвоём=2 вдвоем=2 оба=2 обе=2 обоих=2 обеих=2 три=3 трёх=3 трех=3 трём=3
трем=3 тремя=3 трое=3 троих=3 троим=3 втроём=3 втроем=3 четыре=4 четырёх=4 четырех=4 четырём=4 четверо=4
четверых=4 пять=5 пяти=5 пятью=5 пятеро=5 шесть=6 шести=6 семь=7 семи=7 восемь=8 восьми=8 девять=9 девяти=9
десять=10 десяти=10 десятью=10 двадцать=20 двадцати=20 тридцать=30 тридцати=30 сорок=40 сорока=40 пятьдесят=50
пятидесяти=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто=100 ста=100 сотня=100 сотни=100
сотен=100 двести=200 двухсот=200 триста=300 трёхсот=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700
восемьсот=800 девятьсот=900 тысяча=1000 тысячи=1000 тысяч=1000 тысячу=1000 миллион=1000000 миллиона=1000000
миллионов=1000000 миллиард=1000000000 дважды=2 трижды=3 вдвое=2 втрое=3 пара=2 пару=2 дюжина=12 дюжину=12
половина=0.5 половину=0.5 половины=0.5 пол=0.5 полтора=1.5 полторы=1.5 четверть=0.25 треть=0.33 процент=%
процента=% процентов=%
"""
_RU_TEENS = "один=11 две=12 три=13 четыр=14 пят=15 шест=16 сем=17 восем=18 девят=19"
_RU_ORDINALS = """
втор=2 трет=3 четверт=4 четвёрт=4 пят=5 шест=6 седьм=7 восьм=8 девят=9 десят=10 двадцат=20 тридцат=30
сороков=40 пятидесят=50 сот=100 тысячн=1000
"""
_RU_ORDINAL_ENDINGS = [
    "ый",
    "ой",
    "ий",
    "ая",
    "ья",
    "ое",
    "ье",
    "ого",
    "его",
    "ьего",
    "ому",
    "ьему",
    "ым",
    "ьим",
    "ую",
    "ью",
    "ом",
    "ьем",
    "ые",
    "ьи",
    "ых",
    "ьих",
    "ыми",
    "ьими",
]
_KK = """
нөл=0 бір=1 екі=2 үш=3 төрт=4 бес=5 алты=6 жеті=7 сегіз=8 тоғыз=9 он=10 жиырма=20 отыз=30 қырық=40 елу=50
алпыс=60 жетпіс=70 сексен=80 тоқсан=90 жүз=100 мың=1000 миллион=1000000 миллиард=1000000000 жарты=0.5
жарым=0.5 ширек=0.25 пайыз=% процент=%
"""
# Ordinals and "the two of them"; the forms of "one" and "ten" are those of "somebody" and "he" as well.
_KK_MADE = """
екінші=2 үшінші=3 төртінші=4 бесінші=5 алтыншы=6 жетінші=7 сегізінші=8 тоғызыншы=9 оныншы=10 жиырмасыншы=20
отызыншы=30 қырқыншы=40 елуінші=50 жүзінші=100 мыңыншы=1000 екеу=2 үшеу=3 төртеу=4 бесеу=5 алтау=6 жетеу=7
"""
_KK_EXACT = frozenset(["он", "бір"])
_KK_ENDINGS = re.compile(
    r"(?:[лдт][ае]р)?(?:[ғгқк][ае]|[дт][ае]н?|[дтн][ыі]ң?|[мбп]ен"
    r"|(?:(?<=[аеыі])с|(?<![аеыі]))[ыі](?:н|на|не|нда|нде|нан|нен|ның|нің|мен)?)"
)
"""Kazakh endings of case; with others a number is another word ("жетіп" is no seven, "жүзім" no hundred)."""
_KK_AMONG = "оннан=10 онға=10 ондаған=10 жүздеген=100 мыңдаған=1000"

_PRONOUN_BEFORE = frozenset(["no", "every", "any", "each", "this", "that", "the", "another", "which", "some"])
_PRONOUN_AFTER = frozenset(["of", "by", "another"])
_TOKEN = re.compile(rf"{_FIGURE.pattern}|{words.WORD.pattern}|[^\w\s]")
_BREAK = frozenset(".,;:!?…()—–")
_SCALES = frozenset([100, 1000, 10**6, 10**9])


@dataclass(frozen=True)
class Token:
    """A word in lower case, or a number with its value; `clause` counts the breaks before it."""

    word: str
    value: str | None = None
    clause: int = 0


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


@cache
def _number_words(language: str) -> dict[str, str]:
    if language == "en":
        return _table(_EN)
    if language == "ru":
        teens = {
            f"{root}надцат{end}": value
            for root, value in _table(_RU_TEENS).items()
            for end in ("ь", "и", "ью", *_RU_ORDINAL_ENDINGS)
        }
        ordinals = {
            root + end: value for root, value in _table(_RU_ORDINALS).items() for end in _RU_ORDINAL_ENDINGS
        }
        return ordinals | teens | _table(_RU)
    if language == "kk":
        return _table(_KK) | _table(_KK_MADE) | _table(_KK_AMONG)
    return {}


@cache
def _value_of(word: str, language: str) -> str | None:
    table = _number_words(language)
    found = table.get(word)
    if found is not None or language != "kk":
        return found
    if words.joins(word, "kk"):
        return None
    roots = (word[:at] for at in range(len(word) - 1, 1, -1) if _KK_ENDINGS.fullmatch(word, at))
    return next((table[root] for root in roots if root in table and root not in _KK_EXACT), None)


_PLACES = {
    "en": re.compile(r"second|third|\w+th"),
    "ru": re.compile(
        rf"(?:\w+надцат|{'|'.join(_table(_RU_ORDINALS))})"
        rf"(?:{'|'.join(_RU_ORDINAL_ENDINGS)})"
    ),
    "kk": re.compile(r"\w+нш[ыі]\w*"),
}


def places(token: Token, language: str) -> bool:
    """Tell whether a number says which one ("the second place") and counts nothing.

    A Kazakh one with an ending of its own is an hour ("бесте"): it takes none before what it counts.
    """
    if language == "ru" and token.word in _table(_RU):
        return False
    if language == "kk" and token.word.isalpha() and token.word not in _number_words("kk"):
        return True
    return token.value is not None and _PLACES[language].fullmatch(token.word) is not None


def _value(figure: str) -> str:
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() and c not in "., " else c for c in figure)
    if re.fullmatch(r"\d{1,3}(?:[ ,.]\d{3})+", digits):
        return re.sub(r"\D", "", digits).lstrip("0") or "0"
    whole, _, rest = digits.replace(",", ".").partition(".")
    rest = rest.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{rest}" if rest else "")


def tokens(text: str, language: str) -> list[Token]:
    """Return the words and numbers of `text` in their order; "300 thousand" is one number."""
    found: list[Token] = []
    clause = 0
    for match in _TOKEN.finditer(words.plain(text)):
        said = match.group().casefold()
        if said in _BREAK:
            clause += 1
            continue
        if not said[0].isalnum():
            continue
        value = _value(said) if said[0].isdigit() else _value_of(said, language)
        last = found[-1] if found else None
        whole = _together(last, value, clause, said) if last else None
        if last and whole:
            found[-1] = Token(f"{last.word} {said}", whole, clause)
        else:
            found.append(Token(said, value, clause))
    if language == "en":
        for place, token in enumerate(found):
            if token.word == "one" and not _pronoun(found, place):
                found[place] = Token("one", "1", token.clause)
    return found


def _together(last: Token, value: str | None, clause: int, said: str) -> str | None:
    """Return the value of two numbers that make one: "300 thousand", "twenty five"."""
    if last.value is None or value is None or last.clause != clause or not said[0].isalpha():
        return None
    if not (last.value.isdigit() and value.isdigit()):
        return None
    one, other = int(last.value), int(value)
    if other in _SCALES and 0 < one < other:
        return str(one * other)
    room = 10 ** (len(last.value) - len(last.value.rstrip("0")))
    return str(one + other) if last.word[0].isalpha() and one >= 10 and 0 < other < room else None


def _pronoun(found: Sequence[Token], place: int) -> bool:
    """Tell whether "one" at `place` counts nothing: "each one", "one of"."""
    before = found[place - 1].word if place else ""
    after = found[place + 1].word if place + 1 < len(found) else ""
    return before in _PRONOUN_BEFORE or after in _PRONOUN_AFTER


def numbers(text: str, language: str) -> list[str]:
    """Return every number in `text` by its value: figures, words, and signs of their own (½, Ⅳ, %)."""
    found = [token.value for token in tokens(text, language) if token.value is not None]
    found += [c for c in text if unicodedata.category(c) in {"No", "Nl"}]
    found += ["%"] * ("%" in text or "٪" in text)
    return found
