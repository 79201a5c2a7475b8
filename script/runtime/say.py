"""What the scripts tell a person: always on standard error, so that a command's own output stays clean."""

import sys


class CannotGoOn(Exception):
    """Something a person has to do first; shown as one plain line, exit code 3."""


def say(text: str) -> None:
    print(f"-- {text}", file=sys.stderr, flush=True)
