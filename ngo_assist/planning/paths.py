"""A practice's way up: which of its actions lead from the level it has to the level it is to reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ngo_assist.assessment.model import OwnedDevice, Settlement
from ngo_assist.rubric.model import CONNECTIVITY, Action, Connectivity, Goal, Practice, Rubric

_Key = tuple[int, int, int, float, float, int, tuple[str, ...]]
"""What makes one way better than another: avoided, misfits, trips, cost, days, actions, ids."""


@dataclass(frozen=True)
class Means:
    """What the organisation has to work with, and what it wants first."""

    connectivity: Connectivity
    device: OwnedDevice | None = None
    settlement: Settlement | None = None
    goal: Goal | None = None

    def connects(self, action: Action) -> bool:
        return reach(action.connectivity) <= reach(self.connectivity)

    def has_device(self, action: Action) -> bool:
        return action.device != "computer" or self.device != "phone"

    def travels(self, action: Action) -> bool:
        """Whether the action is a trip; who lives in a town has no way to go."""
        return action.place == "town" and self.settlement not in ("town", "city")


def reach(connectivity: Connectivity) -> int:
    """Return how far a connection reaches, 0 for none."""
    return CONNECTIVITY.index(connectivity)


@dataclass(frozen=True)
class Rung:
    action: Action
    from_level: int


@dataclass(frozen=True)
class Search:
    """How a practice's way up is found."""

    rubric: Rubric
    means: Means
    avoid: frozenset[str]

    def path(self, practice: Practice, level: int, goal: range) -> tuple[Rung, ...] | None:
        """Return the best way from `level` into `goal`, or None where there is none.

        Best: nothing avoided, fits the connection and device, fewest trips, cost, days, actions, ids.
        """
        best: dict[int, tuple[_Key, tuple[Rung, ...]]] = {}
        # Actions only lead up, so from the top down every way onward is known when it is needed.
        for here in range(self.rubric.top, level - 1, -1):
            if here in goal:
                best[here] = ((0, 0, 0, 0.0, 0.0, 0, ()), ())
                continue
            for action in practice.actions:
                if not action.from_level <= here < action.to_level or action.to_level not in best:
                    continue
                (avoided, misfits, trips, cost, days, count, ids), onward = best[action.to_level]
                key = (
                    avoided + (action.id in self.avoid),
                    misfits + (not (self.means.connects(action) and self.means.has_device(action))),
                    trips + self.means.travels(action),
                    cost + self.rubric.cost(action),
                    days + action.effort_days,
                    count + 1,
                    (action.id, *ids),
                )
                if here not in best or key < best[here][0]:
                    best[here] = (key, (Rung(action, here), *onward))
        return best[level][1] if level in best else None

    def path_through(
        self, practice: Practice, level: int, target: int, through: Iterable[str]
    ) -> tuple[Rung, ...]:
        """Return the best way from `level` to `target` or past it that takes the actions in `through`."""
        path: list[Rung] = []
        required = sorted(
            (self.rubric.actions[id] for id in through), key=lambda a: (a.from_level, a.to_level, a.id)
        )
        for action in required:
            leg = self.path(practice, level, range(action.from_level, action.to_level))
            if leg is None:
                continue  # another required rung has already led past it
            level = leg[-1].action.to_level if leg else level
            path += [*leg, Rung(action, level)]
            level = action.to_level
        path += self.path(practice, level, range(target, self.rubric.top + 1)) or ()
        return tuple(path)


def close_paths(
    search: Search, levels: Mapping[str, int], targets: Mapping[str, int], chosen: Iterable[str]
) -> dict[str, tuple[Rung, ...]]:
    """Find every practice's way to its target, and of every practice that those stand on."""
    rubric = search.rubric
    through: dict[str, set[str]] = {practice: set() for practice in levels}
    for id in chosen:
        if id in rubric.actions and rubric.actions[id].practice in through:
            through[rubric.actions[id].practice].add(id)

    def find(practice: str) -> tuple[Rung, ...]:
        return search.path_through(
            rubric.practices[practice], levels[practice], targets[practice], through[practice]
        )

    paths = {practice: find(practice) for practice in levels}
    waiting = list(levels)
    while waiting:
        for rung in paths[waiting.pop()]:
            for id in rung.action.requires:
                required = rubric.actions[id]
                mine = through.get(required.practice)
                if mine is None or id in mine or levels[required.practice] >= required.to_level:
                    continue
                mine.add(id)
                paths[required.practice] = find(required.practice)
                waiting.append(required.practice)
    return paths
