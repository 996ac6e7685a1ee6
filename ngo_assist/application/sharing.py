"""A copy of an organisation in one zip: all of it, or without what was written beside the answers.

The copy without notes is for people outside. It leaves out notes, evidence, reasons and owners' names. A plan
made with a note before its eyes says so in its texts, so these are the rubric's own there; what a person has
written into the plan stays unless it repeats a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ngo_assist.application import answering, own_words
from ngo_assist.application.plan_view import DRAFTED
from ngo_assist.application.session import Session
from ngo_assist.assessment.model import Assessment, Organisation
from ngo_assist.i18n.labels import ROLE
from ngo_assist.i18n.translator import translator
from ngo_assist.messages import UserError
from ngo_assist.planning.model import Drafting, Plan, PlannedAction, Summary
from ngo_assist.report.markdown import plan_markdown
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.atomic import write_atomic
from ngo_assist.workspace.bundle import Bundle, gather
from ngo_assist.workspace.files import toml_bytes
from ngo_assist.workspace.organisation_folder import OrganisationFolder
from ngo_assist.workspace.plan_files import PLAN_MD, PLAN_TOML, plan_contents
from ngo_assist.workspace.slug import ORGANISATION_TOML, free_name
from ngo_assist.workspace.without_notes import WITHOUT_NOTES, profile_only, without_notes
from ngo_assist.workspace.zip_file import zipped

WRITTEN = ("title", "why_here", "first_step", "steps", "indicator", "risk")
"""The texts of an action."""
EMPTY: dict[str, object] = {"steps": (), "risk": None}
QUOTE = 4
"""Words of a note in a row that count as repeating it."""
SHORT_QUOTE = 8
"""Letters that a note of fewer words must have to be known again."""


@dataclass(frozen=True)
class Contents:
    """What a copy would hold, and what the one without notes leaves out."""

    assessments: int = 0
    plans: int = 0
    notes: int = 0
    evidence: int = 0
    reasons: int = 0
    owners: int = 0
    unreadable: tuple[UserError, ...] = ()
    """These files are only in the whole copy."""


@dataclass(frozen=True)
class Readable:
    assessments: dict[str, Assessment]
    plans: dict[str, Plan]
    unreadable: tuple[UserError, ...]


def contents(folder: OrganisationFolder) -> Contents:
    """Count what a copy would hold. Raises `UserError` where the organisation cannot be read."""
    folder.organisation()
    read = _readable(folder)
    answers = [answer for each in read.assessments.values() for answer in each.answers.values()]
    owners = {action.owner for plan in read.plans.values() for action in plan.actions if action.owner}
    return Contents(
        assessments=len(read.assessments),
        plans=len(read.plans),
        notes=sum(bool(answer.note) for answer in answers),
        evidence=sum(len(answer.evidence) for answer in answers),
        reasons=sum(answer.not_applicable is not None for answer in answers),
        owners=len(owners),
        unreadable=read.unreadable,
    )


def save_copy(session: Session, slug: str, to: Path, *, whole: bool) -> Path:
    """Write a zip into the folder `to` and return its path; nothing is replaced. Raises `UserError`."""
    folder = session.workspace.folder(slug)
    now = session.now()
    bundle = gather(folder.path) if whole else bundle_without_notes(folder, session.rubric)
    stem = f"{slug}-{now.date().isoformat()}" + ("-full" if whole else "")
    name = free_name(stem, {path.stem for path in to.glob("*.zip")}, 100)
    path = to / f"{name}.zip"
    write_atomic(path, zipped(slug, bundle, now))
    return path


def bundle_without_notes(folder: OrganisationFolder, rubric: Rubric) -> Bundle:
    """Return an organisation's files without notes, evidence, reasons and names. Raises `UserError`."""
    organisation, read = folder.organisation(), _readable(folder)
    notes = [note for each in read.assessments.values() for note in _written_in(each)]
    profile = profile_only(organisation).model_dump()
    shared = Organisation.model_validate({**profile, "uid": organisation.uid, WITHOUT_NOTES: True})
    files = {ORGANISATION_TOML: toml_bytes(shared)}
    bare = {id: without_notes(assessment) for id, assessment in read.assessments.items()}
    for id, assessment in bare.items():
        files[f"assessments/{id}.toml"] = toml_bytes(assessment)
    for id, plan in read.plans.items():
        own = rubric if plan.rubric.id == rubric.id else None
        mine = bare.get(plan.assessment)
        shared_plan = plan_without_notes(plan, own, mine, notes)
        page = plan_markdown(shared_plan, own, mine, translator(plan.language)) if own and mine else ""
        for path, content in plan_contents(Path(PLAN_TOML).parent, shared_plan, page):
            if page or path.name != PLAN_MD:
                files[f"plans/{id}/{path.name}"] = content
    return files


