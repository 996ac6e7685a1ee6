"""Words of another language in a text: left over, not translated, or pasted into the wrong place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from ngo_assist.messages import msg
from ngo_assist.rubric.findings import Findings
from ngo_assist.rubric.phrases import QUOTED
from ngo_assist.rubric.scripts import in_script, scripts_of
from ngo_assist.rubric.source_file import Path
from ngo_assist.rubric.texts import Words
from ngo_assist.rubric.word_lists import LETTERS_OF, SMALL_LATIN, foreign

# What is quoted, or stands in brackets beside a word, may be of any language; so may placeholders.
_ASIDE = re.compile(QUOTED.pattern + r"|\([^()]*\)|\{[^{}]*\}")
_LATIN_SCRIPT, _CYRILLIC_SCRIPT = frozenset({"LATIN"}), frozenset({"CYRILLIC"})
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"\S+")
_SMALL_COMPOUND = re.compile(r"^(?:e-mail|wi-fi)\b")
_EDGE = ".,;:!?…()[]«»“”„\"'’"
_NAME_OR_ADDRESS = re.compile(r"[A-ZÀ-Þ\d@/\\_=+#.&:]")

_ALONE = re.compile(r"(?:^|\s)?\w(?:\s|$)")

_SELDOM_FROM = 4
_LETTERS_FROM = 35
"""Words and letters from which a text without a single letter of its language's own is doubted.

Of 2,800 Kazakh texts none of more than 23 letters is without ә, ғ, қ, ң, ө, ұ, ү, һ and і.
"""


def check_languages(words: Words, untranslated: Container[Path], findings: Findings) -> None:
    """Check a text in each of its languages that we know something of, but for the `untranslated` ones."""
    for path, language, text in words.texts():
        if path in untranslated:
            continue
        scripts = scripts_of(language)
        if scripts == _LATIN_SCRIPT and _CYRILLIC.search(text):
            _tell_cyrillic(words, path, text, findings)
        elif scripts == _CYRILLIC_SCRIPT:
            if _LATIN.search(text):
                _tell_latin(words, path, text, findings)
            _tell_foreign(words, path, language, text, findings)


def _tell_cyrillic(words: Words, path: Path, text: str, findings: Findings) -> None:
    found = [word for word in _WORD.findall(_ASIDE.sub(" ", text)) if _CYRILLIC.search(word)]
    if found and in_script(text, _LATIN_SCRIPT):
        findings.warning(
            words,
            *path,
            what=msg("words in Cyrillic letters stand in a text in Latin letters"),
            found=_listed(found),
            allowed=msg("names in quotation marks or in brackets"),
        )


def _tell_latin(words: Words, path: Path, text: str, findings: Findings) -> None:
    found = list(_small_latin(_ASIDE.sub(" ", text)))
    if found and in_script(text, _CYRILLIC_SCRIPT):
        findings.warning(
            words,
            *path,
            what=msg("Latin words in small letters stand in a text in Cyrillic letters"),
            found=_listed(found),
            allowed=msg("names, addresses, commands, endings of files, units; anything in quotation marks"),
        )


def _small_latin(text: str) -> Iterator[str]:
    pieces = [piece.strip(_EDGE) for piece in _PIECE.findall(text)]
    for place, piece in enumerate(pieces):
        if not _LATIN.search(piece) or _NAME_OR_ADDRESS.search(piece) or piece in SMALL_LATIN:
            continue
        # "Principles for Digital Development": a small word inside a name belongs to it.
        if _is_name(pieces, place - 1) and _is_name(pieces, place + 1) and piece not in ("and", "or"):
            continue
        for part in _SMALL_COMPOUND.sub("", piece).split("-"):
            if _LATIN.search(part) and part not in SMALL_LATIN:
                yield part


def _is_name(pieces: Sequence[str], place: int) -> bool:
    return 0 <= place < len(pieces) and bool(re.match("[A-Z]", pieces[place]))


def _tell_foreign(words: Words, path: Path, language: str, text: str, findings: Findings) -> None:
    code = language.partition("-")[0].partition("_")[0]
    for other, never in foreign(code).items():
        text = _ASIDE.sub(" ", text)
        own, doubtful = LETTERS_OF.get(code), frozenset[str]()
        without = own is not None and not own.search(text)
        if without and len(_WORD.findall(text)) >= _SELDOM_FROM:
            doubtful = foreign(code, seldom=True).get(other, doubtful)
        found = list(_foreign(text, never | doubtful, LETTERS_OF.get(other)))
        if not found and without and len(_CYRILLIC.findall(text)) >= _LETTERS_FROM:
            found = [text.strip()]
        if found:
            findings.warning(
                words,
                *path,
                what=msg("words of another language stand in the text, it seems: {other}", other=other),
                found=_listed(found),
                allowed=msg("words of its own language; names with a capital or in quotation marks"),
            )


def _foreign(text: str, never: frozenset[str], letters: re.Pattern[str] | None) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match[0]
        small = word.lower().replace("ё", "е")
        if word != word.lower() and (match.start() or word.isupper()):
            continue  # a name, an initial or an abbreviation
        if len(word) == 1 and not _ALONE.fullmatch(text, max(0, match.start() - 1), match.end() + 1):
            continue  # "т. с. с."
        if small in never or (letters and word == small and letters.search(word)):
            yield word


def _listed(found: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(found))
