from ngo_assist.application.history import History


def test_what_is_carried_is_in_every_later_step_and_in_none_before() -> None:
    steps: History[str] = History()
    marked = "begun"
    for value in ("first", marked, "written", "edited"):
        steps.remember(value)
    now = steps.undo("last")
    steps.carry(lambda value: value + "+", marked)
    assert now == "edited"
    assert steps.redo(now) == "last+"
    assert [steps.undo("x") for _ in range(4)] == ["edited", "written+", "begun", "first"]


def test_nothing_is_carried_where_the_mark_is_gone() -> None:
    steps: History[str] = History()
    steps.remember("a")
    steps.carry(lambda value: value + "+", "b")
    assert steps.undo("x") == "a"
