"""Which kinds of files there are, in which version, and how an older one is brought up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ngo_assist.assessment.model import Assessment, Document, Organisation
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.model import Plan
from ngo_assist.workspace.mistakes import shown

D = TypeVar("D", bound=Document)
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

_SCHEMA = re.compile(r"ngo-assist/([a-z]+)@([0-9]{1,6})")


@dataclass(frozen=True)
class Schema(Generic[D]):
    """One kind of file.

    `upgrades[n]` turns the tables of version n into those of version n + 1; its `schema` key is set here.
    """

    kind: str
    model: type[D]
    version: int = 1
    upgrades: Mapping[int, Upgrade] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"ngo-assist/{self.kind}@{self.version}"

    def upgraded(self, tables: dict[str, Any], where: str) -> dict[str, Any]:
        """Return `tables` in this version.

        Raises `UserError` for another kind of file, a newer version, or an older one without an upgrade.
        """
        found = tables.get("schema")
        right_file = msg("Check that this is the right file.")
        if found is None:
            what = msg(
                'the file does not say what it is; it should start with schema = "{schema}"', schema=self.name
            )
            raise UserError(what, where, right_file)
        match = _SCHEMA.fullmatch(found) if isinstance(found, str) else None
        if match is None or match[1] != self.kind:
            raise UserError(self._other(found), where, right_file)
        version = int(match[2])
        if version > self.version:
            raise UserError(
                msg('the file is of the newer form "{found}"; this program reads "{schema}"',
                    found=found, schema=self.name),
                where,
                msg("Update the program to read this file; the file was left as it is."),
            )  # fmt: skip
        while version < self.version:
            if version not in self.upgrades:
                raise UserError(self._other(found), where, right_file)
            tables = self.upgrades[version](dict(tables))
            version += 1
        return {**tables, "schema": self.name}

    def _other(self, found: object) -> Message:
        return msg(
            'the file is of the kind {found}, expected is "{schema}"', found=shown(found), schema=self.name
        )


ORGANISATION = Schema("organisation", Organisation)
ASSESSMENT = Schema("assessment", Assessment)
PLAN = Schema("plan", Plan)
