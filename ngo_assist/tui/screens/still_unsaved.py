"""Asked before answers that could not be saved are left behind."""

from __future__ import annotations

from ngo_assist.messages import msg
from ngo_assist.tui.screens.confirm import ConfirmScreen


class UnsavedScreen(ConfirmScreen):
    """Returns True: go without them."""


def still_unsaved() -> UnsavedScreen:
    """Return the question whether to go although the last answers are not on the disk."""
    return UnsavedScreen(
        msg("The last answers are not saved"),
        msg(
            "They cannot be written to the disk now: it may be full, or the stick may have been pulled out."
            " They are kept while this window is open."
        ),
        yes=msg("Go without them"),
        no=msg("Stay here"),
    )
