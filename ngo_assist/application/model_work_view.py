"""What is under way with models: what, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ngo_assist.application.model_care import ModelCare
from ngo_assist.application.model_files import megabytes
from ngo_assist.application.model_work import Bringing, Examining, Pace
from ngo_assist.clean import clean_line
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import msg


@dataclass(frozen=True)
class WorkLine:
    """One thing under way."""

    id: Literal["bringing", "examining"]
    said: str
    share: float | None
    """None: nobody can tell how far it is."""
    detail: str
    stopping: bool


COMING = {
    "copy": msg("Copying {name}"),
    "download": msg("Downloading {name}"),
    "package": msg("Installing {name}"),
}


def work_lines(care: ModelCare, t: Translator) -> list[WorkLine]:
    """Return what is under way."""
    lines = []
    if care.is_bringing and care.bringing is not None:
        lines.append(_bringing(care.bringing, t))
    if care.is_examining and care.examining is not None:
        lines.append(_examining(care.examining, t))
    return lines


def _bringing(run: Bringing, t: Translator) -> WorkLine:
    coming, share = run.coming, come(run)
    said = t(COMING[coming.way], name=clean_line(coming.known.title if coming.known else coming.name))
    detail = ""
    if share is not None:
        done, whole = t(megabytes(run.done)), t(megabytes(coming.size))
        detail = t("{done} of {whole}", done=done, whole=whole)
    return WorkLine("bringing", said + _left(run.pace, t), share, detail, run.state == "stopping")


def _examining(run: Examining, t: Translator) -> WorkLine:
    said, detail = t("Examining {name}", name=clean_line(run.model.title)), ""
    if run.language:
        detail = t(
            "{language}: {done} of at most {most} texts",
            language=label(t, LANGUAGE, run.language),
            done=run.done,
            most=run.most,
        )
    return WorkLine("examining", said + _left(run.pace, t), run.share, detail, run.state == "stopping")


def _left(pace: Pace, t: Translator) -> str:
    if pace.left is None:
        return ""
    # It brings the drafter's modules with it, which no list of models needs.
    from ngo_assist.application.examination_words import about

    return f" · {t('{time} to go', time=about(pace.left, t))}"


def come(run: Bringing) -> float | None:
    """Return how much of a model has come; None where nobody can tell."""
    if run.coming.way == "package" or not run.coming.size:
        return None
    return run.done / run.coming.size
