"""`rubric list`, `rubric show`, `rubric check`, `rubric new`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.clean import clean_line
from ngo_assist.cli.arguments import UsageError
from ngo_assist.invocation import command as typed
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.report.page import Block, write
from ngo_assist.report.paper_form import paper_form
from ngo_assist.report.rubric_booklet import Booklet, facts
from ngo_assist.rubric.check import check_rubric as examine
from ngo_assist.rubric.check import in_order
from ngo_assist.rubric.findings import did_you_mean
from ngo_assist.rubric.load import find_rubrics, load_rubric
from ngo_assist.rubric.model import Practice, Rubric
from ngo_assist.workspace.atomic import write_atomic

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
        for line in facts(rubric, call.t):
            call.say(f"  {line}")
        call.say(f"  {folder}")
    return 0


def show_rubric(call: Call) -> int:
    """Print a rubric as a booklet, one practice of it, or the questions as a form on paper."""
    if not call.values["id"] and not call.values["rubric"]:
        raise _missing("ID", msg("a rubric's id"), "rubric show")
    rubric = call.rubric(call.values["id"] or "")
    language = call.rubric_language(rubric)
    blocks = _blocks(call, rubric, language)
    title = clean_line(rubric.header.title.say(language))
    page = write(blocks, call.values["format"], title=title, language=language)
    out: Path | None = call.values["out"]
    if out is None:
        call.say(page.rstrip("\n"))
    else:
        _save(call, out, page)
    return 0


def _blocks(call: Call, rubric: Rubric, language: str) -> Iterable[Block]:
    practice, form, quick = call.values["practice"], call.values["form"], call.values["quick"]
    if form and practice:
        raise UsageError(msg("--form is of all questions; leave --practice out."), "rubric show")
    if quick and not form:
        raise UsageError(msg("--quick goes with --form."), "rubric show")
    if form:
        if quick and not any(rubric.of_mode("quick")):
            raise UserError(
                msg("this rubric has no quick mode"),
                rubric.id,
                msg("Leave --quick out to print all questions."),
            )
        return paper_form(rubric, language, call.t, "quick" if quick else "full")
    booklet = Booklet(rubric, language, call.t)
    return booklet.practice(_find(rubric, practice)) if practice else booklet.whole()


def _save(call: Call, out: Path, page: str) -> None:
    if out.exists() and not call.values["force"]:
        raise UserError(
            msg("there is a file of this name already"), str(out), msg("Choose another name, or add --force.")
        )
    write_atomic(out, page.encode())
    call.note(call.t("Saved: {file}", file=str(out)))


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


def _find(rubric: Rubric, practice_id: str) -> Practice:
    if practice_id in rubric.practices:
        return rubric.practices[practice_id]
    todo = did_you_mean(practice_id, rubric.practices) or msg(
        "See them all with: {command}", command=typed(f"rubric show {rubric.id}")
    )
    raise UserError(msg("The rubric has no practice “{id}”.", id=practice_id), "", todo)


def _missing(name: str, help: Message, command: str) -> UsageError:
    return UsageError(msg("{name} is missing: {help}.", name=name, help=help), command)
