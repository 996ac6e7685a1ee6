"""An assessment as it may be given to others: levels, and nothing that was written beside them."""

from __future__ import annotations

from ngo_assist.assessment.model import Answer, Assessment, Profile

LEFT_OUT = "…"
"""Stands for a reason that was left out: an answer that does not apply would be none without one."""

WITHOUT_NOTES = "without_notes"
"""A key of `organisation.toml` in a copy made to be shared: it says so to whoever opens it."""
ARCHIVED = "archived"
"""A key of `organisation.toml`: the day since which home shows it only when asked."""


def without_notes(assessment: Assessment) -> Assessment:
    """Return the assessment without notes, evidence and reasons.

    Keys that this version does not know go too: they may hold anything.
    """
    known = {name: getattr(assessment, name) for name in Assessment.model_fields}
    answers = {practice: _bare(answer) for practice, answer in assessment.answers.items()}
    profile = profile_only(assessment.organisation)
    return Assessment.model_validate({**known, "answers": answers, "organisation": profile})


def profile_only(profile: Profile) -> Profile:
    """Return the fields of a profile that are known here."""
    return Profile.model_validate({name: getattr(profile, name) for name in Profile.model_fields})


def _bare(answer: Answer) -> Answer:
    reason = LEFT_OUT if answer.not_applicable is not None else None
    return Answer(level=answer.level, not_applicable=reason, confidence=answer.confidence, asked=answer.asked)
