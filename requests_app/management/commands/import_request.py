"""manage.py import_request FILE --as USERNAME: a draft of that officer, and its reference."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app import casework
from requests_app.management.request_sources import from_file
from requests_app.models import Officer


class Command(BaseCommand):
    help = "Make a draft from a machine-readable request and print its reference."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--as", dest="username", required=True, help="the officer whose draft it becomes"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        officer = _officer(options["username"])
        snapshot = from_file(options["file"])
        try:
            request = casework.import_snapshot(snapshot, officer)
        except casework.NotAllowed as error:
            raise CommandError(str(error)) from None
        self.stdout.write(request.reference)


def _officer(username: str) -> Officer:
    try:
        return Officer.objects.get(username=username, is_active=True)
    except Officer.DoesNotExist:
        raise CommandError(f"There is no active officer {username!r}.") from None
