"""Where a model is chosen, its verdict in the plan's language is said; and the plan is marked with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ngo_assist.application.drafting_run import DraftingRun
from ngo_assist.application.examination_words import about, headline, reasons, score_line, verdict_line
from ngo_assist.application.models import Models, model_lines
from ngo_assist.application.session import Session
from ngo_assist.drafting.drafter import Examined
from ngo_assist.drafting.examination.examiner import Result
from ngo_assist.i18n.translator import translator
from ngo_assist.llm.catalogue import ModelFile
from tests.tui.planned import session
from tests.tui.scripted import MODEL, ScriptedWriter, models

T = translator("en")
OTHER = ModelFile("other", Path("other.gguf"), "Other")


@pytest.mark.parametrize(
    ("verdict", "warning"),
    [
        ("pass", ""),
        ("fail", "It has not passed its examination in English: read every text before you send the plan."),
        ("none", "It has not passed an examination here: read every text before you send the plan."),
    ],
)
def test_a_model_that_has_not_passed_is_warned_of_in_one_sentence(verdict: Examined, warning: str) -> None:
    line = model_lines([MODEL], "en", {}, T, {MODEL.name: verdict})[1]
    assert line.warning == warning
    assert not line.refused
    assert ("has passed its examination in English" in line.detail) == (verdict == "pass")


def test_a_model_that_nobody_examined_is_one_that_has_not_passed() -> None:
    lines = model_lines([MODEL, OTHER], "en", {}, T, {MODEL.name: "pass"})
    assert not lines[1].warning
    assert lines[2].warning


@pytest.fixture
def made(tmp_path: Path) -> Session:
    return session(tmp_path, plan=True)


@pytest.mark.parametrize("verdict", ["pass", "fail", "none"])
async def test_a_drafted_plan_is_marked_with_the_verdict_on_the_file_that_was_loaded(
    made: Session, verdict: Examined
) -> None:
    asked = []

    def told(sha256: str, language: str) -> Examined:
        asked.append((sha256, language))
        return verdict

    source: Models = models(ScriptedWriter())
    source.verdict_loaded = told
    run = DraftingRun(made.plans, MODEL, source, moved=lambda: None, clock=lambda: 0.0)
    await run.go()
    assert made.plans.plan is not None
    assert made.plans.plan.drafting.verdict == verdict
    assert asked == [("0" * 64, made.plans.plan.language)]


RESULT = Result(
    "fail",
    20,
    24,
    33,
    {"fact": (6, 6), "both": (0, 4), "order": (6, 6)},
    {"new": 1, "one-sided": 3},
    untrue=1,
)


def test_the_verdict_comes_with_its_reasons_what_weighs_most_first() -> None:
    assert headline("en", RESULT, T) == "English: not passed. Use the rubric's words in this language."
    assert "The other 9 were not asked for" in score_line(RESULT, T)
    assert reasons(RESULT, T) == [
        "1 untrue text was not noticed by the program's checks; one is too many.",
        "joining two sentences: 0 of 4 right",
        "3 texts: says only one of two things",
        "1 text: something said that is not in the brief",
    ]


def test_all_verdicts_on_a_model_are_said_in_one_line() -> None:
    assert verdict_line({}, T) == "not examined"
    assert verdict_line({"en": "pass", "ru": "fail", "kk": "fail"}, T) == (
        "passed in English; not passed in Russian and Kazakh"
    )


def test_times_are_told_as_round_as_they_are_known() -> None:
    assert [about(seconds, T) for seconds in (1, 62, 119, 121, 400)] == [
        "about 5 seconds",
        "about 60 seconds",
        "about 120 seconds",
        "about 2 minutes",
        "about 7 minutes",
    ]
