"""One clone of the portal: its paths, and its settings from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

TRUE_WORDS = frozenset({"1", "true", "yes", "y", "on", "ok"})


@dataclass(frozen=True)
class Checkout:
    """A checkout, with the environment of the command that runs in it."""

    root: Path
    process: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    # Where root keeps what an unprivileged account must reach when that account cannot reach the checkout.
    outside: Path = Path("/var/lib/mla-portal")

    @cached_property
    def settings(self) -> dict[str, str]:
        """Return what the settings will read: `.env`, overruled by the process environment."""
        return {**read_env_file(self.root / ".env"), **self.process}

    def setting(self, name: str) -> str:
        return self.settings.get(name, "").strip()

    def is_on(self, name: str) -> bool:
        return self.setting(name).lower() in TRUE_WORDS

    @property
    def var(self) -> Path:
        return self.root / (self.setting("VAR_DIR") or "var")

    @property
    def run(self) -> Path:
        return self.var / "run"

    @property
    def log(self) -> Path:
        return self.var / "log"

    @property
    def native(self) -> Path:
        """Return the folder into which system packages are unpacked for a user who may not install them."""
        return self.var / "native"

    @property
    def browser(self) -> Path:
        """Return the folder for the browser and its libraries, kept apart so that no other program
        loads them.
        """
        return self.var / "browser"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    def make_directories(self) -> None:
        for directory in (self.var, self.run, self.log):
            directory.mkdir(parents=True, exist_ok=True)


def read_env_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = (line.strip().removeprefix("export ") for line in path.read_text().splitlines())
    pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("'\"") for name, _, value in pairs}
