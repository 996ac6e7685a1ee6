"""Numbers in figures and in words, made comparable."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from ngo_assist.drafting import words

_FIGURE = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")

_EN = """
zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 hundreds=100 thousand=1000 thousands=1000
million=1000000 millions=1000000 billion=1000000000 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7
eighth=8 ninth=9 tenth=10 twice=2 thrice=3 double=2 triple=3 both=2 pair=2 couple=2 dozen=12 dozens=12
half=0.5 halves=0.5 quarter=0.25 percent=% percentage=%
"""
_RU_ROOTS = """
ноль=0 ноля=0 один=1 одна=1 одно=1 одного=1 одному=1 одним=1 одной=1 одну=1 одном=1 два=2 две=2 двух=2
двум=2 двумя=2 двое=2 двоих=2 оба=2 обе=2 обоих=2 три=3 трёх=3 трех=3 трём=3 трем=3 тремя=3 трое=3 четыре=4
четырёх=4 четырех=4 четверо=4 пять=5 пяти=5 пятью=5 шесть=6 шести=6 семь=7 семи=7 восемь=8 восьми=8 девять=9
девяти=9 десять=10 десяти=10 одиннадцать=11 двенадцать=12 двенадцати=12 тринадцать=13 четырнадцать=14
пятнадцать=15 шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 двадцати=20
тридцать=30 тридцати=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто=100
ста=100 сотня=100 сотни=100 сотен=100 двести=200 триста=300 пятьсот=500 тысяча=1000 тысячи=1000 тысяч=1000
тысячу=1000 миллион=1000000 миллиона=1000000 миллионов=1000000 второй=2 вторая=2 второе=2 второго=2
второму=2 вторым=2 вторую=2 втором=2 вторые=2 третий=3 третья=3 третье=3 третьего=3 третью=3 четвёртый=4
четвертый=4 пятый=5 шестой=6 седьмой=7 десятый=10 дважды=2 трижды=3 вдвое=2 втрое=3 пара=2 пару=2 дюжина=12
половина=0.5 половину=0.5 половины=0.5 пол=0.5 полтора=1.5 полторы=1.5 четверть=0.25 процент=% процента=%
процентов=%
"""
_KK_ROOTS = """
нөл=0 бір=1 екі=2 үш=3 төрт=4 бес=5 алты=6 жеті=7 сегіз=8 тоғыз=9 он=10 жиырма=20 отыз=30 қырық=40 елу=50
алпыс=60 жетпіс=70 сексен=80 тоқсан=90 жүз=100 мың=1000 миллион=1000000 миллиард=1000000000 жарты=0.5
жартысы=0.5 пайыз=% процент=%
"""
# Ordinals, "the two of them", and case endings; "оны" and "оның" (him, his) are no forms of "он" (ten).
_KK_ENDINGS = (
    "",
    *[
        "нші",
        "ншы",
        "інші",
        "ыншы",
        "еу",
        "еуі",
        "ге",
        "ден",
        "тен",
        "ке",
        "де",
        "те",
        "нің",
        "ні",
        "дан",
        "тан",
        "мен",
    ],
)
_KK_EXTRA = """
бірінші= екінші=2 үшінші=3 екеу=2 екеуі=2 екеуін=2 үшеу=3 үшеуі=3 төртеу=4 бесеу=5 бесеуі=5 алтау=6 жетеу=7
оннан=10 онға=10 жүзге=100 мыңнан=1000 мыңға=1000 пайызы=% пайызға=% тоқсаннан=90 алтыншы=6
"""
_PRONOUN_BEFORE = frozenset(["no", "every", "any", "each", "this", "that", "the", "another", "which", "some"])
_PRONOUN_AFTER = frozenset(["of", "by", "another"])
_TOKEN = re.compile(rf"{_FIGURE.pattern}|{words.WORD.pattern}")


@dataclass(frozen=True)
class Token:
    """A word in lower case, or a number with its value."""

    word: str
    value: str | None = None


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


@cache
def _number_words(language: str) -> dict[str, str]:
    if language == "en":
        return _table(_EN)
    if language == "ru":
        return _table(_RU_ROOTS)
    if language == "kk":
        grown = {
            root + ending: value
            for root, value in _table(_KK_ROOTS).items()
            for ending in (_KK_ENDINGS if root not in {"он", "бір"} else ("",))
        }
        return grown | {word: value for word, value in _table(_KK_EXTRA).items() if value}
    return {}


def _value(figure: str) -> str:
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() and c not in "., " else c for c in figure)
    if re.fullmatch(r"\d{1,3}(?:[ ,.]\d{3})+", digits):
        return re.sub(r"\D", "", digits).lstrip("0") or "0"
    whole, _, rest = digits.replace(",", ".").partition(".")
    rest = rest.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{rest}" if rest else "")


def tokens(text: str, language: str) -> list[Token]:
    """Return the words and numbers of `text` in their order, a number in words with its value."""
    table = _number_words(language)
    found = []
    for match in _TOKEN.finditer(words.plain(text)):
        said = match.group().casefold()
        found.append(Token(said, _value(said) if said[0].isdigit() else table.get(said)))
    if language == "en":
        for place, token in enumerate(found):
            if token.word == "one" and not _pronoun(found, place):
                found[place] = Token("one", "1")
    return found


def _pronoun(found: list[Token], place: int) -> bool:
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
