"""Action ladders: holes, and prerequisites that nobody can meet."""

from __future__ import annotations

from typing import Any

from tests.make_rubric import Tables
from tests.rubric.conftest import Check, action, only, practice

P0 = 'practices[0] "security.p0"'
A0 = f'{P0}.actions[0] "security.p0.first"'


def rungs(tables: Tables, number: int, *steps: tuple[int, int]) -> list[dict[str, Any]]:
    """Give a practice a ladder of (from, to), its actions called "r0", "r1", …"""
    made = practice(tables, number)
    sample = made["actions"][0]
    made["actions"] = [
        {**sample, "id": f"{made['id']}.r{n}", "from": first, "to": last}
        for n, (first, last) in enumerate(steps)
    ]
    found: list[dict[str, Any]] = made["actions"]
    return found


def test_a_ladder_may_branch_skip_and_overlap(check: Check) -> None:
    assert check(lambda tables: rungs(tables, 0, (0, 2), (0, 1), (1, 3), (2, 4), (0, 4))).ok


def test_a_level_without_an_action_is_a_hole(check: Check) -> None:
    error = only(check(lambda tables: rungs(tables, 0, (0, 1), (3, 4))).errors)
    assert error.place == f"{P0}.actions"
    assert "no action can be taken at level 1, 2" in error.in_words()
    assert error.found == "0 → 1, 3 → 4"


def test_a_ladder_that_does_not_reach_the_top_has_a_hole(check: Check) -> None:
    assert "at level 3" in only(check(lambda tables: rungs(tables, 0, (0, 3))).errors).in_words()


def test_a_practice_without_actions_has_a_hole_at_every_level(check: Check) -> None:
    assert "at level 0, 1, 2, 3" in only(check(lambda tables: rungs(tables, 0)).errors).in_words()


def test_an_action_above_a_hole_is_not_also_told_as_a_circle(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        rungs(tables, 0, (0, 1), (2, 4))
        rungs(tables, 1, (0, 4))[0]["requires"] = ["security.p0.r1"]

    assert "a hole" in only(check(mutate).errors).in_words()


def test_an_unknown_prerequisite_comes_with_its_likeliest_meaning(check: Check) -> None:
    error = only(check(lambda tables: action(tables).update(requires=["security.p1.frist"])).errors)
    assert error.place == f"{A0}.requires[0]"
    assert "Did you mean security.p1.first?" in error.in_words()


def test_an_action_cannot_require_itself(check: Check) -> None:
    error = only(check(lambda tables: action(tables).update(requires=["security.p0.first"])).errors)
    assert "requires itself" in error.in_words()


def test_a_prerequisite_stands_once_in_the_list(check: Check) -> None:
    error = only(check(lambda tables: action(tables).update(requires=["people.p0.first"] * 2)).errors)
    assert error.place == f"{A0}.requires[1]"


def test_a_circle_is_told_with_all_that_it_goes_through(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["requires"] = ["security.p1.first"]
        action(tables, of=1)["requires"] = ["people.p0.first"]
        tables["people"]["practices"][0]["actions"][0]["requires"] = ["security.p0.first"]

    error = only(check(mutate).errors)
    assert error.place == f"{A0}.requires[0]"
    assert "security.p0.first → security.p1.first → people.p0.first → security.p0.first" in error.in_words()


def test_a_circle_can_go_through_a_lower_rung(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        action(tables, of=0)["requires"] = ["security.p1.second"]
        action(tables, of=1)["requires"] = ["security.p0.second"]

    error = only(check(mutate).errors)
    assert "security.p0.first → security.p1.second → security.p1.first" in error.in_words()


def test_two_circles_are_both_told(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["requires"] = ["security.p1.first", "people.p0.first"]
        action(tables, of=1)["requires"] = ["security.p0.first"]
        tables["people"]["practices"][0]["actions"][0]["requires"] = ["security.p0.first"]

    assert [finding.place for finding in check(mutate).errors] == [
        f"{A0}.requires[0]",
        f"{A0}.requires[1]",
    ]


def test_what_stands_on_a_circle_is_not_told_as_one(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["requires"] = ["security.p1.first"]
        action(tables, of=1)["requires"] = ["security.p0.first"]
        tables["people"]["practices"][0]["actions"][0]["requires"] = ["security.p0.first"]

    assert only(check(mutate).errors).file == "security.toml"


def test_a_circle_in_one_branch_is_no_way_out_for_another(check: Check) -> None:
    """Both branches of p0 need p1, which needs p0: each rung alone looks innocent."""

    def mutate(tables: Tables) -> None:
        one, two, _ = rungs(tables, 0, (0, 1), (0, 1), (1, 4))
        other = rungs(tables, 1, (0, 4))
        one["requires"] = two["requires"] = ["security.p1.r0"]
        other[0]["requires"] = ["security.p0.r2"]

    report = check(mutate)
    assert not report.ok
    assert all("goes in a circle" in finding.in_words() for finding in report.errors)


def test_an_action_cannot_stand_on_a_higher_rung_of_its_own_practice(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        rungs(tables, 0, (0, 1), (0, 2), (2, 4))[0]["requires"] = ["security.p0.r1"]

    error = only(check(mutate).errors)
    assert error.place == f'{P0}.actions[0] "security.p0.r0".requires[0]'
    assert "this can never hold" in error.in_words()


def test_nor_can_it_by_way_of_another_practice(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        rungs(tables, 0, (0, 1), (0, 1), (1, 4))[0]["requires"] = ["security.p1.r0"]
        rungs(tables, 1, (0, 4))[0]["requires"] = ["security.p0.r2"]

    error = only(check(mutate).errors)
    assert "security.p0.r0 → security.p1.r0 → security.p0.r2" in error.in_words()


def test_an_action_may_stand_on_a_rung_that_leaves_it_something_to_do(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        rungs(tables, 0, (0, 1), (0, 3), (3, 4))[1]["requires"] = ["security.p0.r0"]

    assert check(mutate).ok
