"""All numbers that the program is to hold, each beside its bar: `python -m benchmarks`.

Run it on a machine that does nothing else. The status is 1 when a number is missed.
"""

from __future__ import annotations

import asyncio
import sys

from benchmarks import engine, planning, screen
from benchmarks.measure import Number
from ngo_assist.llm import engines
from ngo_assist.llm.catalogue import resolve
from ngo_assist.messages import UserError


def drafting() -> list[Number]:
    """Measure every engine that is installed, and say which was not measured."""
    try:
        model = resolve("starter")
    except UserError as error:
        print(f"NOT RUN drafting: {error}")
        return []
    here = engines.available()
    for name in engines.NAMES:
        if name not in here:
            print(f"NOT RUN drafting with {name}: it is not installed here")
    return [number for name in here for number in asyncio.run(engine.measure(name, model))]


def main() -> int:
    """Measure, print, and tell by the status whether all numbers hold."""
    numbers = [*planning.run(), *screen.run(), *drafting()]
    for number in numbers:
        print(number)
    return 0 if all(number.holds for number in numbers) else 1


if __name__ == "__main__":
    sys.exit(main())
