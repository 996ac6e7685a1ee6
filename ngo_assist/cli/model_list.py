"""`model list`: the models that are here, those that are known, and what this computer can run now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ngo_assist.application.examination_words import verdict_line
from ngo_assist.application.model_files import megabytes
from ngo_assist.application.model_rows import ModelRow, as_json, model_table
from ngo_assist.application.model_words import licence_of, memory_of, spoken
from ngo_assist.clean import clean_line
from ngo_assist.i18n import Translator
from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.llm.engines import available

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call


def list_models(call: Call) -> int:
    """Print every model that is here or known, with what it needs and what its examination said."""
    t, table, engines = call.t, model_table(), available()
    if call.values["json"]:
        call.say(json.dumps(as_json(table) | {"engines": engines}, ensure_ascii=False, indent=2))
        return 0
    here = [row for row in table.rows if row.model is not None]
    away = [row for row in table.rows if row.model is None]
    if here:
        call.say(t("On this computer:"))
    else:
        call.say(t("There is no model on this computer yet; plans are made in the rubric's words."))
    for row in here:
        _say_row(row, _facts_here(row, t), call)
    if away:
        call.say(t("Known, and not here:"))
    for row in away:
        _say_row(row, _facts_away(row, t), call)
    if away:
        call.say(t("Get one with: {command}", command=typed("model get NAME")))
    for name, size in table.unfinished:
        call.say(
            t(
                "Not finished: {name}, {size} so far. Go on with {go_on}, or delete it with {delete}",
                name=name,
                size=t(megabytes(size)),
                go_on=typed("model add FILE"),
                delete=typed(f"model remove {quoted(name)}"),
            )
        )
    call.say(t("Models of your own are in {path}", path=str(table.folder)))
    if table.memory is not None:
        call.say(t("Free memory now: {size}", size=t(megabytes(table.memory))))
    if engines:
        call.say(t("Engines that run them: {engines}", engines=", ".join(engines)))
    else:
        call.say(t("No engine that could run a model is installed."))
    return 0


def _say_row(row: ModelRow, facts: Iterator[str], call: Call) -> None:
    call.say(clean_line(f"{row.name} ({row.title})" if row.title != row.name else row.name))
    for fact in facts:
        call.say(f"  {fact}")


def _facts_here(row: ModelRow, t: Translator) -> Iterator[str]:
    size = t("the file cannot be read") if row.size is None else t(megabytes(row.size))
    yield t("size: {size}", size=size)
    if row.problem is not None:
        yield t("cannot be used: {why}", why=t(row.problem.what))
        if row.problem.todo is not None:
            yield t(row.problem.todo)
        return
    yield memory_of(row, t)
    yield t("licence: {licence}", licence=licence_of(row, t))
    yield t("languages: {languages}", languages=spoken(row.languages, t))
    yield t("examination: {verdict}", verdict=verdict_line(row.verdicts, t))


def _facts_away(row: ModelRow, t: Translator) -> Iterator[str]:
    known = row.known
    assert known is not None
    to_come = t("to download: {size}", size=t(megabytes(known.size - row.kept)))
    if row.kept:
        to_come = t("{size} of it are here already.", size=t(megabytes(row.kept))) + f" {to_come}"
    if row.fits_disk is False:
        yield t("{fact}; the disk has no room for it", fact=to_come)
    else:
        yield to_come
    yield memory_of(row, t)
    yield t("licence: {licence}", licence=licence_of(row, t))
    yield t("languages: {languages}", languages=spoken(row.languages, t))
    if known.tuned_for:
        yield t("made for: {languages}", languages=spoken(known.tuned_for, t))
    yield t("from: {source}", source=f"{known.repo or known.package} ({known.file})")
    yield f"sha256: {known.sha256}"
    if known.verified:
        yield t("These facts are of {date}.", date=t.date(known.as_of))
    else:
        yield t(
            "These facts are of {date} and were not verified against the source.", date=t.date(known.as_of)
        )
