"""Which of an organisation's plans belongs to an assessment, and which came before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ngo_assist.messages import UserError

if TYPE_CHECKING:
    from ngo_assist.planning.model import Plan
    from ngo_assist.workspace.organisation_folder import OrganisationFolder


@dataclass(frozen=True)
class FoundPlans:
    plan: Plan | None
    """The newest plan of the assessment."""
    earlier: Plan | None
    """The newest plan of another assessment that is newer than `plan`, or the newest of all."""
    unreadable: tuple[UserError, ...]
    """Plans that are there and cannot be read; a new one goes beside them."""


def found_plans(folder: OrganisationFolder, assessment_id: str) -> FoundPlans:
    """Read plans from the newest back; one that cannot be read never stands in the way."""
    earlier: Plan | None = None
    unreadable: list[UserError] = []
    for id in reversed(folder.plans()):
        try:
            plan = folder.plan(id)
        except UserError as error:
            unreadable.append(error)
            continue
        if plan.assessment == assessment_id:
            return FoundPlans(plan, earlier, tuple(unreadable))
        earlier = earlier or plan
    return FoundPlans(None, earlier, tuple(unreadable))
