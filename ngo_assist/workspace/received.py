"""What someone has sent: a folder or a zip with organisations in it, read and checked, not yet kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ngo_assist.assessment.model import Assessment, Organisation
from ngo_assist.clean import clean_line, clean_text
from ngo_assist.messages import UserError, msg
from ngo_assist.planning.model import Plan
from ngo_assist.toml_file import parse_toml
from ngo_assist.workspace.bundle import Bundle, gather, is_ours, too_large
from ngo_assist.workspace.files import document_of
from ngo_assist.workspace.plan_files import PLAN_TOML
from ngo_assist.workspace.schema import ASSESSMENT, ORGANISATION, PLAN, D, Schema
from ngo_assist.workspace.slug import ORGANISATION_TOML
from ngo_assist.workspace.without_notes import WITHOUT_NOTES
from ngo_assist.workspace.zip_file import names_in, organisations_in, read_zip

DEEPEST = 3
"""Folders in folders: what unpacked a zip may have put it into one more."""
FOLDERS_MOST = 10_000
ORGANISATIONS_MOST = 2_000


@dataclass(frozen=True)
class Received:
    """One organisation as it was sent."""

    bundle: Bundle
    where: str
    """The zip or the folder, for people."""
    organisation: Organisation
    assessments: Mapping[str, Assessment]
    plans: Mapping[str, Plan]
    """By their ids in what was sent."""
    unreadable: tuple[UserError, ...]
    """Assessments and plans that cannot be read here, a newer program's among them."""

    @cached_property
    def without_notes(self) -> bool:
        return (self.organisation.model_extra or {}).get(WITHOUT_NOTES) is True

    def pages(self, plan_id: str) -> dict[str, str]:
        """Return a plan's texts for people by the names of their files, made safe to show."""
        folder = f"plans/{plan_id}/"
        return {
            place[len(folder) :]: clean_text(content.decode("utf-8", errors="replace"))
            for place, content in self.bundle.items()
            if place.startswith(folder) and place.endswith(".md")
        }


def receive(path: Path) -> tuple[Received, ...]:
    """Read all organisations in a zip or a folder; a file inside an organisation's folder means that folder.

    Raises `UserError` where there is none, or none that can be read.
    """
    folder = path if _is_folder(path) else _organisation_of(path)
    bundles = _in_folder(folder) if folder else _in_zip(path)
    if not bundles:
        raise UserError(
            msg("there is no organisation in it"),
            str(path),
            msg("It should hold the file organisation.toml. Ask for the organisation's whole folder."),
        )
    received, errors = [], []
    for where, bundle in bundles.items():
        try:
            received.append(read_bundle(bundle, where))
        except UserError as error:
            errors.append(error)
    if not received:
        raise errors[0]
    return tuple(received)


def read_bundle(bundle: Bundle, where: str) -> Received:
    """Check one organisation's files. Raises `UserError` where `organisation.toml` cannot be read."""
    unreadable: list[UserError] = []
    organisation = _document(bundle, ORGANISATION_TOML, ORGANISATION, where, None)
    assessments, plans = {}, {}
    for place in sorted(bundle):
        folder, _, name = place.rpartition("/")
        try:
            if folder == "assessments":
                id = name.removesuffix(".toml")
                assessments[id] = _document(bundle, place, ASSESSMENT, where, id)
            elif name == PLAN_TOML and folder.startswith("plans/"):
                id = folder.removeprefix("plans/")
                plans[id] = _document(bundle, place, PLAN, where, id)
        except UserError as error:
            unreadable.append(error)
    return Received(bundle, where, organisation, assessments, plans, tuple(unreadable))


def _document(bundle: Bundle, place: str, schema: Schema[D], where: str, id: str | None) -> D:
    named = f"{where}: {clean_line(place)}"
    if id is not None and clean_line(id) != id:
        raise UserError(
            msg("this file's name holds characters that cannot be seen"), named, msg("Rename the file.")
        )
    return document_of(parse_toml(bundle[place], named), named, schema, file_id=id)


def _in_zip(path: Path) -> dict[str, Bundle]:
    names = names_in(path)
    folders = organisations_in(names)
    places = {
        folder: {
            name: name[len(folder) :]
            for name in names
            if name.startswith(folder) and is_ours(name[len(folder) :])
        }
        for folder in folders[:ORGANISATIONS_MOST]
    }
    contents = read_zip(path, [name for inside in places.values() for name in inside])
    return {
        f"{path.name}/{folder}".rstrip("/"): {place: contents[name] for name, place in inside.items()}
        for folder, inside in places.items()
    }


def _in_folder(folder: Path) -> dict[str, Bundle]:
    found: dict[str, Bundle] = {}
    for each in _organisations_below(folder):
        bundle = gather(each)
        if len(found) == ORGANISATIONS_MOST:
            raise too_large(str(folder))
        found[str(each)] = bundle
    return found


def _organisations_below(folder: Path) -> list[Path]:
    found: list[Path] = []
    layer, seen = [folder], 0
    for _ in range(DEEPEST + 1):
        inner: list[Path] = []
        for each in layer:
            seen += 1
            if seen > FOLDERS_MOST:
                raise too_large(str(folder))
            if (each / ORGANISATION_TOML).is_file():
                found.append(each)
            else:
                inner += _folders_in(each)
        layer = inner
    return sorted(found)


def _folders_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            # Backups and what was deleted lie in folders that begin with a dot.
            return [
                Path(entry)
                for entry in entries
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
            ]
    except OSError:
        return []


def _organisation_of(path: Path) -> Path | None:
    """Return the organisation's folder that a file lies in, at one of the places of the program's files."""
    for folder in list(path.parents)[:3]:
        if is_ours(path.relative_to(folder).as_posix()) and (folder / ORGANISATION_TOML).is_file():
            return folder
    return None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
