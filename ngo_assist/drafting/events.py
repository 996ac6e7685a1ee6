"""What drafting tells while it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ngo_assist.drafting.instructions import Field

Ending = Literal["complete", "stopped", "worker"]


@dataclass(frozen=True)
class TextStarted:
    """A text is asked for, for the first or the second time. `action_id` is None for the summary."""

    action_id: str | None
    field: Field
    attempt: int = 1


@dataclass(frozen=True)
class PieceWritten:
    """A bit of text as the model writes it: not judged yet, so only to be shown as such."""

    action_id: str | None
    field: Field
    text: str


@dataclass(frozen=True)
class TextKept:
    """The guard kept this text; it stands in the plan now."""

    action_id: str | None
    field: Field
    text: str


@dataclass(frozen=True)
class TextRefused:
    """The guard refused a try. With `final` the rubric's own text stands."""

    action_id: str | None
    field: Field
    reason: str
    final: bool


@dataclass(frozen=True)
class Progress:
    """How many of the plan's texts are settled."""

    done: int
    total: int


@dataclass(frozen=True)
class Ended:
    """The last event. `failure` says what became of the worker where `ending` is "worker"."""

    ending: Ending
    failure: str = ""


Event = TextStarted | PieceWritten | TextKept | TextRefused | Progress | Ended
