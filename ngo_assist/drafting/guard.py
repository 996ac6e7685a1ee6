"""The guard: keeps a draft only if nothing in it can embarrass who signs the plan.

`judge` is a pure function. Each check is one too, and has the name that `drafting.refused` counts by.
A refusal costs little, because the rubric's own sentence stands instead; so in doubt it refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ngo_assist.drafting import guard_checks as checks
from ngo_assist.drafting import guard_meaning as meaning
from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.guard_case import Case

Check = Callable[[Case], str | None]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("empty", checks.empty),
    ("control", checks.control),
    ("markup", checks.markup),
    ("script", checks.script),
    ("language", checks.language),
    ("length", checks.length),
    ("sentence-end", checks.sentence_end),
    ("repeat", checks.repeat),
    ("self-talk", checks.self_talk),
    ("obeyed", checks.obeyed),
    ("new-address", checks.new_address),
    ("new-law", checks.new_law),
    ("new-date", checks.new_date),
    ("new-number", checks.new_number),
    ("moved-number", checks.moved_number),
    ("promise", checks.promise),
    ("blame", checks.blame),
    ("new-name", checks.new_name),
    ("new-word", checks.new_word),
    ("parrot", checks.parrot),
    ("form", checks.form),
    ("thin", meaning.thin),
    ("turned-round", meaning.turned_round),
    ("new-link", meaning.new_link),
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
