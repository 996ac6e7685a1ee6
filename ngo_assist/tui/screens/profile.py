"""The profile: one calm form. Each field is saved as it is left, once there is more than a name."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Button, Input, OptionList, Select, Static, TextArea

from ngo_assist.application.profile_form import Form, form_of, problems, profile_of
from ngo_assist.i18n import labels
from ngo_assist.i18n.alphabet import in_order
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.choice import Choice

PAUSE = 0.6
"""Seconds without a key after which what is typed is saved."""

FIELDS: tuple[tuple[str, Message], ...] = (
    ("name", msg("Name of the organisation")),
    ("region", msg("Region")),
    ("settlement", msg("Where you work")),
    ("paid_staff", msg("Paid people")),
    ("volunteers", msg("Volunteers")),
    ("people_reached", msg("People you help in a year")),
    ("connectivity", msg("Internet")),
    ("device", msg("What you work on")),
    ("languages", msg("Languages you work in")),
    ("goal", msg("What you want first")),
    ("mission", msg("What you do, in a sentence or two")),
)
CHOICES = {
    "settlement": labels.SETTLEMENT,
    "connectivity": labels.CONNECTIVITY,
    "device": labels.DEVICE,
    "languages": labels.LANGUAGE,
    "goal": labels.GOAL,
}
INPUTS = ("name", "paid_staff", "volunteers", "people_reached")


class ProfileScreen(NgoScreen):
    GUIDE = msg(
        "A short form about the organisation. The plan is fitted to it: to your people, your connection and"
        " what you want first. Tab goes to the next field. You can come back and change it at any time."
    )
    HELP_OF: ClassVar[dict[str, Message]] = {
        "connectivity": msg(
            "“Now and then, at a sync point”: there is no connection where you work, but you reach one"
            " sometimes, for example in a school or in the next village."
        ),
        "goal": msg(
            "The plan begins with what serves this, beside duties by law and what everything stands on."
        ),
        "paid_staff": msg("People who are paid for this work, part time too. Nobody: write 0."),
        "mission": msg("It stands at the top of the plan and in the letters that the plan prepares."),
    }
    BINDINGS = keys.bindings(keys.Key("ctrl+s", "go_on", msg("Go on"), "Ctrl+S"))
    DEFAULT_CSS = """
    ProfileScreen .label { height: 1; color: $foreground; text-style: bold; }
    /* The gap between two fields is where a problem is told: nothing moves under the mouse. */
    ProfileScreen .problem { height: 1; color: $error; }
    ProfileScreen #body > * { max-width: 76; }
    ProfileScreen .count { width: 14; }
    ProfileScreen TextArea { height: 4; }
    ProfileScreen .buttons { margin: 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._typing: Timer | None = None
        self._filling = True

    def heading(self) -> str:
        return self.t("Profile") if self.session.has_organisation else self.t("New organisation")

    def body(self) -> ComposeResult:
        for field, _ in FIELDS:
            yield Static(id=f"label-{field}", classes="label", markup=False)
            if field in INPUTS:
                yield Input(id=field, classes="" if field == "name" else "count")
            elif field == "region":
                yield Select[str]([], id=field, compact=True, type_to_search=True)
            elif field == "mission":
                yield TextArea(id=field, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
            else:
                yield Choice(id=field, many=field == "languages")
            yield Static(id=f"problem-{field}", classes="problem", markup=False)
        with ButtonRow():
            yield Button(id="go-on", variant="primary")

    def on_mount(self) -> None:
        super().on_mount()
        self._fill(self._initial())
        self.call_after_refresh(self._filled)
        self.query_one("#name").focus()
        if self.session.has_organisation and self.session.read_only:
            for field, _ in FIELDS:
                self.query_one(f"#{field}").disabled = True

    def _initial(self) -> Form:
        if self.session.has_organisation:
            return form_of(self.session.organisation)
        spoken = tuple(dict.fromkeys((self.session.language, "ru")))
        return Form(languages=tuple(code for code in labels.LANGUAGE if code in spoken))

    def _filled(self) -> None:
        self._filling = False
        self.query_one("#body").scroll_home(animate=False)

    def retranslate(self) -> None:
        for field, label in FIELDS:
            self.query_one(f"#label-{field}", Static).update(self.t(label))
        for field, words in CHOICES.items():
            options = [(value, self.t(word)) for value, word in words.items()]
            self.query_one(f"#{field}", Choice).set_options(options)
        self._fill_regions()
        self.query_one("#go-on", Button).label = self.t("Go on")
        self._show_problems(only_shown=True)

    @property
    def _regions(self) -> list[tuple[str, str]]:
        """The regions by name, in the order of the alphabet."""
        names = [(labels.region(self.t, code), code) for code in labels.REGIONS]
        return sorted(names, key=lambda each: in_order(each[0], self.t.language))

    def _fill_regions(self) -> None:
        select = self.query_one("#region", Select)
        chosen = select.value if isinstance(select.value, str) else None
        names = self._regions
        if chosen and chosen not in labels.REGIONS:
            names.append((chosen, chosen))
        with select.prevent(Select.Changed):
            select.prompt = self.t("not given")
            select.set_options(names)
            if chosen:
                select.value = chosen

    def _fill(self, form: Form) -> None:
        for field in INPUTS:
            self.query_one(f"#{field}", Input).value = getattr(form, field)
        for field in CHOICES:
            value = getattr(form, field)
            self.query_one(f"#{field}", Choice).choose(*(value if isinstance(value, tuple) else (value,)))
        self.query_one("#mission", TextArea).text = form.mission
        select = self.query_one("#region", Select)
        if form.region:
            if form.region not in labels.REGIONS:
                select.set_options([*self._regions, (form.region, form.region)])
            select.value = form.region

    @property
    def form(self) -> Form:
        """What stands in the fields now."""
        region = self.query_one("#region", Select).value
        typed = {field: self.query_one(f"#{field}", Input).value for field in INPUTS}
        return Form(
            **typed,
            settlement=self.query_one("#settlement", Choice).value,
            connectivity=self.query_one("#connectivity", Choice).value,
            device=self.query_one("#device", Choice).value,
            goal=self.query_one("#goal", Choice).value,
            region=region if isinstance(region, str) else None,
            languages=self.query_one("#languages", Choice).values,
            mission=self.query_one("#mission", TextArea).text,
        )

    @on(Choice.Changed)
    @on(Select.Changed)
    def chosen(self) -> None:
        self._save()

    @on(events.DescendantFocus)
    def entered(self, event: events.DescendantFocus) -> None:
        # The label comes into sight with its field.
        if event.widget.id in dict(FIELDS):
            label = self.query_one(f"#label-{event.widget.id}")
            self.call_after_refresh(label.scroll_visible, animate=False, immediate=True)

    @on(events.DescendantBlur)
    def left(self, event: events.DescendantBlur) -> None:
        field = event.widget.id or ""
        if field in dict(FIELDS):
            self._show_problem(field)
            if field != "name" or self.session.has_organisation:
                self._save()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def typed(self) -> None:
        if self._typing:
            self._typing.stop()
        if self.session.has_organisation and not self._filling:
            self._typing = self.set_timer(PAUSE, self._save)

    def on_key(self, event: events.Key) -> None:
        """Open the list of regions with the letter that a region begins with."""
        regions = self.query_one("#region", Select)
        letter = event.character if event.is_printable and event.character else ""
        if self.focused is regions and not regions.expanded and letter.isalpha():
            event.stop()
            regions.expanded = True
            regions.query_one(OptionList).post_message(events.Key(event.key, event.character))

    @on(Input.Submitted)
    def next_field(self) -> None:
        self.focus_next()

    def _save(self) -> bool:
        """Save what is right; tell whether all is."""
        if self._typing:
            self._typing.stop()
        if self._filling or (self.session.has_organisation and self.session.read_only):
            return True
        form = self.form
        wrong = problems(form)
        if "name" in wrong:
            return False
        session = self.session
        try:
            if session.has_organisation:
                profile = profile_of(form, session.organisation)
                if form_of(profile) != form_of(session.organisation):
                    session.change_profile(profile)
            else:
                session.create(profile_of(form))
        except UserError as error:
            self.show_state()
            self.tell(error)
            return False
        session.saved_at = session.now()
        self.show_state()
        return not wrong

    def keep_typed(self) -> None:
        if self.query("#go-on"):
            self._save()

    def _show_problem(self, field: str) -> None:
        found = problems(self.form).get(field)
        sign = self.query_one(f"#problem-{field}", Static)
        sign.set_class(found is not None, "-shown")
        sign.update(self.t(found) if found else "")

    def _show_problems(self, *, only_shown: bool) -> None:
        for field, _ in FIELDS:
            if not only_shown or self.query_one(f"#problem-{field}").has_class("-shown"):
                self._show_problem(field)

    @on(Button.Pressed, "#go-on")
    async def action_go_on(self) -> None:
        self._show_problems(only_shown=False)
        if self._save():
            await self.ngo.go("home" if self.session.has_assessment else "mode")
            return
        wrong = problems(self.form)
        first = next((field for field, _ in FIELDS if field in wrong), None)
        if first:
            self.query_one(f"#{first}").focus()

    async def action_back(self) -> None:
        if self.session.has_organisation:
            self._save()
        await super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not (action == "go_on" and self.session.has_organisation and self.session.read_only)