def plan_without_notes(plan: Plan, rubric: Rubric | None, bare: Assessment | None, notes: list[str]) -> Plan:
    """Return a plan without owners, whose texts repeat no note.

    `bare` is its assessment without notes; without it, or without the rubric, what may quote is left empty.
    """
    known = {name: getattr(plan, name) for name in Plan.model_fields}
    own_text = plan.summary.origin == "person" and not repeats(plan.summary.text, notes)
    known["actions"] = tuple(_action(action, plan, rubric, bare, notes) for action in plan.actions)
    known["organisation"] = profile_only(plan.organisation)
    if not notes:
        return Plan.model_validate(known)
    known["drafting"] = Drafting()
    known["summary"] = plan.summary if own_text else Summary()
    shared = Plan.model_validate(known)
    if own_text or rubric is None or bare is None:
        return shared
    return shared.updated_with(summary=own_words.own_summary(shared, rubric, bare))


def _action(
    action: PlannedAction, plan: Plan, rubric: Rubric | None, bare: Assessment | None, notes: list[str]
) -> PlannedAction:
    known = {name: getattr(action, name) for name in PlannedAction.model_fields}
    own = own_words.own_action(plan, action.id, rubric, bare) if rubric and bare else None
    pinned, origin = set(action.pinned) - {"owner"}, dict(action.origin)
    for field in WRITTEN:
        by_person = origin.get(field) == "person" or field in pinned
        if by_person and not repeats(_joined(known[field]), notes):
            continue
        if not notes or not (by_person or field in DRAFTED):
            continue  # no note ever came in there
        known[field] = getattr(own, field) if own else EMPTY.get(field, "")
        pinned.discard(field)
        if field in origin:
            origin[field] = "rubric"
    if action.role not in ROLE:
        # A name may stand there as well.
        known["role"] = own.role if own else None
        pinned.discard("role")
    known |= {
        "owner": "",
        "origin": origin,
        "because": tuple(word for word in action.because if word != "note"),
        "pinned": tuple(field for field in action.pinned if field in pinned),
    }
    return PlannedAction.model_validate(known)


def repeats(text: str, notes: Iterable[str]) -> bool:
    """Tell whether `text` holds some words of a note in a row, or a short note whole."""
    words = " ".join(_words(text))
    for note in notes:
        said = _words(note)
        if len(said) < QUOTE:
            runs = [" ".join(said)] if len("".join(said)) >= SHORT_QUOTE else []
        else:
            runs = [" ".join(said[place : place + QUOTE]) for place in range(len(said) - QUOTE + 1)]
        if any(f" {run} " in f" {words} " for run in runs):
            return True
    return False


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _joined(text: str | tuple[str, ...] | None) -> str:
    return " ".join(text) if isinstance(text, tuple) else text or ""


def _written_in(assessment: Assessment) -> list[str]:
    """Return all that a person wrote beside the answers, those still without a level too."""
    found: list[str] = []
    for answer in assessment.answers.values():
        found += [answer.note, *answer.evidence, answer.not_applicable or ""]
    for practice in (assessment.model_extra or {}).get(answering.WAITING) or {}:
        said = answering.remarks(assessment, practice)
        found += [said.note, *said.evidence, said.reason]
    return [text for text in found if text]


def _readable(folder: OrganisationFolder) -> Readable:
    assessments, plans, unreadable = {}, {}, []
    for head in folder.assessments():
        try:
            assessments[head.id] = folder.assessment(head.id)
        except UserError as error:
            unreadable.append(error)
    for id in folder.plans():
        try:
            plans[id] = folder.plan(id)
        except UserError as error:
            unreadable.append(error)
    return Readable(assessments, plans, tuple(unreadable))
