"""Pasting 10,000 lines: reading them as a worker does, and taking them into the schedule."""

import time
from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.table import Bar, Table
from requests_app import casework, paste_reading
from requests_app.casework import Choice
from requests_app.models import Case, MLARequest, Officer, Unit

DATABASE = True
# An officer watches the progress that long.
LIMIT_S = 10.0
# What is read at once must answer like any other save.
AT_ONCE_MS = 300.0


def measure(lines: str = "10000") -> Table:
    officer = Officer.objects.create(username="drafter", unit=Unit.objects.create(code="u", name="Unit"))
    case = Case.objects.create(reference="2026-1", title="Fictional", unit=officer.unit)
    shapes: dict[str, Callable[[int], str]] = {"log of a server": _log, "CSV": _csv}
    rows, bars = [], []
    for place, (name, shape) in enumerate(shapes.items()):
        for count in (paste_reading.AT_ONCE, int(lines)):
            mla = MLARequest.objects.create(
                reference=f"MLA-{place}-{count}", requesting="NOR", author=officer, case=case
            )
            rows.append({"paste": name, "lines": count} | _timed(mla, officer, shape(count)))
        bars.append(Bar(f"{lines} lines of a {name} read, s", float(rows[-1]["read s"]), LIMIT_S))
        small = float(rows[-2]["read s"]) * 1000
        bars.append(Bar(f"{paste_reading.AT_ONCE} lines of a {name} read at once, ms", small, AT_ONCE_MS))
    return Table(rows, bars)


def _timed(mla: MLARequest, officer: Officer, text: str) -> dict[str, float | int]:
    intake = casework.stage_rows(mla, officer, text=text, assumptions={"zone": "UTC"})
    begun, processor = time.perf_counter(), time.process_time()
    paste_reading.read_at_once(intake)
    read, processor = time.perf_counter() - begun, time.process_time() - processor
    begun = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        taken = casework.take_rows(mla, officer, intake=intake, choice=Choice(doubtful=True))
    return {
        "read s": read,
        "processor s": processor,
        "take s": time.perf_counter() - begun,
        "taken": taken,
        "queries": len(queries),
    }


def _moment(number: int) -> str:
    return f"2026-04-{number % 28 + 1:02} {number % 24:02}:{number % 60:02}:{number // 60 % 60:02}"


def _log(count: int) -> str:
    return "\n".join(
        f"{_moment(n)} +0200 host sshd[{n}]: Accepted password for user{n}"
        f" from 203.0.113.{n % 250 + 1} port {n % 60000 + 1024} ssh2"
        for n in range(count)
    )


def _csv(count: int) -> str:
    rows = (f"203.0.113.{n % 250 + 1},{n % 60000 + 1024},{_moment(n)},+02:00" for n in range(count - 1))
    return "\n".join(["ip,port,time,tz", *rows])
