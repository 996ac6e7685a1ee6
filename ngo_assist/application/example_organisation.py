"""The example organisation, put into the workspace once and found again there."""

from __future__ import annotations

from ngo_assist.application.session import Session
from ngo_assist.assessment.model import Profile
from ngo_assist.example import example

MARK = "example"
"""The key in `organisation.toml` by which the example is known."""


def open_example(session: Session) -> None:
    """Open the example of this workspace; make it where there is none yet. Raises `UserError`."""
    for listed in session.workspace.organisations():
        if listed.tables.get(MARK) is True:
            session.open(listed.slug)
            return
    given = example(session.language, session.rubric, session.now())
    session.create(Profile.model_validate({**given.organisation.model_dump(), MARK: True}))
    session.start(given.mode)
    session.change_assessment(session.assessment.updated_with(answers=given.answers))
