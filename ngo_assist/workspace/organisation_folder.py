"""One organisation's folder: what is in it, and, for the one program that has opened it, saving there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from ngo_assist.assessment.model import Assessment, Kind, Mode, Organisation, Respondent, RubricRef
from ngo_assist.planning.model import Plan
from ngo_assist.rubric.model import Rubric
from ngo_assist.toml_file import MOST_BYTES
from ngo_assist.workspace.atomic import sweep, write_together
from ngo_assist.workspace.conflicts import ChangedOnDisk
from ngo_assist.workspace.files import AssessmentHead, read_document, read_head, toml_bytes
from ngo_assist.workspace.lock import OrganisationLock
from ngo_assist.workspace.plan_files import MARKDOWN_SHA256, PLAN_MD, PLAN_TOML, plan_contents
from ngo_assist.workspace.schema import ASSESSMENT, ORGANISATION, PLAN, D, Schema
from ngo_assist.workspace.slug import ORGANISATION_TOML, free_name

_DATED = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(\d+))?")


class OrganisationFolder:
    """An organisation to look at. Reading takes no lock; every method may raise `UserError`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def slug(self) -> str:
        return self.path.name

    def organisation(self) -> Organisation:
        return self._read(self.path / ORGANISATION_TOML, ORGANISATION)

    def assessments(self) -> tuple[AssessmentHead, ...]:
        """Return all assessments, oldest first, those that cannot be read among them."""
        paths = sorted(self._assessments.glob("[!.]*.toml"), key=lambda path: _order(path.stem))
        return tuple(read_head(path) for path in paths)

    def latest_assessment(self) -> AssessmentHead | None:
        """Return the newest assessment that can be read."""
        return next((head for head in reversed(self.assessments()) if head.error is None), None)

    def assessment_path(self, assessment_id: str) -> Path:
        return self._assessments / f"{_part(assessment_id)}.toml"

    def assessment(self, assessment_id: str) -> Assessment:
        """Return one assessment; its file's name is its id, whatever stands in it."""
        return self._read(self.assessment_path(assessment_id), ASSESSMENT, file_id=assessment_id)

    def plans(self) -> tuple[str, ...]:
        """Return the ids of all plans, oldest first."""
        return tuple(sorted((path.parent.name for path in self._plans.glob(f"*/{PLAN_TOML}")), key=_order))

    def plan_path(self, plan_id: str) -> Path:
        """Return the folder of a plan's two files."""
        return self._plans / _part(plan_id)

    def plan(self, plan_id: str) -> Plan:
        """Return one plan; its folder's name is its id."""
        return self._read(self.plan_path(plan_id) / PLAN_TOML, PLAN, file_id=plan_id)

    @property
    def _assessments(self) -> Path:
        return self.path / "assessments"

    @property
    def _plans(self) -> Path:
        return self.path / "plans"

    def _read(self, path: Path, schema: Schema[D], file_id: str | None = None) -> D:
        return read_document(path, schema, file_id=file_id)


