"""`plan`: from an assessment's file to `plan.toml` and `plan.md` in a folder, and nothing anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import score
from ngo_assist.clean import clean_line
from ngo_assist.cli.interruption import INTERRUPTED
from ngo_assist.cli.score import read_in_its_language, rubric_of
from ngo_assist.drafting.curated import curate, letter_values
from ngo_assist.i18n import translator
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.messages import UserError
from ngo_assist.planning.limits import default_limits
from ngo_assist.planning.model import Limits, Plan
from ngo_assist.planning.plan import make_plan
from ngo_assist.report.markdown import plan_markdown
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.atomic import is_there
from ngo_assist.workspace.files import read_plan
from ngo_assist.workspace.plan_files import PLAN_MD, PLAN_TOML, refuse_existing, write_plan
from ngo_assist.workspace.store import random_uid

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call
    from ngo_assist.llm.catalogue import ModelFile

_FLAGS = {
    "start": "start",
    "months": "months",
    "days_per_month": "days_per_month",
    "actions_per_month": "actions_per_month",
    "budget": "budget",
}


@dataclass(frozen=True)
class Job:
    """A plan to be made: from what, in which language, into which folder."""

    rubric: Rubric
    assessment: Assessment
    language: str
    out: Path
    force: bool


def plan_file(call: Call) -> int:
    """Make the plan of an assessment's file."""
    path, out, force = call.values["file"], call.values["out"], call.values["force"]
    call.keep_notes()
    assessment = read_in_its_language(call, path)
    if not force:
        refuse_existing(out)
    rubric, _ = rubric_of(call, assessment, path)
    job = Job(rubric, assessment, call.rubric_language(rubric), out, force)
    model = _chosen_model(call, job.language)
    return make(call, job, limits_of(call, job), model, seed=call.values["seed"])


def make(call: Call, job: Job, limits: Limits, model: ModelFile | None, *, seed: int = 0) -> int:
    """Make a plan, write it, let a model draft its words, write it again; return the exit status.

    The first writing shows at once that the folder can be written, and with those after each text leaves a
    whole plan should the program be killed while the model writes. Notes that were held back until then
    are told.
    """
    if not score(job.rubric, job.assessment).answered:
        call.note(call.t("Nothing is answered yet, so the plan has no actions."))
    plan = planned(call, job, limits)
    _write(job, plan, force=job.force)
    call.tell_notes()
    status = 0
    if model is not None and plan.actions:
        from ngo_assist.cli.drafting_run import draft

        plan = draft(
            call,
            plan,
            job.rubric,
            job.assessment,
            model,
            seed=seed,
            keep=lambda so_far: _write(job, so_far, force=True),
        )
        _write(job, plan, force=True)
        status = INTERRUPTED if plan.drafting.ended == "stopped" else 0
    _report(call, job, plan)
    return status


def limits_of(call: Call, job: Job) -> Limits:
    """Return the limits that fit the organisation, but for those given on the command line."""
    limits = default_limits(job.rubric, job.assessment, call.around.now().date())
    given = {field: call.values[flag] for field, flag in _FLAGS.items() if call.values.get(flag) is not None}
    return limits.updated_with(**given)


def planned(call: Call, job: Job, limits: Limits) -> Plan:
    """Return the plan in the rubric's words; from the plan it replaces stays what people set there."""
    now = call.around.now()
    t = translator(job.language)
    earlier = _earlier(call, job)
    plan = make_plan(
        job.rubric,
        job.assessment,
        limits,
        language=job.language,
        created=now,
        uid=earlier.uid if earlier else random_uid(),
        id=earlier.id if earlier else now.date().isoformat(),
        ask_values=letter_values(job.assessment.organisation, t),
        earlier=earlier,
    )
    return curate(plan, job.rubric, job.assessment, t)


def warn_of(call: Call, model: ModelFile, language: str) -> None:
    """Say in one sentence what a model that has not passed in `language` is worth."""
    from ngo_assist.application.models import verdict_of_file

    name, verdict = clean_line(model.name), verdict_of_file(model, language)
    if verdict == "fail":
        call.note(
            call.t(
                "The model “{name}” has not passed its examination in {language}: read every text marked as"
                " written by it before you send the plan.",
                name=name,
                language=label(call.t, LANGUAGE, language),
            )
        )
    elif verdict == "none":
        call.note(
            call.t(
                "The model “{name}” has not passed an examination: read every text marked as written by it"
                " before you send the plan.",
                name=name,
            )
        )


def _chosen_model(call: Call, language: str) -> ModelFile | None:
    """Return the model to be used, or None. Raises `UserError` where one asked for by name cannot write."""
    name = call.values["model"]
    if name == "none":
        return None
    if name == "auto":
        return _passed_model(call, language)
    from ngo_assist.cli.drafting_run import usable_model
    from ngo_assist.cli.served import served_model
    from ngo_assist.llm.servers import is_served

    model = served_model(call, name, language) if is_served(name) else usable_model(name, language)
    warn_of(call, model, language)
    return model


def _passed_model(call: Call, language: str) -> ModelFile | None:
    """Return the best model that has passed in `language` and can be run now, else none; say which."""
    from ngo_assist.application.examination import passed
    from ngo_assist.cli.drafting_run import usable_model
    from ngo_assist.llm.catalogue import here

    spoken, refused = label(call.t, LANGUAGE, language), None
    for model in passed(here(), language):
        try:
            found = usable_model(model.name, language)
        except UserError as error:
            refused = refused or error
            continue
        said = call.t(
            "The model “{name}” has passed its examination in {language} and puts the plan into words.",
            name=clean_line(found.name),
            language=spoken,
        )
        call.note(said)
        return found
    if refused is None:
        call.note(call.t("No model has passed an examination yet; the plan is in the rubric's words."))
    else:
        call.note(
            call.t(
                "The model that has passed cannot be used now: {why}. The plan is in the rubric's words.",
                why=call.t(refused.what).rstrip("."),
            )
        )
    return None


def _earlier(call: Call, job: Job) -> Plan | None:
    """Return the plan that --force replaces, where it is this organisation's."""
    path = job.out / PLAN_TOML
    if not job.force or not is_there(path):
        return None
    try:
        found = read_plan(path)
    except UserError:
        call.note(call.t("The plan that was there could not be read and is replaced: {path}", path=str(path)))
        return None
    same = found.organisation.name == job.assessment.organisation.name and found.rubric.id == job.rubric.id
    return found if same else None


def _write(job: Job, plan: Plan, *, force: bool) -> None:
    markdown = plan_markdown(plan, job.rubric, job.assessment, translator(plan.language))
    write_plan(job.out, plan, markdown, force=force)


def _report(call: Call, job: Job, plan: Plan) -> None:
    t = call.t
    done = t.plural("{n} action", "{n} actions", len(plan.actions))
    later = t.plural("{n} waits for later", "{n} wait for later", len(plan.later))
    call.say(t("The plan is made: {actions}, {later}.", actions=done, later=later))
    if plan.drafting.model:
        call.say(
            t(
                "Texts written by the model: {drafted}. In the rubric's words: {curated}.",
                drafted=plan.drafting.drafted,
                curated=plan.drafting.curated,
            )
        )
    for name in (PLAN_MD, PLAN_TOML):
        call.say(str(job.out / name))
