"""manage.py export_request REFERENCE -o FILE: the machine-readable request as it stands."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from requests_app import audit, exchange, snapshots
from requests_app.audit import Verb
from requests_app.content.snapshot import digest
from requests_app.management.request_sources import by_reference


class Command(BaseCommand):
    help = "Write a request to a file in the machine-readable format."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("reference")
        parser.add_argument("-o", "--output", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        request = by_reference(options["reference"])
        snapshot = snapshots.of(request)
        # What leaves the portal is on record before it leaves; if it cannot be written, nothing happened.
        with transaction.atomic():
            audit.record(Verb.EXPORTED, actor=None, reference=request.reference, digest=digest(snapshot))
            _write(options["output"], exchange.encode(snapshot))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror or 'cannot be written'}") from None
