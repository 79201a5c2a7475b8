"""A schedule of thousands of rows: its page and its panel, the save of a row among 200, and its print."""

import dataclasses
import os
import threading
import time
from pathlib import Path
from types import TracebackType

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from bench.save import EXAMPLE, LIMIT_MS, PLAIN, work_checks
from bench.table import Bar, Table
from bench.timing import percentile, seconds
from requests_app import casework, exchange
from requests_app.documents import letters
from requests_app.models import DataItem, MLARequest, Officer, Unit
from requests_app.render import html, pdf
from requests_app.views.parts.panel import panel_of

DATABASE = True
# The whole request is checked for a page of 25 of its rows: more than a save, less than a wait.
PAGE_LIMIT_S = 2.0
SAVED_AMONG = 200


def measure(rows: str = "5000", printed: str = "yes", repeat: str = "40") -> Table:
    call_command("load_treaties", verbosity=0)
    officer = Officer.objects.create(username="drafter", unit=Unit.objects.create(code="u", name="Unit"))
    client = Client(headers={"host": "localhost", "hx-request": "true"})
    client.force_login(officer)
    found = []
    with override_settings(STORAGES=PLAIN):
        for count in (25, SAVED_AMONG, int(rows)):
            mla = casework.import_snapshot(exchange.decode(EXAMPLE.read_bytes()), officer)
            DataItem.append_all_to(mla, [_row(number) for number in range(count)])
            work_checks()
            found.append({"rows": count} | _page(client, mla) | _saves(client, mla, int(repeat)))
            if printed == "yes":
                found[-1] |= _print(mla, count)
    among = next(line for line in found if line["rows"] == SAVED_AMONG)
    bars = [
        Bar(f"page of {rows} rows, s", float(found[-1]["page s"]), PAGE_LIMIT_S),
        Bar(f"save of one of {SAVED_AMONG} rows, p95 ms", float(among["save p95 ms"]), LIMIT_MS),
    ]
    return Table(found, bars)


def _page(client: Client, mla: MLARequest) -> dict[str, float]:
    address = reverse("section", args=[mla.reference, "data"])
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address, headers={"hx-request": ""})
    # Counted now: the log is emptied by the next page.
    count = len(queries)
    return {
        "page s": min(seconds(lambda: client.get(address, headers={"hx-request": ""}), repeat=3)),
        "panel s": min(seconds(lambda: panel_of(mla).report, repeat=3)),
        "queries": count,
        "page KB": len(page.content) / 1024,
    }


def _saves(client: Client, mla: MLARequest, repeat: int) -> dict[str, float]:
    """As the grid saves a row of its first page: form, verb, check of the whole request, fragment."""
    row = DataItem.objects.filter(request=mla).last()
    assert row is not None
    address = reverse("item", args=[mla.reference, "data", row.pk])
    ports = iter(range(2000, 60000))

    def save() -> None:
        answer = client.post(address, {"revision": 10**6, "port": next(ports)})
        assert answer.status_code == 200, answer.status_code

    times = seconds(save, repeat=repeat if mla.dataitem_set.count() < 1000 else 3)
    return {"save least ms": min(times) * 1000, "save p95 ms": percentile(times, 95) * 1000}


def _print(mla: MLARequest, count: int) -> dict[str, float]:
    whole = html.printed(letters.letter_of(mla))
    pdf.to_pdf("<p>The engine is up.</p>")
    # A busy machine is waited for: what is measured is the work.
    limits = dataclasses.replace(pdf.limits_for(count), wall=3600.0)
    with Watch() as watch:
        begun = time.perf_counter()
        content = pdf.to_pdf(whole, limits=limits)
        taken = time.perf_counter() - begun
    return {
        "print s": taken,
        "print processor s": watch.processor,
        "print peak MB": watch.peak / 1024,
        "print KB": len(content) / 1024,
    }


class Watch:
    """What the fork that prints costs, read from /proc while it lives: nobody here is its parent."""

    def __init__(self) -> None:
        self.peak, self.processor = 0, 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.05):
            for fork in _forks():
                self._note(fork)

    def _note(self, process: Path) -> None:
        try:
            status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
            times = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            return
        self.peak = max(self.peak, int(status.get("VmPeak", "0 kB").split()[0]))
        spent = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
        self.processor = max(self.processor, spent)


def _forks() -> list[Path]:
    """The children of our children: the engine forks once for each letter."""
    own = Path("/proc/self/task")
    children = [pid for task in own.iterdir() for pid in (task / "children").read_text().split()]
    found = []
    for child in children:
        path = Path("/proc") / child / "task" / child / "children"
        found += [Path("/proc") / pid for pid in path.read_text().split()] if path.exists() else []
    return found


def _row(number: int) -> dict[str, object]:
    return {
        "type": "ip",
        "identifier": f"203.0.113.{number % 250 + 1}",
        "port": number % 60000 + 1024,
        "start": f"2026-04-{number % 28 + 1:02} {number % 24:02}:{number % 60:02}:{number // 60 % 60:02}",
        "zone": "Europe/Madrid",
        "provider": "Ejemplo Telecom S.A.",
        "provider_state": "GBR",
    }
