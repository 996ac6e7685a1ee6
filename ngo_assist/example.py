"""The example organisation of `demo`: a mothers' group in a village, with notes that make a difference.

One file for each language of the interface, in `examples/`.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ngo_assist.assessment.model import Assessment, RubricRef
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.files import read_assessment

FOLDER = Path(__file__).parent / "examples"


def example(language: str, rubric: Rubric, now: datetime) -> Assessment:
    """Return the example as if it had just been answered with `rubric`; English where there is no other."""
    path = FOLDER / f"{language}.toml"
    assessment = read_assessment(path if path.is_file() else FOLDER / "en.toml")
    asked_in = rubric.language(assessment.language)
    answers = {
        id: answer.updated_with(asked=rubric.practices[id].asked(asked_in))
        for id, answer in assessment.answers.items()
        if id in rubric.practices
    }
    return assessment.updated_with(
        id=now.date().isoformat(),
        rubric=RubricRef(id=rubric.id, version=rubric.version, sha256=rubric.sha256),
        started=now,
        updated=now,
        finished=now,
        answers=answers,
    )
