"""`law_report`: say what the loaded law holds and how sure it is; `--write` renews docs/law.md."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from treaties import loader, models, report, staleness
from treaties.models import LawFact
from treaties.report import InstrumentLine, Report, StateLine

DOCUMENT = settings.BASE_DIR / "docs" / "law.md"

_INTRODUCTION = """\
# The law that the portal ships

Made by `script/manage law_report --write`; a test holds it equal to the shipped law. Whoever changes a
data file runs the command and reads what changed here: no other place counts the shipped rows.

A requirement **blocks** a request only when it is mandatory and somebody read it in a text; everything
else warns or asks. "Not known" is a result of its own: the portal never concludes from silence that a State
is not bound. Confidence and how a fact was verified stand on every row, and on the screen.

- *text*: read in the treaty, the statute or the list that is named as the source
- *memory*: nobody read it in a source; it advises
- *practice*: what authorities do and ask
"""
_REVIEW = f"""\
## When a fact is looked up again

Each fact carries the day on which its source said so. It is past its review date

- offices and contact points: after {staleness.OFFICES} months
- participations and declarations: after {staleness.STATUS} months
- States' own law: after {staleness.OWN_LAW} months
- treaties, with all that stands in them: after {staleness.TREATY} months

because offices move and States accede from one month to the next, statutes are amended every few years,
and the text of a treaty changes only when the treaty is amended. What nobody read in a source is always
due. The page *What needs verification* lists both, first what most requests rest on that have not left yet.
An administrator who has looked a fact up records against which source; the confidence shown follows, and a
release of the data does not undo it while the fact says the same.

What the adviser makes of it in the scenarios, and what a practitioner would say: [advice.md](advice.md).
"""
_WITHOUT_TEXT = """\
Besides these, {} bilateral treaties are known by name and, where the source has them, dates. Their text is
not loaded: the list of the UN Model Treaty stands in, and the portal says so.
"""
_INSTRUMENT = (
    "Instrument",
    "Id",
    "Requirements",
    "blocking",
    "Refusals",
    "Scope",
    "Kinds",
    "Time limits",
    "Acts",
    "Parties",
    "Confidence, verified",
    "Holes",
)
_STATE = (
    "State",
    "Requirements",
    "blocking",
    "not read in a text",
    "Thresholds",
    "Declarations",
    "Red flags",
    "Offices",
)


class Command(BaseCommand):
    help = "What the loaded law holds, how sure it is, and where it has holes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=("markdown", "json"), default="markdown")
        parser.add_argument(
            "--write", action="store_true", help="rewrite docs/law.md from the shipped data files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["write"]:
            DOCUMENT.write_text(of_the_shipped_law(_document), encoding="utf-8")
            return
        found = report.compile_report()
        if options["format"] == "json":
            self.stdout.write(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_markdown(found)))


def of_the_shipped_law(compose: Callable[[], str]) -> str:
    """Return what is composed while the database holds the data files. The database stays as it is."""
    if models.Verification.objects.exists() or any(map(_holds_local_rows, report.fact_models())):
        raise CommandError(
            "This database holds records of its own. Write the document where it holds none."
        )
    with transaction.atomic():
        loader.load()
        text = compose()
        transaction.set_rollback(True)
    return text


def _document() -> str:
    return "\n".join([*_markdown(report.compile_report()), ""])


def _holds_local_rows(model: type[LawFact]) -> bool:
    return model._default_manager.filter(origin=LawFact.Origin.LOCAL).exists()


def _markdown(found: Report) -> Iterator[str]:
    yield _INTRODUCTION
    yield _REVIEW
    yield "## Counts\n"
    yield from _table(("Rows", "Number"), found.rows.items())
    yield from _table(("Confidence", "Facts"), found.confidence.items())
    yield from _table(("Verified", "Facts"), found.verified.items())
    yield "## Instruments\n"
    yield from _table(_INSTRUMENT, (_instrument(row) for row in found.instruments))
    yield _WITHOUT_TEXT.format(found.without_text)
    yield "## States' own law\n"
    yield from _table(_STATE, (_state(row) for row in found.states))
    yield _OUTSIDE


def _instrument(row: InstrumentLine) -> tuple[object, ...]:
    sure = f"{row.confidence}, {row.verified}"
    asked = (row.requirements, row.blocking, row.refusals, row.scope)
    counts = (*asked, row.offers, row.time_limits, row.acts, row.parties)
    return (row.name, f"`{row.code}`", *counts, sure, "; ".join(row.holes))


def _state(row: StateLine) -> tuple[object, ...]:
    asked = (row.requirements, row.blocking, row.from_memory)
    return (row.name, *asked, row.thresholds, row.declarations, row.red_flags, row.offices)


def _table(head: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(str(cell) for cell in row)} |"
    yield ""


_OUTSIDE = """\
## Not in the data

- Live status of treaties after the day up to which a list of parties is complete (the table above).
- Texts of most bilateral treaties, and of reservations and declarations beyond those listed for each State.
- Notifications of languages and authorities under UNTOC and UNCAC, beyond those listed as offices.
- How long providers keep data, and for how long a law makes them, for most States: where it is known, it
  stands on the page of the State under *How long data are kept*."""
