"""What moved since an earlier assessment.

Only what was answered both times, to the same question, is compared; levels are whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import PracticeScore, Scores, score
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
    """Compare today's scores with an earlier assessment made with the same rubric."""
    then = score(rubric, earlier).practices
    pairs = [(then.get(found.practice.id), found) for found in now.counted]
    moved = tuple(each for before, found in pairs if before and (each := _moved(before, found)))
    return Comparison(
        moved=moved,
        new=now.answered - len(moved),
    )


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


@dataclass(frozen=True)
class TopicLine:
    """What moved in one dimension, in whole levels of all its practices together."""

    id: str
    title: str
    up: int
    down: int
    words: str


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
    topics: tuple[TopicLine, ...]
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
    """Return what has moved, in words; on a first assessment only that nothing can have moved yet.

    Never a share of the way: beside what already works it reads as a mark, and as another one.
    """
    if earlier is None:
        return ProgressView(
            headline=t("Assess again in half a year: then you see here what has moved."),
            details=(),
            topics=(),
            moved=(),
            same="",
        )
    found = compare(rubric, earlier, scores)
    date = _day(earlier, t)
    same = len(found.moved) - found.up - found.down
    return ProgressView(
        headline=_headline(found, date, t),
        details=tuple(_details(found, t)),
        topics=tuple(_topics(rubric, found, t)),
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


def _topics(rubric: Rubric, found: Comparison, t: Translator) -> Iterable[TopicLine]:
    for dimension in rubric.dimensions:
        mine = [each.by for each in found.moved if each.practice.dimension == dimension.id]
        if not mine:
            continue
        up, down = sum(by for by in mine if by > 0), -sum(by for by in mine if by < 0)
        words = [t.plural("{n} level up", "{n} levels up", up)] if up else []
        words += [t.plural("{n} level down", "{n} levels down", down)] if down else []
        title = dimension.title.say(rubric.language(t.language))
        yield TopicLine(dimension.id, title, up, down, " · ".join(words) or t("as it was"))


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
