"""What came by messenger: whether it is known here, what differs, and taking in what a person has chosen.

An assessment and its plans go together: whoever takes one wants the plan made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ngo_assist.application.session import Session
from ngo_assist.assessment.model import Assessment
from ngo_assist.i18n.translator import translator
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.model import Plan
from ngo_assist.report.markdown import plan_markdown
from ngo_assist.workspace.differences import Difference, Differences, Kind, differences
from ngo_assist.workspace.received import Received, receive
from ngo_assist.workspace.store import Listed
from ngo_assist.workspace.take_in import Choice, Choices, Pages, take_in
from ngo_assist.workspace.trash import Deleted

PROFILE = "profile"
"""The key of a choice about the organisation's profile."""
ORPHANS = "plans"
"""The key of plans whose assessment was not sent."""


@dataclass(frozen=True)
class Part:
    """An assessment with its plans, or plans alone: what is chosen in one go."""

    key: str
    assessment: Difference[Assessment] | None
    plans: tuple[Difference[Plan], ...]

    @cached_property
    def kind(self) -> Kind:
        if self.assessment is not None and self.assessment.kind == "new":
            return "new"
        kinds = {each.kind for each in self.plans}
        if self.assessment is not None:
            kinds.add(self.assessment.kind)
        if self.assessment is None and kinds == {"new"}:
            return "new"
        return "same" if kinds <= {"same"} else "changed"


@dataclass(frozen=True)
class Arrival:
    """One organisation that was sent."""

    sent: Received
    slug: str | None
    """Its folder here; None: it is new."""
    found: Differences | None
    """What differs from the one here."""
    namesake: bool = False
    """Whether another organisation here has the same name."""
    deleted: Deleted | None = None
    """It was here and lies in the trash."""
    error: UserError | None = None
    """Why the one here cannot be compared."""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What was sent, the oldest assessment first."""
        found = self.found
        if found is None:
            return ()
        known = {each.theirs.id for each in found.assessments}
        parts = [
            Part(each.theirs.id, each, tuple(p for p in found.plans if p.theirs.assessment == each.theirs.id))
            for each in found.assessments
        ]
        orphans = tuple(each for each in found.plans if each.theirs.assessment not in known)
        return (*parts, Part(ORPHANS, None, orphans)) if orphans else tuple(parts)

    @property
    def differing(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind != "same")

    @property
    def nothing_new(self) -> bool:
        return self.found is not None and not self.found.profile and not self.differing


def look_at(session: Session, path: Path) -> tuple[Arrival, ...]:
    """Read what was sent and compare it with what is here. Raises `UserError`."""
    received = receive(path)
    listed = list(session.workspace.each_organisation())
    deleted = session.care.trash.all()
    return tuple(_arrival(session, sent, listed, deleted) for sent in received)


def _arrival(session: Session, sent: Received, listed: list[Listed], deleted: tuple[Deleted, ...]) -> Arrival:
    uid, name = sent.organisation.uid, sent.organisation.name.casefold()
    here = next((each for each in listed if each.tables.get("uid") == uid), None)
    if here is None:
        namesake = any(each.name.casefold() == name for each in listed)
        gone = next((each for each in deleted if each.uid == uid), None)
        return Arrival(sent, None, None, namesake, gone)
    try:
        found = differences(session.workspace.folder(here.slug), sent)
    except UserError as error:
        return Arrival(sent, here.slug, None, error=error)
    return Arrival(sent, here.slug, found)


def add(session: Session, arrival: Arrival) -> tuple[str, Message]:
    """Make an organisation that is new here one of this workspace. Raises `UserError`."""
    slug = session.workspace.adopt(arrival.sent, _pages(session))

    def away() -> Message:
        session.care.trash.put(session.workspace.folder(slug).path, session.now())
        return msg("“{name}” is deleted. It can be brought back for 30 days.", name=name)

    name = arrival.sent.organisation.name
    session.care.can_be_undone_by(away)
    return slug, msg("“{name}” is in your list now.", name=name)


def take(session: Session, arrival: Arrival, chosen: Mapping[str, Choice]) -> Message:
    """Take in what was chosen, by `PROFILE` and the parts' keys. A backup is made first.

    Raises `UserError`, `OrganisationLocked` among them.
    """
    assert arrival.slug is not None, "it is new here"
    assessments: dict[str, Choice] = {}
    plans: dict[str, Choice] = {}
    for part in arrival.parts:
        choice = chosen.get(part.key, "leave")
        if part.assessment is not None:
            assessments[part.assessment.theirs.id] = choice
        plans |= dict.fromkeys((each.theirs.id for each in part.plans), choice)
    choices = Choices(chosen.get(PROFILE, "leave"), assessments, plans)
    with session.workspace.open(arrival.slug) as opened:
        # It may have been changed in another window while a person was choosing.
        found = differences(opened, arrival.sent)
        if found != arrival.found:
            raise UserError(
                msg("the organisation here has been changed meanwhile"),
                str(opened.path),
                msg("Open the file again to see what differs now."),
            )
        before = session.care.back_up(arrival.slug, "before-taking-in")
        take_in(arrival.sent, found, opened, choices, _pages(session), session.uid)
    session.care.restored_by_undo(arrival.slug, before)
    return msg("Taken in. What was here before is a backup now.")


def _pages(session: Session) -> Pages:
    def page(plan: Plan, assessment: Assessment | None) -> str | None:
        rubric = session.rubric
        if assessment is None or plan.rubric.id != rubric.id:
            return None
        return plan_markdown(plan, rubric, assessment, translator(plan.language))

    return page
