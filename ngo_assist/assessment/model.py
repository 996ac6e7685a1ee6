"""The organisation and what it answered.

Models are frozen; a change makes a new one. Keys that this version does not know stay with them, so that
a file written by a newer program loses nothing here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from ngo_assist.rubric.model import Connectivity, Goal

Settlement = Literal["city", "town", "village"]
OwnedDevice = Literal["phone", "shared", "own"]
Mode = Literal["full", "quick"]
Kind = Literal["single", "ballot", "consensus"]
Confidence = Literal["sure", "unsure"]
Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
NAME_MOST = 200
NOTE_MOST = 4000


class Document(BaseModel):
    """A frozen model that keeps unknown keys."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True, defer_build=True)

    def updated_with(self, **changes: Any) -> Self:
        """Return a checked copy with `changes`; a value of None removes an optional field."""
        values = {
            name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set
        }
        return type(self).model_validate({**values, **(self.model_extra or {}), **changes})


class Profile(Document):
    """What is known of an organisation; in an assessment only the name is a must."""

    name: Annotated[str, Field(min_length=1, max_length=NAME_MOST)]
    region: Region | None = None
    settlement: Settlement | None = None
    paid_staff: Annotated[int, Field(ge=0)] | None = None
    volunteers: Annotated[int, Field(ge=0)] | None = None
    people_reached: Annotated[int, Field(ge=0)] | None = None
    """A year."""
    connectivity: Connectivity | None = None
    device: OwnedDevice | None = None
    languages: tuple[str, ...] = ()
    goal: Goal | None = None
    mission: Annotated[str, Field(max_length=NOTE_MOST)] = ""

    @property
    def alone(self) -> bool:
        """Whether one person is all there is: questions about owners and roles are put otherwise."""
        people = None if self.paid_staff is None else self.paid_staff + (self.volunteers or 0)
        return people is not None and people <= 1


class Organisation(Profile):
    """An `organisation.toml`."""

    schema_: Annotated[Literal["ngo-assist/organisation@1"], Field(alias="schema")] = (
        "ngo-assist/organisation@1"
    )
    uid: str

    def profile(self) -> Profile:
        """Return the organisation as an assessment holds it: without uid and schema."""
        return Profile.model_validate(self.model_dump(exclude={"uid", "schema_"}))


class RubricRef(Document):
    id: str
    version: str
    sha256: str | None = None


class Respondent(Document):
    role: str


class Answer(Document):
    """One practice's answer: a level, or why it does not apply."""

    level: Annotated[int, Field(ge=0)] | None = None
    not_applicable: Annotated[str, Field(min_length=1, max_length=NOTE_MOST)] | None = None
    note: Annotated[str, Field(max_length=NOTE_MOST)] = ""
    evidence: tuple[str, ...] = ()
    confidence: Confidence | None = None
    asked: str | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Answer:
        if (self.level is None) == (self.not_applicable is None):
            raise ValueError("an answer has either a level or not_applicable with its reason")
        return self


class Assessment(Document):
    """An `assessments/<id>.toml`."""

    schema_: Annotated[Literal["ngo-assist/assessment@1"], Field(alias="schema")] = "ngo-assist/assessment@1"
    uid: str | None = None
    id: str
    kind: Kind = "single"
    rubric: RubricRef
    mode: Mode = "full"
    language: str
    started: datetime | None = None
    updated: datetime | None = None
    finished: datetime | None = None
    respondent: Respondent | None = None
    organisation: Profile
    answers: dict[str, Answer] = {}
    targets: dict[str, Annotated[int, Field(ge=0)]] = {}

    @model_validator(mode="after")
    def _ballot_has_respondent(self) -> Assessment:
        if self.kind == "ballot" and self.respondent is None:
            raise ValueError("a ballot says who answered: [respondent] role")
        return self
