"""A copy of an organisation in one zip, to send or to carry."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Button, Input, Static

from ngo_assist.application.places import copies_go_to, path_meant
from ngo_assist.application.sharing import Contents, save_copy
from ngo_assist.messages import UserError, msg
from ngo_assist.tui import keys
from ngo_assist.tui.folder_opener import open_folder
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.choice import Choice

WHICH = (
    ("shared", msg("Without notes, for others")),
    ("whole", msg("All of it, for yourself")),
)


class ShareScreen(NgoModal[None]):
    GUIDE = msg(
        "One zip with the answers and the plans. “Without notes” leaves out what you wrote beside the"
        " answers, evidence, reasons and the names of owners, also where a plan quotes them. “All of it” is"
        " for your other computer, or for someone who may read everything. Nothing is sent: the file is put"
        " into the folder, and you send it yourself."
    )
    BINDINGS = keys.bindings(keys.Key("ctrl+s", "save", msg("Save the copy"), "Ctrl+S"))
    DEFAULT_CSS = """
    ShareScreen Choice, ShareScreen #contents { margin-bottom: 1; }
    ShareScreen .label { height: auto; }
    ShareScreen #path { color: $primary; height: auto; margin: 1 0; }
    ShareScreen .after { display: none; }
    ShareScreen.-saved .before { display: none; }
    ShareScreen.-saved .after { display: block; }
    """

    def __init__(self, slug: str, name: str, contents: Contents, to: Path | None = None) -> None:
        super().__init__()
        self._slug, self._name_shown, self._contents = slug, name, contents
        self._to = to or copies_go_to()
        self._saved: Path | None = None

    def box(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        which = Choice(id="which")
        which.add_class("before")
        which.choose("shared")
        yield which
        yield Static(id="contents", classes="text muted", markup=False)
        yield Static(id="label", classes="label before", markup=False)
        yield Input(str(self._to), id="folder", classes="before")
        yield Static(id="path", classes="after", markup=False)
        with ButtonRow():
            yield Button(id="save", classes="before", variant="primary")
            yield Button(id="open", classes="after", variant="primary")
            yield Button(id="copy", classes="after")
            yield Button(id="close")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#save").focus()

    @property
    def _whole(self) -> bool:
        return self.query_one("#which", Choice).value == "whole"

    def retranslate(self) -> None:
        t = self.t
        title = t("The copy is ready") if self._saved else t("A copy of “{name}”", name=self._name_shown)
        self.query_one(".title", Static).update(title)
        self.query_one("#which", Choice).set_options([(value, t(words)) for value, words in WHICH])
        self.query_one("#contents", Static).update(self._in_words())
        self.query_one("#label", Static).update(t("It is put into this folder"))
        self.query_one("#path", Static).update(str(self._saved or ""))
        self.query_one("#save", Button).label = t("Save the copy")
        self.query_one("#open", Button).label = t("Open the folder")
        self.query_one("#copy", Button).label = t("Copy the place")
        self.query_one("#close", Button).label = t("Close") if self._saved else t("Go back")

    def _in_words(self) -> str:
        """Say what is in it and what is not."""
        t, all_of_it = self.t, self._contents
        inside = [
            t.plural("{n} assessment", "{n} assessments", all_of_it.assessments),
            t.plural("{n} plan", "{n} plans", all_of_it.plans) if all_of_it.plans else "",
        ]
        left = [
            t.plural("{n} note", "{n} notes", all_of_it.notes) if all_of_it.notes else "",
            t.plural("{n} piece of evidence", "{n} pieces of evidence", all_of_it.evidence)
            if all_of_it.evidence
            else "",
            t.plural("{n} reason", "{n} reasons", all_of_it.reasons) if all_of_it.reasons else "",
            t.plural("{n} owner's name", "{n} owners' names", all_of_it.owners) if all_of_it.owners else "",
        ]
        held = [t("the profile"), *inside, *(left if self._whole else [])]
        lines = [t("In it: {what}.", what=t.join([each for each in held if each]))]
        if not self._whole:
            out = t.join([each for each in left if each]) or t("nothing, there are no notes")
            lines.append(t("Left out: {what}.", what=out))
            if all_of_it.plans and all_of_it.notes:
                lines.append(t("Plan texts made from notes are replaced by the questionnaire's own."))
            lines += [
                t("Left out, cannot be read: {file}", file=_file(each)) for each in all_of_it.unreadable
            ]
        return "\n".join(lines)

    @on(Choice.Changed)
    def chosen(self) -> None:
        self.retranslate()

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        if not self._saved:
            self._save()

    @work(exclusive=True, group="share")
    async def _save(self) -> None:
        to = path_meant(self.query_one("#folder", Input).value)
        if to is None or not await asyncio.to_thread(_is_folder, to):
            self.tell(msg("There is no such folder. Write another one, for example that of a USB stick."))
            self.query_one("#folder").focus()
            return
        whole = self._whole
        try:
            self._saved = await asyncio.to_thread(save_copy, self.session, self._slug, to, whole=whole)
        except UserError as error:
            self.tell(error)
            return
        self.add_class("-saved")
        self.retranslate()
        self.query_one("#open").focus()
        self.refresh_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not (action == "save" and self._saved)

    @on(Button.Pressed, "#open")
    async def open_place(self) -> None:
        assert self._saved is not None
        if not await open_folder(self._saved.parent):
            self.tell(
                msg(
                    "No window can be opened from here. The files are in: {place}",
                    place=str(self._saved.parent),
                )
            )

    @on(Button.Pressed, "#copy")
    def copy_place(self) -> None:
        self.app.copy_to_clipboard(str(self._saved))
        self.tell(msg("Copied, where this terminal allows it: {place}", place=str(self._saved)))

    @on(Button.Pressed, "#close")
    def close(self) -> None:
        self.dismiss(None)


def _file(error: UserError) -> str:
    """Return the name of the file that an error is about."""
    return Path(error.where.partition(".toml")[0] + ".toml").name


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
