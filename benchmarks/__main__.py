"""All numbers that the program is to hold, each beside its bar: `python -m benchmarks`.

Run it on a machine that does nothing else. The status is 1 when a number is missed.
"""

from __future__ import annotations

import sys

from benchmarks import drafting, planning, screen
from benchmarks.measure import Number
from ngo_assist.llm import engines
from ngo_assist.messages import UserError


def words() -> list[Number]:
    """Measure every engine that is installed, and say which was not measured."""
    here = engines.available()
    for name in engines.NAMES:
        if name not in here:
            print(f"NOT RUN drafting with {name}: it is not installed here")
    try:
        return drafting.run() if here else []
    except UserError as error:
        print(f"NOT RUN drafting: {error}")
        return []


def main() -> int:
    """Measure, print, and tell by the status whether all numbers hold."""
    holds = True
    for measure in (planning.run, screen.run, words):
        for number in measure():
            print(number, flush=True)
            holds = holds and number.holds
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
