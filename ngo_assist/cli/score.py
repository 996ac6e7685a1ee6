"""`score`: where an organisation stands, for people, for programs, or with the formulas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ngo_assist.assessment.fit import Changes, changes, check_fit
from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import Scores, score
from ngo_assist.cli.arguments import UsageError
from ngo_assist.messages import msg
from ngo_assist.workspace.files import read_assessment

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call
    from ngo_assist.rubric.model import Rubric


def score_file(call: Call) -> int:
    """Print the scores of an assessment's file."""
    if call.values["json"] and call.values["explain"]:
        raise UsageError(msg("Either --json or --explain, not both."), "score")
    path = call.values["file"]
    assessment = read_in_its_language(call, path)
    rubric, found = rubric_of(call, assessment, path)
    scores = score(rubric, assessment)
    if call.values["json"]:
        call.say(json.dumps(as_json(scores, found), ensure_ascii=False, indent=2))
        return 0
    call.rubric_language(rubric)
    if call.values["explain"]:
        from ngo_assist.cli.explain import explain_lines as lines
    else:
        from ngo_assist.cli.results import result_lines as lines
    for line in lines(rubric, assessment, scores, call.t):
        call.say(line)
    return 0


def read_in_its_language(call: Call, path: Path) -> Assessment:
    """Return an assessment's file; its language is spoken from here on. Raises `UserError`."""
    assessment = read_assessment(path)
    call.speak_as(assessment.language)
    return assessment


def rubric_of(call: Call, assessment: Assessment, path: Path) -> tuple[Rubric, Changes]:
    """Return the rubric of an assessment and note what changed between them.

    Raises `UserError` where there is no such rubric, or where the answers do not fit it.
    """
    rubric = call.rubric(assessment.rubric.id, f"{path}: rubric.id")
    check_fit(rubric, assessment, str(path))
    found = changes(rubric, assessment)
    if found:
        from ngo_assist.cli.results import change_lines

        for line in change_lines(found, call.t):
            call.note(line)
    return rubric, found


def as_json(scores: Scores, found: Changes) -> dict[str, Any]:
    """Return the scores as one JSON document, with what is not counted beside them."""
    standings = {id: s.standing for id, s in scores.practices.items()}
    return {
        "working": scores.working,
        "answered": scores.answered,
        "overall": scores.overall,
        "target": scores.target,
        "complete": scores.complete,
        "percent_to_target": scores.percent_to_target,
        "dimensions": {
            dimension.id: {
                "score": dimension.score,
                "target": dimension.target,
                "working": dimension.working,
                "answered": dimension.answered,
                "practices": dimension.practices,
            }
            for dimension in scores.dimensions.values()
        },
        "practices": {s.practice.id: {"level": s.level, "target": s.target} for s in scores.counted},
        "duties": [alert.practice.id for alert in scores.duties],
        "not_applicable": [id for id, standing in standings.items() if standing == "not_applicable"],
        "unanswered": [id for id, standing in standings.items() if standing == "unanswered"],
        "changed": list(found.changed),
        "retired": [id for id, _ in found.retired],
        "unknown": list(found.unknown),
    }
