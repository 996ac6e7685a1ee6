"""Which script a text is written in, and letters that only look like those around them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

SCRIPTS: dict[str, frozenset[str]] = {
    language: frozenset(scripts.split())
    for scripts, codes in {
        "LATIN": "en de fr es it pt nl pl cs sk sl hr hu ro sv da nb nn no fi et lv lt tr vi id ms sw eu ca "
        "gl is ga cy sq eo mt lb af so rw zu xh yo ig ha tl",
        "CYRILLIC": "ru kk uk be bg ky mk tt ba cv ce os sah",
        "GREEK": "el",
        "ARABIC": "ar fa ur ps ug ckb",
        "HEBREW": "he yi",
        "GEORGIAN": "ka",
        "ARMENIAN": "hy",
        "DEVANAGARI": "hi mr ne",
        "BENGALI": "bn",
        "TAMIL": "ta",
        "TELUGU": "te",
        "THAI": "th",
        "LAO": "lo",
        "KHMER": "km",
        "MYANMAR": "my",
        "ETHIOPIC": "am ti",
        "HANGUL": "ko",
        "CJK": "zh",
        "CJK HIRAGANA KATAKANA": "ja",
    }.items()
    for language in codes.split()
}
"""The names that Unicode gives to letters begin with these. A language written in two scripts is absent."""

_ISO_15924 = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Grek": "GREEK", "Deva": "DEVANAGARI"}
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\S+")
_LATIN = re.compile(r"[A-Za-zÀ-ʯ]")  # with ə, the twin of the Kazakh ә
_NOT_LATIN = re.compile(r"[Ͱ-ӿ]")  # Greek and Cyrillic
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# Most texts have no letter of another script; these are seen at once.
_PURE = {"LATIN": re.compile(r"[\W\d_A-Za-zÀ-ɏ]*"), "CYRILLIC": re.compile(r"[\W\d_Ѐ-ӿ]*")}
# The Russian words of one letter that have a Latin twin; "e-mail" and "A4" are no such words.
_LONE_TWIN = re.compile(r"(?<![\w-])[acoy](?![\w-])")

MOSTLY = 0.5
"""The share of letters from which a text counts as written in a script."""


def scripts_of(language: str) -> frozenset[str] | None:
    """Return the scripts that `language` is written in, None where we cannot tell."""
    code, _, rest = language.replace("_", "-").partition("-")
    if rest.title() in _ISO_15924:
        return frozenset({_ISO_15924[rest.title()]})
    return None if len(rest) == 4 else SCRIPTS.get(code)


def in_script(text: str, scripts: frozenset[str]) -> bool:
    """Tell whether `text` is mostly written in `scripts`.

    Names of products and addresses (Bitwarden, USB, egov.kz) do not count where the script is not Latin,
    but a text of nothing else is not in it either.
    """
    if any(name in scripts and pattern.fullmatch(text) for name, pattern in _PURE.items()):
        return True
    own = other = 0
    for word in _TOKEN.findall(text):
        letters = [letter for letter in word if letter.isalpha()]
        inside = sum(script(letter) in scripts for letter in letters)
        own += inside
        if "LATIN" in scripts or not _is_name(word):
            other += len(letters) - inside
    if own == 0:
        return not any(letter.isalpha() for letter in text)
    return own / (own + other) >= MOSTLY


def mixed_words(text: str) -> list[str]:
    """Return the words with letters of two alphabets."""
    if not (_LATIN.search(text) and _NOT_LATIN.search(text)):
        return []
    found = []
    for word in _WORD.findall(text):
        alphabets = {script(letter) for letter in word} & {"LATIN", "CYRILLIC", "GREEK"}
        if len(alphabets) > 1:
            found.append(word)
    return found


def lone_twins(text: str) -> list[str]:
    """Return the Latin letters that stand alone in a Cyrillic text and look like one of its words."""
    return _LONE_TWIN.findall(text) if _CYRILLIC.search(text) else []


def look_alikes(word: str) -> str:
    """Return the letters of the rarer alphabet in `word`, in order."""
    latin = [letter for letter in word if script(letter) == "LATIN"]
    return "".join(latin if len(latin) * 2 <= len(word) or len(word) == 1 else _others(word))


def _others(word: str) -> list[str]:
    return [letter for letter in word if script(letter) != "LATIN"]


def _is_name(word: str) -> bool:
    core = word.strip(".,;:!?…»«()\"'“”")
    return any(c.isupper() or c.isdigit() for c in core) or any(c in "./@" for c in core)


@cache
def script(letter: str) -> str:
    """Return the first word of the letter's name in Unicode, for example "CYRILLIC"."""
    return unicodedata.name(letter, "").partition(" ")[0]


def control_characters(text: str, *, lines: bool = False) -> list[str]:
    """Return the characters that steer instead of show, as U+… numbers; `lines` allows line breaks."""
    if text.isprintable():
        return []
    found = []
    for letter in text:
        kind = unicodedata.category(letter)
        # Joiners are letters' own business in Persian and Hindi; a soft hyphen shows nothing by itself.
        allowed = "\u200c\u200d\u00ad\n" if lines else "\u200c\u200d\u00ad"
        if kind in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and letter not in allowed:
            found.append(f"U+{ord(letter):04X}")
    return found
