"""What is said of a drafting: on its own screen, and where one reads meanwhile."""

from __future__ import annotations

from ngo_assist.application.drafting_run import DraftingRun
from ngo_assist.application.models import failure_text
from ngo_assist.messages import Message, msg


def state_text(run: DraftingRun) -> Message:
    """Say in one sentence how it goes, or how it ended."""
    match run.state:
        case "loading":
            return msg("The model is being read from the disk…")
        case "stopping":
            return msg("Stopping…")
        case "writing":
            return msg("{model} is writing", model=run.model.title)
        case _:
            return ending_text(run)


def ending_text(run: DraftingRun) -> Message:
    if run.ending == "worker":
        return msg(
            "{what} The plan is complete all the same: the rubric's words stand.",
            what=failure_text(run.failure),
        )
    if run.ending == "stopped":
        return msg("Stopped. The plan is complete: the rubric's words stand in the other places.")
    return msg("Finished. Read every text before you send the plan.")
