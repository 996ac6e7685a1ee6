"""What an organisation as it was sent has that the one here has not, and the other way round.

The same organisation, assessment and plan are known by their `uid`; an assessment made by hand, which may
have none, by its id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

from ngo_assist.assessment.model import Assessment, Organisation, Profile
from ngo_assist.messages import UserError
from ngo_assist.planning.model import Plan
from ngo_assist.workspace.organisation_folder import OrganisationFolder
from ngo_assist.workspace.received import Received
from ngo_assist.workspace.without_notes import without_notes

P = TypeVar("P", Assessment, Plan)
Kind = Literal["new", "same", "changed"]
"""`new`: it is not here yet; `changed`: it is here and says something else."""

COPY_OF = "copy_of"
"""A key of an assessment or a plan that was kept beside the one here: the uid that it was sent with."""

_NOT_CONTENT = frozenset({"id", "uid", "started", "updated", "finished", "created", "language", COPY_OF})
_NOT_OF_PLAN = frozenset({"assessment", "assessment_updated", "replaces", "drafting", "markdown_sha256"})


@dataclass(frozen=True)
class Difference(Generic[P]):
    """An assessment or a plan that was sent, beside the one here."""

    theirs: P
    mine: P | None
    kind: Kind
    changed: tuple[str, ...] = ()
    """The practices, or the actions, that say something else."""
    newer: Literal["theirs", "mine", None] = None
    """Which of the two was changed last, as far as their dates tell."""


@dataclass(frozen=True)
class Differences:
    profile: tuple[str, ...]
    """The fields of the organisation that differ."""
    assessments: tuple[Difference[Assessment], ...]
    plans: tuple[Difference[Plan], ...]
    only_mine: int
    """Assessments and plans that were not sent; they stay as they are in any case."""
    unreadable: tuple[UserError, ...] = field(default=(), compare=False)
    """Assessments and plans here that cannot be read, and so cannot be compared."""

    @property
    def nothing(self) -> bool:
        """Whether all that was sent is here already."""
        kinds = {each.kind for each in self.assessments} | {each.kind for each in self.plans}
        return not self.profile and kinds <= {"same"}


def differences(folder: OrganisationFolder, sent: Received) -> Differences:
    """Compare what was sent with the organisation here. Raises `UserError`."""
    unreadable: list[UserError] = []
    heads = [head.id for head in folder.assessments()]
    assessments = _readable(heads, folder.assessment, unreadable)
    plans = _readable(folder.plans(), folder.plan, unreadable)
    of_assessments = tuple(_assessment(each, assessments, sent) for each in sent.assessments.values())
    of_plans = tuple(_plan(each, plans, sent) for each in sent.plans.values())
    met = {id(each.mine) for each in of_assessments} | {id(each.mine) for each in of_plans}
    return Differences(
        profile=_profile(folder.organisation(), sent.organisation),
        assessments=of_assessments,
        plans=of_plans,
        only_mine=sum(id(each) not in met for each in (*assessments, *plans)),
        unreadable=tuple(unreadable),
    )


def _readable(ids: Iterable[str], read: Callable[[str], P], unreadable: list[UserError]) -> list[P]:
    found = []
    for each in ids:
        try:
            found.append(read(each))
        except UserError as error:
            unreadable.append(error)
    return found


def _profile(mine: Organisation, theirs: Organisation) -> tuple[str, ...]:
    return tuple(name for name in Profile.model_fields if getattr(mine, name) != getattr(theirs, name))


def _assessment(theirs: Assessment, here: list[Assessment], sent: Received) -> Difference[Assessment]:
    # Who has a copy without notes may have written some since.
    bare = sent.without_notes and theirs == without_notes(theirs)
    plain = without_notes if bare else _as_it_is
    mine, copies = _of_uid(theirs, here)
    content = _content(plain(theirs))
    if same := next((each for each in copies if _content(plain(each)) == content), None):
        return Difference(theirs, same, "same")
    if mine is None:
        return Difference(theirs, None, "new")
    one, other = plain(mine).answers, plain(theirs).answers
    changed = tuple(practice for practice in {**one, **other} if one.get(practice) != other.get(practice))
    return Difference(theirs, mine, "changed", changed, _newer(mine.updated, theirs.updated))


def _plan(theirs: Plan, here: list[Plan], sent: Received) -> Difference[Plan]:
    says = _steps if sent.without_notes else _content
    mine, copies = _of_uid(theirs, here)
    content = says(theirs)
    if same := next((each for each in copies if says(each) == content), None):
        return Difference(theirs, same, "same")
    if mine is None:
        return Difference(theirs, None, "new")
    one, other = ({action.id: action for action in plan.actions} for plan in (mine, theirs))
    changed = tuple(id for id in {**one, **other} if one.get(id) != other.get(id))
    return Difference(theirs, mine, "changed", changed, _newer(mine.created, theirs.created))


def _steps(plan: Plan) -> dict[str, Any]:
    """Return what a copy without notes still says of a plan: what is done when."""
    return {action.id: (action.start, action.due, action.status, action.done_on) for action in plan.actions}


def _of_uid(theirs: P, here: list[P]) -> tuple[P | None, list[P]]:
    """Return the one here with the same uid, and with it those that were kept beside it before."""
    if theirs.uid is None:
        same = [each for each in here if each.uid is None and each.id == theirs.id]
        return next(iter(same), None), same
    same = [each for each in here if each.uid == theirs.uid]
    beside = [each for each in here if (each.model_extra or {}).get(COPY_OF) == theirs.uid]
    return next(iter(same), None), same + beside


def _content(document: Assessment | Plan) -> dict[str, Any]:
    left_out = _NOT_CONTENT | (_NOT_OF_PLAN if isinstance(document, Plan) else frozenset())
    return document.model_dump(exclude=set(left_out))


def _newer(mine: datetime | None, theirs: datetime | None) -> Literal["theirs", "mine", None]:
    if mine is None or theirs is None or mine == theirs:
        return None
    return "theirs" if theirs > mine else "mine"


def _as_it_is(assessment: Assessment) -> Assessment:
    return assessment
