"""The workspace: a folder of organisations, each a folder of plain files."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ngo_assist.clean import clean_line
from ngo_assist.later import later
from ngo_assist.messages import UserError, msg
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.slug import ORGANISATION_TOML, free_name, slug_of

if TYPE_CHECKING:
    from ngo_assist.assessment import model
    from ngo_assist.workspace import files, organisation_folder, take_in
    from ngo_assist.workspace.organisation_folder import OpenOrganisation, OrganisationFolder
    from ngo_assist.workspace.received import Received
    from ngo_assist.workspace.take_in import Pages
else:  # naming the organisations takes none of these
    model = later("ngo_assist.assessment.model")
    files = later("ngo_assist.workspace.files")
    organisation_folder = later("ngo_assist.workspace.organisation_folder")
    take_in = later("ngo_assist.workspace.take_in")

ROOT_NAME = "NGO Assist"
ROOT_VARIABLE = "NGO_ASSIST_WORKSPACE"


def resolve_root(option: Path | None, environ: Mapping[str, str], home: Path) -> Path:
    """Return the workspace's folder: as given, else from the environment, else `NGO Assist` in `home`."""
    variable = environ.get(ROOT_VARIABLE, "").strip()
    given = option if option is not None else Path(variable) if variable else home / ROOT_NAME
    # No shell has expanded a value that comes from a settings file or from Windows.
    return home.joinpath(*given.parts[1:]) if given.parts[:1] == ("~",) else given


def random_uid() -> str:
    """Return a new random identifier."""
    return uuid.uuid4().hex


_SIGNS = (ORGANISATION_TOML, "assessments", "plans")
"""A folder that holds one of these is an organisation's."""


@dataclass(frozen=True)
class Listed:
    """One organisation in a list, by its name, or with the reason why its file cannot be read.

    What else may be wrong in the file is said when the organisation is opened.
    """

    slug: str
    path: Path
    name: str
    """A folder that cannot be read goes by its own."""
    tables: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """What the file holds, unchecked."""
    error: UserError | None = None


class Workspace:
    """All organisations of this user. Nothing is made on the disk before something is saved."""

    def __init__(self, root: Path, new_uid: Callable[[], str] = random_uid) -> None:
        self.root = root
        self._new_uid = new_uid

    def organisations(self) -> tuple[Listed, ...]:
        """Return every organisation by name; a broken one is listed with its error and hides no other.

        One small file of each is read: about 0.3 seconds for 1,000.
        """
        return tuple(sorted(self.each_organisation(), key=lambda each: (each.name.casefold(), each.slug)))

    def each_organisation(self) -> Iterator[Listed]:
        """Yield every organisation as soon as it is read, for a screen that shows them as they come."""
        for entry in sorted(self._folders(), key=lambda entry: entry.name):
            yield list_one(Path(entry))

    def by_last_use(self) -> list[Path]:
        """Return every organisation's folder, the one that was worked on last first, by the files' times."""
        folders = [(_last_use(entry.path), entry) for entry in self._folders()]
        folders.sort(key=lambda each: (-each[0], each[1].name))
        return [Path(entry) for _, entry in folders]

    def latest(self) -> tuple[str, str] | None:
        """Return slug and id of the assessment that was saved last, by the files' times, reading none."""
        newest: tuple[int, str, str] | None = None
        for folder in self._folders():
            for path in Path(folder, "assessments").glob("[!.]*.toml"):
                with suppress(OSError):
                    found = (path.stat().st_mtime_ns, folder.name, path.stem)
                    newest = max(newest or found, found)
        return newest[1:] if newest else None

    def folder(self, slug: str) -> OrganisationFolder:
        """Return an organisation to look at, without locking it."""
        return organisation_folder.OrganisationFolder(self._existing(slug))

    def open(self, slug: str) -> OpenOrganisation:
        """Return an organisation to work on; close it, or use `with`.

        Raises `OrganisationLocked` where it is open in another window.
        """
        return organisation_folder.OpenOrganisation(self._existing(slug), self._new_uid)

    def create(self, profile: model.Profile) -> OpenOrganisation:
        """Make a new organisation's folder and return it open. Raises `UserError`."""
        organisation = model.Organisation.model_validate({**profile.model_dump(), "uid": self._new_uid()})
        path = self._new_folder(slug_of(profile.name))
        opened = organisation_folder.OpenOrganisation(path, self._new_uid)
        try:
            opened.save_organisation(organisation)
        except UserError:
            opened.close()
            raise
        return opened

    def adopt(self, sent: Received, pages: Pages) -> str:
        """Make an organisation that was sent one of this workspace; return its folder's name.

        Raises `UserError`.
        """
        path = self._new_folder(slug_of(sent.organisation.name))
        try:
            take_in.write_new(sent, path, pages, self._new_uid)
        except UserError:
            with suppress(OSError):
                path.rmdir()
            raise
        return path.name

    def _folders(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.root) as entries:
                return [entry for entry in entries if entry.is_dir() and _is_organisation(entry)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise UserError(
                msg("this folder cannot be read: {reason}", reason=error.strerror or type(error).__name__),
                str(self.root),
                msg("Choose another workspace with --workspace."),
            ) from error

    def _existing(self, slug: str) -> Path:
        path = self.root / slug
        if slug != path.name or not path.is_dir():
            raise UserError(
                msg('there is no organisation "{slug}" here', slug=slug),
                str(self.root),
                msg("Check the name of its folder."),
            )
        return path

    def _new_folder(self, wanted: str) -> Path:
        # A place taken by chance in the same moment is seen by mkdir, so the next name is tried.
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            taken = {path.name.casefold() for path in self.root.iterdir()}
            while True:
                slug = free_name(wanted, taken)
                try:
                    (self.root / slug).mkdir()
                except FileExistsError:
                    taken.add(slug)
                else:
                    return self.root / slug
        except OSError as error:
            raise UserError(
                msg("this folder may not be written"),
                str(self.root),
                msg("Choose another workspace with --workspace."),
            ) from error


def _is_organisation(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    # Of a thousand folders this is asked; a `Path` for each would take longer than the asking.
    return any(os.path.exists(f"{entry.path}/{name}") for name in _SIGNS)  # noqa: PTH110


def _last_use(folder: str) -> int:
    """Return when an assessment or a plan was saved last; without any, when the organisation was."""
    newest = 0
    # A plan's folder has the time at which the last file took its place in it.
    for inner, ending in (("assessments", ".toml"), ("plans", "")):
        with suppress(OSError), os.scandir(f"{folder}/{inner}") as entries:
            times = [entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(ending)]
            newest = max(newest, *times, 0)
    if not newest:
        with suppress(OSError):
            newest = Path(folder, ORGANISATION_TOML).stat().st_mtime_ns
    return newest


def list_one(path: Path) -> Listed:
    """Return an organisation's folder as it stands in a list; never raises for what people's files hold."""
    try:
        tables = read_toml(path / ORGANISATION_TOML)
        name = tables.get("name")
        if not isinstance(name, str) or not (line := clean_line(name)):
            # The check of the whole file says best what is wrong with the name.
            line = files.read_organisation(path / ORGANISATION_TOML).name
        return Listed(path.name, path, line, tables)
    except UserError as error:
        return Listed(path.name, path, path.name, error=error)
