"""`advise`: print the legal bases that are open to a request, best first."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from treaties import advisor, cited_bases, current
from treaties.advice import printed
from treaties.advisor import Advice


class Command(BaseCommand):
    help = "Rank the legal bases for a request between two States."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="requesting", required=True, help="State that asks, such as NOR")
        parser.add_argument(
            "--to", dest="requested", required=True, help="State that is asked, such as GBR"
        )
        parser.add_argument(
            "--kind", dest="kinds", action="append", required=True, help="kind of assistance"
        )
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="day, YYYY-MM-DD (today)")
        parser.add_argument("--max-penalty-years", type=float, default=None)
        parser.add_argument("--transnational", action="store_true")
        parser.add_argument("--organised-group", action="store_true")
        parser.add_argument("--electronic", choices=("yes", "no"), help="is the evidence electronic")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        self._refuse_unknown(options)
        found = advisor.advise(
            requesting=options["requesting"],
            requested=options["requested"],
            kinds=options["kinds"],
            on=options["on"] or timezone.localdate(),
            max_penalty_years=options["max_penalty_years"],
            transnational=options["transnational"],
            organised_group=options["organised_group"],
            electronic=None if options["electronic"] is None else options["electronic"] == "yes",
        )
        write = self._json if options["format"] == "json" else self._text
        write(found)

    def _refuse_unknown(self, options: dict[str, Any]) -> None:
        law = current.law()
        if not law.states:
            raise CommandError("No law is loaded: run load_treaties first.", returncode=2)
        for name, known in (("requesting", law.states), ("requested", law.states)):
            if options[name] not in known:
                raise CommandError(f"{options[name]}: not a State code (ISO 3166-1 alpha-3).", returncode=2)
        for kind in options["kinds"]:
            if kind not in law.kinds:
                raise CommandError(f"{kind}: not a kind of assistance.", returncode=2)
        if within := cited_bases.one_state_words(law, options["requesting"], options["requested"]):
            raise CommandError(within, returncode=2)

    def _json(self, found: list[Advice]) -> None:
        text = json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=2)
        self.stdout.write(text)

    def _text(self, found: list[Advice]) -> None:
        for line in printed.lines(found):
            self.stdout.write(line)
