"""What follows the months: what had to wait, what depends on others, whose words these are, how to go on."""

from __future__ import annotations

from collections.abc import Iterable

from ngo_assist.i18n.labels import MODEL_ENDED
from ngo_assist.i18n.translator import Translator
from ngo_assist.llm.protocol import ELSEWHERE
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan
from ngo_assist.report.escape import inline, quote
from ngo_assist.report.months import MODEL_MARK
from ngo_assist.report.reasons import waiting
from ngo_assist.rubric.model import Rubric


def later(plan: Plan, rubric: Rubric, t: Translator) -> list[str]:
    """Return what did not fit, each with its reason, and what was dropped; nothing where there is none."""
    lines = [f"- **{inline(wait.title)}**: {inline(waiting(wait, plan, rubric, t))}" for wait in plan.later]
    lines += [
        f"- **{inline(action.title)}**: {t('dropped by decision')}"
        for action in plan.actions
        if action.status == "dropped"
    ]
    if not lines:
        return []
    return [f"## {t('Left for later, and why')}", "\n".join(lines)]


def asks(plan: Plan, t: Translator) -> list[str]:
    """Return what the organisation cannot solve alone: whom to ask, and a text to send."""
    if not plan.asks:
        return []
    blocks = [
        f"## {t('What does not depend on us')}",
        t("We cannot solve this alone. Here is whom to ask, and a text to send."),
    ]
    for ask in plan.asks:
        blocks += [f"### {inline(ask.title)}", f"**{t('To')}:** {inline(ask.addressee)}", quote(ask.text)]
    return blocks


def whose_words(plan: Plan, t: Translator) -> list[str]:
    """Say which texts a model wrote, and that there are none where there are none."""
    title = f"## {t('Who wrote the words')}"
    written = list(_written_by_model(plan))
    # Texts of a model stay a model's, even where a plan made again no longer says which it was.
    if not written and plan.drafting.model is None:
        text = t("No language model was used. The words are the rubric's own and those of people here.")
        return [title, text]
    drafting = plan.drafting
    blocks = [title]
    name = inline(drafting.model or t("a language model"))
    engine = inline(drafting.engine or "")
    elsewhere = (drafting.engine or "").endswith(ELSEWHERE)
    if not written:
        blocks.append(t("{model} was asked, but none of its texts was kept.", model=name))
    else:
        full, n = f"{name} ({engine})" if engine else name, len(written)
        if elsewhere:
            said = t.plural(
                "{n} text was written by {model}. It is marked with {mark}.",
                "{n} texts were written by {model}. They are marked with {mark}.",
                n,
                model=full,
                mark=MODEL_MARK,
            )
        else:
            said = t.plural(
                "{n} text was written by {model} on our own computer. It is marked with {mark}.",
                "{n} texts were written by {model} on our own computer. They are marked with {mark}.",
                n,
                model=full,
                mark=MODEL_MARK,
            )
        read = t("Each was checked by the program; a person should read it too before the plan is sent.")
        blocks.append(f"{said} {read}")
    if elsewhere:
        blocks.append(
            t("The model is on another computer: the notes that this plan rests on were sent there.")
        )
    if written and drafting.verdict != "pass":
        blocks.append(t("This model has not passed its examination in this language."))
    if drafting.ended in MODEL_ENDED:
        blocks.append(t(MODEL_ENDED[drafting.ended]))
    return blocks


def going_on(plan: Plan, rubric: Rubric, t: Translator) -> list[str]:
    """Say how to continue, and what this page was made from."""
    end = month_after(plan.limits.start, plan.limits.months)
    steps = (
        t("Once a month, look at this page together: note what is done, and move what has to wait."),
        t("In NGO Assist, open the organisation to note what is done, to name people, or to plan again.")
        + " "
        + t("What people have set stays."),
        t("After {date}, answer the questions again and see what has changed.", date=t.date(end)),
        t("Keep this folder: plan.toml is the plan itself, and this page was made from it."),
    )
    made = t(
        "Made with NGO Assist on {date} from the rubric “{rubric}”, version {version}.",
        date=t.date(plan.created),
        rubric=inline(rubric.header.title.say(plan.language)),
        version=inline(plan.rubric.version),
    )
    return [
        f"## {t('How to continue')}",
        "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1)),
        "---",
        made,
    ]


def _written_by_model(plan: Plan) -> Iterable[str]:
    if plan.summary.origin == "model":
        yield "summary"
    for action in plan.actions:
        if action.status != "dropped":
            yield from (field for field, origin in action.origin.items() if origin == "model")
