"""Bring the translation files up to date with the texts in the code: `python -m ngo_assist.i18n.extract`.

New texts are added untranslated, texts that are gone are taken out, translations stay as they are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from ngo_assist import __version__
from ngo_assist.i18n.translator import LANGUAGES, LOCALE_DIR

PACKAGE = Path(__file__).parent.parent
MARKS = ("t", "msg", "plural")
"""What marks a text: `t("…")`, `msg("…")`, `plural("one", "other", n)`, also as methods."""


def texts_in_code() -> Catalog:
    """Return every text of the interface, in the order of the files."""
    catalog = Catalog(project="NGO Assist", charset="utf-8")
    for path in sorted(PACKAGE.rglob("*.py")):
        for text in texts_of(path.read_text(encoding="utf-8")):
            catalog.add(text)
    return catalog


def texts_of(code: str) -> Iterator[str | tuple[str, ...]]:
    """Yield the marked texts of one file, a plural as its two forms.

    By syntax and not, as Babel does it, by tokens: before Python 3.12 an f-string is one token, and what is
    called within it would be missed.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            texts = [
                a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)
            ]
            if name in MARKS and texts and all(texts):
                yield tuple(texts) if name == "plural" else texts[0]


def read_catalog(language: str) -> Catalog:
    """Return a language's translations; an empty catalogue where there is no file yet."""
    path = LOCALE_DIR / f"{language}.po"
    if not path.is_file():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> tuple[int, int]:
    """Rewrite a language's file; return how many texts it has and how many are not translated."""
    old = read_catalog(language)
    new = Catalog(
        locale=language,
        project="NGO Assist",
        version=__version__,
        header_comment="# NGO Assist: texts of the interface. The English text is the key.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=old.creation_date,
        revision_date=old.creation_date,
        charset="utf-8",
        fuzzy=False,
    )
    missing = 0
    for wanted in texts_in_code():
        if not wanted.id:
            continue  # the header
        known = old.get(wanted.id)
        translated = known.string if known is not None and known.id == wanted.id else ""
        new.add(wanted.id, translated)
        missing += not (all(translated) if isinstance(translated, tuple | list) else translated)
    with (LOCALE_DIR / f"{language}.po").open("wb") as file:
        write_po(file, new, width=100, no_location=True, omit_header=False, sort_output=False)
    return len(new), missing


def main() -> None:
    """Update every language's file."""
    LOCALE_DIR.mkdir(exist_ok=True)
    for language in LANGUAGES:
        if language != "en":
            texts, missing = update(language)
            print(f"{language}: {texts} texts, {missing} not translated")


if __name__ == "__main__":
    main()
