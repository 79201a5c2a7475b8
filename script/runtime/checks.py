"""What `script/check` runs: every check that needs no test."""

import secrets
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from script.runtime.checkout import Checkout
from script.runtime.say import say

# It stands inside sentences, so it must not end with a line break, which the formatter demands.
RUNS = "templates/letter/text.html"
SHELL = tuple(
    f"script/{name}" for name in ("server", "test", "manage", "bench", "check", "services", "lock", "sbom")
)


@dataclass(frozen=True)
class Check:
    """One check: its name and its command."""

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str] = field(default_factory=dict)


# Django's own check of a deployment, in the environment a deployment would have.
AS_DEPLOYED = {
    "PRODUCTION": "true",
    "DEMO": "false",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "AUDIT_KEY": secrets.token_urlsafe(64),
    "ALLOWED_HOSTS": "portal.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://portal.example.org",
}
CHECKS = (
    Check("shell", ("sh", "-n", *SHELL)),
    Check("style", ("ruff", "check", ".")),
    Check("format", ("ruff", "format", "--check", ".")),
    Check("types", ("mypy", ".")),
    Check("types of script", ("mypy", "--strict", "--config-file=", "script")),
    Check("imports", ("lint-imports",)),
    Check("migrations", ("python", "manage.py", "makemigrations", "--check", "--dry-run")),
    Check("django", ("python", "manage.py", "check", "--fail-level", "WARNING")),
    Check(
        "deployment", ("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"), AS_DEPLOYED
    ),
    Check(
        "templates",
        (
            "sh",
            "-c",
            f"find templates -name '*.html' ! -path {RUNS} | xargs djade --check --target-version 5.2",
        ),
    ),
)


def failures(checks: Sequence[Check], checkout: Checkout, environ: Mapping[str, str]) -> list[str]:
    return [check.name for check in checks if not _passes(check, checkout, environ)]


def _passes(check: Check, checkout: Checkout, environ: Mapping[str, str]) -> bool:
    """Whether the command succeeds; its output is shown only when it fails."""
    path = f"{checkout.venv / 'bin'}:{environ.get('PATH', '')}"
    done = subprocess.run(
        [shutil.which(check.command[0], path=path) or check.command[0], *check.command[1:]],
        check=False,
        cwd=checkout.root,
        env={**environ, **check.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    say(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {check.name}")
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0
