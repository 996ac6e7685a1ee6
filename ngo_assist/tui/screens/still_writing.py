"""Asked before the organisation is closed under a model that writes."""

from __future__ import annotations

from ngo_assist.messages import msg
from ngo_assist.tui.screens.confirm import ConfirmScreen


def still_writing() -> ConfirmScreen:
    """Return the question whether the model should be stopped."""
    return ConfirmScreen(
        msg("The model is still writing"),
        msg(
            "To go to the beginning closes this organisation and stops the model. The texts written so far "
            "stay; in the other places the rubric's words stand."
        ),
        yes=msg("Stop it and go"),
        no=msg("Let it write on"),
    )
