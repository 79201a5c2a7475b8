"""Messages of the scripts to a person, on standard error, so that a command's own output stays clean."""

import sys


class CannotGoOn(Exception):
    """A person has to do something first; the message is printed as one line, and the exit code is 3."""


def say(text: str) -> None:
    print(f"-- {text}", file=sys.stderr, flush=True)
