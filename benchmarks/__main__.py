"""All numbers that the program is to hold, each beside its bar: `python -m benchmarks`.

Run it on a machine that does nothing else. The status is 1 when a number is missed.
"""

from __future__ import annotations

import sys

from benchmarks import planning, screen


def main() -> int:
    """Measure, print, and tell by the status whether all numbers hold."""
    numbers = [*planning.run(), *screen.run()]
    for number in numbers:
        print(number)
    return 0 if all(number.holds for number in numbers) else 1


if __name__ == "__main__":
    sys.exit(main())
