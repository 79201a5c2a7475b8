"""Lists of requests, filtered and searched, with 10, 1,000 and 100,000 requests in the unit's care."""

from datetime import timedelta
from functools import partial
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils import timezone

from bench.table import Bar, Table
from bench.timing import milliseconds, seconds
from requests_app.models import Case, CheckRun, DataItem, Fact, MLARequest, Officer, Person, Unit

DATABASE = True
SIZES = (10, 1_000, 100_000)
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "desk": ("desk", {}),
    "request_list": ("request_list", {}),
    "nearest deadline": ("request_list", {"sort": "deadline"}),
    "closed, by deadline": ("request_list", {"tab": "closed", "sort": "deadline"}),
    "filters": ("request_list", {"waits": "fix", "due": "14", "urgency": "urgent"}),
    "search, rare word": ("request_list", {"q": "lamplighter"}),
    "search, two tables": ("request_list", {"q": "mailbox harbour.lantern00"}),
    "search, in every row": ("request_list", {"q": "fictional"}),
    "review_queue": ("review_queue", {}),
}
# What an officer takes for "at once", on the machine that also runs the database.
LIMIT_MS = 300.0
# Of a hundred requests kept, most were sent years ago.
STATES = ("draft", "in_review", "approved", "draft") + ("sent",) * 6 + ("executed",) * 90
CASES = 200
FACT = "On 20 February 2026 somebody took a sum of money from an account. " * 5
SUMMARY = {"met": 5, "total": 9, "block": 2, "ask": 1, "warn": 1, "advise": 0}
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
                client.get(_address(page))
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
    rows = (_request(number, _case(number, cases), authors) for number in range(begun, size))
    made = MLARequest.objects.bulk_create(rows, batch_size=1_000)
    _fill_parts(made)
    _move_on(made, approver)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _fill_parts(made: list[MLARequest]) -> None:
    """A fact, a person and an account each; one request in ten thousand names the lamplighter."""
    Fact.objects.bulk_create(
        (Fact(request=mla, key="f1", text=f"{FACT} Count {mla.reference}.") for mla in made),
        batch_size=2_000,
    )
    Person.objects.bulk_create(
        (
            Person(
                request=mla, key="p1", family_name="Exempel", aliases="the lamplighter" * (at % 9_999 == 0)
            )
            for at, mla in enumerate(made)
        ),
        batch_size=2_000,
    )
    DataItem.objects.bulk_create(
        (
            DataItem(request=mla, key="d1", type="email", identifier=f"harbour.lantern{at:05d}@example.org")
            for at, mla in enumerate(made)
        ),
        batch_size=2_000,
    )
    CheckRun.objects.bulk_create(
        (CheckRun(request=mla, revision=0, status="done", summary=SUMMARY) for mla in made),
        batch_size=2_000,
    )


def _address(page: str) -> str:
    name, query = PAGES[page]
    return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)


def _case(number: int, cases: list[Case]) -> Case:
    """Every case gets requests in every state."""
    return cases[(number + number // len(STATES)) % len(cases)]


def _move_on(made: list[MLARequest], approver: Officer) -> None:
    """To the state that each is in: what is approved takes no more texts."""
    wanted: dict[str, list[int]] = {}
    for number, mla in enumerate(made):
        wanted.setdefault(STATES[number % len(STATES)], []).append(mla.pk)
    for state, pks in wanted.items():
        bound = {"approved_digest": "0" * 64, "approved_by": approver}
        bound = {} if state in ("draft", "in_review") else bound
        waiting = {"submitted_at": timezone.now()} if state == "in_review" else {}
        MLARequest.objects.filter(pk__in=pks).update(state=state, **bound, **waiting)


def _request(number: int, case: Case, authors: dict[int, Officer]) -> MLARequest:
    return MLARequest(
        reference=f"BENCH-{number:06d}",
        title=f"Fictional mailbox {number}",
        case=case,
        requesting="NOR",
        requested="GBR",
        author=authors[case.unit_id],
        purpose="Evidence of a fictional offence. " * 40,
        urgency_level="urgent" if number % 7 == 0 else "",
        deadline=timezone.localdate() + timedelta(days=number % 90) if number % 3 == 0 else None,
    )


def _page(client: Client, page: str, size: int, repeat: int) -> dict[str, str | int | float]:
    address = _address(page)
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
        # Among ten requests a list may be empty, and then asks less.
        counts = [int(row["queries"]) for row in rows if row["page"] == page][1:]
        bars += (
            [Bar(f"{page}: queries more with more requests", max(counts) - min(counts), 0)]
            if counts
            else []
        )
    return bars
