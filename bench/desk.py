"""The desk and the list of requests, with 10, 1,000 and 100,000 requests in the unit's care."""

from datetime import timedelta
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils import timezone

from bench.table import Bar, Table
from bench.timing import milliseconds, seconds
from requests_app.models import Case, MLARequest, Officer, Unit

DATABASE = True
SIZES = (10, 1_000, 100_000)
PAGES = ("desk", "request_list", "review_queue")
# What an officer takes for "at once", on the machine that also runs the database.
LIMIT_MS = 300.0
# Of a hundred requests kept, most were sent years ago.
STATES = ("draft", "in_review", "approved", "draft") + ("sent",) * 6 + ("executed",) * 90
CASES = 200
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


def measure(repeat: str = "15", largest: str = str(SIZES[-1])) -> Table:
    supervisor = _officers()
    client = Client(headers={"host": "localhost"})
    client.force_login(supervisor)
    rows = []
    with override_settings(STORAGES=PLAIN):
        for size in (size for size in SIZES if size <= int(largest)):
            _fill(size)
            for page in PAGES:
                client.get(reverse(page))
            rows += [_page(client, page, size, int(repeat)) for page in PAGES]
    return Table(rows, _bars(rows))


def _officers() -> Officer:
    """The desk of a supervisor shows most; half of the requests belong to another unit."""
    units = [Unit.objects.create(code=code, name=code) for code in ("own", "other")]
    for unit in units:
        Officer.objects.create(username=f"author-{unit.code}", unit=unit)
        Case.objects.bulk_create(
            Case(reference=f"{unit.code}-{number}", title="Fictional", unit=unit) for number in range(CASES)
        )
    return Officer.objects.create(username="reader", unit=units[0], role=Officer.Role.SUPERVISOR)


def _fill(size: int) -> None:
    """Up to so many requests, over a year, in every state."""
    cases = list(Case.objects.order_by("pk"))
    authors = {author.unit_id: author for author in Officer.objects.filter(username__startswith="author")}
    approver = Officer.objects.get(username="reader")
    begun = MLARequest.objects.count()
    rows = (_request(number, _case(number, cases), authors, approver) for number in range(begun, size))
    MLARequest.objects.bulk_create(rows, batch_size=1_000)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _case(number: int, cases: list[Case]) -> Case:
    """Every case gets requests in every state."""
    return cases[(number + number // len(STATES)) % len(cases)]


def _request(number: int, case: Case, authors: dict[int, Officer], approver: Officer) -> MLARequest:
    state = STATES[number % len(STATES)]
    is_approved = state not in ("draft", "in_review")
    bound = {"approved_digest": "0" * 64, "approved_by": approver} if is_approved else {}
    return MLARequest(
        reference=f"BENCH-{number:06d}",
        title=f"Fictional mailbox {number}",
        case=case,
        requesting="NOR",
        requested="GBR",
        author=authors[case.unit_id],
        state=state,
        submitted_at=timezone.now() - timedelta(minutes=number) if state == "in_review" else None,
        purpose="Evidence of a fictional offence. " * 40,
        **bound,
    )


def _page(client: Client, page: str, size: int, repeat: int) -> dict[str, str | int | float]:
    address = reverse(page)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200, (page, answer.status_code)
    # Counted now: the log is emptied by the next page.
    count = len(queries)
    times = milliseconds(seconds(partial(client.get, address), repeat=repeat))
    return {"page": page, "requests": size, "queries": count, **times}


def _bars(rows: list[dict[str, str | int | float]]) -> list[Bar]:
    slowest = max(rows, key=lambda row: row["p95 ms"])
    bars = [
        Bar(f"{slowest['page']} of {slowest['requests']:,}, p95 ms", float(slowest["p95 ms"]), LIMIT_MS)
    ]
    for page in PAGES:
        counts = [int(row["queries"]) for row in rows if row["page"] == page]
        bars.append(Bar(f"{page}: queries more with more requests", max(counts) - min(counts), 0))
    return bars
