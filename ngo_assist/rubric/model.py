"""The rubric: what is asked, what each level looks like, and which actions lead up.

All models are frozen. They are made by `rubric.load`, which checks them first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

Connectivity = Literal["none", "occasional", "mobile", "steady"]
CONNECTIVITY: tuple[Connectivity, ...] = ("none", "occasional", "mobile", "steady")
"""From nothing to a line that is always there; each includes those before it."""

Device = Literal["phone", "computer"]
Place = Literal["home", "town"]
Role = Literal["leader", "staff", "volunteer", "accountant", "consultant"]
Goal = Literal["time", "money", "reach", "safety", "reporting"]
GOALS: tuple[Goal, ...] = ("time", "money", "reach", "safety", "reporting")
Review = Literal["draft", "reviewed"]

ID = r"[a-z][a-z0-9_-]*"
Identifier = Annotated[str, StringConstraints(pattern=rf"^{ID}$")]
PracticeId = Annotated[str, StringConstraints(pattern=rf"^{ID}\.{ID}$")]
ActionId = Annotated[str, StringConstraints(pattern=rf"^{ID}\.{ID}\.{ID}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}([_-][A-Za-z]{2,4})?$")]
MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
SemVer = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$")]
TermForm = Annotated[str, StringConstraints(pattern=r"^[^\s*]+\*?( [^\s*]+\*?)*$")]
TermForms = Annotated[tuple[TermForm, ...], Field(min_length=1)]

Weight = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
"""Bounded, so that a sum of weights is a number like any other."""


class Strict(BaseModel):
    """A frozen model that takes no unknown field."""

    # Schemas are built when first used: the first screen shows before a rubric is needed.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Text(RootModel[dict[LanguageCode, str]]):
    """One text in several languages, the rubric's first language first."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    def say(self, language: str) -> str:
        """Return the text in `language`, else in the rubric's first language."""
        return self.root.get(language) or next(iter(self.root.values()))


class TextList(RootModel[dict[LanguageCode, tuple[str, ...]]]):
    """A list of sentences in several languages, the rubric's first language first."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    def say(self, language: str) -> tuple[str, ...]:
        """Return the sentences in `language`, else in the rubric's first language."""
        return self.root.get(language) or next(iter(self.root.values()))


class Level(Strict):
    name: Text


class Currency(Strict):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Source(Strict):
    """Where a statement about law or services comes from, and when it was read."""

    id: Identifier
    title: Text | str
    url: str = ""
    as_of: date

    def name(self, language: str) -> str:
        return self.title if isinstance(self.title, str) else self.title.say(language)


class Retired(Strict):
    """A practice that older assessments may hold."""

    id: PracticeId
    successor: PracticeId | None = None


class Term(Strict, extra="allow"):
    """An entry of the glossary: one thing as each language calls it, and how it is not to be called.

    Each language has a list of forms, of one word or some; a `*` at the end of a word stands for any ending.
    For those who write and translate: `rubric check` holds the texts to it, nothing else reads it.
    """

    __pydantic_extra__: dict[str, TermForms]
    avoid: dict[LanguageCode, TermForms] = {}


class Action(Strict):
    """One rung: taken where `from_level` ≤ level < `to_level`, it brings the practice to `to_level`."""

    id: ActionId
    from_level: Annotated[int, Field(alias="from", ge=0)]
    to_level: Annotated[int, Field(alias="to", ge=1)]
    effort_days: Annotated[float, Field(gt=0, le=366, allow_inf_nan=False)]
    cost: str | None = None
    """A cost band; absent: the cheapest."""
    connectivity: Connectivity = "none"
    device: Device | None = None
    place: Place = "home"
    brings: Connectivity | None = None
    relief: Annotated[int, Field(ge=1, le=3)] = 1
    role: Role | None = None
    requires: tuple[ActionId, ...] = ()
    title: Text
    first_step: Text
    steps: TextList
    indicator: Text
    risk: Text | None = None

    @property
    def practice(self) -> str:
        return self.id.rpartition(".")[0]


