"""Loads rubrics from their folders, and finds those that come with the program."""

from __future__ import annotations

from pathlib import Path

from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.rubric.check import examine
from ngo_assist.rubric.model import Rubric
from ngo_assist.rubric.source_file import HEADER

_PACKAGE = Path(__file__).parent.parent
SHIPPED_IN = (_PACKAGE / "rubrics", _PACKAGE.parent / "rubrics")
"""Where the rubrics lie in a wheel, and in the repository for an editable install."""

_NAMED = 3


def load_rubric(folder: Path) -> Rubric:
    """Return the rubric in `folder`, checked.

    Raises `UserError` with its first mistakes; `check.check_rubric` gives them all.
    """
    if not _has_header(folder):
        raise UserError(
            msg("there is no rubric here: {file} is missing", file=HEADER),
            str(folder),
            msg("Name the folder that holds {file}.", file=HEADER),
        )
    examined = examine(folder, style=False)
    if examined.rubric is None:
        errors = examined.report.errors
        first = {f"finding{number}": error.where_and_what() for number, error in enumerate(errors[:_NAMED])}
        listed = Message("; ".join(f"{{{name}}}" for name in first), first)
        raise UserError(
            msg("mistakes in this rubric: {count}. The first: {first}", count=len(errors), first=listed),
            str(folder),
            msg(
                "See all of them with: {command}",
                command=typed(f"rubric check {quoted(folder)}"),
            ),
        )
    return examined.rubric


def _has_header(folder: Path) -> bool:
    try:
        return (folder / HEADER).is_file()
    except OSError as error:
        raise UserError(
            msg("this folder cannot be read: {reason}", reason=error.strerror or type(error).__name__),
            str(folder),
            msg("Name the folder that holds {file}.", file=HEADER),
        ) from error


def find_rubrics() -> list[Path]:
    """Return the folders of the rubrics that come with the program, by name."""
    found: dict[str, Path] = {}
    for place in SHIPPED_IN:
        for header in place.glob(f"*/{HEADER}"):
            found.setdefault(header.parent.name, header.parent)
    return [found[name] for name in sorted(found)]


def shipped(rubric_id: str, where: str = "") -> Path:
    """Return the folder of a rubric that comes with the program.

    Raises `UserError` where there is none of this id; `where` is what asks for it.
    """
    folders = {folder.name: folder for folder in find_rubrics()}
    if rubric_id not in folders:
        raise UserError(
            msg("there is no rubric named {id}", id=rubric_id),
            where,
            msg("Choose one of: {names}, or name a folder with --rubric.", names=", ".join(folders)),
        )
    return folders[rubric_id]
