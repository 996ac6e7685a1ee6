"""Whatever stands in a rubric's files, a check ends in a report."""

from __future__ import annotations

import copy
import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ngo_assist.rubric.check import check_rubric
from ngo_assist.rubric.load import load_rubric
from tests.make_rubric import Tables, write_rubric

ODD = st.sampled_from(
    [
        *(
            0,
            -1,
            9,
            10**30,
            2.5,
            float("nan"),
            float("inf"),
            True,
            "",
            " ",
            "x",
            "a.b",
            "a.b.c",
            "{",
            "security.p0",
        ),
        *(
            "security.p0.first",
            "02-30",
            dt.date(2026, 1, 1),
            dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
            dt.time(1),
        ),
        *([], [1], ["en"], [[]], [{}], [{"id": "x"}], {}, {"en": 1}, {"en": []}, {"id": {}}, {"free": "x"}),
    ]
)


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for step, child in inner for place in places(child, (*path, step)))]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_check_ends_in_a_report_and_what_it_passes_loads(data: st.DataObject) -> None:
    def damage(tables: Tables) -> None:
        for _ in range(data.draw(st.integers(1, 4))):
            path = data.draw(st.sampled_from([place for place in places(tables) if len(place) > 1]))
            parent: Any = tables
            for step in path[:-1]:
                parent = parent[step]
            if data.draw(st.booleans()):
                # A copy: the next damage may be done to what this one has put there.
                parent[path[-1]] = copy.deepcopy(data.draw(ODD))
            elif isinstance(parent, dict):
                parent.pop(path[-1])

    with tempfile.TemporaryDirectory() as folder:
        made = write_rubric(Path(folder) / "r", languages=["en", "ru"], mutate=damage)
        report = check_rubric(made)
        assert all(line.isprintable() for line in report.in_words())
        if report.ok:
            load_rubric(made)
