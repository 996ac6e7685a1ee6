"""How far a plan is: done, begun and to do, of all."""

from __future__ import annotations

from dataclasses import dataclass

from ngo_assist.planning.model import Plan


@dataclass(frozen=True)
class Progress:
    """Of what is not dropped."""

    done: int
    doing: int
    all: int


def progress(plan: Plan) -> Progress:
    """Count the plan's actions."""
    live = [action.status for action in plan.actions if action.status != "dropped"]
    return Progress(live.count("done"), live.count("doing"), len(live))
