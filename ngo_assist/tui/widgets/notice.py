"""A calm message inside the screen: it stays until it is read, and pushes nothing away for long."""

from __future__ import annotations

from textual import events
from textual.widgets import Static

from ngo_assist.i18n import Translator
from ngo_assist.messages import Message, UserError


def error_text(error: UserError, t: Translator) -> str:
    """Return what happened, where, and what to do, in the reader's language."""
    what = t(error.what)
    parts = [what[:1].upper() + what[1:]]
    if error.todo:
        parts.append(t(error.todo))
    text = ". ".join(part.rstrip(".") for part in parts) + "."
    return f"{text}\n{error.where}" if error.where else text


class Notice(Static):
    """Hidden until `show`; a click or Esc takes it away."""

    DEFAULT_CSS = """
    Notice { dock: bottom; height: auto; max-height: 8; padding: 0 2; display: none;
             background: $surface; color: $foreground; border-left: outer $warning; }
    Notice.-shown { display: block; }
    Notice.-quiet { border-left: outer $primary; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._said: UserError | Message | None = None

    @property
    def shown(self) -> bool:
        return self._said is not None

    def show(self, said: UserError | Message, t: Translator) -> None:
        """Show an error, or a message that asks for nothing."""
        self._said = said
        self.set_class(isinstance(said, Message), "-quiet")
        self.update(error_text(said, t) if isinstance(said, UserError) else t(said))
        self.add_class("-shown")

    def retranslate(self, t: Translator) -> None:
        if self._said is not None:
            self.show(self._said, t)

    def hide(self) -> None:
        self._said = None
        self.remove_class("-shown")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.hide()
