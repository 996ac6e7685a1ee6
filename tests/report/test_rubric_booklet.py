"""The rubric as a booklet."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import UserError
from ngo_assist.report.rubric_booklet import as_markdown
from ngo_assist.rubric.load import load_rubric
from ngo_assist.rubric.model import Rubric
from tests.make_rubric import Tables, write_rubric

HOSTILE = "A | pipe, `ticks`, <b>bold</b>, [link](http://x.example), **stars** and # a hash"


def text_of(markdown: str) -> str:
    """Return what a reader of the rendered page sees."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    leaves = [child for token in tokens for child in token.children or [token]]
    return "\n".join(leaf.content for leaf in leaves if leaf.content)


@pytest.fixture
def rubric(tmp_path: Path) -> Rubric:
    def fill(tables: Tables) -> None:
        made = tables["security"]["practices"][0]
        made.update(duty="law", duty_date="03-31", foundation=True)
        made["why"]["en"] = HOSTILE
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
    page = text_of(as_markdown(rubric, language, Translator(language)))
    for practice in rubric.practices.values():
        texts = [practice.question, practice.why, practice.evidence, *practice.levels]
        for action in practice.actions:
            texts += [action.title, action.first_step, action.indicator]
            assert all(step in page for step in action.steps.say(language))
        for text in texts:
            assert text.say(language) in page
    assert all(rubric.level_name(level, language) in page for level in range(rubric.top + 1))


def test_a_rubrics_text_is_never_markup(rubric: Rubric) -> None:
    html = MarkdownIt("commonmark").render(as_markdown(rubric, "en", Translator("en")))
    assert "<b>" not in html
    assert "<a " not in html
    assert "<h1>we need" not in html
    assert "&lt;b&gt;bold&lt;/b&gt;" in html


def test_an_action_shows_its_days_cost_and_connection(rubric: Rubric) -> None:
    t = Translator("en")
    page = as_markdown(rubric, "en", t, "security.p0")
    assert f"from level 0 to 2, 0.5 days, {t.money(1000, 'KZT')}, no connection needed" in page
    assert "a trip to town" in page
    assert f"Comes after: {rubric.actions['people.p0.first'].title.say('en')}" in page


def test_a_duty_shows_its_date_and_its_source(rubric: Rubric) -> None:
    page = as_markdown(rubric, "en", Translator("en"), "security.p0")
    assert "legal duty, every year by 31 March" in page
    assert "A law, read on 30 December 2025. Check the current text." in page


def test_one_practice_is_shown_without_the_others(rubric: Rubric) -> None:
    page = as_markdown(rubric, "en", Translator("en"), "security.p0")
    assert page.startswith("# ")
    assert "`security.p1`" not in page


def test_an_unknown_practice_is_refused_with_the_likeliest_one(rubric: Rubric) -> None:
    with pytest.raises(UserError, match=r"no practice named security\.p00\nDid you mean security\.p0\?"):
        as_markdown(rubric, "en", Translator("en"), "security.p00")


def test_a_language_that_the_rubric_lacks_gives_its_first_one(rubric: Rubric) -> None:
    page = text_of(as_markdown(rubric, "uz", Translator("uz"), "security.p1"))
    assert rubric.practices["security.p1"].question.say("en") in page
