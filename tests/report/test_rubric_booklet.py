"""The rubric as a booklet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ngo_assist.i18n.translator import Translator
from ngo_assist.report.page import write
from ngo_assist.report.rubric_booklet import Booklet
from ngo_assist.rubric.load import load_rubric
from ngo_assist.rubric.model import Rubric
from tests.make_rubric import Tables, write_rubric
from tests.report.rendered import words


def text_of(booklet: Booklet, practice: str | None = None) -> str:
    """Return what a reader of the page reads."""
    blocks = booklet.practice(booklet.rubric.practices[practice]) if practice else booklet.whole()
    return words(write(blocks, "md", title="", language="en"))


@pytest.fixture
def rubric(tmp_path: Path) -> Rubric:
    def fill(tables: Tables) -> None:
        made = tables["security"]["practices"][0]
        made.update(duty="law", duty_date="03-31", foundation=True)
        made["sources"] = ["paper"]
        tables["rubric"]["sources"].append(
            {"id": "paper", "title": "A paper", "url": "https://x.example", "as_of": dt.date(2026, 1, 2)}
        )
        made["actions"][1]["requires"] = ["people.p0.first"]
        made["actions"][1]["place"] = "town"
        made["actions"][0]["cost"] = "low"
        words = {"en": "Help.", "ru": "Помогите.", "kk": "Көмек."}
        letter = {**words, "en": "Dear all,\n# we need help."}
        tables["security"]["asks"] = [
            {"id": "help", "practice": "security.p0", "title": words, "addressee": words, "text": letter}
        ]

    return load_rubric(write_rubric(tmp_path / "r", mutate=fill))


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_booklet_holds_every_text_of_the_rubric(rubric: Rubric, language: str) -> None:
    page = text_of(Booklet(rubric, language, Translator(language)))
    for practice in rubric.practices.values():
        texts = [practice.question, practice.why, practice.evidence, *practice.levels]
        for action in practice.actions:
            texts += [action.title, action.first_step, action.indicator]
            assert all(step in page for step in action.steps.say(language))
        for text in texts:
            assert text.say(language) in page
    assert all(rubric.level_name(level, language) in page for level in range(rubric.top + 1))
    asks = [ask for dimension in rubric.dimensions for ask in dimension.asks]
    assert asks and all(ask.addressee.say(language) in page for ask in asks)


def test_an_action_shows_its_days_cost_and_connection(rubric: Rubric) -> None:
    t = Translator("en")
    page = text_of(Booklet(rubric, "en", t), "security.p0")
    price = " ".join(t.money(1000, "KZT").split())
    assert f"from level 0 to 2, half a day, {price}, no connection needed" in page
    assert "a trip to town" in page
    assert f"Comes after: {rubric.actions['people.p0.first'].title.say('en')}" in page


def test_a_duty_shows_its_date_and_a_practice_all_its_sources(rubric: Rubric) -> None:
    page = text_of(Booklet(rubric, "en", Translator("en")), "security.p0")
    assert "legal duty, every year by 31 March" in page
    assert "Source: A law, read on 30 December 2025. Check the current text." in page
    assert "Source: A paper, read on 2 January 2026. Check the current text. https://x.example" in page


def test_one_practice_is_shown_without_the_others(rubric: Rubric) -> None:
    page = text_of(Booklet(rubric, "en", Translator("en")), "security.p0")
    assert rubric.practices["security.p0"].question.say("en") in page
    assert rubric.practices["security.p1"].question.say("en") not in page


def test_a_language_that_the_rubric_lacks_gives_its_first_one(rubric: Rubric) -> None:
    page = text_of(Booklet(rubric, "uz", Translator("uz")), "security.p1")
    assert rubric.practices["security.p1"].question.say("en") in page
