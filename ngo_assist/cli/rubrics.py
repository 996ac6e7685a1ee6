"""`rubric list`, `rubric show`, `rubric check`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.clean import clean_line
from ngo_assist.cli.arguments import UsageError
from ngo_assist.i18n import LANGUAGES, Translator
from ngo_assist.invocation import command as typed
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.rubric.check import check_rubric as examine
from ngo_assist.rubric.check import in_order
from ngo_assist.rubric.load import find_rubrics, load_rubric
from ngo_assist.rubric.model import Action, Practice, Rubric
from ngo_assist.tui.results_view import source_line

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call


def list_rubrics(call: Call) -> int:
    """Print the rubrics that come with the program, and the one that --rubric names."""
    folders = find_rubrics()
    if call.values["rubric"]:
        folders.append(call.values["rubric"])
    for folder in folders:
        rubric = load_rubric(folder)
        language = rubric.language(call.content_language)
        call.say(f"{rubric.id} {rubric.version}  {clean_line(rubric.header.title.say(language))}")
        for line in _facts(rubric, call.t):
            call.say(f"  {line}")
        call.say(f"  {folder}")
    return 0


def show_rubric(call: Call) -> int:
    """Print what a rubric asks, or one practice with its levels and actions."""
    if not call.values["id"] and not call.values["rubric"]:
        raise _missing("ID", msg("a rubric's id"), "rubric show")
    rubric = call.rubric(call.values["id"] or "")
    language = call.rubric_language(rubric)
    if call.values["practice"]:
        lines = _practice(rubric, _find(rubric, call.values["practice"]), language, call.t)
    else:
        lines = _whole(rubric, language, call.t)
    for line in lines:
        call.say(line)
    return 0


def check_rubric(call: Call) -> int:
    """Print every mistake and every doubt about a rubric's files; 1 where it cannot be used."""
    folder: Path | None = call.values["dir"] or call.values["rubric"]
    if folder is None:
        raise _missing("DIR", msg("the rubric's folder"), "rubric check")
    try:
        is_folder = folder.is_dir()
    except OSError as error:
        raise UserError(
            msg("this folder cannot be read: {reason}", reason=error.strerror or type(error).__name__),
            str(folder),
            msg("Name the folder that holds rubric.toml."),
        ) from error
    if not is_folder:
        raise UserError(
            msg("there is no such folder"), str(folder), msg("Name the folder that holds rubric.toml.")
        )
    t = call.t
    report = examine(folder)
    for finding in in_order(report):
        call.say(clean_line(finding.in_words(t)))
    errors = t.plural("{n} error", "{n} errors", len(report.errors))
    warnings = t.plural("{n} warning", "{n} warnings", len(report.warnings))
    if report.ok:
        call.say(t("This rubric can be used: {errors}, {warnings}.", errors=errors, warnings=warnings))
        return 0
    call.note(t("This rubric cannot be used yet: {errors}, {warnings}.", errors=errors, warnings=warnings))
    return 1


def _facts(rubric: Rubric, t: Translator) -> Iterator[str]:
    quick = sum(practice.quick for practice in rubric.practices.values())
    whole = t.plural("{n} practice", "{n} practices", len(rubric.practices))
    yield t("{practices}, {quick} of them in quick mode", practices=whole, quick=quick)
    reviews = rubric.header.translations
    yield ", ".join(
        t("{language} (draft translation)", language=LANGUAGES.get(code, code))
        if reviews.get(code) == "draft"
        else LANGUAGES.get(code, code)
        for code in rubric.languages
    )


def _whole(rubric: Rubric, language: str, t: Translator) -> Iterator[str]:
    yield f"{clean_line(rubric.header.title.say(language))} ({rubric.id} {rubric.version})"
    yield from _facts(rubric, t)
    for dimension in rubric.dimensions:
        yield ""
        yield clean_line(dimension.title.say(language))
        for practice in dimension.practices:
            yield f"  {practice.id}{_marks(practice, t)}"
            yield f"    {clean_line(practice.question.say(language))}"


def _practice(rubric: Rubric, practice: Practice, language: str, t: Translator) -> Iterator[str]:
    yield f"{practice.id}{_marks(practice, t)}"
    yield clean_line(practice.question.say(language))
    if practice.alone:
        yield t("To one person: {question}", question=clean_line(practice.alone.say(language)))
    yield ""
    yield t("Why it matters: {words}", words=clean_line(practice.why.say(language)))
    yield t("What would show it: {words}", words=clean_line(practice.evidence.say(language)))
    if practice.duty:
        yield clean_line(source_line(rubric, practice, t, language))
    yield ""
    for level, text in enumerate(practice.levels):
        yield f"  {level} {clean_line(rubric.level_name(level, language))}: {clean_line(text.say(language))}"
    for action in practice.actions:
        yield ""
        yield from _action(rubric, action, language, t)


def _action(rubric: Rubric, action: Action, language: str, t: Translator) -> Iterator[str]:
    from ngo_assist.i18n.labels import CONNECTION_NEEDED, label

    yield f"{action.id}  {action.from_level} → {action.to_level}"
    yield f"  {clean_line(action.title.say(language))}"
    days = t.plural("{n} day", "{n} days", action.effort_days)
    cost = t.money(rubric.cost(action), rubric.currency)
    yield f"  {days}, {cost}, {label(t, CONNECTION_NEEDED, action.connectivity)}"
    yield "  " + t("First step: {words}", words=clean_line(action.first_step.say(language)))


def _marks(practice: Practice, t: Translator) -> str:
    marks = []
    if practice.quick:
        marks.append(t("quick mode"))
    if practice.foundation:
        marks.append(t("foundation"))
    if practice.duty:
        marks.append(t("legal duty"))
    return f"  [{', '.join(marks)}]" if marks else ""


def _find(rubric: Rubric, practice_id: str) -> Practice:
    if practice_id in rubric.practices:
        return rubric.practices[practice_id]
    close = difflib.get_close_matches(practice_id, list(rubric.practices), n=1)
    todo = (
        msg("Did you mean “{id}”?", id=close[0])
        if close
        else msg("See them all with: {command}", command=typed(f"rubric show {rubric.id}"))
    )
    raise UserError(msg("The rubric has no practice “{id}”.", id=practice_id), "", todo)


def _missing(name: str, help: Message, command: str) -> UsageError:
    return UsageError(msg("{name} is missing: {help}.", name=name, help=help), command)
