"""Results in plain lines: for a terminal, a pipe, a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from ngo_assist.application.comparison import percent_line
from ngo_assist.application.results_view import ResultsView, results_view
from ngo_assist.assessment.fit import Changes
from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import Scores
from ngo_assist.clean import clean_line
from ngo_assist.i18n import Translator
from ngo_assist.rubric.model import Rubric

BAR = 20


def result_lines(rubric: Rubric, assessment: Assessment, scores: Scores, t: Translator) -> Iterator[str]:
    """Yield where the organisation stands: what works first, then dimensions, duties, the way left."""
    view = results_view(rubric, assessment, t)
    yield clean_line(assessment.organisation.name)
    yield view.headline
    if view.detail:
        yield view.detail
    yield ""
    yield from _dimensions(view, scores, t)
    yield from _duties(view, t)
    yield ""
    yield percent_line(scores, t)


def short_lines(rubric: Rubric, assessment: Assessment, scores: Scores, t: Translator) -> Iterator[str]:
    """Yield the result in a few lines."""
    view = results_view(rubric, assessment, t)
    yield view.headline
    if view.detail:
        yield view.detail
    open_duties = sum(duty.tone == "open" for duty in view.duties)
    if open_duties:
        yield t.plural("{n} legal duty wants attention", "{n} legal duties want attention", open_duties)
    unasked = sum(duty.tone == "unasked" for duty in view.duties)
    if unasked:
        yield t.plural("{n} legal duty was not asked about", "{n} legal duties were not asked about", unasked)
    yield percent_line(scores, t)


def bar(share: float | None) -> str:
    """Return a bar of `BAR` plain characters; empty where nothing is known."""
    filled = 0 if share is None else round(share * BAR)
    return "#" * filled + "." * (BAR - filled)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows with their cells one under the other, whatever the alphabet."""
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def change_lines(found: Changes, t: Translator) -> Iterator[str]:
    """Yield what the rubric changed since the answers were given."""
    if found.version and found:
        old, new = found.version
        yield t("The rubric went from version {old} to {new} since this was answered.", old=old, new=new)
    if found.changed:
        listed = ", ".join(found.changed)
        yield t("Asked otherwise now, kept and not counted: {practices}", practices=listed)
    for id, successor in found.retired:
        if successor:
            yield t(
                "No longer asked, kept and not counted: {id}; now asked as {successor}",
                id=id,
                successor=successor,
            )
        else:
            yield t("No longer asked, kept and not counted: {id}", id=id)
    if found.unknown:
        listed = ", ".join(found.unknown)
        yield t("Not known to this rubric, kept and not counted: {practices}", practices=listed)


def _dimensions(view: ResultsView, scores: Scores, t: Translator) -> Iterable[str]:
    rows = []
    for line in view.bars:
        dimension = scores.dimensions[line.id]
        numbers = ""
        if dimension.score is not None and dimension.target is not None:
            numbers = t(
                "{score}, target {target}",
                score=t.number(dimension.score, 1),
                target=t.number(dimension.target, 1),
            )
        rows.append((clean_line(line.title), bar(line.share), clean_line(line.level_name), numbers))
    return columns(rows) if rows else ()


def _duties(view: ResultsView, t: Translator) -> Iterator[str]:
    if not view.duties:
        return
    yield ""
    yield t("Legal duties")
    for duty in view.duties:
        mark = "!" if duty.tone == "open" else "-"
        yield f"{mark} {clean_line(duty.title)}"
        yield f"  {clean_line(duty.standing)}"
        yield f"  {clean_line(duty.source)}"
