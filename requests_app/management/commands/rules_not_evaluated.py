"""Which rules could not be evaluated, for whoever looks after the law data."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app.completeness import check_runs


class Command(BaseCommand):
    help = "List rules that no check could evaluate, with the requests concerned; exit code 1 if any."

    def handle(self, *args: Any, **options: Any) -> None:
        found = check_runs.not_evaluated()
        for code, references in found.items():
            self.stdout.write(f"{code}: {', '.join(references)}")
        if found:
            raise CommandError(f"{len(found)} rules could not be evaluated.", returncode=1)
        self.stdout.write("Every rule was evaluated.")
