"""Bring the database up to the code: migrations, law, demonstration. Run with the portal's own Python.

One process for all steps, because starting Django costs more than each of them when there is nothing to do.
"""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

import os  # noqa: E402

import django  # noqa: E402
from django.core.management import call_command  # noqa: E402


def prepare(*, demo: bool) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_treaties", verbosity=0)
    if demo:
        call_command("load_demo")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mla_portal.settings")
    django.setup()
    prepare(demo="--demo" in sys.argv)
