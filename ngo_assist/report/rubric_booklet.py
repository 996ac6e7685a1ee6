"""A rubric as a booklet to read and print: what is asked, what each level looks like, what leads up."""

from __future__ import annotations

from collections.abc import Iterator

from ngo_assist.i18n.labels import CONNECTION_NEEDED, ROLE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import UserError, msg
from ngo_assist.report.escape import inline, quote
from ngo_assist.rubric.findings import did_you_mean
from ngo_assist.rubric.model import Action, Ask, Dimension, Practice, Rubric


def as_markdown(rubric: Rubric, language: str, t: Translator, practice: str | None = None) -> str:
    """Return the rubric, or one practice of it, as CommonMark in `language`, its labels in that of `t`.

    A language that the rubric lacks gives its first one. Raises `UserError` where there is no such practice.
    """
    booklet = _Booklet(rubric, rubric.language(language), t)
    if practice is None:
        blocks = booklet.whole()
    elif practice in rubric.practices:
        blocks = booklet.practice(rubric.practices[practice], "#")
    else:
        raise UserError(
            msg("there is no practice named {id}", id=practice),
            rubric.id,
            did_you_mean(practice, rubric.practices) or msg("Leave the name out to see them all."),
        )
    return "\n\n".join(blocks) + "\n"


class _Booklet:
    """Yields blocks of Markdown; everything that comes from the rubric goes through `inline` or `quote`."""

    def __init__(self, rubric: Rubric, language: str, t: Translator) -> None:
        self.rubric, self.language, self.t = rubric, language, t

    def whole(self) -> Iterator[str]:
        t, header = self.t, self.rubric.header
        yield f"# {inline(header.title.say(self.language))}"
        yield t(
            "{id} {version}, as of {date}. Licence: {licence}.",
            id=f"`{header.id}`",
            version=inline(header.version),
            date=t.date(header.as_of),
            licence=inline(header.licence),
        )
        if header.translations.get(self.language) == "draft":
            yield t("This translation is a draft.")
        yield f"## {t('Levels')}"
        yield "\n".join(
            f"- **{level}** {self._level(level)}"
            + (f" ({t('from here on a practice works')})" if level == self.rubric.working_from else "")
            for level in range(self.rubric.top + 1)
        )
        for dimension in self.rubric.dimensions:
            yield from self.dimension(dimension)
        if header.sources:
            yield f"## {t('Sources')}"
            yield "\n".join(self._source(source) for source in self.rubric.sources)

    def dimension(self, dimension: Dimension) -> Iterator[str]:
        yield f"## {inline(dimension.title.say(self.language))}"
        for practice in dimension.practices:
            yield from self.practice(practice, "###")
        if dimension.asks:
            yield f"### {self.t('What does not depend on us')}"
            for ask in dimension.asks:
                yield from self._ask(ask)

    def practice(self, practice: Practice, heading: str) -> Iterator[str]:
        t = self.t
        yield f"{heading} {inline(practice.question.say(self.language))}"
        yield ", ".join([f"`{practice.id}`", *self._marks(practice)])
        if practice.alone:
            yield t("To one person: {question}", question=inline(practice.alone.say(self.language)))
        yield t("Why it matters: {words}", words=inline(practice.why.say(self.language)))
        yield t("What would show it: {words}", words=inline(practice.evidence.say(self.language)))
        if practice.duty:
            yield "\n".join([self._source(practice.duty)])
        yield "\n".join(
            f"- **{level} {self._level(level)}** {inline(text.say(self.language))}"
            for level, text in enumerate(practice.levels)
        )
        for action in practice.actions:
            yield from self._action(action, heading + "#")

    def _action(self, action: Action, heading: str) -> Iterator[str]:
        t, say = self.t, self.language
        yield f"{heading} {inline(action.title.say(say))}"
        facts = [
            f"`{action.id}`",
            t("from level {first} to {last}", first=action.from_level, last=action.to_level),
            t.plural("{n} day", "{n} days", action.effort_days),
            t.money(self.rubric.cost(action), self.rubric.currency),
            label(t, CONNECTION_NEEDED, action.connectivity),
        ]
        if action.place == "town":
            facts.append(t("a trip to town"))
        if action.role:
            facts.append(label(t, ROLE, action.role))
        yield ", ".join(facts)
        if action.requires:
            titles = [inline(self.rubric.actions[name].title.say(say)) for name in action.requires]
            yield t("Comes after: {actions}", actions="; ".join(titles))
        yield t("First step: {words}", words=inline(action.first_step.say(say)))
        yield "\n".join(f"{n}. {inline(step)}" for n, step in enumerate(action.steps.say(say), 1))
        yield t("How to tell that it worked: {words}", words=inline(action.indicator.say(say)))
        if action.risk:
            yield t("Risk: {words}", words=inline(action.risk.say(say)))

    def _ask(self, ask: Ask) -> Iterator[str]:
        yield f"#### {inline(ask.title.say(self.language))}"
        yield self.t("Whom to ask: {words}", words=inline(ask.addressee.say(self.language)))
        yield quote(ask.text.say(self.language))

    def _level(self, level: int) -> str:
        return inline(self.rubric.level_name(level, self.language))

    def _marks(self, practice: Practice) -> Iterator[str]:
        t = self.t
        if practice.quick:
            yield t("quick mode")
        if practice.foundation:
            yield t("foundation")
        if practice.duty and practice.duty_date:
            month, day = map(int, practice.duty_date.split("-"))
            yield t("legal duty, every year by {date}", date=t.day_of_year(month, day))
        elif practice.duty:
            yield t("legal duty")

    def _source(self, name: str) -> str:
        source = self.rubric.sources[name]
        words = self.t(
            "{source}, read on {date}. Check the current text.",
            source=inline(source.name(self.language)),
            date=self.t.date(source.as_of),
        )
        return f"- {words} {inline(source.url)}".rstrip()
