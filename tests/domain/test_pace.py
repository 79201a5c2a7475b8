"""How long a full request takes here: medians of the house's own history, or an honest "cannot be told".

Each request is walked through by its own acts; then its history is dated, as the owner of the database.
"""

import datetime as dt
from itertools import accumulate

import pytest
from django.db import connection
from django.urls import reverse

from requests_app import casework
from requests_app.models import AuditEvent, MLARequest, RenderedDocument
from requests_app.preservation import durations
from tests.domain.test_preservations import confirmed, sent

State = MLARequest.State
BEGUN = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
ACTS = ("request.started", "request.submit", "request.approve", "request.send")
SLOW = (40, 30, 20)
ONE = MLARequest()
TRANSLATED = {"language": "de", "working_language": "en"}


@pytest.fixture
def walked(db, rules, drafter, supervisor):
    def walk(*days: float, kinds: tuple[str, ...] = ("content_data_stored",), **fields) -> MLARequest:
        """From the first word to the dispatch, with so many days for drafting, review and dispatch."""
        mla = casework.start(drafter, requested="GBR", kinds=kinds)
        read = casework.submit(mla, drafter).submitted_digest
        approved = casework.approve(mla, supervisor, digest=read)
        RenderedDocument.objects.filter(request=mla).update(status="done", sha256="a" * 64)
        casework.send(
            approved,
            drafter,
            route="central_authority",
            means="email",
            recipient="Fictional",
            sent_on=BEGUN.date(),
        )
        rewrite(mla, *days, **fields)
        return mla

    return walk


def rewrite(mla: MLARequest, *days: float, **fields: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        MLARequest.objects.filter(pk=mla.pk).update(state=State.SENT, **fields)
        for verb, after in zip(ACTS, accumulate((0, *days)), strict=True):
            at = BEGUN + dt.timedelta(days=after)
            assert AuditEvent.objects.filter(reference=mla.reference, verb=verb).update(at=at) == 1
        cursor.execute("SET session_replication_role = origin")


def test_each_stage_has_its_median(walked):
    for days in ((1, 3, 2), (2, 1, 2), (3, 2, 0.5), (4, 2, 1), (300, 90, 60)):
        walked(*days)

    measured = durations.measured(like=ONE)

    assert (measured.days, measured.requests) == ({"drafting": 3, "review": 2, "dispatch": 2}, 5)


@pytest.mark.parametrize(
    ("state", "days"),
    [(State.DRAFT, 6), (State.IN_REVIEW, 3), (State.APPROVED, 1), (State.SIGNED, 1), (State.SENT, 0)],
)
def test_what_is_ahead_depends_on_how_far_it_is(state, days):
    measured = durations.Pace({"drafting": 2.6, "review": 2.4, "dispatch": 0.6}, durations.FEWEST)

    assert measured.still(state) == days


@pytest.mark.parametrize(
    ("like", "said"),
    [
        (MLARequest(**TRANSLATED), (30, 5, True)),
        (MLARequest(translation="to_follow"), (30, 5, True)),
        (ONE, (3, 5, False)),
    ],
)
def test_like_is_compared_with_like(walked, like, said):
    for _ in range(5):
        walked(1, 1, 1)
        walked(10, 10, 10, **TRANSLATED)

    measured = durations.measured(like=like)

    assert (measured.still(State.DRAFT), measured.requests, measured.translated) == said


def test_where_too_few_are_alike_all_are_counted(walked):
    for _ in range(4):
        walked(1, 1, 1)
        walked(10, 10, 10, translation="attached")

    measured = durations.measured(like=ONE)

    assert (measured.requests, measured.translated) == (8, None)


def test_below_five_nothing_is_told(walked):
    for _ in range(4):
        walked(1, 1, 1)

    measured = durations.measured(like=ONE)

    assert (measured.can_tell, measured.requests, measured.days) == (False, 4, {})


@pytest.mark.parametrize(
    "other",
    [
        {"kinds": ("preservation",)},
        {"kinds": ("preservation", "preservation_extension")},
        {"is_emergency": True},
        {"request_status": "reminder"},
        {"request_status": "withdrawal"},
        {"request_status": "extension"},
    ],
)
def test_a_short_letter_is_no_full_request(walked, other):
    walked(1, 1, 1, **other)

    assert durations.measured(like=ONE).requests == 0


def test_one_that_asks_for_more_than_preservation_is(walked):
    walked(1, 1, 1, kinds=("preservation", "subscriber_info"))

    assert durations.measured(like=ONE).requests == 1


def test_what_has_not_left_is_not_measured(db, rules, drafter, supervisor):
    mla = casework.start(drafter, requested="GBR", kinds=["content_data_stored"])
    casework.approve(mla, supervisor, digest=casework.submit(mla, drafter).submitted_digest)

    assert durations.measured(like=ONE).requests == 0


def test_it_is_two_queries_at_most(walked, django_assert_num_queries):
    walked(1, 1, 1)

    with django_assert_num_queries(2):
        durations.measured(like=ONE)


@pytest.fixture
def preservation(law, mla, supervisor) -> MLARequest:
    return sent(mla, supervisor)


def page_of(client, mla: MLARequest) -> str:
    return client.get(reverse("request", args=[mla.reference])).content.decode()


def running(mla: MLARequest, officer, days: int) -> None:
    confirmed(mla, officer, stated_until=dt.date.today() + dt.timedelta(days=days))


@pytest.mark.parametrize(
    ("requests", "left", "said"),
    [
        (4, 91, "there are 4."),
        (5, 90, "will not be ready in time: ask for an extension"),
        (5, 91, "The full request can be in time"),
    ],
)
def test_the_clock_says_whether_the_full_request_can_be_in_time(
    preservation, walked, drafter, signed_in, requests, left, said
):
    for _ in range(requests):
        walked(*SLOW)
    running(preservation, drafter, left)

    assert said in page_of(signed_in(drafter), preservation)


def test_a_full_request_in_review_needs_less(preservation, walked, drafter, signed_in):
    for _ in range(5):
        walked(*SLOW)
    running(preservation, drafter, 60)
    full = casework.follow_up(preservation, drafter, kinds=["content_data_stored"])
    client = signed_in(drafter)
    assert "about 90 days here, 60 are left" in page_of(client, preservation)

    casework.submit(full, drafter)

    assert "about 50 days here, 60 are left" in page_of(client, preservation)
