"""`load_treaties`: make the database say what the data files say."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from treaties import loader, shipped


class Command(BaseCommand):
    help = "Load the law from its data files. Safe to run again; local rows are never touched."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")
        parser.add_argument("--data", type=Path, default=shipped.DATA, help="folder of the data files")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = loader.load(options["data"], dry_run=options["dry_run"])
        except shipped.BadData as error:
            raise CommandError(f"The data files are refused, nothing was changed.\n{error}") from error
        if options["verbosity"]:
            self._print(report)

    def _print(self, report: loader.Report) -> None:
        self.stdout.write(f"{'':32}{'read':>7}{'new':>7}{'changed':>9}{'removed':>9}{'local':>7}")
        for count in report.counts:
            self.stdout.write(
                f"{count.table:32}{count.read:7}{count.new:7}{count.changed:9}{count.removed:9}{count.kept:7}"
            )
        total = sum(count.read for count in report.counts)
        did = "Loaded" if report.written else "Would load"
        self.stdout.write(f"{did} {total} rows, data set {report.digest[:12]}.")
