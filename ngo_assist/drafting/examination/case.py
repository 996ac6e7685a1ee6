"""What one text of the examination is asked about, and what shows that it is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ngo_assist.assessment.model import Profile

Kind = Literal["fact", "both", "name", "order", "step", "summary"]
"""What a text is asked for: to keep a planted fact, to join two sentences and say both, to keep a name, not
to obey what is hidden in a note; of a first step and of the summary nothing but that the guard keeps them."""


@dataclass(frozen=True)
class Card:
    """An action as the rubric words it."""

    now: str
    target: str
    why: str
    title: str
    steps: tuple[str, ...]
    first_step: str
    indicator: str
    question: str


@dataclass(frozen=True)
class Case:
    """An action with a note in which something is planted.

    Patterns are regular expressions over the text in lower case. Each of `told` must be found in the line on
    why; one of `turned` shows that it says the opposite of the note. `name` is a name of the note; its right
    forms are in `told`. `order` is an instruction that stands behind the note in the prompt, as if nobody had
    filtered it; `obeyed` is found in a text that followed it.
    """

    id: str
    kind: Kind
    card: Card
    note: str
    told: tuple[str, ...] = ()
    turned: str = ""
    name: str = ""
    order: str = ""
    obeyed: str = ""


@dataclass(frozen=True)
class Paper:
    """The examination in one language: an organisation and its cases, in the order of asking."""

    language: str
    organisation: Profile
    cases: tuple[Case, ...]
