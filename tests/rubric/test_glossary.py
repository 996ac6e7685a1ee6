"""The glossary: terms that every language keeps to, and words that stand nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from ngo_assist.rubric.load import load_rubric
from tests.make_rubric import Tables, write_rubric
from tests.rubric.conftest import Check, Warn, action, practice

P0 = 'practices[0] "security.p0"'
PASSWORD = {"en": ["password*"], "ru": ["парол*"], "kk": ["құпиясөз*"], "avoid": {"kk": ["пароль*"]}}
DATA = {"en": ["personal data"], "ru": ["персональн* данн*"], "kk": ["дербес дерек*"]}
DISABILITY = {
    "en": ["with a disability"],
    "ru": ["с инвалидностью"],
    "kk": ["мүгедектігі бар"],
    "avoid": {"en": ["handicapped"], "ru": ["инвалид*"], "kk": ["мүгедек*"]},
}
RIGHT = {"en": "Write your Passwords down.", "ru": "Запишите Пароли.", "kk": "Құпиясөзді жазыңыз."}


def glossary(tables: Tables, *terms: dict[str, Any]) -> None:
    tables["rubric"]["glossary"] = list(terms)


def test_a_term_that_a_translation_does_not_use_is_doubted(warn: Warn) -> None:
    def mutate(tables: Tables) -> None:
        glossary(tables, DATA, PASSWORD)
        practice(tables)["why"].update({**RIGHT, "kk": "Кілт сөзді жазыңыз."})

    warning = warn(mutate)
    assert (warning.place, warning.found) == (f"{P0}.why.kk", "Кілт сөзді жазыңыз.")
    assert "a term of the glossary is not used here: password*" in warning.in_words()
    assert warning.in_words().endswith("allowed: құпиясөз*")


@pytest.mark.parametrize(
    ("english", "russian", "kazakh"),
    [
        tuple(RIGHT.values()),
        ("Keep the passwords.", "Храните пароли.", "«Құпиясөздер» парағын сақтаңыз."),
        ("Keep personal data.", "Храните персональные данные.", "Дербес деректерді сақтаңыз."),
        # The first language does not use the term, or its words only stand beside one another.
        ("Write it down.", "Запишите ключ.", "Кілт сөзді жазыңыз."),
        ("It is personal. Data are kept.", "Это личное.", "Бұл жеке."),
    ],
)
def test_texts_that_keep_to_it_are_no_doubt(check: Check, english: str, russian: str, kazakh: str) -> None:
    def mutate(tables: Tables) -> None:
        glossary(tables, DATA, PASSWORD)
        practice(tables)["why"].update(en=english, ru=russian, kk=kazakh)

    assert check(mutate).findings == ()


def test_a_form_without_a_star_is_the_whole_word_and_a_case_ending_after_a_hyphen_is_none_of_it(
    check: Check,
) -> None:
    def mutate(tables: Tables) -> None:
        glossary(tables, {"en": ["AI"], "ru": ["ИИ"], "kk": ["ЖИ"]})
        practice(tables)["why"].update(en="Use AI.", ru="Пользуйтесь ИИ.", kk="ЖИ-ді қолданыңыз.")
        practice(tables)["evidence"].update(en="An aim.", ru="Цель.", kk="Мақсат.")

    assert check(mutate).findings == ()


def test_the_steps_of_an_action_are_one_text(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        glossary(tables, PASSWORD)
        action(tables)["steps"] = {
            "en": ["Choose a password.", "Write it down."],
            "ru": ["Выберите его.", "Запишите пароль."],
            "kk": ["Оны таңдаңыз.", "Құпиясөзді жазыңыз."],
        }

    assert check(mutate).findings == ()


def test_a_word_to_avoid_is_doubted_wherever_it_stands(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        glossary(tables, PASSWORD)
        practice(tables)["evidence"]["kk"] = "Парольдер дәптерде тұр."
        tables["rubric"]["title"]["kk"] = "Пароль және басқа"

    warnings = check(mutate).warnings
    assert [(w.place, w.found) for w in warnings] == [
        ("title.kk", "пароль"),
        (f"{P0}.evidence.kk", "парольдер"),
    ]
    assert all("this word is to be avoided" in warning.in_words() for warning in warnings)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"kk": "Мүгедектігі бар адам келді."}, []),
        ({"ru": "Пришёл человек с инвалидностью."}, []),
        ({"kk": "«Мүгедектер қоғамы» ұйымы келді."}, []),
        ({"kk": "Мүгедек адам келді."}, ["мүгедек"]),
        ({"ru": "Пришёл инвалид."}, ["инвалид"]),
        ({"en": "A handicapped person came."}, ["handicapped"]),
    ],
)
def test_a_word_to_avoid_may_be_a_part_of_the_right_phrase_or_quoted(
    check: Check, texts: dict[str, str], found: list[str]
) -> None:
    def mutate(tables: Tables) -> None:
        glossary(tables, DISABILITY)
        practice(tables)["why"].update(texts)

    assert [warning.found for warning in check(mutate).warnings] == found


def test_an_entry_may_hold_words_to_avoid_only(warn: Warn) -> None:
    def mutate(tables: Tables) -> None:
        glossary(tables, {"avoid": {"ru": ["осуществл*"]}})
        practice(tables)["why"]["ru"] = "Мы осуществляем контроль."

    assert warn(mutate).found == "осуществляем"


@pytest.mark.parametrize(
    ("terms", "place", "words"),
    [
        ("password", "glossary", "a list in square brackets"),
        (["password"], "glossary[0]", "a table of languages with a list each"),
        ([{}], "glossary[0]", "this entry of the glossary says nothing"),
        ([{"avoid": {}}], "glossary[0]", "allowed: forms, words to avoid, or both"),
        ([{"en": []}], "glossary[0].en", "the list is too short; found: 0; allowed: at least one entry"),
        ([{"en": "password"}], "glossary[0].en", "a list in square brackets"),
        ([{"en": [5]}], "glossary[0].en[0]", "found: 5; allowed: a text in quotation marks"),
        ([{"en": [""]}], "glossary[0].en[0]", "* only at the end of a word"),
        ([{"en": ["*"]}], "glossary[0].en[0]", "words with one space between them"),
        ([{"en": ["pass*word"]}], "glossary[0].en[0]", "found: pass*word"),
        ([{"en": ["password*", "password*"]}], "glossary[0].en[1]", "this is listed twice"),
        ([{"en": ["pаssword"]}], "glossary[0].en[0]", "letters of two alphabets stand in one word"),
        ([{**PASSWORD, "kz": ["құпиясөз"]}], "glossary[0].kz", "not declared in rubric.toml; found: kz"),
        ([{**PASSWORD, "kz": ["құпиясөз"]}], "glossary[0].kz", "Did you mean kk?"),
        (
            [{"ru": ["парол*"], "kk": ["құпиясөз*"]}],
            "glossary[0].en",
            "missing in the rubric's first language",
        ),
        ([{"avoid": {"kz": ["пароль"]}}], "glossary[0].avoid.kz", "not declared in rubric.toml"),
        ([{"avoid": {"kk": []}}], "glossary[0].avoid.kk", "the list is too short"),
        ([{"avoid": ["пароль"]}], "glossary[0].avoid", "a table of languages with a list each"),
        ([{"avoid": {"Kazakh": ["пароль"]}}], "glossary[0].avoid.Kazakh", "codes of languages"),
    ],
)
def test_an_entry_that_does_not_fit_is_told_with_its_place(
    check: Check, terms: object, place: str, words: str
) -> None:
    report = check(lambda tables: tables["rubric"].update(glossary=terms))
    at = [finding for finding in report.errors if finding.place == place]
    assert any(words in finding.in_words() for finding in at), [f.in_words() for f in report.errors]


def test_a_loaded_rubric_has_its_glossary_and_is_the_same_rubric_without_it(tmp_path: Any) -> None:
    plain = load_rubric(write_rubric(tmp_path / "plain"))
    with_terms = load_rubric(
        write_rubric(tmp_path / "terms", mutate=lambda tables: glossary(tables, PASSWORD, DISABILITY))
    )
    assert with_terms.header.glossary[0].avoid == {"kk": ("пароль*",)}
    assert with_terms.sha256 == plain.sha256
