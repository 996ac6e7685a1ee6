"""What fields say about one another: ids, references, counts, bands, dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from ngo_assist.messages import msg
from ngo_assist.rubric.check_ladders import check_ladders
from ngo_assist.rubric.findings import Findings, one_of, undeclared, unknown
from ngo_assist.rubric.source_file import Part, languages

LEVELS = range(2, 8)
"""How many levels a rubric may have."""

_MONTH_DAY = re.compile(r"^(\d\d)-(\d\d)$")


def check_meaning(header: Part | None, dimensions: Sequence[Part], findings: Findings) -> None:
    """Check a rubric as a whole; what a broken header would say is left out."""
    practices = [practice for dimension in dimensions for practice in dimension.parts("practices")]
    levels = header.count("levels") if header else None
    levels = levels if levels in LEVELS else None
    if header:
        _check_header(header, {practice.id for practice in practices}, findings)
    for dimension in dimensions:
        _check_dimension(dimension, findings)
    for practice in practices:
        _check_practice(practice, header, levels, findings)
    _check_repeated(practices, findings)
    _check_repeated([action for practice in practices for action in practice.parts("actions")], findings)
    asks = [ask for dimension in dimensions for ask in dimension.parts("asks")]
    _check_repeated(asks, findings)
    known = {practice.id for practice in practices if practice.id}
    for ask in asks:
        _check_ask(ask, known, levels, findings)
    check_ladders(practices, None if levels is None else levels - 1, findings)


def _check_header(header: Part, practices: set[str], findings: Findings) -> None:
    top = (header.count("levels") or 0) - 1
    working_from = header.whole("working_from")
    if working_from is not None and top + 1 in LEVELS and working_from > top:
        findings.error(
            header,
            "working_from",
            what=msg("this level does not exist"),
            found=working_from,
            allowed=msg("{least} to {most}", least=1, most=top),
        )
    for field in ("languages", "dimensions"):
        seen: set[str] = set()
        for place, name in header.strings(field):
            if name in seen:
                findings.error(header, field, place, what=msg("this is listed twice"), found=name)
            seen.add(name)
    declared = languages(header.table)
    for language in header.table.get("translations", {}) if header.part("translations") else ():
        if declared and language not in declared:
            undeclared(findings, header, ("translations", language), declared)
    _check_bands(header, findings)
    _check_repeated(header.parts("sources"), findings)
    retired = header.parts("retired")
    _check_repeated(retired, findings)
    for entry in retired:
        if entry.id and entry.id in practices:
            findings.error(entry, "id", what=msg("this practice is retired but still in use"), found=entry.id)
        successor = entry.text("successor")
        if successor is not None and successor not in practices:
            unknown(findings, entry, "successor", msg("there is no such practice"), successor, practices)


def _check_bands(header: Part, findings: Findings) -> None:
    bands = header.part("cost_bands")
    if bands is None:
        return
    if not bands.table:
        findings.error(
            bands, what=msg("there are no cost bands"), allowed=msg("at least one, or leave it out")
        )
    highest: float | None = None
    for name, bound in bands.table.items():
        if isinstance(bound, bool) or not isinstance(bound, int | float):
            continue
        if highest is not None and bound <= highest:
            findings.error(
                bands,
                name,
                what=msg("cost bands stand cheapest first, each above the one before it"),
                found=bound,
                allowed=msg("more than {least}", least=f"{highest:g}"),
            )
        highest = bound if highest is None else max(highest, bound)


def _check_dimension(dimension: Part, findings: Findings) -> None:
    name = dimension.source.file.stem
    if dimension.id and dimension.id != name:
        what = msg("the file is not named after the dimension in it")
        findings.error(dimension, "id", what=what, found=dimension.id, allowed=one_of([name]))
    if dimension.count("practices") == 0:
        findings.error(dimension, "practices", what=msg("the dimension has no practices"))


def _check_practice(practice: Part, header: Part | None, levels: int | None, findings: Findings) -> None:
    dimension = practice.source.file.stem
    if practice.id and not practice.id.startswith(f"{dimension}."):
        what = msg("the id does not begin with its dimension")
        findings.error(
            practice,
            "id",
            what=what,
            found=practice.id,
            allowed=one_of([f"{dimension}.{_last(practice.id)}"]),
        )
    count = practice.count("levels")
    if levels is not None and count is not None and count != levels:
        findings.error(
            practice,
            "levels",
            what=msg("a practice has as many levels as the rubric"),
            found=count,
            allowed=one_of([str(levels)]),
        )
    if header:
        _check_duty(practice, header, findings)
    for action in practice.parts("actions"):
        _check_action(action, practice, header, None if levels is None else levels - 1, findings)


def _check_duty(practice: Part, header: Part, findings: Findings) -> None:
    sources = [source.id for source in header.parts("sources") if source.id]
    duty = practice.text("duty")
    if duty is not None and duty not in sources:
        unknown(findings, practice, "duty", msg("there is no such source in rubric.toml"), duty, sources)
    for place, name in practice.strings("sources"):
        if name not in sources:
            what = msg("there is no such source in rubric.toml")
            unknown(findings, practice, ("sources", place), what, name, sources)
    date = practice.text("duty_date")
    if date is None:
        return
    if duty is None:
        findings.warning(practice, "duty_date", what=msg("a date without a duty is not used"), found=date)
    match = _MONTH_DAY.match(date)
    # 29 February does not exist in most years, so a year without it is the measure.
    if match and not _exists(2025, int(match[1]), int(match[2])):
        findings.error(
            practice,
            "duty_date",
            what=msg("this day does not exist every year"),
            found=date,
            allowed=msg("month and day, such as 03-31"),
        )


def _check_action(
    action: Part, practice: Part, header: Part | None, top: int | None, findings: Findings
) -> None:
    if action.id and practice.id and not action.id.startswith(f"{practice.id}."):
        what = msg("the id does not begin with its practice")
        allowed = one_of([f"{practice.id}.{_last(action.id)}"])
        findings.error(action, "id", what=what, found=action.id, allowed=allowed)
    first, last = action.whole("from"), action.whole("to")
    if first is not None and last is not None and first >= last:
        findings.error(
            action,
            "to",
            what=msg("an action has to lead to a higher level than it starts from"),
            found=f"from = {first}, to = {last}",
            allowed=msg("more than {least}", least=first),
        )
    if top is not None and last is not None and last > top:
        what = msg("this level does not exist")
        allowed = msg("{least} to {most}", least=1, most=top)
        findings.error(action, "to", what=what, found=last, allowed=allowed)
    cost = action.text("cost")
    bands = _bands(header)
    if cost is not None and bands is not None and cost not in bands:
        unknown(findings, action, "cost", msg("there is no such cost band in rubric.toml"), cost, bands)


def _bands(header: Part | None) -> list[str] | None:
    if header is None:
        return None
    if "cost_bands" not in header.table:
        return ["free"]
    bands = header.part("cost_bands")
    return list(bands.table) if bands else None


def _check_ask(ask: Part, practices: set[str], levels: int | None, findings: Findings) -> None:
    practice = ask.text("practice")
    if practice is not None and practice not in practices:
        unknown(findings, ask, "practice", msg("there is no such practice"), practice, practices)
    when = ask.part("when")
    at_most = when.whole("at_most") if when else None
    if when and at_most is not None and levels is not None and at_most >= levels:
        what = msg("this level does not exist")
        allowed = msg("{least} to {most}", least=0, most=levels - 1)
        findings.error(when, "at_most", what=what, found=at_most, allowed=allowed)


def _check_repeated(parts: Sequence[Part], findings: Findings) -> None:
    first: dict[str, Part] = {}
    for part in parts:
        if not part.id:
            continue
        if part.id in first:
            findings.error(
                part,
                "id",
                what=msg("this id is already taken by {place}", place=_where(first[part.id])),
                found=part.id,
                allowed=msg("an id of its own"),
            )
        first.setdefault(part.id, part)


def _where(part: Part) -> str:
    line = part.source.line(part.path)
    return f"{part.source.name}:{line}" if line else part.source.name


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _last(name: str) -> str:
    return name.rpartition(".")[2]
