"""An organisation with answers, and the program opened at one of the screens around its plan."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from ngo_assist.application.session import Session
from ngo_assist.application.settings import Settings, SettingsFile
from ngo_assist.assessment.model import Profile
from ngo_assist.rubric.model import Rubric
from ngo_assist.tui.app import SCREENS, NgoAssistApp
from ngo_assist.workspace.store import Workspace
from tests.in_memory import ladder, practice, rubric, text
from tests.tui.waiting import until

NOW = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=5)))
SMALL, LARGE = (80, 24), (120, 36)


def words(en: str, kk: str = "") -> dict[str, str]:
    return {"en": en, "kk": kk} if kk else text(en)


def backup() -> dict[str, Any]:
    """A practice with words enough that a model can say something of it."""
    return practice(
        "care.backup",
        foundation=True,
        question=words("Do you keep copies of your important files?", "Маңызды файлдардың көшірмесі бар ма?"),
        why=words("A broken disk or a stolen phone can take years of reports and photos with it."),
        actions=ladder(
            "care.backup",
            4,
            title=words("Copy the main files to a USB stick every week"),
            first_step=words("This week find a USB stick and make the first copy."),
            steps={"en": ["Put a label on the stick.", "Copy the reports, photos and lists to the stick."]},
            indicator=words("The stick has a dated folder for each of the last four weeks."),
        ),
    )


def small_rubric(**header: object) -> Rubric:
    """Six practices: a duty with a date, a foundation, one too dear and one that needs a connection."""
    return rubric(
        backup(),
        practice(
            "care.consent", duty="law", duty_date="03-31", question=words("Do people agree in writing?")
        ),
        practice("care.codes", question=words("Is there a second step at sign-in?")),
        practice("reach.page", serves=["reach"], question=words("Is there a page that is up to date?")),
        practice(
            "reach.hall", actions=ladder("reach.hall", 4, cost="medium"), question=words("Is there a hall?")
        ),
        practice("reach.calls", actions=ladder("reach.calls", 4, connectivity="steady")),
        languages=["en", "kk"],
        **header,
    )


ANSWERS: Mapping[str, int | str] = {
    "care.backup": 1,
    "care.consent": 1,
    "care.codes": 3,
    "reach.page": 1,
    "reach.hall": 0,
    "reach.calls": 0,
}


def session(
    folder: Path,
    *,
    language: str = "en",
    answers: Mapping[str, int | str] = ANSWERS,
    of: Rubric | None = None,
    plan: bool = False,
) -> Session:
    """A session with Umit open and answered; with `plan`, planned too."""
    found, count = of or small_rubric(), itertools.count(1)
    made = Session(
        Workspace(folder, new_uid=lambda: f"w{next(count)}"),
        lambda: found,
        language,
        now=lambda: NOW,
        uid=lambda: f"u{next(count)}",
    )
    made.create(Profile(name="Umit", settlement="village", paid_staff=2, connectivity="mobile", goal="reach"))
    made.start("full")
    for id, answer in answers.items():
        if isinstance(answer, int):
            made.answer(id, answer)
        else:
            made.does_not_apply(id, answer)
    if plan:
        made.plans.make(made.plans.limits)
    return made


@asynccontextmanager
async def shown(made: Session, screen: str, *, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[None]]:
    """Run the program and go to a screen, as a person would after opening the organisation."""
    slug, models = made.writable.slug, made.plans.models
    settings = SettingsFile(made.workspace.root / "settings.toml", Settings(language=made.language))
    app = NgoAssistApp(made, settings)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if not made.has_organisation:
            made.open(slug)
            made.plans.models = models
        await app.go(screen)
        await until(pilot, lambda: type(app.screen).__name__ == SCREENS[screen][1] and app.screen.is_mounted)
        yield pilot
