"""Bring the database up to the code: migrations, law, demonstration. Run with the portal's own
Python.

One process does all steps, because starting Django costs more than each step when there is nothing to
do.
"""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

import os  # noqa: E402

import django  # noqa: E402
from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.migrations.recorder import MigrationRecorder  # noqa: E402

from requests_app.safeguards import refuse_unsafe_start  # noqa: E402


def prepare(*, demo: bool, only_if_empty: bool) -> None:
    """Prepare the database; one that others may use is filled only while it is new."""
    if only_if_empty and MigrationRecorder(connection).has_table():
        return
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_treaties", verbosity=0)
    if demo:
        call_command("load_demo")


def refuse_unsafe() -> None:
    """Refuse, before anything is written, settings that the web process would refuse to start with."""
    try:
        refuse_unsafe_start()
    except ImproperlyConfigured as refusal:
        sys.exit(f"-- {refusal}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mla_portal.settings")
    django.setup()
    if "--to-serve" in sys.argv:
        refuse_unsafe()
    prepare(demo="--demo" in sys.argv, only_if_empty="--only-if-empty" in sys.argv)
