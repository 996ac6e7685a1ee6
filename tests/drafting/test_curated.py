"""Without a model the plan is complete: the rubric's words, and the person's note where there is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.drafting.curated import NOTE_SHOWN, curate
from ngo_assist.i18n.translator import translator
from ngo_assist.planning.model import Later, PlanScores, Summary
from tests.drafting.cards import NOTES, RUBRIC, assessment, plan

EN = translator("en")
WHY = "A broken disk or a stolen phone can take years of reports and photos with it."


def why(note: str) -> str:
    return curate(plan(), RUBRIC, assessment(note=note), EN).actions[0].why_here


def test_why_here_is_the_note_quoted_and_the_practices_why() -> None:
    assert why("Only on my laptop") == f"You noted: “Only on my laptop”. {WHY}"


@pytest.mark.parametrize(
    ("note", "shown"), [("It broke.", "“It broke”."), ("Why us?", "“Why us?”"), ("A\n\tb", "“A b”.")]
)
def test_the_quoted_note_is_one_line_and_ends_once(note: str, shown: str) -> None:
    assert why(note) == f"You noted: {shown} {WHY}"


def test_without_a_note_the_why_stands_alone() -> None:
    assert why("") == why(" \n ") == WHY


def test_a_long_note_is_cut_at_a_word() -> None:
    text = why("word " * 200)
    quoted = text[text.index("“") + 1 : text.index("”")]
    assert len(quoted) <= NOTE_SHOWN
    assert quoted.endswith("word…")


@given(st.text(max_size=600))
def test_no_note_breaks_the_line_or_the_quotes(note: str) -> None:
    text = why(note)
    assert "\n" not in text
    assert "\x1b" not in text
    assert text.endswith(WHY)
    assert text.count("“") == text.count("”") <= 1


def test_both_texts_are_marked_as_the_rubrics() -> None:
    made = curate(plan(), RUBRIC, assessment(), EN)
    assert all(a.origin == {"why_here": "rubric", "first_step": "rubric"} for a in made.actions)
    assert made.summary.origin == "rubric"


def test_the_summary_says_how_many_what_first_what_for_and_the_duties() -> None:
    later = Later(id="a.b.c", practice="a.b", title="x", reason="budget")
    given = plan(scores=PlanScores(working=1, answered=2, complete=1), later=(later,))
    assert curate(given, RUBRIC, assessment(), EN).summary.text == (
        "1 of the 2 practices you answered already works. This plan has 2 actions. It covers 6 months. "
        "It asks for at most 1 day of work a month. "
        "First comes: “Copy the main files to a USB stick every week”. "
        "You want to be safer first: 1 action here serves that. "
        "It covers 1 legal duty; check the current text of the law. 1 more action waits for later."
    )


def test_a_plan_with_nothing_to_do_says_so() -> None:
    text = curate(
        plan(actions=(), scores=PlanScores(working=2, answered=2, complete=1)), RUBRIC, assessment(), EN
    ).summary.text
    assert text.endswith("There is nothing to do now: this plan has no open actions.")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_plan_takes_the_rubrics_words_in_its_own_language(language: str) -> None:
    made = curate(plan(language), RUBRIC, assessment(language), translator(language))
    practice = RUBRIC.practices["security.backup"]
    assert made.actions[0].why_here.endswith(practice.why.say(language))
    assert NOTES[language] in made.actions[0].why_here
    assert made.actions[0].first_step == practice.actions[0].first_step.say(language)


def test_what_a_person_wrote_stays() -> None:
    base = plan()
    mine = base.actions[0].updated_with(
        why_here="Mine", origin={"why_here": "person", "first_step": "rubric"}
    )
    made = curate(
        base.updated_with(actions=(mine, base.actions[1]), summary=Summary(text="My own", origin="person")),
        RUBRIC,
        assessment(),
        EN,
    )
    assert made.actions[0].why_here == "Mine"
    assert made.actions[0].origin["why_here"] == "person"
    assert made.summary.text == "My own"


def test_an_action_the_rubric_does_not_know_keeps_its_words() -> None:
    base = plan()
    odd = base.actions[0].updated_with(id="security.backup.gone", why_here="Old words.")
    assert curate(base.updated_with(actions=(odd,)), RUBRIC, assessment(), EN).actions == (odd,)


def test_curating_twice_changes_nothing() -> None:
    once = curate(plan(), RUBRIC, assessment(), EN)
    assert curate(once, RUBRIC, assessment(), EN) == once
