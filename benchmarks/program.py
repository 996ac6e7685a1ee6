"""The program as it is measured. Nothing is loaded here but the program: its start is what is measured."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.application.session import Session
from ngo_assist.application.settings import Settings, SettingsFile
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.workspace.store import Workspace, random_uid

if TYPE_CHECKING:
    from ngo_assist.rubric.model import Rubric


def open_app(root: Path, other: Rubric | None = None) -> NgoAssistApp:
    """Return the program on the workspace in `root`, in English, as `ngo-assist` opens it.

    `other` takes the place of the shipped rubric.
    """

    def rubric() -> Rubric:
        if other is not None:
            return other
        from ngo_assist.rubric.load import load_rubric, shipped

        return load_rubric(shipped("socialtech"))

    settings = SettingsFile.read(root / "settings.toml")
    settings.settings = Settings(language="en")
    session = Session(
        Workspace(root / "workspace"),
        rubric,
        "en",
        now=lambda: datetime.now().astimezone(),
        uid=random_uid,
    )
    return NgoAssistApp(session, settings)
