"""Which actions come into question, and in which order they are wanted.

Nothing here knows months or limits; `schedule` does. The same input always gives the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ngo_assist.assessment.scoring import Scores
from ngo_assist.planning.paths import Means, Rung, Search, close_paths, reach
from ngo_assist.rubric.model import Action, Practice, Rubric

DUTY, FOUNDATION, REST = 0, 1, 2
BASKETS = (DUTY, FOUNDATION, REST)
DUTY_ACTIONS_MOST = 2
"""How many actions of one duty stand in one plan: law comes first, but is not all there is."""


@dataclass(frozen=True)
class Rank:
    """Where an action stands in the planning order; smaller comes first."""

    basket: int
    aside: bool
    """In the last basket: does not serve what the leader wants first."""
    value: float
    """Value for effort: weights × levels gained × relief ÷ (days + bands above the cheapest)."""
    quick_win: bool
    id: str

    @cached_property
    def key(self) -> tuple[int, bool, float, bool, str]:
        return (self.basket, self.aside, -self.value, not self.quick_win, self.id)

    def __lt__(self, other: Rank) -> bool:
        return self.key < other.key


@dataclass(frozen=True, eq=False)
class Candidate:
    """An action that would bring a practice nearer to its target."""

    action: Action
    practice: Practice
    from_level: int
    cost: float
    rank: Rank
    height: int
    """0 where it stands on nothing, else one more than the highest that it requires."""
    quick_win: bool
    requires: tuple[str, ...] = ()
    """Candidates that come first, the rung below included."""
    check_first: tuple[str, ...] = ()
    """Required actions of practices that were not answered: they do not block."""
    fulfils_duty: bool = False
    """It belongs to a legal duty that does not work yet."""
    serves_goal: bool = False
    beyond: bool = False
    """A duty's third action: not in this plan."""

    @property
    def id(self) -> str:
        return self.action.id

    @property
    def basket(self) -> int:
        return self.rank.basket

    @property
    def order(self) -> tuple[Rank, int, str]:
        return (self.rank, self.height, self.id)

    @property
    def dated(self) -> str | None:
        """The month and day by which a duty's action is wanted each year."""
        return self.practice.duty_date if self.fulfils_duty else None


def candidates(
    rubric: Rubric,
    scores: Scores,
    means: Means,
    *,
    reached: Mapping[str, int] | None = None,
    chosen: Iterable[str] = (),
    avoid: frozenset[str] = frozenset(),
) -> list[Candidate]:
    """Return what would bring the answered practices to their targets, in planning order.

    `reached` gives levels that finished actions have brought since the answers. `chosen` are action ids
    that a person has set: a path goes through them; `avoid` those dropped: it goes round them if it can.
    """
    levels = {
        score.practice.id: max(score.level, (reached or {}).get(score.practice.id, 0))
        for score in scores.counted
        if score.level is not None
    }
    targets = {score.practice.id: score.target or 0 for score in scores.counted}
    search = Search(rubric, means, avoid)
    paths = close_paths(search, levels, targets, chosen)
    rungs = {rung.action.id: rung for path in paths.values() for rung in path}
    requires = {id: _requires(rung, paths, rubric, levels) for id, rung in rungs.items()}
    base = {id: _base_rank(rung, rubric, means) for id, rung in rungs.items()}
    rank = _inherit(base, rungs, requires, means)
    height = _heights(requires)
    beyond = _beyond(paths, base)
    found = [
        Candidate(
            action=rung.action,
            practice=rubric.practices[rung.action.practice],
            from_level=rung.from_level,
            cost=rubric.cost(rung.action),
            rank=rank[id],
            height=height[id],
            quick_win=base[id].quick_win,
            requires=requires[id],
            check_first=_unasked(rung.action, rubric, scores),
            serves_goal=means.goal is not None
            and means.goal in rubric.practices[rung.action.practice].serves,
            beyond=id in beyond,
            fulfils_duty=base[id].basket == DUTY,
        )
        for id, rung in rungs.items()
    ]
    return sorted(found, key=lambda candidate: candidate.order)


def _requires(
    rung: Rung, paths: Mapping[str, tuple[Rung, ...]], rubric: Rubric, levels: Mapping[str, int]
) -> tuple[str, ...]:
    """Name the candidates that must be done before: the rung below and what the action requires."""
    own = paths[rung.action.practice]
    first = [other.action.id for other in own if other.action.to_level == rung.from_level]
    for id in rung.action.requires:
        required = rubric.actions[id]
        if levels.get(required.practice, rubric.top) >= required.to_level:
            continue
        # Where the path went past the required rung, the rung that did so stands in for it.
        path = [other.action for other in paths[required.practice]]
        past = [a.id for a in path if a.id == id] or [a.id for a in path if a.to_level >= required.to_level]
        if past and past[0] != rung.action.id:
            first.append(past[0])
    return tuple(dict.fromkeys(first))


def _unasked(action: Action, rubric: Rubric, scores: Scores) -> tuple[str, ...]:
    unasked = []
    for id in action.requires:
        score = scores.practices.get(rubric.actions[id].practice)
        if score is None or score.standing in ("unanswered", "changed"):
            unasked.append(id)
    return tuple(unasked)


def _base_rank(rung: Rung, rubric: Rubric, means: Means) -> Rank:
    action, practice = rung.action, rubric.practices[rung.action.practice]
    band = rubric.band(action)
    gain = practice.weight * rubric.dimension_of[practice.dimension].weight
    gain *= (action.to_level - rung.from_level) * action.relief
    basket = REST
    if practice.duty is not None and rung.from_level < rubric.working_from:
        basket = DUTY
    elif practice.foundation:
        basket = FOUNDATION
    return Rank(
        basket=basket,
        aside=basket == REST and (means.goal is None or means.goal not in practice.serves),
        value=gain / (action.effort_days + band),
        quick_win=action.effort_days <= 1 and band <= 1,
        id=action.id,
    )


def _inherit(
    base: Mapping[str, Rank],
    rungs: Mapping[str, Rung],
    requires: Mapping[str, tuple[str, ...]],
    means: Means,
) -> dict[str, Rank]:
    """Give what others need the rank of the first that needs it."""
    needed_by: dict[str, list[str]] = {id: [] for id in rungs}
    for id, firsts in requires.items():
        for first in firsts:
            needed_by[first].append(id)
    offline = [(id, reach(r.action.connectivity)) for id, r in rungs.items() if not means.connects(r.action)]
    for id, rung in rungs.items():
        brings = rung.action.brings
        if brings is not None:
            needed_by[id] += [other for other, need in offline if need <= reach(brings) and other != id]
    rank = dict(base)
    changed = True
    while changed:
        changed = False
        for id, others in needed_by.items():
            best = min((rank[other] for other in others), default=rank[id])
            if best < rank[id]:
                rank[id], changed = best, True
    return rank


def _heights(requires: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    # One more round than the longest chain settles all; a circle, which a checked rubric has not, ends too.
    heights = dict.fromkeys(requires, 0)
    for _ in requires:
        higher = {
            id: max((heights[first] + 1 for first in firsts), default=0) for id, firsts in requires.items()
        }
        if higher == heights:
            break
        heights = higher
    return heights


def _beyond(paths: Mapping[str, tuple[Rung, ...]], base: Mapping[str, Rank]) -> set[str]:
    beyond: set[str] = set()
    for path in paths.values():
        duty = [rung.action.id for rung in path if base[rung.action.id].basket == DUTY]
        beyond.update(duty[DUTY_ACTIONS_MOST:])
    return beyond
