"""The entry point. Nothing else is imported before an interruption can be met without a traceback."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks and return the exit status; see `entry.run`."""
    try:
        from ngo_assist.cli import interruption

        if argv is not None:
            return _run(argv)
        # Without words of its own it is the program, and signals are its to handle.
        interruption.ends_at_once()
        status = _run(sys.argv[1:])
        interruption.ends_at_once()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(words: list[str]) -> int:
    try:
        from ngo_assist.cli.entry import run

        return run(words)
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
