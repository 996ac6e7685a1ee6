"""What every screen has: the top line, the line of keys, notices, help, and a change of language in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical, VerticalScroll
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from ngo_assist.i18n import Translator
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.tui import keys
from ngo_assist.tui.widgets.header import Header
from ngo_assist.tui.widgets.keys_line import KeysLine
from ngo_assist.tui.widgets.notice import Notice
from ngo_assist.workspace.conflicts import ChangedOnDisk

if TYPE_CHECKING:
    from ngo_assist.application.session import Session
    from ngo_assist.tui.app import NgoAssistApp

T = TypeVar("T")

SMALLEST = (60, 20)
"""Columns and lines below which nothing can be laid out."""
USUAL = (72, 24)
"""Columns and lines below which margins make room for what is between them."""
TOO_SMALL = msg(
    "This window is {width}×{height}. Make it at least {least_width}×{least_height}, or choose a smaller"
    " font."
)

BOTH_TITLE = msg("Another program has changed this assessment")
BOTH_TEXT = msg(
    "Nothing was overwritten. What is in this window can be saved beside it, as one more assessment."
)
BOTH_YES = msg("Save it beside")
BOTH_NO = msg("Not now")


class AnyScreen(Screen[T]):
    """Shared by screens and modals; use `NgoScreen` or `NgoModal`."""

    GUIDE: ClassVar[Message] = msg("")
    """What F1 says of the whole screen."""
    HELP_OF: ClassVar[Mapping[str, Message]] = {}
    """What F1 says while the widget with this id, or one inside it, has the focus."""
    _spoken = False
    _focused_before: Widget | None = None
    """What had the focus before the window became too small: what is hidden loses it."""

    @property
    def ngo(self) -> NgoAssistApp:
        return cast("NgoAssistApp", self.app)

    @property
    def session(self) -> Session:
        return self.ngo.session

    @property
    def t(self) -> Translator:
        return self.session.t

    def retranslate(self) -> None:
        """Put every text of the screen into the session's language.

        Called on mounting, and whenever the language changes: keeps the focus, the place and what is typed.
        """

    def speak(self) -> None:
        """Retranslate all, the shared parts too."""
        self.retranslate()
        for notice in self.query(Notice):
            notice.retranslate(self.t)
        for line in self.query(KeysLine):
            line.refresh_keys(self.t)
        self._measure()

    def speak_first(self) -> None:
        """Put the texts in, once: screens call this before their `on_mount`, and Textual does after it."""
        if not self._spoken:
            self._spoken = True
            self.speak()

    def help_text(self) -> str:
        """Return the help for what has the focus, then that for the screen."""
        node: DOMNode | None = self.focused
        texts = []
        while node is not None and node is not self:
            if node.id and node.id in self.HELP_OF:
                texts.append(self.t(self.HELP_OF[node.id]))
            node = node.parent
        if self.GUIDE.text:
            texts.append(self.t(self.GUIDE))
        return "\n\n".join(texts)

    def menu_entries(self) -> list[tuple[Message, str]]:
        """Return what F10 lists beside the keys: words, and this screen's action."""
        return []

    def tell(self, said: UserError | Message) -> None:
        """Show a notice on this screen."""
        for notice in self.query(Notice):
            notice.show(said, self.t)

    def keep_typed(self) -> None:
        """Save what is being typed: the program may end at any moment."""

    def hush(self) -> bool:
        """Take the notice away; tell whether there was one."""
        # A screen may be asked before it is put together, and after it is taken apart: then there is none.
        shown = [notice for notice in self.query(Notice) if notice.shown]
        for notice in shown:
            notice.hide()
        return bool(shown)

    def attempt(self, change: Callable[[], object]) -> bool:
        """Make a change that is saved; show what stands in the way; tell whether it worked."""
        try:
            change()
        except ChangedOnDisk as error:
            self._offer_both(error)
            return False
        except UserError as error:
            self.tell(error)
            return False
        finally:
            self.ngo.show_state()
        return True

    @work(exclusive=True, group="keep-both")
    async def _offer_both(self, error: ChangedOnDisk) -> None:
        from ngo_assist.tui.screens.confirm import ConfirmScreen

        session = self.session
        if not session.has_assessment or error.path.stem != session.assessment.id:
            self.tell(error)
            return
        if await self.app.push_screen_wait(ConfirmScreen(BOTH_TITLE, BOTH_TEXT, yes=BOTH_YES, no=BOTH_NO)):
            self.attempt(session.keep_both)
            self.speak()
        else:
            self.tell(error)

    def refresh_keys(self) -> None:
        """Look again at which keys work (`check_action`)."""
        self.refresh_bindings()

    @on(events.ScreenSuspend)
    @on(events.ScreenResume)
    def _own_keys_only(self, event: events.Event) -> None:
        """Hide the keys of a screen that lies under a modal: they do not work there."""
        for line in self.query(KeysLine):
            line.visible = isinstance(event, events.ScreenResume)

    def on_resize(self) -> None:
        self._measure()

    def _measure(self) -> None:
        width, height = self.size
        small = bool(width) and (width < SMALLEST[0] or height < SMALLEST[1])
        if small and not self.too_small:
            self._focused_before = self.focused
        elif not small and self.too_small:
            self.call_after_refresh(self._focus_again)
        self.set_class(small, "-too-small")
        self.set_class(0 < width < USUAL[0], "-narrow")
        self.set_class(0 < height < USUAL[1], "-low")
        try:
            sign = self.query_one("#too-small", Static)
        except NoMatches:
            return
        if small:
            sign.update(
                self.t(
                    TOO_SMALL, width=width, height=height, least_width=SMALLEST[0], least_height=SMALLEST[1]
                )
            )

    @property
    def too_small(self) -> bool:
        """Whether the window shows nothing but how large it must be."""
        return self.has_class("-too-small")

    def _focus_again(self) -> None:
        if self.focused is None and self._focused_before is not None and self._focused_before.is_attached:
            self.set_focus(self._focused_before)


