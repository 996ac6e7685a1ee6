"""Action ladders: no hole between 0 and the top, and no prerequisite that can never be met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ngo_assist.messages import msg
from ngo_assist.rubric.findings import Findings, unknown
from ngo_assist.rubric.source_file import Part


@dataclass(frozen=True)
class Rung:
    """An action whose levels can be read."""

    part: Part
    id: str
    practice: int
    first: int
    last: int
    requires: tuple[tuple[int, str], ...]
    """Known ids, each with its place in the list."""

    def applies(self, level: int) -> bool:
        return self.first <= level < self.last


def check_ladders(practices: Sequence[Part], top: int | None, findings: Findings) -> None:
    """Check the ladders of all practices and what their actions require of one another."""
    known = {action.id for practice in practices for action in practice.parts("actions") if action.id}
    ladders: list[list[Rung]] = []
    for number, practice in enumerate(practices):
        _check_requires(practice, known, findings)
        ladders.append(_rungs(practice, number, known))
        if top is not None and practice.count("actions") is not None:
            _check_holes(practice, ladders[-1], top, findings)
    _Requirements(ladders).check(findings)


def shortest(ladder: Sequence[tuple[int, int]], goal: int) -> int | None:
    """Return the fewest actions, given as (from, to), that lead from 0 to `goal` or above."""
    level, taken = 0, 0
    while level < goal:
        level, before = max([level, *(last for first, last in ladder if first <= level < last)]), level
        if level == before:
            return None
        taken += 1
    return taken


def _rungs(practice: Part, number: int, known: set[str]) -> list[Rung]:
    rungs = []
    for action in practice.parts("actions"):
        first, last = action.whole("from"), action.whole("to")
        if action.id and first is not None and last is not None and 0 <= first < last:
            requires = tuple((i, r) for i, r in action.strings("requires") if r in known and r != action.id)
            rungs.append(Rung(action, action.id, number, first, last, requires))
    return rungs


def _check_holes(practice: Part, ladder: Sequence[Rung], top: int, findings: Findings) -> None:
    # Each action leads up, so the top is reached from everywhere if no level is without an action.
    holes = [level for level in range(top) if not any(rung.applies(level) for rung in ladder)]
    if holes:
        findings.error(
            practice,
            "actions",
            what=msg(
                "the ladder of actions has a hole: no action can be taken at level {levels}",
                levels=", ".join(map(str, holes)),
            ),
            found=", ".join(f"{rung.first} → {rung.last}" for rung in ladder) or "[]",
            allowed=msg("for every level from 0 to {most} an action with from ≤ level < to", most=top - 1),
        )


def _check_requires(practice: Part, known: set[str], findings: Findings) -> None:
    for action in practice.parts("actions"):
        seen: set[str] = set()
        for place, name in action.strings("requires"):
            field = ("requires", place)
            if name in seen:
                findings.error(action, *field, what=msg("this is listed twice"), found=name)
            elif name == action.id:
                findings.error(action, *field, what=msg("the action requires itself"), found=name)
            elif name not in known:
                unknown(findings, action, field, msg("there is no such action"), name, known)
            seen.add(name)


class _Requirements:
    """What must come before what: given by `requires`, or implied by the rungs below."""

    def __init__(self, ladders: Sequence[Sequence[Rung]]) -> None:
        self.ladders = ladders
        self.rungs: dict[str, Rung] = {}
        for ladder in ladders:
            for rung in ladder:
                self.rungs.setdefault(rung.id, rung)

    def check(self, findings: Findings) -> None:
        done, levels = self._attainable()
        stuck = {name: rung for name, rung in self.rungs.items() if name not in done}
        waits = {name: list(self._waits_for(rung, stuck, levels)) for name, rung in stuck.items()}
        told: set[frozenset[str]] = set()
        for rung in stuck.values():
            for place, name in rung.requires:
                circle = _way(waits, name, rung.id) if name in stuck else None
                if circle and frozenset(circle) not in told:
                    told.add(frozenset(circle))
                    findings.error(
                        rung.part,
                        "requires",
                        place,
                        what=msg(
                            "what must come first goes in a circle: {circle}",
                            circle=self._chain(rung.id, circle),
                        ),
                    )
        for name in done:
            self._check_own_practice(self.rungs[name], findings)

    def _attainable(self) -> tuple[set[str], list[int]]:
        """Return the actions that can be done when every practice begins at 0, and the levels reached."""
        done: set[str] = set()
        levels = [_ground(ladder) for ladder in self.ladders]
        waiting = list(self.rungs.values())
        while True:
            left = []
            for rung in waiting:
                free = all(name in done or name not in self.rungs for _, name in rung.requires)
                if free and rung.first <= levels[rung.practice]:
                    done.add(rung.id)
                    levels[rung.practice] = max(
                        levels[rung.practice], rung.last, *self._bridged(rung.practice, rung.last)
                    )
                else:
                    left.append(rung)
            if len(left) == len(waiting):
                return done, levels
            waiting = left

    def _bridged(self, practice: int, level: int) -> Iterator[int]:
        """Yield the next level with an action where `level` itself is a hole, which is told elsewhere."""
        ladder = self.ladders[practice]
        above = [rung.first for rung in ladder if rung.first > level]
        if above and not any(rung.applies(level) for rung in ladder):
            yield min(above)

    def _waits_for(self, rung: Rung, stuck: Mapping[str, Rung], levels: Sequence[int]) -> Iterator[str]:
        for _, name in rung.requires:
            if name in stuck:
                yield name
        level = levels[rung.practice]
        if rung.first > level:
            for lower in self.ladders[rung.practice]:
                if lower.id in stuck and lower.applies(level):
                    yield lower.id

    def _check_own_practice(self, rung: Rung, findings: Findings) -> None:
        """An action that stands on a higher rung of its own ladder is past before it can begin."""
        for place, name in rung.requires:
            chain = self._chain_to_own(rung, name)
            if chain:
                findings.error(
                    rung.part,
                    "requires",
                    place,
                    what=msg(
                        "this can never hold: once {name} is done, the practice is past level {level}",
                        name=self._chain(rung.id, chain),
                        level=rung.last - 1,
                    ),
                    found=name,
                    allowed=msg("actions that leave the practice below level {level}", level=rung.last),
                )

    def _chain_to_own(self, rung: Rung, name: str) -> list[str] | None:
        """Return the way from `name` through what it requires to a rung that ends `rung`'s own use."""
        ways: list[list[str]] = [[name]]
        seen = {name}
        for way in ways:
            here = self.rungs.get(way[-1])
            if here is None:
                continue
            if here.practice == rung.practice and here.last >= rung.last:
                return way
            for _, after in (*here.requires, *((0, lower) for lower in self._only_ways(here))):
                if after not in seen:
                    seen.add(after)
                    ways.append([*way, after])
        return None

    def _only_ways(self, rung: Rung) -> list[str]:
        """Return the lower rungs without which the practice cannot reach where `rung` starts."""
        if rung.first == 0:
            return []
        ladder = self.ladders[rung.practice]
        needed = []
        for lower in ladder:
            rest = [(other.first, other.last) for other in ladder if other.id not in (lower.id, rung.id)]
            if lower.first < rung.first and lower.id != rung.id and shortest(rest, rung.first) is None:
                needed.append(lower.id)
        return needed

    def _chain(self, first: str, rest: Sequence[str]) -> str:
        return " → ".join((first, *rest))


def _ground(ladder: Sequence[Rung]) -> int:
    # A ladder that does not begin at 0 has a hole, which is told elsewhere.
    return min((rung.first for rung in ladder), default=0)


def _way(edges: Mapping[str, Sequence[str]], start: str, goal: str) -> list[str] | None:
    """Return the shortest way from `start` to `goal`, both included."""
    before: defaultdict[str, str] = defaultdict(str)
    queue, seen = [start], {start}
    for name in queue:
        if name == goal:
            way = [name]
            while way[-1] != start:
                way.append(before[way[-1]])
            return way[::-1]
        for after in edges.get(name, ()):
            if after not in seen:
                seen.add(after)
                before[after] = name
                queue.append(after)
    return None
