"""Whether an assessment fits a rubric: what cannot be meant, and what changed since it was answered."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import standing
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.rubric.model import Rubric


@dataclass(frozen=True)
class Changes:
    """What changed in the rubric since the answers were given. The answers are kept."""

    version: tuple[str, str] | None = None
    """The version answered and the version at hand, where they differ."""
    changed: tuple[str, ...] = ()
    """Practices asked otherwise now: their answers are not counted and asked again."""
    retired: tuple[tuple[str, str | None], ...] = ()
    """Practices that are no more, with their successors."""
    unknown: tuple[str, ...] = ()
    """Answers to practices that this rubric never had."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.retired or self.unknown)


def check_fit(rubric: Rubric, assessment: Assessment, where: str = "") -> None:
    """Raise `UserError` for an answer that cannot be meant: out of range, or of an unknown practice.

    An unknown practice is forgiven only where the assessment was made with another state of the rubric.
    """
    if assessment.rubric.id != rubric.id:
        raise UserError(
            msg(
                "This assessment was made with the rubric “{found}”, but “{given}” is at hand.",
                found=assessment.rubric.id,
                given=rubric.id,
            ),
            where,
            msg("Give the folder of the right rubric with --rubric DIR."),
        )
    same_rubric = assessment.rubric.sha256 in (None, rubric.sha256)
    for practice_id, answer in assessment.answers.items():
        practice = rubric.practices.get(practice_id)
        place = _place(where, f'answers."{practice_id}"')
        if practice is None:
            if same_rubric and practice_id not in rubric.retired:
                raise UserError(
                    msg("The rubric has no practice “{id}”.", id=practice_id),
                    place,
                    _suggest(practice_id, list(rubric.practices)),
                )
            continue
        counts = standing(practice, answer) != "changed"
        if answer.level is not None and counts:
            _check_level(answer.level, rubric, f"{place}.level")
        if answer.not_applicable is not None and counts and not practice.not_applicable:
            raise UserError(
                msg("“{id}” always applies; it needs a level.", id=practice_id),
                place,
                msg("Give a level from 0 to {top}.", top=rubric.top),
            )
    for target_id, target in assessment.targets.items():
        place = _place(where, f'targets."{target_id}"')
        if target_id not in rubric.practices and target_id not in rubric.dimension_of:
            if same_rubric and target_id not in rubric.retired:
                known = [*rubric.practices, *rubric.dimension_of]
                raise UserError(
                    msg("The rubric has no practice or dimension “{id}”.", id=target_id),
                    place,
                    _suggest(target_id, known),
                )
            continue
        _check_level(target, rubric, place)


def changes(rubric: Rubric, assessment: Assessment) -> Changes:
    """Tell what changed between the rubric that was answered and the one at hand."""
    changed, retired, unknown = [], [], []
    for practice_id, answer in assessment.answers.items():
        practice = rubric.practices.get(practice_id)
        if practice is not None:
            if standing(practice, answer) == "changed":
                changed.append(practice_id)
        elif practice_id in rubric.retired:
            retired.append((practice_id, rubric.retired[practice_id].successor))
        else:
            unknown.append(practice_id)
    version = (assessment.rubric.version, rubric.version)
    return Changes(
        version if version[0] != version[1] else None, tuple(changed), tuple(retired), tuple(unknown)
    )


def answered_with(rubric: Rubric, assessment: Assessment) -> Assessment:
    """Return the assessment as one that goes on with the rubric at hand, so that its version is named.

    An answer to a practice that this rubric never had keeps the older reference: it explains that answer.
    """
    given = assessment.rubric
    known = all(id in rubric.practices or id in rubric.retired for id in assessment.answers)
    if not known or (given.version, given.sha256) == (rubric.version, rubric.sha256):
        return assessment
    reference = given.updated_with(version=rubric.version, sha256=rubric.sha256)
    return assessment.updated_with(rubric=reference)


def _check_level(level: int, rubric: Rubric, place: str) -> None:
    if not 0 <= level <= rubric.top:
        raise UserError(
            msg("Level {found} does not exist.", found=level),
            place,
            msg("Give a level from 0 to {top}.", top=rubric.top),
        )


def _suggest(found: str, known: list[str]) -> Message:
    close = difflib.get_close_matches(found, known, n=1)
    if close:
        return msg("Did you mean “{id}”?", id=close[0])
    return msg("The command “rubric show” lists the practices of the rubric.")


def _place(where: str, field: str) -> str:
    return f"{where}: {field}" if where else field