class Body(VerticalScroll, inherit_bindings=False):
    """What is between the top line and the line of keys; the arrows are left to the screen."""

    BINDINGS = keys.bindings(keys.Key("pageup", "page_up"), keys.Key("pagedown", "page_down"))


class NgoScreen(AnyScreen[None]):
    """A whole screen: a subclass gives `body`, `heading` and `retranslate`.

    Esc leads to the screen that `BACK` names, see `app.SCREENS`.
    """

    BACK: ClassVar[str] = "home"
    BINDINGS = keys.bindings(keys.BACK)
    DEFAULT_CSS = """
    NgoScreen { background: $background; color: $foreground; }
    NgoScreen > #body { margin-top: 1; padding: 0 3; height: 1fr; scrollbar-size-vertical: 1; }
    NgoScreen.-narrow > #body { padding: 0 1; }
    NgoScreen.-low > #body { margin-top: 0; }
    """

    def compose(self) -> ComposeResult:
        yield Header()
        with Body(id="body", can_focus=False):
            yield from self.body()
        yield Static(id="too-small", markup=False)
        yield KeysLine(self.t)
        yield Notice()

    def body(self) -> ComposeResult:
        """Compose what is between the top line and the line of keys."""
        yield from ()

    def heading(self) -> str:
        """Return what the top line says; the organisation's name is put before it."""
        return ""

    def on_mount(self) -> None:
        self.speak_first()

    def on_resize(self) -> None:
        super().on_resize()
        if self.query(Header):
            self.show_state()

    def speak(self) -> None:
        self.show_state()
        super().speak()

    def show_state(self) -> None:
        """Bring the top line up to date: place, saved or not, language."""
        session, header = self.session, self.query_one(Header)
        header.whose = session.organisation.name if session.has_organisation else ""
        header.place = self.heading()
        header.language = session.t.language.upper() + " ▾"
        if session.unsaved:
            header.saved = self.t("not saved")
        elif session.has_organisation and session.read_only:
            header.saved = self.t("only to look at")
        else:
            header.saved = self.saved_words() if session.saved_at else ""

    def saved_words(self) -> str:
        """Return the quiet sign that all is on the disk."""
        return "✓" if self.has_class("-narrow") else self.t("✓ saved")

    @property
    def width_inside(self) -> int:
        """The columns between the margins."""
        return self.size.width - (2 if self.has_class("-narrow") else 6)

    async def action_back(self) -> None:
        """Take the notice away; without one, go to where this screen was reached from."""
        if not self.hush():
            await self.ngo.go(self.BACK)


class NgoModal(ModalScreen[T], AnyScreen[T]):
    """A box over a screen: a subclass gives `box` and `retranslate`; Esc closes it with `None`."""

    _answered = False
    # Textual keeps the app's own keys from a modal; these two work everywhere.
    BINDINGS = keys.bindings(keys.CLOSE, keys.HELP, keys.LANGUAGE)
    DEFAULT_CSS = """
    /* Nothing shows through: scraps of what lies under a box are broken words, which only confuse. */
    NgoModal { align: center middle; background: $background; }
    NgoModal > #box {
        width: 76; max-width: 96%; height: auto; max-height: 90%; padding: 1 3;
        background: $surface; color: $foreground;
    }
    NgoModal.-narrow > #box { padding: 1 2; }
    NgoModal.-low > #box { padding-top: 0; padding-bottom: 0; max-height: 100%; }
    """

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield from self.box()
        yield Static(id="too-small", markup=False)
        yield KeysLine(self.t)
        yield Notice()

    def box(self) -> ComposeResult:
        """Compose what is in the box."""
        yield from ()

    def on_mount(self) -> None:
        self.speak_first()

    def action_back(self) -> None:
        if not self.hush():
            self.dismiss(None)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close the box with its answer. A second Enter finds it closed and closes nothing under it."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)
