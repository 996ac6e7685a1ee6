"""What moved since an earlier assessment, and how far it is to the targets.

Only what was answered both times, to the same question, is compared; levels are whole, shares are 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import PracticeScore, Scores, percent_to_target, progress, score
from ngo_assist.i18n.translator import Translator
from ngo_assist.rubric.model import Practice, Rubric


@dataclass(frozen=True)
class Moved:
    """One practice, then and now."""

    practice: Practice
    earlier: int
    earlier_target: int
    """At least the level of then: a target that was reached asks for nothing."""
    level: int
    target: int
    works_then: bool
    works_now: bool

    @property
    def by(self) -> int:
        return self.level - self.earlier


@dataclass(frozen=True)
class Comparison:
    """All that can be compared, in the rubric's order."""

    moved: tuple[Moved, ...]
    way: float | None
    """How much of what was planned then is done, over all dimensions; None: there was nothing to do."""
    dimensions: dict[str, float | None]
    """The same for each dimension in which something can be compared."""
    new: int
    """How many practices are answered now and were not then."""

    @property
    def up(self) -> int:
        return sum(each.by > 0 for each in self.moved)

    @property
    def down(self) -> int:
        return sum(each.by < 0 for each in self.moved)

    @property
    def working_then(self) -> int:
        return sum(each.works_then for each in self.moved)

    @property
    def working_now(self) -> int:
        return sum(each.works_now for each in self.moved)


def compare(rubric: Rubric, earlier: Assessment, now: Scores) -> Comparison:
    """Compare today's scores with an earlier assessment made with the same rubric.

    Progress = (level − earlier) / (earlier target − earlier), where each is the weighted mean of the
    practices answered both times.
    """
    then = score(rubric, earlier).practices
    pairs = [(then.get(found.practice.id), found) for found in now.counted]
    moved = tuple(each for before, found in pairs if before and (each := _moved(before, found)))
    means = {
        dimension.id: mean
        for dimension in rubric.dimensions
        if (
            mean := _mean(
                [(m.practice.weight, _three(m)) for m in moved if m.practice.dimension == dimension.id]
            )
        )
    }
    overall = _mean([(rubric.dimension_of[id].weight, mean) for id, mean in means.items()])
    return Comparison(
        moved=moved,
        way=progress(*overall) if overall else None,
        dimensions={id: progress(*mean) for id, mean in means.items()},
        new=now.answered - len(moved),
    )


Three = tuple[float, float, float]


def _moved(before: PracticeScore, now: PracticeScore) -> Moved | None:
    if before.level is None or now.level is None:
        return None
    return Moved(
        practice=now.practice,
        earlier=before.level,
        earlier_target=max(before.target or 0, before.level),
        level=now.level,
        target=now.target or 0,
        works_then=before.works,
        works_now=now.works,
    )


def _three(moved: Moved) -> Three:
    return (moved.level, moved.earlier, moved.earlier_target)


def _mean(weighted: Sequence[tuple[float, Three]]) -> Three | None:
    total = sum(weight for weight, _ in weighted)
    if not total:
        return None
    level, earlier, target = (
        sum(weight * each[part] for weight, each in weighted) / total for part in range(3)
    )
    return (level, earlier, target)


@dataclass(frozen=True)
class WayLine:
    """How far one dimension is: towards the targets of then, or of now where there is no earlier one."""

    id: str
    title: str
    share: float | None
    word: str
    up: int
    down: int


@dataclass(frozen=True)
class MovedLine:
    """One practice that stands on another level than then."""

    practice: str
    title: str
    up: bool
    earlier: int
    earlier_name: str
    level: int
    level_name: str
    to_target: str
    """The level wanted now, where that is still higher."""


@dataclass(frozen=True)
class ProgressView:
    headline: str
    details: tuple[str, ...]
    share: float | None
    """How much of the way to the targets of today is done; None: nothing to do."""
    to_target: str
    way_title: str
    ways: tuple[WayLine, ...]
    moved: tuple[MovedLine, ...]
    """Those that moved most stand first; those that stand lower come last."""
    same: str


def percent_line(scores: Scores, t: Translator) -> str:
    """Return how much of the way to the targets is done."""
    if scores.percent_to_target is None:
        return t("Nothing to do: there are no targets yet.")
    return t("{percent} of the way to your targets", percent=t.percent(scores.percent_to_target))


