"""Texts: languages, scripts, hidden characters, placeholders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ngo_assist.rubric.scripts import control_characters, in_script, mixed_words, scripts_of
from tests.make_rubric import Tables
from tests.rubric.conftest import Check, action, only, practice

P0 = 'practices[0] "security.p0"'
A0 = f'{P0}.actions[0] "security.p0.first"'


def ask(text: str) -> Callable[[Tables], object]:
    words = {"en": "Help.", "ru": "Помощь.", "kk": "Көмек."}
    made = {"id": "help", "practice": "security.p0", "title": words, "addressee": words}
    return lambda tables: tables["security"].update(asks=[{**made, "text": {**words, "en": text}}])


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_text_is_there_in_every_language(check: Check, language: str) -> None:
    error = only(check(lambda tables: practice(tables)["why"].pop(language)).errors)
    assert error.place == f"{P0}.why.{language}"
    assert "missing in this language" in error.in_words()
    assert error.in_words().endswith("allowed: en, ru, kk")


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (lambda t: t["rubric"]["title"], "title.ru"),
        (lambda t: t["rubric"]["levels"][2]["name"], "levels[2].name.ru"),
        (lambda t: t["security"]["title"], "title.ru"),
        (lambda t: practice(t)["levels"][4], f"{P0}.levels[4].ru"),
        (lambda t: action(t)["steps"], f"{A0}.steps.ru"),
        (lambda t: action(t)["indicator"], f"{A0}.indicator.ru"),
    ],
)
def test_texts_of_all_kinds_are_looked_at(
    check: Check, where: Callable[[Tables], dict[str, Any]], place: str
) -> None:
    assert only(check(lambda tables: where(tables).pop("ru")).errors).place == place


def test_a_text_in_a_language_that_is_not_declared_is_told(check: Check) -> None:
    error = only(check(lambda tables: practice(tables)["why"].update(kz="Неге?")).errors)
    assert error.place == f"{P0}.why.kz"
    assert "not declared in rubric.toml; found: kz; allowed: en, ru, kk. Did you mean kk?" in error.in_words()


@pytest.mark.parametrize("blank", ["", " \n "])
def test_an_empty_text_is_told(check: Check, blank: str) -> None:
    error = only(check(lambda tables: practice(tables)["why"].update(en=blank)).errors)
    assert (error.place, str(error.what)) == (f"{P0}.why.en", "the text is empty")


@pytest.mark.parametrize("bare", ["?", "…", "24/7", "🙂"])
def test_a_text_without_a_single_letter_is_told(check: Check, bare: str) -> None:
    error = only(check(lambda tables: practice(tables)["question"].update(en=bare)).errors)
    assert (error.place, error.found) == (f"{P0}.question.en", bare)
    assert "not a single letter" in error.in_words()


def test_an_empty_step_is_told_by_its_number(check: Check) -> None:
    error = only(check(lambda tables: action(tables)["steps"]["kk"].__setitem__(1, "")).errors)
    assert error.place == f"{A0}.steps.kk[1]"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Откуда это видно?"),
        ("ru", "How do you keep copies?"),
        ("kk", "Partly"),
        ("ru", "Make a copy на флешку every week"),
        ("en", "Делайте a copy каждую неделю"),
    ],
)
def test_a_text_in_the_wrong_script_is_told(check: Check, language: str, text: str) -> None:
    error = only(check(lambda tables: practice(tables)["why"].update({language: text})).errors)
    assert error.place == f"{P0}.why.{language}"
    assert "not written in the script of its language" in error.in_words()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Установите Bitwarden или KeePassXC."),
        ("kk", "USB-ға көшіріңіз, egov.kz арқылы тексеріңіз."),
        ("en", "Send it to the «Елші» centre by mail."),
        ("ru", "24/7"),
        ("kk", "WhatsApp-та e-mail жіберіңіз."),
        ("uz", "Har hafta nusxa oling."),
        ("uz", "Ҳар ҳафта нусха олинг."),
        ("zz", "什么"),
        ("sr-Cyrl", "Недељна копија."),
        ("zh_Hant", "每週備份"),
        ("fr", "Où gardez-vous vos copies ?"),
        ("ka", "ყოველ კვირას Bitwarden."),
    ],
)
def test_names_of_products_and_languages_of_two_scripts_are_taken(language: str, text: str) -> None:
    scripts = scripts_of(language)
    assert scripts is None or in_script(text, scripts)
    assert not mixed_words(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Сделайте кoпию.", "кoпию"),  # Latin o
        ("Сақтық көшiрме жасаңыз.", "көшiрме"),  # Latin i
        ("Мəтін жазыңыз.", "Мəтін"),  # Latin schwa
        ("Open Вitwarden.", "Вitwarden"),  # Cyrillic В
    ],
)
def test_letters_that_only_look_right_are_found(text: str, word: str) -> None:
    assert mixed_words(text) == [word]


def test_a_latin_letter_alone_among_cyrillic_words_is_told(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        practice(tables)["why"].update(ru="Файлы c данными.", en="Press a key on the «Елші» phone.")

    error = only(check(mutate).errors)
    assert (error.place, error.found) == (f"{P0}.why.ru", "c")


def test_a_word_of_two_alphabets_is_told_with_its_letters(check: Check) -> None:
    error = only(check(lambda tables: practice(tables)["why"].update(ru="Сделайте новую кoпию.")).errors)
    assert error.found == "кoпию"
    assert "o (U+006F)" in error.in_words()


@pytest.mark.parametrize("hidden", ["\x07", "\u202e", "\u200b", "\u2028", "\ufeff"])
def test_characters_that_do_not_show_are_told(check: Check, hidden: str) -> None:
    error = only(check(lambda tables: practice(tables)["why"].update(en=f"Why{hidden} not?")).errors)
    assert error.place == f"{P0}.why.en"
    assert error.found == f"U+{ord(hidden):04X}"


def test_they_are_found_wherever_a_text_stands(check: Check) -> None:
    error = only(check(lambda tables: practice(tables).update(maps_to=["GCA\x1b[0m"])).errors)
    assert error.place == f"{P0}.maps_to[0]"


def test_joiners_that_a_language_writes_with_are_no_hidden_characters() -> None:
    assert control_characters("می\u200cخواهم") == []


@pytest.mark.parametrize(("count", "good"), [(1, False), (2, True), (5, True), (6, False)])
def test_an_action_has_two_to_five_steps(check: Check, count: int, good: bool) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["steps"] = {
            "en": ["Look."] * count,
            "ru": ["Посмотрите."] * count,
            "kk": ["Қараңыз."] * count,
        }

    assert check(mutate).ok == good


def test_steps_that_are_not_as_many_in_every_language_are_doubted_and_no_obstacle(check: Check) -> None:
    report = check(lambda tables: action(tables)["steps"]["kk"].append("Қараңыз."))
    warning = only(report.warnings)
    assert (warning.place, warning.found) == (f"{A0}.steps", "en: 2, ru: 2, kk: 3")
    assert report.ok


def test_a_list_of_steps_that_is_too_long_in_one_language_is_a_mistake_and_the_inequality_a_doubt(
    check: Check,
) -> None:
    report = check(lambda tables: action(tables)["steps"].update(kk=["Қараңыз."] * 6))
    assert only(report.errors).place == f"{A0}.steps.kk"
    assert only(report.warnings).place == f"{A0}.steps"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear {name}", "found: {name}"),
        ("Dear {organization}", "Did you mean organisation?"),
        ("Dear {}", "found: {}"),
        ("Dear {people:d}", "found: {people:d}"),
        ("Dear {people!r}", "found: {people!r}"),
        ("Dear {people.__class__}", "found: {people.__class__}"),
        ("Dear {organisation", "opened or closed alone"),
        ("Dear organisation}", "opened or closed alone"),
    ],
)
def test_an_asks_text_has_only_known_placeholders(check: Check, text: str, words: str) -> None:
    error = only(check(ask(text)).errors)
    assert error.place == 'asks[0] "help".text.en'
    assert words in error.in_words()


def test_an_ask_is_a_letter_of_several_lines(check: Check) -> None:
    report = check(ask("Dear {region},\nwe are {people} in {settlement}: {mission}.\n\n{organisation}"))
    assert report.ok
