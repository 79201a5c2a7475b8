"""Wake the workers for whatever is due, every few seconds, so that no hint need arrive."""

import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from requests_app.background import jobs
from requests_app.completeness import check_runs
from treaties import version

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Give hints for due jobs and give up those interrupted too often; runs until it is stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, default=5.0, metavar="SECONDS")
        parser.add_argument("--once", action="store_true", help="one sweep, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            self.stdout.write(f"{jobs.sweep()} hints")
            return
        stop = threading.Event()
        law = _Law()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            _sweep(law)
            stop.wait(options["every"])


class _Law:
    """Which law the last sweep has seen: only a new one costs more than a look."""

    def __init__(self) -> None:
        self.seen: str | None = None

    def follow(self) -> None:
        loaded = version.loaded()
        if loaded != self.seen:
            found = check_runs.follow_law()
            self.seen = loaded
            logger.info("%s drafts are checked with law %s", found, loaded)


def _sweep(law: _Law) -> None:
    """A database that restarts costs a sweep and not the sweeper."""
    try:
        law.follow()
        hints = jobs.sweep()
    except DatabaseError as error:
        logger.warning("no sweep: %s", type(error).__name__)
        connection.close()
    else:
        if hints:
            logger.info("%s hints", hints)