def progress_view(
    rubric: Rubric, assessment: Assessment, earlier: Assessment | None, scores: Scores, t: Translator
) -> ProgressView:
    """Return what has moved, in words; without an earlier assessment how far it is to the targets."""
    percent, to_target = scores.percent_to_target, percent_line(scores, t)
    if earlier is None:
        return ProgressView(
            headline=to_target,
            details=(t("Assess again in half a year: then you see here what has moved."),),
            share=percent,
            to_target="",
            way_title=t("How far it is to your targets"),
            ways=tuple(_ways_now(rubric, scores, t)),
            moved=(),
            same="",
        )
    found = compare(rubric, earlier, scores)
    date = _day(earlier, t)
    same = len(found.moved) - found.up - found.down
    return ProgressView(
        headline=_headline(found, date, t),
        details=tuple(_details(found, t)),
        share=percent,
        to_target=to_target,
        way_title=t("How much of what was wanted on {date} is done", date=date),
        ways=tuple(_ways_since(rubric, found, t)),
        moved=tuple(_moved_lines(rubric, assessment, found, t)),
        same=t.plural("{n} practice stands where it stood", "{n} practices stand where they stood", same)
        if same
        else "",
    )


def _day(assessment: Assessment, t: Translator) -> str:
    made = assessment.finished or assessment.updated or assessment.started
    return t.date(made.date()) if made else assessment.id


def _headline(found: Comparison, date: str, t: Translator) -> str:
    if not found.moved:
        return t("No question was answered both now and on {date}", date=date)
    if not found.up:
        return t("Since {date} no practice has moved up yet", date=date)
    return t.plural(
        "Since {date} {n} practice has moved up",
        "Since {date} {n} practices have moved up",
        found.up,
        date=date,
    )


def _details(found: Comparison, t: Translator) -> Iterable[str]:
    if found.moved:
        yield t(
            "Already works: {then} of {all} then, {now} now",
            then=t.number(found.working_then, 0),
            now=t.number(found.working_now, 0),
            all=t.number(len(found.moved), 0),
        )
    if found.down:
        yield t.plural("{n} stands lower than then", "{n} stand lower than then", found.down)
    if found.new:
        yield t.plural("{n} is answered for the first time", "{n} are answered for the first time", found.new)


def _ways_now(rubric: Rubric, scores: Scores, t: Translator) -> Iterable[WayLine]:
    for id in scores.dimensions:
        mine = [s for s in scores.counted if s.practice.dimension == id]
        share = percent_to_target(
            (s.level, s.target) for s in mine if s.level is not None and s.target is not None
        )
        word = _way_word(share, t) if mine else t("not answered")
        yield WayLine(id, _title(rubric, id, t), share, word, 0, 0)


def _ways_since(rubric: Rubric, found: Comparison, t: Translator) -> Iterable[WayLine]:
    for id, share in found.dimensions.items():
        mine = [each for each in found.moved if each.practice.dimension == id]
        up, down = sum(each.by > 0 for each in mine), sum(each.by < 0 for each in mine)
        yield WayLine(id, _title(rubric, id, t), share, _way_word(share, t), up, down)


def _way_word(share: float | None, t: Translator) -> str:
    if share is None:
        return t("nothing to do")
    return t.percent(share) if share > 0 else t("still ahead")


def _moved_lines(
    rubric: Rubric, assessment: Assessment, found: Comparison, t: Translator
) -> Iterable[MovedLine]:
    language = rubric.language(t.language)
    for each in sorted((m for m in found.moved if m.by), key=lambda m: -m.by):
        yield MovedLine(
            practice=each.practice.id,
            title=each.practice.ask(language, alone=assessment.organisation.alone),
            up=each.by > 0,
            earlier=each.earlier,
            earlier_name=rubric.level_name(each.earlier, language),
            level=each.level,
            level_name=rubric.level_name(each.level, language),
            to_target=t("target: {level}", level=rubric.level_name(each.target, language))
            if each.target > each.level
            else "",
        )


def _title(rubric: Rubric, dimension: str, t: Translator) -> str:
    return rubric.dimension_of[dimension].title.say(rubric.language(t.language))
