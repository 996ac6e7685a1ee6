"""Targets and the goal: how they are stepped through, kept, taken back, and what they make of the plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.application import aims
from ngo_assist.application.aims import Aims
from ngo_assist.application.session import Session
from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import score
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import UserError
from ngo_assist.rubric.model import Rubric
from tests.in_memory import assessment, plan, practice, rubric
from tests.tui.planned import session

EN = Translator("en")


def a_rubric() -> Rubric:
    return rubric(
        practice("a.one"),
        practice("a.two"),
        practice("b.three", duty="law"),
        practice("c.four", serves=["time"]),
    )


ANSWERS: dict[str, int | str] = {"a.one": 1, "a.two": 3, "b.three": 0, "c.four": "not for us"}


def with_targets(**targets: int) -> tuple[Rubric, Assessment]:
    found = a_rubric()
    return found, assessment(found, ANSWERS, targets={id.replace("_", "."): n for id, n in targets.items()})


def steps(id: str, direction: int, **targets: int) -> list[int | None]:
    """Return the target of `id` after each step, until it stays."""
    found, given = with_targets(**targets)
    now, seen = aims.aims_of(given), list[int | None]()
    while True:
        scores = score(found, given.updated_with(targets=dict(now.targets)))
        after = aims.stepped(now, id, direction, found, scores)
        if after == now:
            return seen
        now = after
        seen.append(now.targets.get(id))


def test_a_practice_is_stepped_from_leaving_it_as_it_is_to_the_top() -> None:
    # At level 1 the usual target is 2: that one is not written down.
    assert steps("a.one", 1) == [3, 4]
    assert steps("a.one", -1) == [1]
    assert steps("a.one", 1, a_one=1) == [None, 3, 4]


def test_a_practice_follows_its_dimension_until_it_has_a_target_of_its_own() -> None:
    assert steps("a.one", -1, a=4) == [3, 2, 1]
    assert steps("a.one", 1, a=3, a_one=2) == [None, 4]


def test_a_dimension_is_left_as_it_is_or_goes_one_step_up_or_to_one_level() -> None:
    assert steps("a", 1, a=0) == [2, None, 3, 4]
    assert steps("a", -1, a=4) == [3, None, 2, 0]


def test_a_target_from_a_file_that_no_step_leads_to_can_be_left_both_ways() -> None:
    assert steps("a.two", 1, a_two=1) == [3, None]
    assert steps("a", 1, a=1) == [2, None, 3, 4]


def test_what_has_no_level_has_no_target() -> None:
    assert steps("c.four", 1) == [] == steps("c", 1)


@given(
    st.sampled_from(["a", "a.one", "a.two", "b", "b.three"]), st.lists(st.sampled_from([-1, 1]), max_size=12)
)
def test_any_steps_lead_to_targets_that_can_be_reached(id: str, directions: list[int]) -> None:
    found, given = with_targets()
    for direction in directions:
        wanted = aims.stepped(aims.aims_of(given), id, direction, found, score(found, given))
        given = given.updated_with(targets=dict(wanted.targets))
        assert all(0 <= level <= found.top for level in given.targets.values())
    assert set(given.targets) <= {id}


def test_the_goal_goes_round() -> None:
    assert [aims.stepped_goal(goal, 1) for goal in ("time", "reporting", None)] == ["money", "time", "time"]
    assert aims.stepped_goal(None, -1) == "reporting"


def lines(**targets: int) -> dict[str, str]:
    found, given = with_targets(**targets)
    scores = score(found, given)
    shown = {line.id: line.word for line in aims.dimension_lines(found, given, scores, EN)}
    shown |= {line.id: line.word for line in aims.practice_lines(found, given, scores, "a", EN)}
    return shown


def test_what_is_wanted_is_said_in_words() -> None:
    assert lines() == {
        "a": "one step up each",
        "b": "one step up each",
        "c": "not answered",
        "a.one": "Level 2",
        "a.two": "Level 4",
    }
    assert lines(a=3) | {"a": "Level 3", "a.one": "Level 3", "a.two": "leave as it is"} == lines(a=3)
    assert lines(a=0)["a"] == lines(a=0)["a.one"] == "leave as it is"


def test_a_duty_that_is_kept_below_the_level_from_which_it_works_is_counted() -> None:
    for target, low in ((None, 0), (3, 0), (2, 1), (0, 1)):
        found, given = with_targets(**({} if target is None else {"b_three": target}))
        assert aims.low_duties(score(found, given), found) == low


def test_other_aims_tell_what_comes_into_the_plan_and_what_waits_or_goes() -> None:
    found, given = with_targets(b=0)
    before = plan(found, given, actions_per_month=1, months=2)
    after = plan(found, given.updated_with(targets={"a": 0, "b": 4}), actions_per_month=1, months=2)
    told = aims.difference(before, after, found)
    assert told.come == tuple(a.title for a in after.actions)
    assert set(told.go) == {a.title for a in before.actions}
    assert aims.difference(before, before, found).come == ()


def test_many_names_are_said_in_few_words() -> None:
    assert aims.named(("A", "B"), EN) == "“A”, “B”"
    assert aims.named(("A", "B", "C", "D", "E"), EN) == "“A”, “B”, “C” and 2 more"


# Kept and taken back


@pytest.fixture
def made(tmp_path: Path) -> Session:
    return session(tmp_path)


def on_disk(made: Session) -> tuple[dict[str, int], str | None, str | None]:
    assert made.folder is not None
    kept = made.folder.assessment(made.assessment.id)
    return dict(kept.targets), kept.organisation.goal, made.folder.organisation().goal


def test_targets_and_goal_are_on_the_disk_at_once_in_the_assessment_and_in_the_profile(made: Session) -> None:
    assert made.assessment.finished is not None
    made.results.want(Aims({"care": 3}, "safety"))
    assert on_disk(made) == ({"care": 3}, "safety", "safety")


def test_each_change_can_be_taken_back_and_made_again(made: Session) -> None:
    made.results.want(Aims({"care": 3}, "reach"))
    made.results.want(Aims({"care": 3}, "money"))
    made.results.undo()
    assert on_disk(made) == ({"care": 3}, "reach", "reach")
    made.results.undo()
    assert on_disk(made) == ({}, "reach", "reach")
    assert not made.results.can_undo
    made.results.redo()
    made.results.redo()
    assert on_disk(made) == ({"care": 3}, "money", "money")


def test_taking_an_answer_back_leaves_the_targets(made: Session) -> None:
    made.results.want(Aims({"care.backup": 4}, "reach"))
    made.answer("care.backup", 2)
    made.undo()
    assert made.assessment.targets == {"care.backup": 4}


def test_the_plan_is_made_again_of_other_aims_and_nothing_is_kept_of_it(made: Session) -> None:
    before = made.results.planned
    assert made.results.planned is before
    made.results.want(Aims({"care": 0, "reach": 0}, "reach"))
    assert made.results.planned.actions == ()
    assert made.plans.plan is None


def test_who_only_looks_changes_nothing(made: Session) -> None:
    slug = made.writable.slug
    other = Session(made.workspace, lambda: made.rubric, "en", now=made.now, uid=made.uid)
    other.open(slug, look=True)
    with pytest.raises(UserError):
        other.results.want(Aims({"care": 3}, "reach"))
    assert other.assessment.targets == {}
    assert not other.results.can_undo


def test_another_assessment_begins_without_steps_to_take_back(made: Session) -> None:
    made.results.want(Aims({"care": 3}, "reach"))
    made.results.view = "targets"
    made.start("full")
    assert not made.results.can_undo
    assert made.results.view == ""
