"""A rubric as a booklet to read and print: what is asked, what each level looks like, what leads up."""

from __future__ import annotations

from collections.abc import Iterator

from ngo_assist.i18n.labels import CONNECTION_NEEDED, ROLE, label
from ngo_assist.i18n.translator import LANGUAGES, Translator
from ngo_assist.report.amounts import cost, effort
from ngo_assist.report.page import Block, Heading, Item, Items, Letter, Together, Words
from ngo_assist.report.sources import source_line
from ngo_assist.rubric.model import Action, Ask, Dimension, Practice, Rubric


def facts(rubric: Rubric, t: Translator) -> Iterator[str]:
    """Yield what a rubric holds, and in which languages, a line each."""
    yield t(
        "{practices}, {quick} of them in quick mode; {actions}",
        practices=t.plural("{n} practice", "{n} practices", len(rubric.practices)),
        quick=sum(practice.quick for practice in rubric.practices.values()),
        actions=t.plural("{n} action", "{n} actions", len(rubric.actions)),
    )
    reviews = rubric.header.translations
    yield ", ".join(
        t("{language} (draft translation)", language=LANGUAGES.get(code, code))
        if reviews.get(code) == "draft"
        else LANGUAGES.get(code, code)
        for code in rubric.languages
    )


class Booklet:
    """Yields blocks; the rubric's texts in `language`, the labels in that of `t`.

    A language that the rubric lacks gives its first one.
    """

    def __init__(self, rubric: Rubric, language: str, t: Translator) -> None:
        self.rubric, self.language, self.t = rubric, rubric.language(language), t

    def whole(self) -> Iterator[Block]:
        """Yield the whole rubric."""
        t, header = self.t, self.rubric.header
        yield Heading(1, self.title)
        yield Words(
            t(
                "{id} {version}, as of {date}. Licence: {licence}.",
                id=header.id,
                version=header.version,
                date=t.date(header.as_of),
                licence=header.licence,
            ),
            quiet=True,
        )
        for fact in facts(self.rubric, t):
            yield Words(fact, quiet=True)
        if header.translations.get(self.language) == "draft":
            yield Words(t("This translation is a draft."))
        yield Heading(2, t("Levels"))
        names = [header.levels[level].name.say(self.language) for level in range(self.rubric.top + 1)]
        from_here = t("from here on a practice works")
        yield Items(
            [
                Item(f"{name} ({from_here})" if level == self.rubric.working_from else name, str(level))
                for level, name in enumerate(names)
            ]
        )
        for dimension in self.rubric.dimensions:
            yield from self.dimension(dimension)
        if header.sources:
            yield Heading(2, t("Sources"))
            yield Items([Item(self._source(source)) for source in self.rubric.sources])

    @property
    def title(self) -> str:
        return self.rubric.header.title.say(self.language)

    def dimension(self, dimension: Dimension) -> Iterator[Block]:
        yield Heading(2, dimension.title.say(self.language), new_sheet=True)
        for practice in dimension.practices:
            yield from self.practice(practice)
        if dimension.asks:
            yield Heading(3, self.t("What does not depend on us"))
            for ask in dimension.asks:
                yield from self._ask(ask)

    def practice(self, practice: Practice) -> Iterator[Block]:
        """Yield one practice with its levels and actions."""
        t, say = self.t, self.language
        yield Heading(3, practice.question.say(say), practice.id)
        marks = list(self._marks(practice))
        if marks:
            yield Words(", ".join(marks), quiet=True)
        if practice.alone:
            yield Words(practice.alone.say(say), t("To one person:"))
        yield Words(practice.why.say(say), t("Why it matters:"))
        yield Words(practice.evidence.say(say), t("What would show it:"))
        for id in practice.all_sources:
            yield Words(self._source(id), quiet=True)
        yield Items(
            [
                Item(text.say(say), f"{level} {self.rubric.level_name(level, say)}:")
                for level, text in enumerate(practice.levels)
            ]
        )
        for action in practice.actions:
            yield Together(tuple(self._action(action)))

    def _action(self, action: Action) -> Iterator[Block]:
        t, say = self.t, self.language
        yield Heading(4, action.title.say(say))
        facts = [
            t("from level {first} to {last}", first=action.from_level, last=action.to_level),
            effort(action.effort_days, t),
            cost(self.rubric.cost(action), self.rubric.currency, t),
            label(t, CONNECTION_NEEDED, action.connectivity),
        ]
        if action.place == "town":
            facts.append(t("a trip to town"))
        if action.role:
            facts.append(label(t, ROLE, action.role))
        yield Words(", ".join(facts), quiet=True)
        if action.requires:
            titles = [self.rubric.actions[name].title.say(say) for name in action.requires]
            yield Words("; ".join(titles), t("Comes after:"))
        yield Words(action.first_step.say(say), t("First step:"))
        yield Items([Item(step) for step in action.steps.say(say)], "number")
        yield Words(action.indicator.say(say), t("How to tell that it worked:"))
        if action.risk:
            yield Words(action.risk.say(say), t("Risk:"))

    def _ask(self, ask: Ask) -> Iterator[Block]:
        yield Heading(4, ask.title.say(self.language))
        yield Words(ask.addressee.say(self.language), self.t("Whom to ask:"))
        yield Letter(ask.text.say(self.language))

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

    def _source(self, id: str) -> str:
        url = self.rubric.sources[id].url
        line = source_line(self.rubric, id, self.t, self.language)
        return f"{line} {url}" if url else line
