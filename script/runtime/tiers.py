"""Which tests a run takes, and among how many processes it divides them."""

import os
from collections.abc import Mapping, Sequence

QUICK = "--quick"
# What a quick run leaves out; `tests/conftest.py` says which tests bear these marks.
NOT_QUICK = ("journey", "fault", "script", "printing", "page", "slow")


def options(arguments: Sequence[str], *, with_browser: bool) -> list[str]:
    """Return the arguments for pytest: those given, and the defaults for what nobody chose."""
    given = [word for word in arguments if word != QUICK]
    left_out = NOT_QUICK if QUICK in arguments else () if with_browser else ("journey",)
    marks = ["-m", " and ".join(f"not {name}" for name in left_out)] if left_out else []
    return [*_in_parallel(given), *marks, *given]


def compiled(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which Python keeps compiled files: half of a short run is compiling."""
    return {name: value for name, value in environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _in_parallel(arguments: Sequence[str]) -> list[str]:
    """Return the options for up to four workers, one for each processor; none for one module, or
    where the caller chose.
    """
    chosen = any(word.startswith(("-n", "--numprocesses", "--pdb")) for word in arguments)
    if chosen or _names_one_module(arguments):
        return []
    return ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]


def _names_one_module(arguments: Sequence[str]) -> bool:
    """Whether one module is named: starting workers takes longer than most modules."""
    paths = [word for word in arguments if not word.startswith("-") and ".py" in word]
    return len(paths) == 1
