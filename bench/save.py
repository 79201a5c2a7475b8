"""Saving a section with its findings: one autosave of the S1 request, as the server spends it."""

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from bench.table import Bar, Table
from bench.timing import milliseconds, seconds
from requests_app import casework, exchange
from requests_app.background import jobs
from requests_app.completeness import check_runs
from requests_app.models import CheckRun, MLARequest, Officer, Unit

DATABASE = True
EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "s1-follow-up.json"
# Below this a page answers while the officer still looks at the field.
LIMIT_MS = 150.0
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


def measure(repeat: str = "60") -> Table:
    call_command("load_treaties", verbosity=0)
    officer = Officer.objects.create(username="drafter", unit=Unit.objects.create(code="u", name="Unit"))
    mla = casework.import_snapshot(exchange.decode(EXAMPLE.read_bytes()), officer)
    work_checks()
    client = Client(headers={"host": "localhost", "hx-request": "true"})
    client.force_login(officer)
    with override_settings(STORAGES=PLAIN):
        acts = {
            "the verb alone": Verb(mla, officer),
            "the page of a section": Page(client, mla),
        }
        rows = [_row(name, act, int(repeat)) for name, act in acts.items()]
    return Table(
        rows,
        [Bar("section save with findings, p95 ms", float(rows[1]["p95 ms"]), LIMIT_MS)],
        [f"{CheckRun.objects.filter(status='queued').count()} check waits after all these saves"],
    )


def work_checks() -> None:
    """As a worker would: what an import or a form without a script has ordered waits no longer."""
    for run in CheckRun.objects.filter(status=CheckRun.Status.QUEUED):
        jobs.work_one(CheckRun, run.pk, check_runs.run_check)


class Verb:
    """Lock, compare, save, order the check, record the act."""

    def __init__(self, mla: MLARequest, officer: Officer) -> None:
        self.mla, self.officer, self.count = mla, officer, 0

    def __call__(self) -> None:
        self.count += 1
        values = {"purpose": f"Evidence in a fictional trial, version {self.count}."}
        casework.save_section(self.mla, self.officer, section="facts", base=10**6, values=values)


class Page:
    """The same through the address of the page: form, verb, check of the whole request, fragment."""

    def __init__(self, client: Client, mla: MLARequest) -> None:
        self.client, self.count = client, 0
        self.address = reverse("section", args=[mla.reference, "facts"])

    def __call__(self) -> None:
        self.count += 1
        typed = {"purpose": f"Typed {self.count} times.", "revision": 10**6}
        answer = self.client.post(self.address, typed)
        assert answer.status_code == 200, answer.status_code


def _row(name: str, act: Verb | Page, repeat: int) -> dict[str, str | int | float]:
    act()
    with CaptureQueriesContext(connection) as queries:
        act()
    # Counted now: the log is emptied by the next page.
    count = len(queries)
    return {"save": name, "queries": count, **milliseconds(seconds(act, repeat=repeat))}
