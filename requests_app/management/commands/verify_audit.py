"""Verify the history, link by link, and against the anchors that are kept outside the database."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app import audit
from requests_app.audit import Link


def anchor(text: str) -> Link:
    return Link.parse(text)


class Command(BaseCommand):
    help = "Verify the audit chain; exit code 1 and the first broken link when it is not as it was written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--anchor",
            action="append",
            default=[],
            type=anchor,
            metavar="SEQ:DIGEST",
            help="a link printed with a dispatch or a document; may be given more than once",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = audit.verify([*audit.dispatched(), *options["anchor"]])
        if not verdict.ok:
            raise CommandError(f"BROKEN at event {verdict.broken_at}: {verdict.reason}.", returncode=1)
        head = verdict.head or "none yet"
        self.stdout.write(f"OK {verdict.count} events, {verdict.anchors} anchors, head {head}")
