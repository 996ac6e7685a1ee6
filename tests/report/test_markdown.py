"""plan.md: what a leader sends to a board without touching it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.assessment.model import NAME_MOST, Answer, Assessment, Profile, RubricRef
from ngo_assist.i18n.translator import translator
from ngo_assist.planning.model import (
    REASONS,
    Drafting,
    Later,
    Limits,
    Plan,
    PlannedAction,
    PlannedAsk,
    PlanScores,
    Summary,
)
from ngo_assist.report.markdown import plan_markdown
from ngo_assist.report.standing import bar, next_date
from ngo_assist.rubric.model import Rubric
from tests import in_memory
from tests.report.rendered import headings, skeleton, words
from tests.report.test_escape import HOSTILE

EN = translator("en")


def rubric(**texts: str) -> Rubric:
    def say(words: str) -> dict[str, str]:
        return in_memory.text(texts.get("any", words))

    practices = [
        in_memory.practice("security.backup", foundation=True, question=say("Is there a copy?")),
        in_memory.practice("data.consent", duty="law", question=say("Do people consent?")),
        in_memory.practice(
            "state.register", duty="law", duty_date="03-31", question=say("Is the report sent by 31 March?")
        ),
    ]
    return in_memory.rubric(
        *practices,
        title=say("A rubric"),
        sources=[{"id": "law", "title": say("The law"), "as_of": date(2025, 12, 30)}],
    )


def action(id: str, start: date, due: date, **fields: Any) -> PlannedAction:
    texts = {"title": f"Do {id}", "why_here": "It matters.", "first_step": "Begin.", "indicator": "Done."}
    return PlannedAction(
        **{
            "id": id,
            "practice": id.rpartition(".")[0],
            "from_level": 0,
            "to_level": 1,
            "start": start,
            "due": due,
            "effort_days": 0.5,
            "cost": 0,
            "connectivity": "none",
            "role": "leader",
            "steps": ("One.", "Two."),
            **texts,
            **fields,
        }
    )


def plan(**changes: Any) -> Plan:
    fields: dict[str, Any] = {
        "uid": "u",
        "id": "2026-11-23",
        "assessment": "2026-11-23",
        "rubric": RubricRef(id="test", version="1.0.0"),
        "language": "en",
        "created": in_memory.NOON,
        "organisation": Profile(
            name="Umit", region="KZ-10", settlement="village", goal="reach", paid_staff=1
        ),
        "limits": Limits(
            start=date(2026, 12, 1), days_per_month=1, budget=100_000, currency="KZT", connectivity="mobile"
        ),
        "scores": PlanScores(working=1, answered=2, complete=1.0, dimensions={"security": 3.0, "data": 1.9}),
        "summary": Summary(text="A good beginning."),
        "actions": (
            action(
                "security.backup.to1",
                date(2026, 12, 1),
                date(2026, 12, 31),
                because=("opens", "foundation", "goal", "level=0", "note", "unsure", "quick-win"),
                owner="Aigul",
                risk="Two devices in one bag.",
            ),
            action(
                "data.consent.to1",
                date(2027, 2, 1),
                date(2027, 3, 31),
                because=("duty", "date", "errand", "check-first=state.register.to1", "pinned"),
                requires=("security.backup.to1",),
                duty="law",
                cost=50_000,
                effort_days=1.5,
                connectivity="mobile",
                role=None,
            ),
        ),
    }
    return Plan(**{**fields, **changes})


def assessment(**changes: Any) -> Assessment:
    answers: dict[str, int | str | Answer] = {"security.backup": 3, "data.consent": 1}
    return in_memory.assessment(rubric(), answers, **changes)


def page(made: Plan | None = None, assessed: Assessment | None = None, of: Rubric | None = None) -> str:
    return plan_markdown(made or plan(), of or rubric(), assessed or assessment(), EN)


def section(markdown: str, title: str) -> str:
    return markdown.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_page_has_its_parts_in_the_order_in_which_a_board_asks() -> None:
    made = page(
        plan(
            later=(Later(id="a.b.c", practice="a.b", title="Wait", reason="budget"),),
            asks=(PlannedAsk(id="ask", title="A line", addressee="Akimat", text="Please."),),
        )
    )
    assert headings(made, 1) == ["Action plan: Umit"]
    assert headings(made, 2) == [
        "Where we stand",
        "Legal duties and their dates",
        "The plan, month by month",
        "Left for later, and why",
        "What does not depend on us",
        "Who wrote the words",
        "How to continue",
    ]
    assert made.endswith("\n") and not made.endswith("\n\n")


def test_it_opens_with_the_organisation_and_the_summary() -> None:
    organisation = plan().organisation.updated_with(
        mission="Help.\n\nEvery day.", volunteers=3, people_reached=300
    )
    opening = page(plan(organisation=organisation)).split("## ")[0]
    assert "village · Abai Region · 1 paid worker · 3 volunteers · 300 people reached a year" in opening
    assert "Help.\n\nEvery day.\n\nA good beginning." in opening


def test_what_already_works_comes_before_any_bar_and_no_average_is_shown() -> None:
    stand = section(page(), "Where we stand")
    assert stand.index("**1 of 2 already works**") < stand.index("- **security:** security.backup at 3.")
    assert stand.index("- **security:**") < stand.index("| Area |")
    assert "1.9" not in stand and "3.0" not in stand


def test_each_area_has_a_bar_and_a_level_that_is_reached_in_full() -> None:
    stand = section(page(), "Where we stand")
    assert "| security | ■■■■■■■□□□ | Level 3 |" in stand
    assert "| data | ■■■■□□□□□□ | Level 1 |" in stand
    assert "| state |  | not answered |" in stand


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (PlanScores(working=0, answered=0, complete=0.0), "Nothing is answered yet"),
        (PlanScores(working=0, answered=2, complete=1.0), "2 of 2 are begun; none works by itself yet"),
        (PlanScores(working=2, answered=2, complete=1.0), "All 2 practices already work"),
        (PlanScores(working=1, answered=2, complete=0.5), "So far 50% of the questions are answered."),
    ],
)  # fmt: skip
def test_no_number_shames(scores: PlanScores, said: str) -> None:
    assert said in section(page(plan(scores=scores)), "Where we stand")


def test_every_duty_is_shown_with_its_state_its_source_and_when_that_was_read() -> None:
    said = section(page(), "Legal duties and their dates")
    assert "- **Do people consent?**\n  - Now (Level 1): data.consent at 1." in said
    assert "- **Is the report sent by 31 March?**\n  - Not answered yet" in said
    assert said.count("Source: The law, read on 30 December 2025. Check the current text.") == 2
    assert "not legal advice" in said
    assert "Is there a copy?" not in said


def test_a_duty_that_works_does_not_apply_or_was_asked_otherwise_says_so() -> None:
    def said(answer: Answer) -> str:
        assessed = in_memory.assessment(rubric(), {"data.consent": answer})
        return section(page(assessed=assessed), "Legal duties and their dates")

    assert "Already works (Level 4): data.consent at 4." in said(Answer(level=4))
    assert "Said not to apply: “no data | at all”".replace("|", "\\|") in said(
        Answer(not_applicable="no data | at all")
    )
    assert "To be asked again: the question has changed" in said(Answer(level=4, asked="en:0000"))


def test_the_yearly_date_stands_in_every_plan_even_unanswered_and_without_actions() -> None:
    said = section(page(plan(actions=())), "Legal duties and their dates")
    assert "- **31 March 2027:** Is the report sent by 31 March?" in said


@pytest.mark.parametrize(
    ("month_day", "start", "expected"),
    [
        ("03-31", date(2026, 12, 1), date(2027, 3, 31)),
        ("03-31", date(2027, 3, 1), date(2027, 3, 31)),
        ("03-31", date(2027, 4, 1), date(2028, 3, 31)),
        ("12-31", date(2026, 12, 31), date(2026, 12, 31)),
        ("01-01", date(2026, 1, 2), date(2027, 1, 1)),
        ("02-29", date(2027, 1, 1), date(2027, 2, 28)),
        ("02-29", date(2028, 1, 1), date(2028, 2, 29)),
    ],
)
def test_the_next_date_is_the_first_on_or_after_the_start(
    month_day: str, start: date, expected: date
) -> None:
    assert next_date(month_day, start) == expected


def test_an_action_says_who_when_how_much_and_how_to_tell_that_it_worked() -> None:
    months = section(page(), "The plan, month by month")
    assert headings(months, 3) == ["December 2026", "February 2027"]
    assert headings(months, 4) == ["1. Do security.backup.to1", "2. Do data.consent.to1"]
    first, second = months.split("#### ")[1:]
    assert "- **Who:** Aigul (leader)\n- **By:** 31 December 2026\n" in first
    assert "- **Takes:** half a day · free · no connection needed\n" in first
    assert "- **First step:** Begin.\n" in first
    assert "  - [ ] One.\n  - [ ] Two.\n" in first
    assert "- **How to tell that it worked:** Done.\n" in first
    assert "- **What can go wrong:** Two devices in one bag.\n" in first
    assert "- **Who:** to be named\n- **By:** 31 March 2027\n" in second
    assert "- **Takes:** 1.5 days · 50,000\u00a0₸ · mobile internet\n" in second
    assert "- **Comes after:** “Do security.backup.to1”\n" in second


def test_the_reasons_of_an_action_are_said_in_plain_words() -> None:
    first, second = section(page(), "The plan, month by month").split("#### ")[1:]
    assert (
        "**Why now:** small, free and possible with what is there: a good beginning; "
        "other things stand on it; it serves what comes first here: more people reached; "
        "the level now: Level 0; "
        "a note speaks of it; the answer was given with doubt; can be done at once\n"
    ) in first
    assert (
        "**Why now:** a legal duty; its date falls into these months; one trip with other errands; "
        "check first: “Do state.register.to1”; its place was set by a person"
    ) in second


def test_a_reason_that_a_newer_program_gave_is_left_out() -> None:
    strange = plan().actions[0].updated_with(because=("level=99", "level=x", "newer=1", "quick-win"))
    assert "**Why now:** can be done at once\n" in page(plan(actions=(strange,)))


def test_the_frame_tells_the_whole_and_the_limits() -> None:
    months = section(page(), "The plan, month by month")
    assert "- **Months:** December 2026 – May 2027" in months
    assert "- **In all:** 2 actions · 2 days · 50,000\u00a0₸" in months
    assert "- **At most each month:** 1 day · 3 new actions\n- **Budget:** 100,000\u00a0₸" in months


def test_what_is_done_is_ticked_and_what_was_dropped_is_not_in_the_months() -> None:
    one, other = plan().actions
    made = page(
        plan(
            actions=(
                one.updated_with(status="done", done_on=date(2026, 12, 20)),
                other.updated_with(status="dropped"),
            )
        )
    )
    assert "- **Done on 20 December 2026**" in made
    assert "  - [x] One." in made
    assert headings(made, 4) == ["1. Do security.backup.to1"]
    assert "- **Do data.consent.to1**: dropped by decision" in section(made, "Left for later, and why")


@pytest.mark.parametrize("reason", REASONS)
def test_what_waits_has_its_reason_in_words_and_not_as_a_key(reason: str) -> None:
    waits = Later(id="a.b.c", practice="a.b", title="Wait", reason=reason, waits_for=("data.consent.to1",))  # type: ignore[arg-type]
    (line,) = section(page(plan(later=(waits,))), "Left for later, and why").strip().splitlines()
    assert line.startswith("- **Wait**: ")
    assert line.endswith(": “Do data.consent.to1” comes first")
    assert " " in line.removeprefix("- **Wait**: ").split(":")[0], "words, not a key"


def test_an_ask_says_whom_and_quotes_the_letter() -> None:
    made = page(
        plan(asks=(PlannedAsk(id="a", title="A line", addressee="The akimat", text="Dear all,\n\nplease."),))
    )
    said = section(made, "What does not depend on us")
    assert "### A line\n\n**To:** The akimat\n\n> Dear all,\n>\n> please.\n" in said


def test_it_says_plainly_that_no_model_was_used() -> None:
    assert "No language model was used." in section(page(), "Who wrote the words")


def test_what_a_model_wrote_is_marked_and_counted() -> None:
    one, other = plan().actions
    made = page(
        plan(
            actions=(one.updated_with(origin={"why_here": "model", "first_step": "rubric"}), other),
            summary=Summary(text="Short.", origin="model"),
            drafting=Drafting(
                model="starter", engine="xllamacpp 1", verdict="none", ended="worker", drafted=2
            ),
        )
    )
    said = section(made, "Who wrote the words")
    assert "2 texts were written by starter (xllamacpp 1) on our own computer." in said
    assert "has not passed its examination" in said
    assert "The model stopped working" in said
    assert "Short. †" in made
    assert "**Why it matters here:** It matters. †" in made
    assert "**First step:** Begin.\n" in made
    assert made.count("†") == 3


def test_a_model_of_which_nothing_was_kept_is_named_all_the_same() -> None:
    made = page(plan(drafting=Drafting(model="starter", verdict="pass")))
    assert "starter was asked, but none of its texts was kept." in made
    assert "examination" not in made


def test_an_empty_plan_is_a_whole_page_too() -> None:
    made = page(plan(actions=(), summary=Summary()))
    assert "There is nothing to do now" in made
    assert "Left for later" not in made
    assert "In all" not in made


def test_a_plan_in_a_language_that_the_interface_lacks_has_the_rubrics_texts_and_english_labels() -> None:
    uzbek = rubric()
    dumped = uzbek.model_dump(by_alias=True)
    dumped["header"]["languages"] = ("en", "uz")
    dumped["dimensions"][0]["title"] = {"en": "security", "uz": "xavfsizlik"}
    made = plan_markdown(plan(language="uz"), Rubric.model_validate(dumped), assessment(), translator("uz"))
    assert "| xavfsizlik |" in made
    assert "## Where we stand" in made


@pytest.mark.parametrize(
    ("language", "day", "sum"),
    [
        ("en", "31 March 2027", "50,000 "),
        ("ru", "31 марта 2027 г.", "50 000 "),
        ("kk", "2027 ж. 31 наурыз", "50 000 ₸"),
    ],
)
def test_dates_and_money_are_written_as_the_language_writes_them(language: str, day: str, sum: str) -> None:
    made = plan_markdown(plan(language=language), rubric(), assessment(), translator(language))
    plain = made.replace("\u00a0", " ").replace("\u202f", " ")
    assert day in plain
    assert sum in plain


def hostile_plan(text: str) -> str:
    """A page in which every text that is not ours is `text`."""
    profile = Profile(name=text, region="KZ-10", goal="reach", mission=text)
    actions = tuple(
        each.updated_with(
            title=text, why_here=text, first_step=text, steps=(text, text), indicator=text, risk=text,
            owner=text, role=text, because=(*each.because, "needed-by=a.b.c", f"check-first={text}"),
            requires=("security.backup.to1", text), origin={"why_here": "model"},
        )
        for each in plan().actions
    )  # fmt: skip
    made = plan(
        organisation=profile,
        actions=actions,
        limits=plan().limits.updated_with(currency=text),
        rubric=RubricRef(id="test", version=text),
        summary=Summary(text=text, origin="model"),
        drafting=Drafting(model=text, engine=text),
        later=(Later(id="x.y.z", practice="x.y", title=text, reason="requires", waits_for=(text,)),),
        asks=(PlannedAsk(id="a", title=text, addressee=text, text=text),),
    )
    assessed = in_memory.assessment(rubric(), {"data.consent": text, "security.backup": 3}, name=text)
    return plan_markdown(made, rubric(any=text), assessed, EN)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup_wherever_it_stands_in_the_page(text: str) -> None:
    assert by_lines(skeleton(hostile_plan(text))) == by_lines(skeleton(hostile_plan("word")))
    assert "\x1b" not in hostile_plan(text) and "\u202e" not in hostile_plan(text)


@given(st.lists(st.sampled_from([*HOSTILE, "слово ", "\n", "|"]), min_size=1, max_size=5).map("".join))
def test_no_mixture_of_texts_becomes_markup(text: str) -> None:
    assert by_lines(skeleton(hostile_plan(("x" + text)[:NAME_MOST]))) == by_lines(
        skeleton(hostile_plan("word"))
    )


def by_lines(found: list[str]) -> list[str]:
    # A mission, a summary and a letter may have several paragraphs; everything else has one line.
    paragraph = ["paragraph_openp", "inline", "paragraph_closep"]
    kept: list[str] = []
    for token in found:
        kept.append(token)
        if kept[-6:] == paragraph * 2:
            del kept[-3:]
    return kept


def test_the_names_can_be_read_as_they_were_written() -> None:
    name = "<b>Umit</b> | *fund* `x` [y](z)"
    assert words(hostile_plan(name)).count(name) > 20


def test_a_bar_is_full_only_at_the_top_and_never_longer() -> None:
    assert bar(0) == "□" * 10
    assert bar(0.999) == "■" * 9 + "□"
    assert bar(1) == "■" * 10
    assert bar(1.7) == "■" * 10
    assert bar(-1) == "□" * 10


def test_a_level_above_the_rubrics_top_breaks_nothing() -> None:
    assessed = in_memory.assessment(
        rubric(), {"security.backup": Answer(level=9), "data.consent": Answer(level=9)}
    )
    strange = plan(
        scores=PlanScores(working=1, answered=1, complete=1, dimensions={"security": 9.0, "gone": 1.0})
    )
    assert "| security | ■■■■■■■■■■ | Level 4 |" in page(strange, assessed)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_real_rubric_gives_a_page_in_each_language_with_31_march(language: str) -> None:
    from ngo_assist.rubric.load import load_rubric

    real = load_rubric(Path(__file__).parents[2] / "rubrics" / "socialtech")
    answers: dict[str, int | str | Answer] = {p.id: n % 5 for n, p in enumerate(real.of_mode("quick"))}
    assessed = in_memory.assessment(real, answers, mode="quick")
    made = in_memory.plan(real, assessed).updated_with(language=language)
    t = translator(language)
    text = plan_markdown(made, real, assessed, t)
    assert f"- **{t.date(date(2027, 3, 31))}:**" in text
    assert real.dimension_of["data"].title.say(language) in text
    kinds = set(skeleton(text))
    assert not {kind for kind in kinds if kind.startswith(("link", "em_", "html", "code", "image"))}
