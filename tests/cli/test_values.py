from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ngo_assist.cli import values


@pytest.mark.parametrize(
    ("read", "given", "meant"),
    [
        (values.month, "2026-12", date(2026, 12, 1)),
        (values.month, "2026-2", date(2026, 2, 1)),
        (values.month, "2027-01-15", date(2027, 1, 1)),
        (values.whole(1, 36), "36", 36),
        (values.days, "1,5", 1.5),
        (values.days, "2", 2.0),
        (values.money, "100 000", 100_000.0),
        (values.money, "100\u00a0000", 100_000.0),
        (values.money, "0", 0.0),
        (values.language, "KZ", "kk"),
        (values.path, "plan", Path("plan")),
    ],
)
def test_values_are_read_as_people_write_them(read: Callable[[str], Any], given: str, meant: object) -> None:
    assert read(given) == meant


@pytest.mark.parametrize(
    ("read", "given"),
    [
        (values.month, "2026-13"),
        (values.month, "December"),
        (values.month, "9999-12"),
        (values.month, ""),
        (values.whole(1, 36), "0"),
        (values.whole(1, 36), "37"),
        (values.whole(1, 36), "3.5"),
        (values.whole(1, 36), "9" * 5000),
        (values.days, "0"),
        (values.days, "nan"),
        (values.days, "inf"),
        (values.days, "101"),
        (values.money, "-5"),
        (values.money, "1e9"),
        (values.language, "../.."),
        (values.language, "Kazakh language"),
        (values.path, ""),
    ],
)
def test_what_cannot_be_meant_is_refused(read: Callable[[str], Any], given: str) -> None:
    with pytest.raises(values.Unreadable):
        read(given)


def test_a_tilde_is_the_home_folder(home: Path) -> None:
    assert values.path("~/plan") == home / "plan"
