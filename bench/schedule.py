"""A schedule of thousands of rows: its page, and its print."""

import time

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from bench.save import EXAMPLE, PLAIN
from bench.table import Bar, Table
from requests_app import casework, exchange, letters
from requests_app.models import DataItem, Officer, Unit
from requests_app.render import html, pdf

DATABASE = True
# The whole request is checked for a page of 25 of its rows: more than a save, less than a wait.
PAGE_LIMIT_S = 2.0


def measure(rows: str = "5000", printed: str = "yes") -> Table:
    call_command("load_treaties", verbosity=0)
    officer = Officer.objects.create(username="drafter", unit=Unit.objects.create(code="u", name="Unit"))
    found = []
    for count in (25, int(rows)):
        mla = casework.import_snapshot(exchange.decode(EXAMPLE.read_bytes()), officer)
        DataItem.append_all_to(mla, [_row(number) for number in range(count)])
        client = Client(headers={"host": "localhost"})
        client.force_login(officer)
        address = reverse("section", args=[mla.reference, "data"])
        with override_settings(STORAGES=PLAIN):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                begun = time.perf_counter()
                page = client.get(address)
        line = {"rows": count, "page s": time.perf_counter() - begun, "queries": len(queries)}
        found.append(line | {"page KB": len(page.content) / 1024} | _print(mla, count, printed))
    return Table(found, [Bar(f"page of {rows} rows, s", float(found[-1]["page s"]), PAGE_LIMIT_S)])


def _print(mla: object, count: int, printed: str) -> dict[str, float]:
    if printed != "yes":
        return {}
    whole = html.printed(letters.letter_of(mla))  # type: ignore[arg-type]
    begun = time.perf_counter()
    content = pdf.to_pdf(whole, limits=pdf.limits_for(count))
    return {"print s": time.perf_counter() - begun, "print KB": len(content) / 1024}


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
