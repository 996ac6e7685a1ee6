"""The keys of results, limits, plan and drafting; how keys and layouts go together is in `keys`."""

from __future__ import annotations

from ngo_assist.messages import msg
from ngo_assist.tui.keys import Key

SCROLL = (
    Key("down", "scroll_lines(1)", msg("Read on"), "↑ ↓"),
    Key("up", "scroll_lines(-1)"),
    Key("pagedown", "scroll_pages(1)"),
    Key("pageup", "scroll_pages(-1)"),
    Key("home", "scroll_edge(-1)"),
    Key("end", "scroll_edge(1)"),
)
OPEN = Key("enter", "open", msg("Open"), "Enter")
CHANGE = Key("enter", "open", msg("Change"), "Enter")
CHOOSE = Key("enter", "open", msg("Choose"), "Enter")
NEXT_STATUS = Key("space", "next_status", msg("Begun, done"), "Space")
MOVE = Key("f4", "move", msg("Another month"), "F4")
MONTH_EARLIER = Key("shift+left", "shift(-1)", msg("Earlier, later"), "Shift+← →")
MONTH_LATER = Key("shift+right", "shift(1)")
DROP = Key("delete", "drop", msg("Drop"), "Del")
TAKE_UP = Key("delete", "take_up", msg("Take up again"), "Del")
PREVIOUS = Key("left", "step(-1)", msg("Previous"), "←")
NEXT = Key("right", "step(1)", msg("Next"), "→")
SET_BACK = Key("delete", "set_back", msg("The rubric's words"), "Del")
CLEAR = Key("delete", "clear", msg("Clear"), "Del")
TO_SAVED = Key("f5", "to_saved", msg("Read and send"), "F5", in_menu=True)
TO_MODEL = Key("f6", "to_drafting", msg("Words by a model"), "F6", in_menu=True)
TO_LIMITS = Key("f7", "to_limits", msg("Plan again"), "F7", in_menu=True)
STOP = Key("escape", "stop", msg("Stop"), "Esc")
LESS = Key("left,minus", "step(-1)", msg("Less, more"), "← →")
MORE = Key("right,plus", "step(1)")
CHOOSE_BEFORE = Key("left,minus", "choose(-1)", msg("Choose"), "← →")
CHOOSE_AFTER = Key("right,plus", "choose(1)")
"""A field's own keys: it is stepped through, or a number is typed; what is no amount is chosen."""
EARLIER_FIELD = Key("up", "app.focus_previous")
LATER_FIELD = Key("down,enter", "app.focus_next", msg("Next"), "↓")
MAKE = Key("ctrl+s", "make", msg("Make the plan"), "Ctrl+S")
ERASE = Key("backspace", "erase")
COPY = Key("f5", "copy", msg("Copy"), "F5")
FOLDER = Key("f6", "open_folder", msg("Open the folder"), "F6")
WRITE_AGAIN = Key("f7", "write_again", msg("Write again"), "F7")
