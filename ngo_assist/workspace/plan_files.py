"""A plan's two files: `plan.toml`, which is the truth, and `plan.md`, made from it for people."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from ngo_assist.messages import UserError, msg
from ngo_assist.planning.model import Plan
from ngo_assist.workspace.atomic import is_there, write_together
from ngo_assist.workspace.files import toml_bytes

PLAN_TOML = "plan.toml"
PLAN_MD = "plan.md"
MARKDOWN_SHA256 = "markdown_sha256"
"""A key of `plan.toml`: which `plan.md` was written with it, so that a person's edits in it are noticed."""


def write_plan(folder: Path, plan: Plan, markdown: str, *, force: bool = False) -> None:
    """Write both files into `folder`, which is made where it is missing.

    Both are on the disk before either takes its name, and `plan.toml` takes it last: where it stands, the
    plan is whole. Raises `UserError` where a plan stands there already and `force` is not given.
    """
    if not force:
        refuse_existing(folder)
    write_together(plan_contents(folder, plan, markdown))


def plan_contents(folder: Path, plan: Plan, markdown: str) -> list[tuple[Path, bytes]]:
    """Return both files in the order in which they are put in place."""
    content = markdown.encode()
    marked = plan.model_copy(update={MARKDOWN_SHA256: hashlib.sha256(content).hexdigest()})
    return [(folder / PLAN_MD, content), (folder / PLAN_TOML, toml_bytes(marked))]


def markdown_edited(folder: Path) -> bool:
    """Tell whether `plan.md` is other than it was written; where a file is missing, it is not."""
    try:
        content = (folder / PLAN_MD).read_bytes()
        written = tomllib.loads((folder / PLAN_TOML).read_text(encoding="utf-8")).get(MARKDOWN_SHA256)
    except (OSError, ValueError):
        return False
    return written != hashlib.sha256(content).hexdigest()


def refuse_existing(folder: Path) -> None:
    """Raise `UserError` where `folder` holds a plan, or a `plan.md` that someone may have edited.

    Worth calling before a long drafting, not only after it. Raises it too for a folder that cannot be
    looked into.
    """
    for name in (PLAN_TOML, PLAN_MD):
        if is_there(folder / name):
            raise UserError(
                msg("there is already a plan here"),
                str(folder / name),
                msg("Choose another folder, or replace it with --force."),
            )
