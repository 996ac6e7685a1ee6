"""When an action is done, how long it takes and what it costs, as a person sets it: pure functions."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ngo_assist.application import typed
from ngo_assist.application.plan_edit import action_of, put, with_pin, without
from ngo_assist.messages import Message, msg
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan
from ngo_assist.planning.schedule import months_of

DAYS_MOST = 200
COST_MOST = 10**12
NUMBERS = ("effort_days", "cost")
DAYS = ("due", "done_on")


def with_start(plan: Plan, id: str, start: date) -> Plan:
    """Move an action to begin in another month; it takes as many months as before."""
    action = action_of(plan, id)
    start = start.replace(day=1)
    if start == action.start.replace(day=1):
        return plan
    months = (action.due.year - action.start.year) * 12 + action.due.month - action.start.month
    last = month_after(start, months)
    days = monthrange(last.year, last.month)[1]
    # A day that a person has named stays that day of the month.
    due = last.replace(day=min(action.due.day, days) if "due" in action.pinned else days)
    return sorted_by_start(put(plan, id, start=start, due=due, pinned=with_pin(action.pinned, "start")))


def without_pin(plan: Plan, id: str, field: str) -> Plan:
    """Let planning again set the field."""
    action = action_of(plan, id)
    return put(plan, id, pinned=without(action.pinned, field)) if field in action.pinned else plan


def with_day(plan: Plan, id: str, field: str, text: str, today: date) -> Plan | Message:
    """Set the day by which an action is due, or on which it was done, from what was typed."""
    action, day = action_of(plan, id), typed.day(text)
    if day is None:
        return msg("Type a day as 2026-12-31 or 31.12.2026.")
    if field == "done_on":
        if day > today:
            return msg("This day is still to come.")
        return plan if day == action.done_on else put(plan, id, status="done", done_on=day)
    if day < action.start:
        return msg("It cannot end before the month in which it begins.")
    return plan if day == action.due else put(plan, id, due=day, pinned=with_pin(action.pinned, "due"))


def without_due(plan: Plan, id: str) -> Plan:
    """Let an action be due at the end of the last of the months that it takes."""
    action = action_of(plan, id)
    if "due" not in action.pinned:
        return plan
    due = _due(plan, action.start, action.effort_days)
    return put(plan, id, due=due, pinned=without(action.pinned, "due"))


def with_number(plan: Plan, id: str, field: str, text: str) -> Plan | Message:
    """Set how many working days an action takes, or what it costs, from what was typed."""
    action, value = action_of(plan, id), typed.number(text)
    if field == "effort_days" and (value is None or not 0 < value <= DAYS_MOST):
        return msg("More than 0, at most {most}; half days are welcome.", most=DAYS_MOST)
    if value is None or value > COST_MOST:
        return msg("An amount of 0 or more.")
    if value == getattr(action, field):
        return plan
    changes: dict[str, object] = {field: value, "pinned": with_pin(action.pinned, field)}
    if field == "effort_days" and "due" not in action.pinned:
        changes["due"] = _due(plan, action.start, value)
    return put(plan, id, **changes)


def _due(plan: Plan, start: date, days: float) -> date:
    """Return the last day of the months that so many working days take."""
    last = month_after(start, months_of(days, plan.limits) - 1)
    return last.replace(day=monthrange(last.year, last.month)[1])


def sorted_by_start(plan: Plan) -> Plan:
    """Sort the actions by their month; within one the planning order stays."""
    return plan.updated_with(actions=tuple(sorted(plan.actions, key=lambda action: action.start)))
