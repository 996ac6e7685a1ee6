"""Make the README's pictures from the real screens: `python docs/pictures.py`.

The example organisation is opened in a workspace of its own, at a fixed hour: the pictures change only
when the screens do.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from ngo_assist.application.example_organisation import open_example
from ngo_assist.application.session import Session
from ngo_assist.application.settings import Settings, SettingsFile
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.workspace.store import Workspace

PICTURES = Path(__file__).parent / "pictures"
NOW = datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=5)))
SIZE = (88, 26)
FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


async def picture(language: str, screen: str) -> str:
    """Return the SVG of one screen of the example organisation."""
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsFile.read(Path(folder) / "settings.toml")
        settings.settings = Settings(language=language)
        session = Session(
            Workspace(Path(folder) / "workspace"),
            lambda: load_rubric(shipped("socialtech")),
            language,
            now=lambda: NOW,
            uid=lambda: "0" * 32,
        )
        open_example(session)
        if screen == "plan":
            session.plans.make(session.plans.limits)
        app = NgoAssistApp(session, settings, first=screen)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await pilot.pause()
            drawn = app.export_screenshot(title="NGO Assist")
        session.close()
    # The fonts would be fetched from a server; the reader's own fixed-width font does as well.
    return FONT.sub("", drawn).replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")


def main() -> None:
    """Write every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    for language, screen in (("en", "interview"), ("kk", "results"), ("ru", "plan")):
        path = PICTURES / f"{screen}-{language}.svg"
        path.write_text(asyncio.run(picture(language, screen)), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
