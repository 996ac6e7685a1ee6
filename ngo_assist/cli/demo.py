"""`demo`: the whole job on an example organisation, on the screen or straight into a folder."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.assessment.fit import check_fit
from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import score
from ngo_assist.clean import clean_line
from ngo_assist.example import example
from ngo_assist.invocation import command as typed
from ngo_assist.messages import UserError, msg
from ngo_assist.rubric.model import Rubric

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call
    from ngo_assist.llm.catalogue import ModelFile


def demo(call: Call) -> int:
    """Show the whole job: on the screen, or with --out without one."""
    call.values = {**call.values, "lang": call.values["lang"] or "en"}
    if call.values["out"] is None:
        return _on_screen(call)
    call.keep_notes()
    if not call.values["force"]:
        from ngo_assist.workspace.plan_files import refuse_existing

        refuse_existing(call.values["out"])
    rubric = call.rubric()
    language = call.rubric_language(rubric)
    return _into_folder(call, rubric, language, _answered(call, rubric))


def _into_folder(call: Call, rubric: Rubric, language: str, assessment: Assessment) -> int:
    from ngo_assist.cli.plan import Job, limits_of, make
    from ngo_assist.cli.results import short_lines

    call.say(call.t("An example: {name}", name=clean_line(assessment.organisation.name)))
    for line in short_lines(rubric, assessment, score(rubric, assessment), call.t):
        call.say(line)
    job = Job(rubric, assessment, language, call.values["out"], call.values["force"])
    return make(call, job, limits_of(call, job), _starter(call, language))


def _starter(call: Call, language: str) -> ModelFile | None:
    """Return the starter model; where it cannot write, say so: the rubric's words are good too."""
    from ngo_assist.cli.drafting_run import usable_model
    from ngo_assist.cli.plan import warn_of
    from ngo_assist.cli.terminal import error_lines
    from ngo_assist.llm.catalogue import STARTER

    try:
        model = usable_model(STARTER, language)
    except UserError as error:
        for line in error_lines(call.t, error):
            call.note(line)
        call.note(call.t("The plan is in the rubric's words."))
        return None
    warn_of(call, model, language)
    return model


def _answered(call: Call, rubric: Rubric) -> Assessment:
    """Return the example; raises `UserError` for a rubric that asks something else."""
    assessment = example(call.t.language, rubric, call.around.now())
    if not assessment.answers:
        raise UserError(
            msg("the example was answered with another rubric than “{id}”", id=rubric.id),
            "",
            msg("Use it without --rubric."),
        )
    check_fit(rubric, assessment)
    return assessment


def _on_screen(call: Call) -> int:
    """Open the program on the example: in --workspace, else in a folder that goes again."""
    from ngo_assist.cli.screen import require_screen

    require_screen(call)
    if call.values["workspace"] is not None:
        return _opened_in(call, call.values["workspace"])
    with tempfile.TemporaryDirectory(prefix="ngo-assist-", ignore_cleanup_errors=True) as folder:
        status = _opened_in(call, Path(folder))
    call.say(call.t("This was an example; nothing of it was kept."))
    call.say(call.t("To keep a plan of it: {command}", command=typed("demo --out DIR")))
    return status


def _opened_in(call: Call, root: Path) -> int:
    from ngo_assist.application.example_organisation import open_example
    from ngo_assist.application.session import Session
    from ngo_assist.cli.screen import run_screen
    from ngo_assist.workspace.store import Workspace, random_uid

    session = Session(Workspace(root), call.rubric, call.t.language, now=call.around.now, uid=random_uid)
    _answered(call, session.rubric)
    try:
        open_example(session)
    finally:
        session.close()
    return run_screen(call, root)
