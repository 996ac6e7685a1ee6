"""What an answer does to an assessment: pure functions from one frozen assessment to the next.

A note or a doubt may come before the level. Until then it waits in the file under `unanswered`, a key of
ours beside `answers`, and moves into the answer when that is given. A reason that is typed and not given yet
waits there too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ngo_assist.assessment.model import NOTE_MOST, Answer, Assessment, Confidence
from ngo_assist.clean import clean_line, clean_text
from ngo_assist.rubric.model import Practice

WAITING = "unanswered"
"""The key of an assessment's file that holds notes of practices without an answer."""


@dataclass(frozen=True)
class Remarks:
    """What is said beside a level."""

    note: str = ""
    evidence: tuple[str, ...] = ()
    confidence: Confidence | None = None
    reason: str = ""
    """Why it may not apply: typed, and not given as the answer yet."""

    @property
    def unsure(self) -> bool:
        return self.confidence == "unsure"

    def __bool__(self) -> bool:
        return bool(self.note or self.evidence or self.confidence or self.reason)


def remarks(assessment: Assessment, practice_id: str) -> Remarks:
    """Return note, evidence, doubt and reason, given with the answer or waiting for it."""
    found = _waiting(assessment).get(practice_id)
    waiting = _read(found) if isinstance(found, Mapping) else Remarks()
    answer = assessment.answers.get(practice_id)
    if answer is not None:
        return Remarks(answer.note, answer.evidence, answer.confidence, waiting.reason)
    return waiting


def with_level(assessment: Assessment, practice: Practice, level: int, language: str) -> Assessment:
    """Answer with a level, as the practice is asked in `language`."""
    return _answered(assessment, practice, language, level=level)


def with_reason(assessment: Assessment, practice: Practice, reason: str, language: str) -> Assessment:
    """Answer that the practice does not apply; `reason` is not empty."""
    return _answered(assessment, practice, language, not_applicable=clean_text(reason).strip()[:NOTE_MOST])


def with_note(assessment: Assessment, practice_id: str, note: str, evidence: tuple[str, ...]) -> Assessment:
    """Keep a note and evidence; empty ones are taken away."""
    kept = remarks(assessment, practice_id)
    lines = tuple(line for each in evidence if (line := clean_line(each)[:NOTE_MOST]))
    kept = replace(kept, note=clean_text(note)[:NOTE_MOST], evidence=lines)
    return _with_remarks(assessment, practice_id, kept)


def with_doubt(assessment: Assessment, practice_id: str, unsure: bool) -> Assessment:
    kept = remarks(assessment, practice_id)
    return _with_remarks(assessment, practice_id, replace(kept, confidence="unsure" if unsure else None))


def with_reason_typed(assessment: Assessment, practice_id: str, reason: str) -> Assessment:
    """Keep why a practice may not apply while that is typed; nothing is answered by it."""
    kept = remarks(assessment, practice_id)
    return _with_remarks(assessment, practice_id, replace(kept, reason=clean_text(reason)[:NOTE_MOST]))


def with_practice_of(assessment: Assessment, before: Assessment, practice_id: str) -> Assessment:
    """Take one practice's answer and remarks from another state of the assessment."""
    answers = {**assessment.answers}
    answers.pop(practice_id, None)
    if practice_id in before.answers:
        answers[practice_id] = before.answers[practice_id]
    waiting = {**_waiting(assessment)}
    waiting.pop(practice_id, None)
    if practice_id in _waiting(before):
        waiting[practice_id] = _waiting(before)[practice_id]
    return _with(assessment, answers, waiting)


def _answered(
    assessment: Assessment,
    practice: Practice,
    language: str,
    level: int | None = None,
    not_applicable: str | None = None,
) -> Assessment:
    said = remarks(assessment, practice.id)
    earlier = assessment.answers.get(practice.id)
    answer = Answer(
        **(earlier.model_extra or {} if earlier else {}),
        level=level,
        not_applicable=not_applicable,
        note=said.note,
        evidence=said.evidence,
        confidence=said.confidence,
        asked=practice.asked(language),
    )
    waiting = {**_waiting(assessment)}
    waiting.pop(practice.id, None)
    return _with(assessment, {**assessment.answers, practice.id: answer}, waiting)


def _with_remarks(assessment: Assessment, practice_id: str, said: Remarks) -> Assessment:
    answers, answer = assessment.answers, assessment.answers.get(practice_id)
    if answer is not None:
        changed = answer.updated_with(note=said.note, evidence=said.evidence, confidence=said.confidence)
        answers = {**answers, practice_id: changed}
        said = Remarks(reason=said.reason)
    waiting = {**_waiting(assessment)}
    waiting.pop(practice_id, None)
    if said:
        values = {
            "note": said.note,
            "evidence": list(said.evidence),
            "confidence": said.confidence,
            "reason": said.reason,
        }
        waiting[practice_id] = {name: value for name, value in values.items() if value}
    return _with(assessment, answers, waiting)


def _with(assessment: Assessment, answers: Mapping[str, Answer], waiting: Mapping[str, Any]) -> Assessment:
    # An empty table goes: a person reading the file should not wonder about it.
    table = {WAITING: dict(waiting) or None} if waiting or _waiting(assessment) else {}
    return assessment.updated_with(answers=dict(answers), **table)


def _waiting(assessment: Assessment) -> Mapping[str, Any]:
    found = (assessment.model_extra or {}).get(WAITING)
    return found if isinstance(found, Mapping) else {}


def _read(waiting: Mapping[str, Any]) -> Remarks:
    """Read what a person may have edited by hand: anything that is not text is passed over."""
    note, evidence, reason = (waiting.get(name) for name in ("note", "evidence", "reason"))
    return Remarks(
        clean_text(note)[:NOTE_MOST] if isinstance(note, str) else "",
        tuple(clean_line(each) for each in evidence if isinstance(each, str))
        if isinstance(evidence, list | tuple)
        else (),
        "unsure" if waiting.get("confidence") == "unsure" else None,
        clean_text(reason)[:NOTE_MOST] if isinstance(reason, str) else "",
    )
