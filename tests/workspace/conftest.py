"""A workspace on a real disk, and a small rubric."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Profile
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.store import Workspace
from tests import in_memory

EAST = timezone(timedelta(hours=5))
NOW = datetime(2026, 11, 23, 10, tzinfo=EAST)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    numbers = itertools.count(1)
    return Workspace(tmp_path / "NGO Assist", lambda: f"uid-{next(numbers)}")


@pytest.fixture
def rubric() -> Rubric:
    return in_memory.rubric(in_memory.practice("security.backup"), in_memory.practice("people.skills"))


@pytest.fixture
def profile() -> Profile:
    return Profile(name="Үміт", region="KZ-10", settlement="village", paid_staff=1, languages=("kk", "ru"))
