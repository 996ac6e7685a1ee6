"""The guard: keeps a draft only if nothing in it can embarrass who signs the plan.

`judge` is a pure function. Each check is one too, and has the name that `drafting.refused` counts by.
A refusal costs little, because the rubric's own sentence stands instead; so in doubt it refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ngo_assist.drafting import guard_form as shape
from ngo_assist.drafting import guard_meaning as meaning
from ngo_assist.drafting import guard_newness as newness
from ngo_assist.drafting import guard_request as request
from ngo_assist.drafting import guard_roles as roles
from ngo_assist.drafting import guard_told as told
from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.guard_case import Case, source

Check = Callable[[Case], str | None]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("empty", shape.empty),
    ("control", shape.control),
    ("markup", shape.markup),
    ("script", shape.script),
    ("language", shape.language),
    ("length", shape.length),
    ("sentence-end", shape.sentence_end),
    ("repeat", shape.repeat),
    ("self-talk", shape.self_talk),
    ("obeyed", newness.obeyed),
    ("new-address", newness.new_address),
    ("new-law", newness.new_law),
    ("new-date", newness.new_date),
    ("new-number", newness.new_number),
    ("moved-number", newness.moved_number),
    ("promise", newness.promise),
    ("blame", newness.blame),
    ("new-name", newness.new_name),
    ("new-word", newness.new_word),
    ("parrot", shape.parrot),
    ("form", request.form),
    ("claim", request.claim),
    ("asked-by-note", newness.asked_by_note),
    ("thin", meaning.thin),
    ("turned-round", meaning.turned_round),
    ("new-link", meaning.new_link),
    ("scrambled", meaning.scrambled),
    ("secret", roles.secret),
    ("moved", roles.moved),
    ("wrong-side", roles.wrong_side),
    ("misplaced", told.misplaced),
    ("happened", told.happened),
    ("no-time", told.no_time),
    ("unconditioned", told.unconditioned),
    ("note-left-out", meaning.note_left_out),
)
"""In order: the first that objects names the refusal. What is plainly broken comes first."""


@dataclass(frozen=True)
class Verdict:
    """Whether a text is kept, and if not, by which check and on account of what."""

    kept: bool
    reason: str | None = None
    detail: str = ""


def judge(text: str, brief: Brief, kept: Sequence[str] = ()) -> Verdict:
    """Judge a cleaned text against its brief and the drafts already kept in this plan.

    Never raises, whatever the text is.
    """
    case = Case(text, brief, tuple(kept))
    for name, check in CHECKS:
        detail = check(case)
        if detail is not None:
            return Verdict(False, name, detail)
    return Verdict(True)


def prepare(brief: Brief) -> None:
    """Read a brief before its text is written, so that the first word is not kept waiting for it."""
    source(brief)


LASTING = frozenset(
    [
        *("control", "script", "self-talk", "obeyed", "new-address", "new-law", "new-date", "new-number"),
        *("promise", "blame", "new-name", "new-word"),
    ]
)
"""Checks that object to something in a text; what they refuse stays refused whatever follows it."""


def beyond_mending(text: str, brief: Brief) -> Verdict | None:
    """Return the refusal of a text that is still being written, if nothing that follows can lift it.

    `text` ends with a whole word.
    """
    case = Case(text, brief, ())
    for name, check in CHECKS:
        if name in LASTING and case.words and (detail := check(case)) is not None:
            return Verdict(False, name, detail)
    return None
