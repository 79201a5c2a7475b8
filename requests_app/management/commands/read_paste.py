"""manage.py read_paste FILE [--zone ZONE] [--zone-of WORD=ZONE] [--order dmy|mdy|ymd] [--year YEAR]
[--country CC] [--on DATE] [--format json|text]

Exit code 0: every row is good; 1: something is to be settled; 2: the file cannot be read as text.
"""

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.formats import times
from requests_app.formats.timestamps import Answers, Order
from requests_app.intake import reader, text
from requests_app.intake.row import Assumptions, Role, Row
from requests_app.management.commands.check_request import day
from requests_app.management.request_sources import UNREADABLE

ORDERS = {"dmy": Order.DAY_FIRST, "mdy": Order.MONTH_FIRST, "ymd": Order.YEAR_FIRST}


def zone(name: str) -> str:
    if name and times.zone(name) is None:
        raise argparse.ArgumentTypeError(f"{name!r} is not a time zone, such as Europe/Oslo or +02:00")
    return name


def word_and_zone(said: str) -> tuple[str, str]:
    word, _sign, name = said.partition("=")
    return word, zone(name)


class Command(BaseCommand):
    help = "Read a log or a table into rows of the schedule, and say of each how good it is."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--zone", type=zone, default="", help="of times that show none")
        parser.add_argument(
            "--zone-of", type=word_and_zone, action="append", default=[], metavar="WORD=ZONE", dest="zones"
        )
        parser.add_argument("--order", choices=ORDERS, help="of day, month and year in dates of figures")
        parser.add_argument("--year", type=int, help="of dates that show none")
        parser.add_argument("--country", default="", metavar="CC", help="of national telephone numbers")
        parser.add_argument("--on", type=day, default=None, help="the day to judge for; today by default")
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        plan = reader.plan(_lines_of(options["file"]), _assumptions(options))
        told = as_told(plan, on=options["on"] or timezone.localdate())
        as_json = options["format"] == "json"
        self.stdout.write(json.dumps(told, indent=2, ensure_ascii=False) if as_json else _as_text(told))
        if told["questions"] or any(row["quality"] != "good" for row in told["rows"]):
            sys.exit(1)


def _lines_of(path: Path) -> list[text.Line]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror or 'cannot be read'}", returncode=UNREADABLE) from None
    if refusal := text.refusal(content):
        raise CommandError(f"{path}: {refusal}", returncode=UNREADABLE)
    try:
        lines = text.lines_of(text.keepable(text.decoded(content)[0]))
    except text.TooMuch as error:
        raise CommandError(f"{path}: {error}", returncode=UNREADABLE) from None
    if not lines:
        raise CommandError(f"{path}: There is no text to read.", returncode=UNREADABLE)
    return lines


def _assumptions(options: dict[str, Any]) -> Assumptions:
    answers = Answers(
        order=ORDERS.get(options["order"]),
        year=options["year"],
        zone=options["zone"],
        zones=dict(options["zones"]),
    )
    return Assumptions(times=answers, country=options["country"].upper())


def as_told(plan: reader.Plan, *, on: dt.date) -> dict[str, Any]:
    rows = [row for chunk in reader.read(plan, on=on) for row in chunk if row.role is Role.DATA]
    asked = Counter(name for row in rows for name in sorted(row.asks))
    return {
        "rows": [_row(row) for row in rows],
        "columns": plan.columns,
        "questions": [_question(name, lines) for name, lines in asked.items()],
    }


def _row(row: Row) -> dict[str, Any]:
    first, last = row.ports or (row.port, None)
    return {
        "line": row.line,
        "kind": row.type,
        "value": row.identifier,
        "start": row.start or None,
        "end": row.end or None,
        "zone": row.zone,
        "port": first,
        "port_end": last,
        "quality": row.quality,
        "said": list(dict.fromkeys([*row.problems, *row.doubts, *row.notes])),
    }


def _question(name: str, lines: int) -> dict[str, Any]:
    about, _sign, word = name.partition(":")
    return {"about": about, "word": word, "lines": lines}


def _as_text(told: dict[str, Any]) -> str:
    lines = [
        f"{row['line']:5} {row['quality']:5} {row['kind'] or '?'} {row['value']} "
        f"{row['start'] or ''} {row['zone']} {row['port'] or ''} {' '.join(row['said'])}".rstrip()
        for row in told["rows"]
    ]
    asked = [f"{q['lines']} to settle: {q['about']} {q['word']}".rstrip() for q in told["questions"]]
    return "\n".join([*lines, *asked])