class OpenOrganisation(OrganisationFolder):
    """An organisation that this program, and no other, may change, until `close`.

    A file that another program changed since it was read or written here is never overwritten:
    `ChangedOnDisk` is raised instead. Content is compared, not times, which memory sticks keep too coarsely.
    """

    def __init__(self, path: Path, new_uid: Callable[[], str]) -> None:
        """Take the lock; raises `OrganisationLocked` where another window has it."""
        super().__init__(path)
        self._new_uid = new_uid
        self._seen: dict[Path, str | None] = {}
        self._lock = OrganisationLock(path)
        sweep(path)

    def close(self) -> None:
        """Let others open the organisation. Safe to call twice."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def save_organisation(self, organisation: Organisation) -> None:
        self._save(self.path / ORGANISATION_TOML, toml_bytes(organisation))

    def start_assessment(
        self,
        rubric: Rubric,
        mode: Mode,
        language: str,
        now: datetime,
        *,
        kind: Kind = "single",
        respondent: Respondent | None = None,
    ) -> Assessment:
        """Save a new assessment without answers and return it; `now` is aware and local and gives its id."""
        assessment = Assessment(
            uid=self._new_uid(),
            id=free_name(now.date().isoformat(), {path.stem for path in self._assessments.glob("*.toml")}),
            kind=kind,
            rubric=RubricRef(id=rubric.id, version=rubric.version, sha256=rubric.sha256),
            mode=mode,
            language=language,
            started=now,
            updated=now,
            respondent=respondent,
            organisation=self.organisation().profile(),
        )
        self.save_assessment(assessment)
        return assessment

    def save_assessment(self, assessment: Assessment) -> None:
        """Save every answer given so far; call it at each one. When it returns, they are on the disk."""
        self._save(self.assessment_path(assessment.id), toml_bytes(assessment))

    def keep_both(self, assessment: Assessment) -> Assessment:
        """Save under a new id what `ChangedOnDisk` refused, and return it under that id."""
        taken = {path.stem for path in self._assessments.glob("*.toml")}
        beside = assessment.updated_with(
            id=free_name(_undated(assessment.id), taken | {assessment.id}), uid=self._new_uid()
        )
        self.save_assessment(beside)
        return beside

    def new_plan_id(self, now: datetime) -> str:
        """Return the id of a plan made `now`: the date, with "-2", "-3" … where that is taken."""
        taken = {path.name for path in self._plans.glob("*")}
        return free_name(now.date().isoformat(), taken)

    def save_plan(self, plan: Plan, markdown: str) -> Path:
        """Save both files of a plan, new or read here before, and return their folder.

        `plan.toml` is the truth and takes its place last. A `plan.md` that a person has edited since is kept
        beside the new one.
        """
        folder = self.plan_path(plan.id)
        edited = self._edited(folder)
        self._check_unchanged(folder / PLAN_TOML)
        self._write([*edited, *plan_contents(folder, plan, markdown)])
        return folder

    def _edited(self, folder: Path) -> list[tuple[Path, bytes]]:
        path = folder / PLAN_MD
        try:
            content = path.read_bytes()
        except OSError:
            return []
        if hashlib.sha256(content).hexdigest() == self._seen.get(path):
            return []
        name = free_name("plan-edited", {path.stem for path in folder.glob("*.md")})
        return [(folder / f"{name}.md", content)]

    def _read(self, path: Path, schema: Schema[D], file_id: str | None = None) -> D:
        # The fingerprint comes first: should the file change in between, saving refuses to overwrite it.
        found = _fingerprint(path)
        document = super()._read(path, schema, file_id)
        self._seen[path] = found
        if isinstance(document, Plan):
            written = (document.model_extra or {}).get(MARKDOWN_SHA256)
            self._seen[path.with_name(PLAN_MD)] = written
        return document

    def _save(self, path: Path, content: bytes) -> None:
        self._check_unchanged(path)
        self._write([(path, content)])

    def _check_unchanged(self, path: Path) -> None:
        found = _fingerprint(path)
        # A file that is gone is made again: there is nothing to overwrite.
        if found is not None and found != self._seen.get(path):
            raise ChangedOnDisk(path)

    def _write(self, files: list[tuple[Path, bytes]]) -> None:
        write_together(files)
        self._seen.update((path, hashlib.sha256(content).hexdigest()) for path, content in files)


def _fingerprint(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.sha256(file.read(MOST_BYTES + 1)).hexdigest()
    except OSError:
        return None


def _order(name: str) -> tuple[str, int]:
    """Sort "2026-11-23-10" after "2026-11-23-2"."""
    dated = _DATED.fullmatch(name)
    return (dated[1], int(dated[2] or 1)) if dated else (name, 0)


def _undated(name: str) -> str:
    """Return an id without its "-2"."""
    dated = _DATED.fullmatch(name)
    return dated[1] if dated else name


def _part(name: str) -> str:
    if not name or name != Path(name).name or name.startswith(".") or "\\" in name:
        raise ValueError(f"not the name of a file: {name!r}")
    return name
