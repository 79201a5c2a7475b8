"""When the database must be brought up to the code, and when that has been done already."""

import hashlib
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn, say

STANDARD_ERROR = 2
SCRIPT = Path(__file__).with_name("prepare.py")
# What the contents of a fresh database are made of.
SOURCES = (
    "*/migrations/*.py",
    "*/management/commands/load_*.py",
    "treaties/data/**/*.toml",
    "requests_app/demo/**/*",
    "docs/examples/*.json",
)
# Fonts of the printing engine: no browser loads them, and compressing them takes a minute.
NOT_SERVED = "fonts/print/*"
# Commands that repair or inspect what a failing preparation would stand in the way of.
NEED_NO_DATA = frozenset(
    {"help", "--help", "--version", "check", "makemigrations", "migrate", "showmigrations"}
)


def with_demo(checkout: Checkout) -> bool:
    return not checkout.is_on("PRODUCTION") and checkout.setting("DEMO").lower() not in {
        "0",
        "false",
        "no",
        "off",
    }


def run(checkout: Checkout, environ: Mapping[str, str], *options: str) -> str:
    """Prepare the database, whatever its state; return what there is to print, such as the
    demonstration accounts.
    """
    demo = ["--demo"] if with_demo(checkout) else []
    command = [str(checkout.python), str(SCRIPT), *demo, *options]
    done = subprocess.run(command, check=False, env=environ, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise CannotGoOn("the database could not be prepared; the reason stands above.")
    _stamp(checkout, environ).write_text(_digest(checkout))
    return done.stdout


def run_if_changed(checkout: Checkout, environ: Mapping[str, str]) -> None:
    """Prepare only our own database: upgrading one that others may use is for their operator to do."""
    stamp = _stamp(checkout, environ)
    if stamp.is_file() and stamp.read_text() == _digest(checkout):
        return
    if checkout.setting("DATABASE_URL"):
        run(checkout, environ, "--only-if-empty")
    else:
        say("preparing the database: migrations, law, demonstration")
        run(checkout, environ)


def collect_static(checkout: Checkout, environ: Mapping[str, str]) -> None:
    """Hash and compress what the browser loads, only when one of those files has changed."""
    stamp = checkout.run / "static.sha256"
    digest = _digest_of(checkout.root.glob("static/**/*"))
    if stamp.is_file() and stamp.read_text() == digest and (checkout.var / "static").is_dir():
        return
    say("collecting static files")
    manage = [str(checkout.python), str(checkout.root / "manage.py")]
    command = [*manage, "collectstatic", "--no-input", "--verbosity", "0", "--ignore", NOT_SERVED]
    if subprocess.run(command, check=False, env=environ, stdout=STANDARD_ERROR).returncode:
        raise CannotGoOn("the static files could not be collected; the reason stands above.")
    stamp.write_text(digest)


def _stamp(checkout: Checkout, environ: Mapping[str, str]) -> Path:
    """Return the stamp of one database; a new embedded cluster is a new database."""
    cluster = checkout.var / "services" / "postgres" / "global" / "pg_control"
    made = str(cluster.parent.stat().st_ino) if cluster.exists() else ""
    name = hashlib.sha256(f"{environ['DATABASE_URL']} {made}".encode()).hexdigest()[:16]
    return checkout.run / f"prepared-{name}.sha256"


def _digest(checkout: Checkout) -> str:
    demo = b"demo" if with_demo(checkout) else b""
    return _digest_of((path for pattern in SOURCES for path in checkout.root.glob(pattern)), demo)


def _digest_of(paths: Iterable[Path], start: bytes = b"") -> str:
    digest = hashlib.sha256(start)
    for path in sorted(path for path in paths if path.is_file() and path.suffix != ".pyc"):
        digest.update(bytes(path) + path.read_bytes())
    return digest.hexdigest()
