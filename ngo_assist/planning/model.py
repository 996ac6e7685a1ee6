"""The plan: what is done, by whom, when, and what had to wait.

Costs are in the plan's currency, efforts in working days, months are calendar months.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, field_validator

from ngo_assist.assessment.model import Document, Profile, RubricRef
from ngo_assist.planning.bounds import MONTHS_MOST
from ngo_assist.rubric.model import Connectivity

Origin = Literal["model", "rubric", "person"]
Status = Literal["todo", "doing", "done", "dropped"]
Reason = Literal["connectivity", "device", "budget", "capacity", "date", "requires", "horizon"]
REASONS: tuple[Reason, ...] = (
    "connectivity",
    "device",
    "budget",
    "capacity",
    "date",
    "requires",
    "horizon",
)
"""Why an action waits, in the order in which they are looked for."""

BECAUSE = (
    "opens",  # the free small action that opens the first month
    "duty",
    "date",  # stands where the duty's date wants it
    "foundation",
    "goal",  # serves what the leader wants first
    "level",  # level=N: the answer it comes from
    "note",  # the answer has a note
    "unsure",  # the answer was given with doubt
    "quick-win",
    "brings",  # brings the connection that others need
    "needed-by",  # needed-by=ID: another action stands on it
    "check-first",  # check-first=ID: requires what was not asked
    "errand",  # shares a month with other errands in town
    "pinned",
)
"""The words that `PlannedAction.because` is made of, some followed by "=" and a value."""


class Limits(Document):
    """What the plan must keep to."""

    start: date
    months: Annotated[int, Field(ge=1, le=MONTHS_MOST)] = 6
    days_per_month: Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]
    actions_per_month: Annotated[int, Field(ge=1, le=50)] = 3
    budget: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    currency: str = ""
    connectivity: Connectivity

    @field_validator("start")
    @classmethod
    def _first_of_month(cls, value: date) -> date:
        return value.replace(day=1)


class PlanScores(Document):
    working: int
    answered: int
    overall: float | None = None
    target: float | None = None
    complete: float
    dimensions: dict[str, float] = {}


class Drafting(Document):
    """How the words came about."""

    model: str | None = None
    engine: str | None = None
    sha256: str | None = None
    verdict: Literal["pass", "fail", "none"] | None = None
    ended: Literal["complete", "stopped", "worker"] = "complete"
    drafted: int = 0
    curated: int = 0
    refused: dict[str, int] = {}
    seconds: float = 0.0


class Summary(Document):
    text: str = ""
    origin: Origin = "rubric"


class PlannedAction(Document):
    id: str
    practice: str
    from_level: int
    to_level: int
    title: str
    why_here: str
    first_step: str
    steps: tuple[str, ...] = ()
    indicator: str = ""
    risk: str | None = None
    origin: dict[str, Origin] = {}
    role: str | None = None
    owner: str = ""
    start: date
    due: date
    effort_days: float
    cost: float
    connectivity: Connectivity
    requires: tuple[str, ...] = ()
    duty: str | None = None
    quick_win: bool = False
    because: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    status: Status = "todo"
    done_on: date | None = None


class Later(Document):
    id: str
    practice: str
    title: str
    reason: Reason
    waits_for: tuple[str, ...] = ()


class PlannedAsk(Document):
    id: str
    title: str
    addressee: str
    text: str


class Plan(Document):
    """A `plan.toml`."""

    schema_: Annotated[Literal["ngo-assist/plan@1"], Field(alias="schema")] = "ngo-assist/plan@1"
    uid: str
    id: str
    assessment: str
    assessment_updated: datetime | None = None
    replaces: str | None = None
    rubric: RubricRef
    language: str
    created: datetime
    organisation: Profile
    limits: Limits
    scores: PlanScores
    drafting: Drafting = Drafting()
    summary: Summary = Summary()
    actions: tuple[PlannedAction, ...] = ()
    later: tuple[Later, ...] = ()
    asks: tuple[PlannedAsk, ...] = ()
