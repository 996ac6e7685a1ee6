"""The planning rules, one by one, each with the smallest rubric that shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ngo_assist.assessment.model import Answer, Profile
from ngo_assist.messages import UserError
from ngo_assist.planning.limits import days_per_month, default_limits
from ngo_assist.planning.model import Plan
from ngo_assist.planning.plan import make_plan
from ngo_assist.rubric.model import Ask, Rubric
from tests.in_memory import NOON, action, assessment, ladder, plan, practice, rubric


def ids(made: Plan) -> list[str]:
    return [a.id.split(".", 1)[1] for a in made.actions]


def reasons(made: Plan) -> dict[str, str]:
    return {later.id.split(".", 1)[1]: later.reason for later in made.later}


def one(actions: list[dict[str, Any]], level: int = 0, target: int = 4, **profile: Any) -> Plan:
    """The plan for a rubric of one practice with room for everything."""
    made = rubric(practice("d.p", actions=actions))
    return plan(
        made,
        assessment(made, {"d.p": level}, targets={"d.p": target}, **profile),
        months=12,
        days_per_month=10,
        budget=1_000_000,
    )


class TestTheWayUp:
    def test_a_way_that_fits_the_connection_is_taken_before_a_cheaper_one(self) -> None:
        made = one(
            [
                action("d.p.online", 0, 4, connectivity="steady"),
                action("d.p.paper", 0, 4, days=3, cost="low"),
            ],
            connectivity="mobile",
        )
        assert ids(made) == ["p.paper"]

    def test_the_device_counts_as_the_connection_does(self) -> None:
        made = one(
            [action("d.p.office", 0, 4, device="computer"), action("d.p.phone", 0, 4, days=2)],
            device="phone",
        )
        assert ids(made) == ["p.phone"]

    def test_a_trip_is_dearer_than_money(self) -> None:
        rungs = [action("d.p.trip", 0, 4, place="town"), action("d.p.home", 0, 4, cost="low")]
        assert ids(one(rungs, settlement="village")) == ["p.home"]

    def test_who_lives_in_town_makes_no_trip(self) -> None:
        rungs = [action("d.p.trip", 0, 4, place="town"), action("d.p.home", 0, 4, cost="low")]
        assert ids(one(rungs, settlement="town")) == ["p.trip"]

    def test_then_cost_then_days_then_the_number_of_actions_then_ids(self) -> None:
        assert ids(one([action("d.p.a", 0, 4, cost="low"), action("d.p.b", 0, 4, days=5)])) == ["p.b"]
        assert ids(one([action("d.p.a", 0, 4, days=2), action("d.p.b", 0, 4, days=1)])) == ["p.b"]
        halves = [action("d.p.a", 0, 2, days=1), action("d.p.b", 2, 4, days=1)]
        assert ids(one([*halves, action("d.p.z", 0, 4, days=2)])) == ["p.z"]
        assert ids(one([action("d.p.b", 0, 4), action("d.p.a", 0, 4)])) == ["p.a"]

    def test_an_action_that_leads_past_the_target_may_be_taken(self) -> None:
        assert ids(one([action("d.p.far", 0, 4)], target=1)) == ["p.far"]

    def test_an_action_applies_from_any_level_below_its_end(self) -> None:
        made = one([action("d.p.a", 0, 3), action("d.p.b", 3, 4)], level=2)
        assert ids(made) == ["p.a", "p.b"]
        assert [(a.from_level, a.to_level) for a in made.actions] == [(2, 3), (3, 4)]
        assert made.actions[1].requires == ("d.p.a",)

    def test_nothing_is_planned_at_the_target_or_above(self) -> None:
        assert ids(one(ladder("d.p", 4), level=2, target=2)) == []


class TestPrerequisites:
    LADDERS = (
        practice("a.base"),
        practice("b.top", actions=[action("b.top.x", 0, 4, requires=["a.base.to2"])]),
    )

    def test_a_prerequisite_joins_with_its_lower_rungs(self) -> None:
        made = rubric(*self.LADDERS)
        result = plan(made, assessment(made, {"a.base": 0, "b.top": 0}, targets={"a.base": 0, "b.top": 4}))
        assert ids(result) == ["base.to1", "base.to2", "top.x"]
        assert result.actions[-1].requires == ("a.base.to2",)
        assert "needed-by=b.top.x" in result.actions[0].because

    def test_one_that_is_reached_does_not_join(self) -> None:
        made = rubric(*self.LADDERS)
        result = plan(made, assessment(made, {"a.base": 2, "b.top": 0}, targets={"a.base": 0, "b.top": 4}))
        assert ids(result) == ["top.x"]

    def test_one_that_was_not_asked_does_not_block_and_is_to_be_checked(self) -> None:
        made = rubric(*self.LADDERS)
        result = plan(made, assessment(made, {"b.top": 0}))
        assert ids(result) == ["top.x"]
        assert "check-first=a.base.to2" in result.actions[0].because

    def test_one_that_does_not_apply_neither_blocks_nor_is_to_be_checked(self) -> None:
        made = rubric(*self.LADDERS)
        result = plan(made, assessment(made, {"a.base": "not with us", "b.top": 0}))
        assert ids(result) == ["top.x"]
        assert not any(reason.startswith("check-first") for reason in result.actions[0].because)

    def test_a_prerequisite_takes_the_rank_of_what_needs_it(self) -> None:
        made = rubric(
            practice("a.dear", actions=[action("a.dear.x", 0, 4, days=2)]),
            practice("a.fine", actions=[action("a.fine.x", 0, 4, days=1)]),
            practice("b.law", duty="law", actions=[action("b.law.x", 0, 4, requires=["a.dear.x"])]),
        )
        result = plan(
            made,
            assessment(made, {"a.dear": 0, "a.fine": 0, "b.law": 0}),
            actions_per_month=1,
            days_per_month=2,
        )
        assert ids(result) == ["dear.x", "fine.x", "law.x"]


class TestBaskets:
    def test_law_ground_and_what_they_came_for_come_in_turn(self) -> None:
        made = rubric(
            *(practice(f"l.p{n}", duty="law", actions=[action(f"l.p{n}.x", 0, 4, 1)]) for n in range(2)),
            *(practice(f"f.p{n}", foundation=True, actions=[action(f"f.p{n}.x", 0, 4, 1)]) for n in range(2)),
            *(practice(f"r.p{n}", actions=[action(f"r.p{n}.x", 0, 4, 1)]) for n in range(2)),
        )
        result = plan(
            made, assessment(made, dict.fromkeys(made.practices, 0)), actions_per_month=1, days_per_month=1
        )
        assert [a.id[0] for a in result.actions] == ["l", "f", "r", "l", "f", "r"]

    def test_what_serves_the_goal_comes_before_better_value(self) -> None:
        made = rubric(
            practice("r.cheap", actions=[action("r.cheap.x", 0, 4, 0.6)]),
            practice("r.wanted", serves=["reach"], actions=[action("r.wanted.x", 0, 4, 2)]),
        )
        answers = assessment(made, {"r.cheap": 0, "r.wanted": 0}, goal="reach")
        assert ids(plan(made, answers, actions_per_month=1)) == ["wanted.x", "cheap.x"]

    def test_value_for_effort_is_weights_times_gain_times_relief_by_days_and_bands(self) -> None:
        made = rubric(
            practice("a.p", actions=[action("a.p.x", 0, 4, 2)], weight=3.0),  # 3 × 4 / 2 = 6
            practice("b.p", actions=[action("b.p.x", 0, 4, 2, relief=3)]),  # 4 × 3 / 2 = 6, later id
            practice("c.p", actions=[action("c.p.x", 0, 4, 1, cost="low", relief=3)]),  # 12 / (1 + 1) = 6
            practice("d.p", actions=[action("d.p.x", 0, 4, 1, relief=2)]),  # 8 / 1
            practice("e.p", actions=[action("e.p.x", 0, 4, 4)]),  # 4 / 4
        )
        answers = assessment(made, dict.fromkeys(made.practices, 0), targets=dict.fromkeys(made.practices, 4))
        result = plan(made, answers, months=12, actions_per_month=1, days_per_month=4, budget=1e6)
        # Among equals a quick win (at most a day, of the two cheapest bands) comes first.
        assert [a.id[0] for a in result.actions] == ["d", "c", "a", "b", "e"]

    def test_a_duty_takes_two_actions_at_most_and_the_rest_wait(self) -> None:
        made = rubric(practice("l.law", duty="law"))
        result = plan(made, assessment(made, {"l.law": 0}, targets={"l.law": 3}), months=12)
        assert ids(result) == ["law.to1", "law.to2"]
        assert reasons(result) == {"law.to3": "horizon"}


class TestMonths:
    def test_a_long_action_runs_over_months_and_counts_in_each(self) -> None:
        made = rubric(
            practice("a.p", actions=[action("a.p.x", 0, 4, 4, relief=3)]),
            practice("b.p", actions=[action("b.p.x", 0, 4, 1)]),
        )
        answers = assessment(made, {"a.p": 0, "b.p": 0}, targets={"a.p": 4, "b.p": 1})
        result = plan(made, answers, days_per_month=2)
        # b.p gives the more for the effort, and leaves no room for the long one in its own month.
        assert [(a.id, a.start.month, a.due.month) for a in result.actions] == [
            ("b.p.x", 12, 12),
            ("a.p.x", 1, 2),
        ]

    def test_an_action_longer_than_the_plan_waits(self) -> None:
        made = rubric(practice("a.p", actions=[action("a.p.x", 0, 4, 13)]))
        result = plan(made, assessment(made, {"a.p": 0}), days_per_month=2)
        assert reasons(result) == {"p.x": "capacity"}

    def test_the_next_rung_starts_in_a_later_month(self) -> None:
        made = rubric(practice("a.p"))
        result = plan(made, assessment(made, {"a.p": 0}, targets={"a.p": 4}), days_per_month=10)
        assert [a.start.isoformat() for a in result.actions] == [
            "2026-12-01",
            "2027-01-01",
            "2027-02-01",
            "2027-03-01",
        ]

    @pytest.mark.parametrize(
        ("start", "months", "expected"),
        [
            ("2026-12-01", 6, ["2027-02", "2027-03"]),
            ("2027-03-01", 6, ["2027-03"]),
            ("2027-04-01", 6, []),
            ("2027-04-01", 12, ["2028-02", "2028-03"]),
        ],
    )
    def test_a_duty_with_a_date_goes_into_the_two_months_before_it(
        self, start: str, months: int, expected: list[str]
    ) -> None:
        made = rubric(practice("l.report", duty="law", duty_date="03-31"))
        answers = assessment(made, {"l.report": 1}, targets={"l.report": 3})
        result = plan(made, answers, start=start, months=months)
        assert [a.start.isoformat()[:7] for a in result.actions] == expected
        if not expected:
            assert reasons(result)["report.to2"] == "date"

    def test_errands_in_town_share_a_month(self) -> None:
        made = rubric(
            practice("a.p", actions=[action("a.p.x", 0, 4, 1, place="town", relief=3)]),
            practice("b.p", actions=[action("b.p.x", 0, 4, 1, relief=2)]),
            practice("c.p", actions=[action("c.p.x", 0, 4, 1, place="town")]),
        )
        answers = assessment(made, dict.fromkeys(made.practices, 0), settlement="village")
        result = plan(made, answers, actions_per_month=2, days_per_month=2)
        assert [(a.id, a.start.month) for a in result.actions] == [
            ("a.p.x", 12),
            ("c.p.x", 12),
            ("b.p.x", 1),
        ]
        assert "errand" in result.actions[1].because

    def test_a_connection_counts_from_the_month_after_it_was_brought(self) -> None:
        made = rubric(
            practice("a.net", actions=[action("a.net.x", 0, 4, brings="steady")]),
            practice("b.p", actions=[action("b.p.x", 0, 4, connectivity="steady")]),
        )
        result = plan(made, assessment(made, {"a.net": 0, "b.p": 0}, connectivity="none"))
        assert [(a.id, a.start.month) for a in result.actions] == [("a.net.x", 12), ("b.p.x", 1)]
        assert "brings" in result.actions[0].because

    def test_the_first_month_opens_with_a_free_half_day_of_the_highest_relief(self) -> None:
        made = rubric(
            practice("l.law", duty="law", actions=[action("l.law.x", 0, 4, 1)]),
            practice("a.p", actions=[action("a.p.x", 0, 4, 0.25)]),
            practice("b.p", actions=[action("b.p.x", 0, 4, 0.5, relief=3)]),
            practice("c.p", actions=[action("c.p.x", 0, 4, 0.5, relief=3, cost="low")]),
        )
        result = plan(made, assessment(made, dict.fromkeys(made.practices, 0)))
        assert result.actions[0].id == "b.p.x"
        assert "opens" in result.actions[0].because

    def test_errands_of_different_baskets_share_a_month_too(self) -> None:
        made = rubric(
            practice("a.law", duty="law", actions=[action("a.law.x", 0, 4, 1, place="town", relief=3)]),
            practice("b.ground", foundation=True, actions=[action("b.ground.x", 0, 4, 1)]),
            practice("c.rest", actions=[action("c.rest.x", 0, 4, 1, place="town")]),
        )
        answers = assessment(made, dict.fromkeys(made.practices, 0), settlement="village")
        result = plan(made, answers, actions_per_month=2, days_per_month=2)
        assert [(a.id, a.start.month) for a in result.actions] == [
            ("a.law.x", 12),
            ("c.rest.x", 12),
            ("b.ground.x", 1),
        ]


class TestWhatWaits:
    def test_a_duty_whose_months_go_by_before_it_can_start_waits_for_the_date(self) -> None:
        made = rubric(practice("l.report", duty="law", duty_date="03-31"))
        answers = assessment(made, {"l.report": 1}, targets={"l.report": 3})
        result = plan(made, answers, start="2027-03-01")
        assert reasons(result) == {"report.to3": "date"}

    def test_a_connection_that_comes_too_late_is_what_is_waited_for(self) -> None:
        made = rubric(
            practice("a.net", actions=[action("a.net.x", 0, 4, brings="steady")]),
            practice("b.p", actions=[action("b.p.x", 0, 4, connectivity="steady")]),
        )
        result = plan(made, assessment(made, {"a.net": 0, "b.p": 0}, connectivity="none"), months=1)
        assert [(later.reason, later.waits_for) for later in result.later] == [("connectivity", ("a.net.x",))]

    def test_each_reason_is_said(self) -> None:
        made = rubric(
            practice("a.line", actions=[action("a.line.x", 0, 4, connectivity="steady")]),
            practice("b.pc", actions=[action("b.pc.x", 0, 4, device="computer")]),
            practice("c.dear", actions=[action("c.dear.x", 0, 4, cost="medium")]),
            practice("d.long", actions=[action("d.long.x", 0, 4, 50)]),
            practice("e.next", actions=[action("e.next.x", 0, 4, requires=["c.dear.x"])]),
            practice("f.full", actions=[action("f.full.x", 0, 4, 1)]),
            practice("g.full", actions=[action("g.full.x", 0, 4, 2)]),
        )
        answers = assessment(made, dict.fromkeys(made.practices, 0), connectivity="mobile", device="phone")
        result = plan(made, answers, months=1, days_per_month=2, budget=100_000)
        assert ids(result) == ["full.x"]
        assert {later.id: (later.reason, later.waits_for) for later in result.later} == {
            "a.line.x": ("connectivity", ()),
            "b.pc.x": ("device", ()),
            "c.dear.x": ("budget", ()),
            "d.long.x": ("capacity", ()),
            "e.next.x": ("requires", ("c.dear.x",)),
            "g.full.x": ("horizon", ()),
        }

    def test_a_dropped_action_is_gone_round_where_there_is_another_way(self) -> None:
        made = rubric(practice("a.p", actions=[action("a.p.a", 0, 4), action("a.p.b", 0, 4)]))
        answers = assessment(made, {"a.p": 0})
        first = plan(made, answers)
        assert ids(first) == ["p.a"]
        dropped = first.updated_with(actions=(first.actions[0].updated_with(status="dropped"),))
        again = plan(made, answers, earlier=dropped)
        assert {a.id: a.status for a in again.actions} == {"a.p.a": "dropped", "a.p.b": "todo"}

    def test_a_finished_action_raises_the_level_that_is_planned_from(self) -> None:
        made = rubric(practice("a.p"))
        answers = assessment(made, {"a.p": 0}, targets={"a.p": 2})
        first = plan(made, answers)
        done = first.actions[0].updated_with(status="done", done_on="2026-12-20")
        again = plan(made, answers, earlier=first.updated_with(actions=(done,)), start="2027-01-01")
        assert [(a.id, a.status) for a in again.actions] == [("a.p.to1", "done"), ("a.p.to2", "todo")]
        assert again.actions[1].start.isoformat() == "2027-01-01"

    def test_a_later_answer_counts_more_than_what_was_finished_before_it(self) -> None:
        made = rubric(practice("a.p"))
        answers = assessment(made, {"a.p": 0}, targets={"a.p": 1})
        first = plan(made, answers)
        done = first.actions[0].updated_with(status="done", done_on="2026-12-20")
        finished = first.updated_with(actions=(done,))
        a_year_on = answers.updated_with(
            id="2027-11-23", updated=NOON.replace(year=2027), started=NOON.replace(year=2027)
        )
        again = plan(made, a_year_on, earlier=finished, id="2027-11-23", start="2027-12-01")
        assert [(a.id, a.status, a.start.isoformat()) for a in again.actions] == [
            ("a.p.to1", "todo", "2027-12-01")
        ]

    def test_whatever_a_person_pins_stays_pinned(self) -> None:
        made = rubric(practice("a.p"), practice("b.p"))
        answers = assessment(made, {"a.p": 0, "b.p": 0})
        first = plan(made, answers)
        mine = first.actions[-1].updated_with(
            effort_days=1.5, due="2027-02-28", indicator="Ours", pinned=("effort_days", "due", "indicator")
        )
        again = plan(made, answers, earlier=first.updated_with(actions=(*first.actions[:-1], mine)))
        kept = {a.id: a for a in again.actions}[mine.id]
        assert (kept.effort_days, kept.due, kept.indicator) == (1.5, mine.due, "Ours")
        assert "pinned" in kept.because


class TestTheLimitsByDefault:
    @pytest.mark.parametrize(
        ("staff", "days"),
        [(0, 1.0), (1, 1.0), (2, 2.0), (5, 2.0), (6, 4.0), (14, 4.0), (15, 6.0), (None, 2.0)],
    )
    def test_days_a_month_go_by_paid_staff(self, staff: int | None, days: float) -> None:
        assert days_per_month(Profile(name="Umit", paid_staff=staff)) == days

    def test_the_plan_starts_in_the_month_after_with_twice_the_second_band(self) -> None:
        made = rubric(practice("a.p"))
        limits = plan(made, assessment(made, {"a.p": 0})).limits
        assert (limits.start.isoformat(), limits.months, limits.budget) == ("2026-12-01", 6, 100_000)
        assert (limits.actions_per_month, limits.currency, limits.connectivity) == (3, "KZT", "mobile")


def test_an_action_says_why_it_is_there() -> None:
    made = rubric(practice("f.p", foundation=True, serves=["reach"], actions=[action("f.p.x", 0, 4)]))
    answers = assessment(
        made, {"f.p": Answer(level=1, note="We lost a laptop.", confidence="unsure")}, goal="reach"
    )
    assert plan(made, answers).actions[0].because == (
        "opens",
        "foundation",
        "goal",
        "level=1",
        "note",
        "unsure",
        "quick-win",
    )


def test_letters_are_filled_in_and_braces_of_people_stay() -> None:
    ask = {
        "id": "d.ask",
        "practice": "d.p",
        "when": {"at_most": 1, "connectivity": ["none", "mobile"]},
        "title": {"en": "A line"},
        "addressee": {"en": "The akimat"},
        "text": {"en": "We are {organisation}. {mission}"},
    }
    base = rubric(practice("d.p"))
    dimension = base.dimensions[0].model_copy(update={"asks": (Ask.model_validate(ask),)})
    made = Rubric(header=base.header, dimensions=(dimension,))

    def letters(level: int, **profile: Any) -> list[str]:
        answers = assessment(made, {"d.p": level}, **profile)
        limits = default_limits(made, answers, date(2026, 11, 23))
        values = {"organisation": "{mission}", "mission": "We {help}"}
        result = make_plan(
            made, answers, limits, language="en", created=NOON, uid="u", id="1", ask_values=values
        )
        return [letter.text for letter in result.asks]

    assert letters(1) == ["We are {mission}. We {help}"]
    assert letters(2) == []
    assert letters(1, connectivity="steady") == []


def test_a_file_without_times_is_planned_from_the_day_in_its_id() -> None:
    made = rubric(practice("a.p"))
    bare = assessment(made, {"a.p": 0}).updated_with(id="2027-05-11-2", started=None, updated=None)
    assert default_limits(made, bare, date(2026, 1, 1)).start == date(2027, 6, 1)
    unnamed = bare.updated_with(id="spring")
    assert default_limits(made, unnamed, date(2026, 1, 1)).start == date(2026, 2, 1)


def test_a_year_that_cannot_be_meant_is_an_error_and_not_a_crash() -> None:
    made = rubric(practice("a.p"))
    far = assessment(made, {"a.p": 0}).updated_with(started=None, updated=NOON.replace(year=9999, month=12))
    with pytest.raises(UserError, match="9999"):
        default_limits(made, far, date(2026, 1, 1))


def test_a_pressing_duty_in_a_full_round_begins_the_next_one() -> None:
    made = rubric(
        practice("l.dated", duty="law", duty_date="02-28", actions=[action("l.dated.x", 0, 4, 1)]),
        practice("l.two", duty="law", actions=[action("l.two.x", 0, 4, 1)]),
        practice("f.one", foundation=True, actions=[action("f.one.x", 0, 4, 1)]),
        practice("f.two", foundation=True, actions=[action("f.two.x", 0, 4, 1)]),
        practice("r.one", actions=[action("r.one.x", 0, 4, 1)]),
        practice("r.two", actions=[action("r.two.x", 0, 4, 1)]),
    )
    answers = assessment(made, dict.fromkeys(made.practices, 0))
    result = plan(made, answers, start="2026-12-01", days_per_month=10)
    by_month: dict[int, list[str]] = {}
    for planned in result.actions:
        by_month.setdefault(planned.start.month, []).append(planned.id[0])
    assert by_month == {12: ["l", "f", "r"], 1: ["l", "f", "r"]}
