"""Levels and actions that read nearly alike, in each language and with its endings."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from ngo_assist.rubric.likeness import alike, nearly_alike, read, same_word
from tests.make_rubric import Tables
from tests.rubric.conftest import Check, Warn, action, practice

P0 = 'practices[0] "security.p0"'

ALIKE = [
    ("en", "A copy of the files is made every week.", "A copy of the files is made each week."),
    ("en", "Every week we copy the main files to a disk.", "We copy our main files to a disk every week."),
    ("en", "We make a copy and keep it in another house.", "We do a copy and keep it in another house."),
    ("ru", "Копию файлов делаем каждую неделю.", "Копия файлов делается каждую неделю."),
    ("ru", "Раз в неделю файлы копируются на флешку.", "Файлы раз в неделю копируем на флешки."),
    ("ru", "Отчёт о данных ведётся в тетради.", "Отчет о данных ведем в тетрадях."),
    ("kk", "Файлдардың көшірмесін апта сайын жасаймыз.", "Файлдардың көшірмесі апта сайын жасалады."),
    ("kk", "Негізгі файлдарды флешкаға көшіреміз.", "Негізгі файлдар флешкаға көшіріледі."),
    ("kk", "Құпиясөздер дәптерде сақталады.", "Құпиясөздерді дәптерде сақтаймыз."),
]
TOLD_APART = [
    ("en", "A copy is made once in 12 months.", "A copy is made once in 3 months."),
    ("en", "Some people use a manager.", "All people use a manager."),
    ("en", "Passwords are on one list.", "Passwords are not on one list."),
    (
        "en",
        "The leader reads the report on the screen with the others once a month.",
        "The leader reads the report on the screen with the others once a year.",
    ),
    (
        "en",
        "The leader checks the copy on the first day of the month.",
        "The team checks the copy on the first day of the month.",
    ),
    (
        "ru",
        "Раз в месяц руководитель читает отчёт вместе со всеми.",
        "Раз в год руководитель читает отчёт вместе со всеми.",
    ),
    ("ru", "Некоторые сотрудники пользуются менеджером.", "Все сотрудники пользуются менеджером."),
    ("ru", "Доступ бывших сотрудников закрываем сразу.", "Доступ бывших сотрудников не закрываем сразу."),
    ("ru", "Копии проверяем один раз в год.", "Копии проверяем два раза в год."),
    (
        "kk",
        "Ай сайын басшы есепті бәрімен бірге экраннан оқиды.",
        "Жыл сайын басшы есепті бәрімен бірге экраннан оқиды.",
    ),
    ("kk", "Файлдардың көшірмесі апта сайын жасалады.", "Файлдардың көшірмесі апта сайын жасалмайды."),
    ("kk", "Кейбір қызметкер менеджерді қолданады.", "Барлық қызметкер менеджерді қолданады."),
    ("kk", "Негізгі жұмыс интернетпен бір апта жүреді.", "Негізгі жұмыс интернетсіз бір апта жүреді."),
    ("kk", "Ұйым қажетті көмекті уақытында толық алады.", "Ұйым қажетті көмекті уақытында толық алмайды."),
]


@pytest.mark.parametrize(("language", "one", "other"), ALIKE)
def test_two_levels_that_read_alike_are_doubted(warn: Warn, language: str, one: str, other: str) -> None:
    def mutate(tables: Tables) -> None:
        practice(tables)["levels"][1][language] = one
        practice(tables)["levels"][2][language] = other

    warning = warn(mutate)
    assert warning.place == f"{P0}.levels[2].{language}"
    assert "reads nearly like level 1" in warning.in_words()


@pytest.mark.parametrize(("language", "one", "other"), TOLD_APART)
def test_levels_that_one_word_or_ending_tells_apart_are_no_doubt(
    check: Check, language: str, one: str, other: str
) -> None:
    def mutate(tables: Tables) -> None:
        practice(tables)["levels"][1][language] = one
        practice(tables)["levels"][2][language] = other

    assert check(mutate).findings == ()


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("копию", "копиями", "ru", True),
        ("телефон", "телеграм", "ru", False),
        ("көшіреміз", "көшіріледі", "kk", True),
        ("файлды", "файлдарыңыздан", "kk", False),  # nobody knows from the beginning alone
        ("интернет", "интернетсіз", "kk", False),
        ("құпиясөз", "құпиясөзбен", "kk", True),
        ("copies", "copied", "en", True),
    ],
)
def test_forms_of_a_word_are_known_by_its_beginning(one: str, other: str, language: str, same: bool) -> None:
    assert same_word(one, other, language) == same


def test_a_language_that_nobody_here_knows_is_compared_by_its_words() -> None:
    one = read("Har hafta fayllardan nusxa olamiz.", "uz")
    assert alike(one, read("Fayllardan har hafta nusxa olamiz.", "uz"))
    assert not alike(one, read("Parollar daftarda turadi.", "uz"))


def other_action(tables: Tables, place: int) -> dict[str, Any]:
    other: dict[str, Any] = tables["people"]["practices"][place]["actions"][0]
    return other


SAID = {
    "en": ["Put in the USB stick and copy the folder Work to it.", "Keep the stick in another house."],
    "ru": ["Вставьте флешку и скопируйте на неё папку Работа.", "Храните флешку в другом доме."],
    "kk": ["Флешканы салып, жұмыс папкасын соған көшіріңіз.", "Флешканы басқа үйде сақтаңыз."],
}


def test_a_copied_action_with_another_title_is_found(warn: Warn) -> None:
    def mutate(tables: Tables) -> None:
        for language, steps in SAID.items():
            action(tables)["steps"][language] = list(steps)
            other_action(tables, 1)["steps"][language] = list(steps)
            other_action(tables, 1)["first_step"][language] = action(tables)["first_step"][language]

    warning = warn(mutate)
    assert (warning.file, warning.place) == (
        "people.toml",
        'practices[1] "people.p1".actions[0] "people.p1.first"',
    )
    assert "says nearly the same as security.p0.first" in warning.in_words()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_an_action_copied_in_one_language_only_is_found_too(warn: Warn, language: str) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["steps"][language] = list(SAID[language])
        other_action(tables, 1)["steps"][language] = list(SAID[language])
        other_action(tables, 1)["first_step"][language] = action(tables)["first_step"][language]

    assert "says nearly the same as security.p0.first" in warn(mutate).in_words()


def test_two_actions_with_one_step_in_common_are_no_doubt(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        for language, steps in SAID.items():
            action(tables)["steps"][language][0] = steps[1]
            other_action(tables, 1)["steps"][language][0] = steps[1]

    assert check(mutate).findings == ()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Copy the files to a USB stick every week", "Copy your files to a USB stick every week"),
        ("ru", "Копируйте файлы на флешку каждую неделю", "Каждую неделю копируйте файл на флешку"),
        ("kk", "Файлдарды апта сайын флешкаға көшіріңіз", "Апта сайын файлды флешкаға көшіріңіздер"),
    ],
)
def test_two_titles_that_read_alike_are_found_in_the_whole_rubric_and_each_language(
    warn: Warn, language: str, one: str, other: str
) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["title"][language] = one
        other_action(tables, 1)["title"][language] = other

    warning = warn(mutate)
    assert (warning.file, warning.found) == ("people.toml", other)
    assert warning.place.endswith(f".title.{language}")
    assert "like that of security.p0.first" in warning.in_words()


def test_titles_of_the_same_kind_are_no_doubt(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["title"].update(
            en="Write down who may open the members' data", ru="Запишите, где лежат данные о людях"
        )
        other_action(tables, 1)["title"].update(
            en="Write down who may sign the members' papers", ru="Запишите, кому открыты данные о людях"
        )

    assert check(mutate).findings == ()


def test_of_many_copies_each_is_told_once_with_the_first(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        first = action(tables)
        for dimension in ("security", "people"):
            for made in tables[dimension]["practices"]:
                for each in made["actions"]:
                    for field in ("title", "first_step", "steps"):
                        each[field] = copy.deepcopy(first[field])

    warnings = check(mutate).warnings
    assert len(warnings) == 7
    assert all("as security.p0.first" in warning.in_words() for warning in warnings)


def test_what_is_nearly_alike_among_thousands_is_found_by_looking_at_few() -> None:
    compared = []

    def same(place: int, earlier: int) -> bool:
        compared.append((place, earlier))
        return True

    # Each has five members of its own and five that all have.
    bags = [frozenset(range(10 * n, 10 * n + 5)) | frozenset("abcde") for n in range(5000)]
    bags.append(bags[17])
    assert list(nearly_alike(bags, 0.5, same)) == [(5000, 17)]
    assert len(compared) == 1