class Practice(Strict):
    id: PracticeId
    weight: Weight = 1.0
    quick: bool = False
    foundation: bool = False
    duty: Identifier | None = None
    duty_date: MonthDay | None = None
    sources: tuple[Identifier, ...] = ()
    """Where facts about law or services in its texts come from, besides `duty`."""
    serves: tuple[Goal, ...] = ()
    not_applicable: bool = True
    maps_to: tuple[str, ...] = ()
    question: Text
    alone: Text | None = None
    why: Text
    evidence: Text
    levels: tuple[Text, ...]
    actions: tuple[Action, ...]

    @property
    def dimension(self) -> str:
        return self.id.partition(".")[0]

    @property
    def all_sources(self) -> tuple[str, ...]:
        """The ids of its sources, that of a duty first."""
        return tuple(dict.fromkeys((*((self.duty,) if self.duty else ()), *self.sources)))

    def ask(self, language: str, *, alone: bool = False) -> str:
        """Return the question, as put to an organisation of one where `alone`."""
        return (self.alone if alone and self.alone else self.question).say(language)

    def asked_in(self, mode: Literal["full", "quick"]) -> bool:
        """Tell whether an assessment in `mode` asks it."""
        return mode == "full" or self.quick

    def asked(self, language: str) -> str:
        """Return a hash of the practice as it is asked in `language`, with the language in front.

        A corrected translation in another language leaves it as it is.
        """
        texts = [
            self.ask(language),
            self.ask(language, alone=True),
            *(lv.say(language) for lv in self.levels),
        ]
        return f"{language}:{_digest(texts)[:16]}"

    def asked_same(self, asked: str) -> bool:
        """Tell whether `asked`, kept with an answer, still fits this practice."""
        language = asked.partition(":")[0]
        return self.asked(language) == asked


class AskWhen(Strict):
    """When an ask stands in the plan: all that is given must hold."""

    at_most: Annotated[int, Field(ge=0)] | None = None
    connectivity: tuple[Connectivity, ...] = ()


class Ask(Strict):
    """What the organisation cannot solve alone: whom to ask, and a text to send."""

    id: Identifier | PracticeId
    practice: PracticeId
    when: AskWhen = AskWhen()
    title: Text
    addressee: Text
    text: Text


class Dimension(Strict):
    id: Identifier
    weight: Weight = 1.0
    title: Text
    practices: tuple[Practice, ...]
    asks: tuple[Ask, ...] = ()


class Header(Strict):
    """What `rubric.toml` holds: all but the dimensions themselves."""

    schema_: Annotated[Literal["ngo-assist/rubric@1"], Field(alias="schema")]
    id: Identifier
    version: SemVer
    licence: str
    as_of: date
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    dimensions: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=2, max_length=7)]
    working_from: Annotated[int, Field(ge=1)] | None = None
    translations: dict[LanguageCode, Review] = {}
    title: Text
    currency: Currency | None = None
    cost_bands: dict[Identifier, Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]] = {"free": 0}
    sources: tuple[Source, ...] = ()
    retired: tuple[Retired, ...] = ()
    glossary: tuple[Term, ...] = ()


class Rubric(Strict):
    """A whole rubric, checked."""

    header: Header
    dimensions: tuple[Dimension, ...]

    @property
    def id(self) -> str:
        return self.header.id

    @property
    def version(self) -> str:
        return self.header.version

    @property
    def languages(self) -> tuple[str, ...]:
        return self.header.languages

    @property
    def top(self) -> int:
        """The highest level."""
        return len(self.header.levels) - 1

    @property
    def working_from(self) -> int:
        """The level from which a practice works."""
        given = self.header.working_from
        return max(1, self.top - 1) if given is None else given

    @property
    def currency(self) -> str:
        return self.header.currency.code if self.header.currency else ""

    def language(self, wanted: str) -> str:
        """Return `wanted` where the rubric has it, else its first language."""
        return wanted if wanted in self.languages else self.languages[0]

    def level_name(self, level: int, language: str) -> str:
        return self.header.levels[level].name.say(language)

    @cached_property
    def practices(self) -> dict[str, Practice]:
        """All practices by id, in the rubric's order."""
        return {practice.id: practice for dimension in self.dimensions for practice in dimension.practices}

    @cached_property
    def actions(self) -> dict[str, Action]:
        """All actions by id, in the rubric's order."""
        return {action.id: action for practice in self.practices.values() for action in practice.actions}

    @cached_property
    def dimension_of(self) -> dict[str, Dimension]:
        """Dimensions by their id."""
        return {dimension.id: dimension for dimension in self.dimensions}

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.header.sources}

    @cached_property
    def retired(self) -> dict[str, Retired]:
        return {retired.id: retired for retired in self.header.retired}

    def of_mode(self, mode: Literal["full", "quick"]) -> Iterator[Practice]:
        """Yield the practices that `mode` asks, in order."""
        return (p for p in self.practices.values() if p.asked_in(mode))

    def cost(self, action: Action) -> float:
        """Return the action's cost: the upper bound of its band, in the rubric's currency."""
        return list(self.header.cost_bands.values())[self.band(action)]

    def band(self, action: Action) -> int:
        """Return how many bands the action's cost lies above the cheapest."""
        return 0 if action.cost is None else list(self.header.cost_bands).index(action.cost)

    @cached_property
    def sha256(self) -> str:
        """The hash of the parsed rubric; comments, the order of keys and the glossary do not change it."""
        return _digest(self.model_dump(mode="json", by_alias=True, exclude={"header": {"glossary"}}))


def _digest(value: object) -> str:
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
