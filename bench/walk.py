"""One request from its page to its PDF: queries, own functions and files, and the time of each step."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils import timezone

from bench.save import PLAIN, work_checks
from bench.table import Table
from requests_app import casework, exchange
from requests_app.completeness import open_points
from requests_app.documents import printing
from requests_app.models import MLARequest, Officer, RenderedDocument, Unit

DATABASE = True
EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "s1-preservation.json"
OWN = ("requests_app", "treaties", "mla_portal")


def measure(repeat: str = "7") -> Table:
    """The first request warms up, the second is counted, the others are timed."""
    call_command("load_treaties", verbosity=0)
    unit = Unit.objects.create(code="u", name="Unit")
    drafter = Officer.objects.create(username="drafter", unit=unit)
    supervisor = Officer.objects.create(username="supervisor", unit=unit, role=Officer.Role.SUPERVISOR)
    walk = Walk(drafter, supervisor)
    with override_settings(STORAGES=PLAIN):
        _timed(walk)
        counted = {name: _counted(act) for name, act in walk.steps()}
        times = defaultdict(list)
        for _ in range(int(repeat)):
            for name, ms in _timed(walk).items():
                times[name].append(ms)
    rows = [
        {"step": name, **counts.row(), "least ms": min(times[name]), "median ms": median(times[name])}
        for name, counts in counted.items()
    ]
    return Table(rows)


@dataclass
class Walk:
    """A fresh request each time, taken through every step by the addresses and verbs of the portal."""

    drafter: Officer
    supervisor: Officer

    def steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        mla = casework.import_snapshot(exchange.decode(EXAMPLE.read_bytes()), self.drafter)
        work_checks()
        row = mla.dataitem_set.first()
        assert row is not None
        client = Client(headers={"host": "localhost", "hx-request": "true"})
        client.force_login(self.drafter)
        facts = reverse("section", args=[mla.reference, "facts"])
        data = reverse("item", args=[mla.reference, "data", row.pk])
        late = {"revision": 10**6}
        yield "GET page of facts", lambda: client.get(facts, headers={"hx-request": ""})
        yield "POST one data row", lambda: _ok(client.post(data, {"port": 2000, **late}))
        yield "worker, after the row", work_checks
        yield "POST purpose", lambda: _ok(client.post(facts, {"purpose": "Evidence in a trial.", **late}))
        yield "worker, after the purpose", work_checks
        yield "submit", lambda: casework.submit(mla, self.drafter, told=open_points.now(mla).key)
        page = reverse("review", args=[mla.reference])
        reader = Client(headers={"host": "localhost"})
        reader.force_login(self.supervisor)
        yield "GET page of the reviewer", lambda: _ok(reader.get(page))
        yield "approve", lambda: self._approve(mla)
        yield "worker: the PDF", _work_documents
        yield "GET the letter", lambda: _ok(reader.get(reverse("letter", args=[mla.reference])))
        yield "send", lambda: self._send(mla)

    def _approve(self, mla: MLARequest) -> None:
        submitted = MLARequest.objects.get(pk=mla.pk)
        told = open_points.now(submitted).key
        casework.approve(submitted, self.supervisor, digest=submitted.submitted_digest, told=told)

    def _send(self, mla: MLARequest) -> None:
        today = timezone.localdate()
        how = {"route": "central_authority", "means": "email", "recipient": "Office"}
        casework.send(mla, self.drafter, sent_on=today, **how)


def _work_documents() -> None:
    for document in RenderedDocument.objects.filter(status=RenderedDocument.Status.QUEUED):
        made = printing.produce(document.pk)
        assert made.status == made.Status.DONE, made.failure


def _ok(answer: Any) -> None:
    assert answer.status_code == 200, answer.status_code


def _timed(walk: Walk) -> dict[str, float]:
    found = {}
    for name, act in walk.steps():
        start = time.perf_counter()
        act()
        found[name] = (time.perf_counter() - start) * 1000
    return found


@dataclass
class Counts:
    """Own code only: files entered, different functions, calls of them."""

    queries: int = 0
    calls: int = 0
    functions: set[tuple[str, str]] = field(default_factory=set)

    def row(self) -> dict[str, int]:
        files = {file for file, _name in self.functions}
        return {
            "queries": self.queries,
            "files": len(files),
            "functions": len(self.functions),
            "calls": self.calls,
        }


def _counted(act: Callable[[], object]) -> Counts:
    counts = Counts()
    with CaptureQueriesContext(connection) as queries, _profiled(counts):
        act()
    counts.queries = len(queries)
    return counts


@contextmanager
def _profiled(counts: Counts) -> Iterator[None]:
    roots = tuple(str(Path(settings.BASE_DIR) / name) for name in OWN)

    def seen(frame: FrameType, event: str, _argument: Any) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(roots):
            counts.calls += 1
            counts.functions.add((file, frame.f_code.co_qualname))

    sys.setprofile(seen)
    try:
        yield
    finally:
        sys.setprofile(None)
