"""An organisation that is filled in already, to try everything out."""

from __future__ import annotations

from ngo_assist.assessment.model import Profile
from ngo_assist.tui.session import Session

MARK = "example"
"""The key in `organisation.toml` by which the example is found again."""


def open_example(session: Session) -> None:
    """Open the example of this workspace; make it where there is none yet. Raises `UserError`."""
    for listed in session.workspace.organisations():
        if listed.organisation and (listed.organisation.model_extra or {}).get(MARK) is True:
            session.open(listed.slug)
            return
    session.create(
        Profile.model_validate(
            {
                "name": session.t("Kömek village centre (example)"),
                "region": "KZ-63",
                "settlement": "village",
                "paid_staff": 2,
                "volunteers": 8,
                "people_reached": 240,
                "connectivity": "occasional",
                "device": "shared",
                "languages": ("kk", "ru"),
                "goal": "reach",
                "mission": session.t(
                    "We help older people and families in four villages to get the services they need."
                ),
                MARK: True,
            }
        )
    )
    session.start("quick")
    for number, practice in enumerate(session.practices):
        session.answer(practice.id, min((number * 2) % 4, session.rubric.top))
