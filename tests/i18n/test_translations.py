"""Every text of the interface is there in Russian and Kazakh, with the same fields, in their script."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from ngo_assist.i18n.catalogue import read_catalogue
from ngo_assist.i18n.extract import read_catalog, texts_in_code, texts_of
from ngo_assist.i18n.translator import LOCALE_DIR

LANGUAGES = ["ru", "kk"]
FIELD = re.compile(r"\{(\w*)[^{}]*\}")
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z.@_+-]*")


def forms(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string),)


@pytest.fixture(scope="module", params=LANGUAGES)
def pairs(request: pytest.FixtureRequest) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """English forms and translated forms of every text in the code."""
    catalog = read_catalog(request.param)
    found = []
    for text in texts_in_code():
        if text.id:
            translated = catalog.get(text.id)
            found.append((forms(text.id), forms(translated.string if translated else "")))
    assert len(found) > 100
    return found


def test_every_text_is_translated(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [english for english, translated in pairs if not all(translated)] == []


def test_the_program_reads_what_a_translator_wrote_as_babel_does() -> None:
    for language in LANGUAGES:
        by_babel = {forms(each.id)[0]: forms(each.string) for each in read_catalog(language) if each.id}
        assert read_catalogue(LOCALE_DIR / f"{language}.po") == by_babel


def test_quotes_backslashes_and_line_ends_of_a_translation_are_read(tmp_path: Path) -> None:
    said = {'a \\ "b"': ('в \\ «г»\n"д"\t',), "{n} day": ("день", "дня", "дней"), "left": ("",)}
    catalog = Catalog(locale="ru", charset="utf-8")
    catalog.add('a \\ "b"', 'в \\ «г»\n"д"\t', flags=["fuzzy"], user_comments=['msgid "no"'])
    catalog.add(("{n} day", "{n} days"), ("день", "дня", "дней"))
    catalog.add("left", "")
    path = tmp_path / "ru.po"
    with path.open("wb") as file:
        write_po(file, catalog, width=10)
    assert read_catalogue(path) == said
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_catalogue(path) == said


def test_every_field_is_kept(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    wrong = []
    for english, translated in pairs:
        wanted = {field for form in english for field in FIELD.findall(form)}
        wrong += [form for form in translated if set(FIELD.findall(form)) - wanted]
        wrong += [form for form in translated[-1:] if set(FIELD.findall(form)) != wanted]
    assert wrong == []


def test_plural_texts_have_as_many_forms_as_the_language() -> None:
    for language in LANGUAGES:
        catalog = read_catalog(language)
        for text in texts_in_code():
            if isinstance(text.id, tuple | list):
                found = catalog.get(text.id[0])
                assert found is not None
                assert len(forms(found.string)) == catalog.num_plurals, text.id


def test_words_are_in_cyrillic_but_for_names_that_english_has_too(
    pairs: list[tuple[tuple[str, ...], tuple[str, ...]]],
) -> None:
    wrong = []
    for english, translated in pairs:
        allowed = {word.casefold().rstrip(".") for form in english for word in LATIN_WORD.findall(form)}
        for form in translated:
            latin = LATIN_WORD.findall(FIELD.sub(" ", form))
            wrong += [(word, form) for word in latin if word.casefold().rstrip(".") not in allowed]
    assert wrong == []


def test_no_word_mixes_two_scripts(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    def scripts(word: str) -> set[str]:
        return {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}

    mixed = [
        word
        for _, translated in pairs
        for form in translated
        for word in re.findall(r"[^\W\d_]+", form)
        if len(scripts(word)) > 1
    ]
    assert mixed == []


def test_no_translation_is_left_of_a_text_that_is_gone() -> None:
    code = {forms(text.id)[0] for text in texts_in_code() if text.id}
    for language in LANGUAGES:
        gone = [m.id for m in read_catalog(language) if m.id and forms(m.id)[0] not in code]
        assert gone == []


def test_kazakh_keeps_to_words_that_its_readers_use() -> None:
    texts = [form.casefold() for m in read_catalog("kk") if m.id for form in forms(m.string)]
    for word in ("мүгедек ", "инвалид", "жергілікті тілдік", "жүргізуші"):
        assert [text for text in texts if word in text] == []


def test_a_text_is_found_wherever_it_stands() -> None:
    code = """
f'# {t("In an f-string")}'; self.t("As a method", x=1); msg("one" " text"); t(variable)
n = t.plural("{n} day", "{n} days", days)
"""
    assert set(texts_of(code)) == {"In an f-string", "As a method", "one text", ("{n} day", "{n} days")}
