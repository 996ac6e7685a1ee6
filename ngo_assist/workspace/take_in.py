"""Taking in what someone has sent: only what was chosen, assessment by assessment and plan by plan.

Nothing here is replaced but where `theirs` was chosen for it. All files are on the disk before the first
takes its place.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ngo_assist.assessment.model import Assessment, Organisation
from ngo_assist.planning.model import Plan
from ngo_assist.workspace.atomic import write_together
from ngo_assist.workspace.differences import COPY_OF, Difference, Differences, P
from ngo_assist.workspace.files import toml_bytes
from ngo_assist.workspace.organisation_folder import OpenOrganisation
from ngo_assist.workspace.plan_files import MARKDOWN_SHA256, PLAN_MD, plan_contents
from ngo_assist.workspace.received import Received
from ngo_assist.workspace.slug import ORGANISATION_TOML, free_name, slug_of
from ngo_assist.workspace.without_notes import ARCHIVED

Choice = Literal["leave", "theirs", "both"]
"""`leave` what is here; take `theirs`, as new or in its place; keep `both`, theirs beside under a new id."""

Pages = Callable[[Plan, Assessment | None], str | None]
"""Writes `plan.md` for a plan and its assessment; None: whatever was sent is taken."""

_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True)
class Choices:
    profile: Choice = "leave"
    assessments: Mapping[str, Choice] = field(default_factory=dict)
    """By their ids in what was sent; what is not named is left."""
    plans: Mapping[str, Choice] = field(default_factory=dict)


def all_new(sent: Received) -> Differences:
    """Return the differences to an organisation that is not here yet."""
    return Differences(
        profile=(),
        assessments=tuple(Difference(each, None, "new") for each in sent.assessments.values()),
        plans=tuple(Difference(each, None, "new") for each in sent.plans.values()),
        only_mine=0,
    )


def write_new(sent: Received, folder: Path, pages: Pages, new_uid: Callable[[], str]) -> None:
    """Write an organisation that is new here into the empty `folder`. Raises `UserError`."""
    values = sent.organisation.model_dump(by_alias=True, exclude={ARCHIVED})
    organisation = Organisation.model_validate(values)
    wanted = Choices(
        assessments=dict.fromkeys(sent.assessments, "theirs"), plans=dict.fromkeys(sent.plans, "theirs")
    )
    writing = _Writing(sent, all_new(sent), folder, pages, new_uid)
    write_together([(folder / ORGANISATION_TOML, toml_bytes(organisation)), *writing.files(wanted)])


def take_in(
    sent: Received,
    found: Differences,
    opened: OpenOrganisation,
    choices: Choices,
    pages: Pages,
    new_uid: Callable[[], str],
) -> None:
    """Write what was chosen into an organisation that is here. Raises `UserError`.

    `found` is what `differences` says of the two now, while the organisation is open.
    """
    files = _Writing(sent, found, opened.path, pages, new_uid).files(choices)
    if choices.profile != "leave" and found.profile:
        theirs = {name: getattr(sent.organisation, name) for name in found.profile}
        organisation = opened.organisation().updated_with(**theirs)
        files.append((opened.path / ORGANISATION_TOML, toml_bytes(organisation)))
    write_together(files)


class _Writing:
    """Finds for each document its place here."""

    def __init__(
        self,
        sent: Received,
        found: Differences,
        folder: Path,
        pages: Pages,
        new_uid: Callable[[], str],
    ) -> None:
        self._sent, self._found, self._folder = sent, found, folder
        self._pages, self._new_uid = pages, new_uid
        self._assessments = {path.stem.casefold() for path in (folder / "assessments").glob("*.toml")}
        self._plans = {path.name.casefold() for path in (folder / "plans").glob("*")}

    def files(self, choices: Choices) -> list[tuple[Path, bytes]]:
        assessments = self._placed(self._found.assessments, choices.assessments, self._assessments)
        files = [
            (self._folder / "assessments" / f"{each.id}.toml", toml_bytes(each))
            for _, each in assessments
            if each is not None
        ]
        # A plan follows its assessment to the id that it has here.
        now_called = {difference.theirs.id: each.id for difference, each in assessments if each}
        stayed = {each.theirs.id: each.mine.id for each in self._found.assessments if each.mine}
        assessment_ids = stayed | now_called
        plans = self._placed(self._found.plans, choices.plans, self._plans)
        plan_ids = {each.theirs.id: each.mine.id for each in self._found.plans if each.mine}
        plan_ids |= {difference.theirs.id: each.id for difference, each in plans if each}
        for difference, plan in plans:
            if plan is None:
                continue
            of = plan.assessment
            # Where its assessment is not here, another one of that id must not be taken for it.
            id = assessment_ids.get(of) or free_name(_plain(of), self._assessments)
            placed = plan.updated_with(assessment=id, replaces=plan_ids.get(plan.replaces or ""))
            files += self._plan_files(difference.theirs, placed)
        return files

    def _placed(
        self, found: Iterable[Difference[P]], choices: Mapping[str, Choice], taken: set[str]
    ) -> list[tuple[Difference[P], P | None]]:
        """Return each with the document to write, under the id that it has here; None: it is left."""
        placed: list[tuple[Difference[P], P | None]] = []
        for each in found:
            choice = choices.get(each.theirs.id, "leave")
            document: P | None = None
            if choice == "theirs" and each.kind == "same":
                pass
            elif choice == "theirs" and each.mine is not None:
                document = each.theirs.updated_with(id=each.mine.id, uid=each.theirs.uid or each.mine.uid)
            elif choice != "leave":
                id = free_name(_plain(each.theirs.id), taken)
                taken.add(id)
                uid, copy_of = each.theirs.uid or self._new_uid(), each.theirs.uid
                document = each.theirs.updated_with(id=id, uid=uid)
                if each.mine is not None:
                    document = document.updated_with(uid=self._new_uid(), **{COPY_OF: copy_of})
            placed.append((each, document))
        return placed

    def _plan_files(self, theirs: Plan, plan: Plan) -> list[tuple[Path, bytes]]:
        sent = self._sent.pages(theirs.id)
        own = sent.pop(PLAN_MD, "")
        page = self._pages(plan, self._sent.assessments.get(theirs.assessment))
        folder = self._folder / "plans" / plan.id
        taken = {path.stem.casefold() for path in folder.glob("*.md")} | {Path(PLAN_MD).stem}
        raw = self._sent.bundle.get(f"plans/{theirs.id}/{PLAN_MD}", b"")
        written = (theirs.model_extra or {}).get(MARKDOWN_SHA256)
        if page is not None and own and hashlib.sha256(raw).hexdigest() != written:
            # A person has written into it: that is kept beside.
            sent["plan-edited.md"] = own
        files = []
        for name, text in sent.items():
            stem = free_name(_plain(Path(name).stem), taken)
            taken.add(stem)
            files.append((folder / f"{stem}.md", text.encode()))
        return [*files, *plan_contents(folder, plan, own if page is None else page)]


def _plain(name: str) -> str:
    """Return a name for a file here: what is sent may be called anything."""
    return name if _PLAIN.fullmatch(name) else slug_of(name)
