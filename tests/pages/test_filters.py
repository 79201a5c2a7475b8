"""A list narrowed down by what stands in the address; what comes next; what is out of date."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from requests_app import casework
from requests_app.completeness import check_runs
from requests_app.models import CheckRun, MLARequest, Review
from tests.cast import CaseFactory, MLARequestFactory


def references(response) -> list[str]:
    return [row["reference"] for row in response.context["rows"]]


def checked(mla, **changes) -> CheckRun:
    summary = {"block": 0, "ask": 0, "warn": 0, "advise": 0, "met": 3, "total": 5, "blocking": False}
    values = {"revision": mla.revision, "status": "done", "summary": summary} | changes
    return CheckRun.objects.create(request=mla, **values)


@pytest.fixture
def several(mla, drafter, colleague, unit):
    """Four requests that differ in all that a list may be narrowed down by."""
    today = timezone.localdate()
    case = CaseFactory(unit=unit)

    def another(**values):
        return MLARequestFactory(**{"author": drafter, "case": case} | values)

    found = {
        "plain": mla,
        "urgent": another(urgency_level="urgent", requested="ESP", deadline=today + dt.timedelta(2)),
        "late": another(author=colleague, deadline=today - dt.timedelta(1)),
        "kept": another(preservation_expires_on=today + dt.timedelta(10)),
        "heard": another(next_date=today + dt.timedelta(40)),
        "over": another(next_date=today - dt.timedelta(40)),
    }
    found["urgent"].measure_set.create(key="m1", kind="bank_info")
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"requested": "ESP"}, {"urgent"}),
        ({"kind": "bank_info"}, {"urgent"}),
        ({"urgency": "urgent"}, {"urgent"}),
        ({"due": "overdue"}, {"late"}),
        ({"due": "3"}, {"late", "urgent"}),
        ({"due": "14"}, {"late", "urgent", "kept"}),
        ({"due": "60"}, {"late", "urgent", "kept", "heard"}),
        ({"due": "none"}, {"plain", "over"}),
        ({"urgency": "urgent", "due": "overdue"}, set()),
        ({"due": "soon", "urgency": "x", "drafter": "0", "requested": "??"}, None),
    ],
)
def test_filters_narrow_the_list_down(law, several, drafter, signed_in, query, expected):
    response = signed_in(drafter).get(reverse("request_list"), query)

    names = {mla.reference: name for name, mla in several.items()}
    assert {names[found] for found in references(response)} == (
        set(several) if expected is None else expected
    )


def test_a_filter_by_drafter_knows_the_unit_only(law, several, drafter, colleague, outsider, signed_in):
    client = signed_in(drafter)

    theirs = client.get(reverse("request_list"), {"drafter": colleague.pk})
    elsewhere = client.get(reverse("request_list"), {"drafter": outsider.pk})

    assert references(theirs) == [several["late"].reference]
    assert len(references(elsewhere)) == len(several)
    assert str(outsider) not in elsewhere.content.decode()


@pytest.mark.parametrize(
    ("waits", "expected"),
    [
        ("returned", {"plain"}),
        ("fix", {"urgent"}),
        ("ready", {"plain"}),
        ("law", {"urgent"}),
        ("review", {"late"}),
        ("send", {"kept"}),
    ],
)
def test_a_filter_by_what_a_request_waits_for(
    law, several, drafter, supervisor, signed_in, waits, expected
):
    checked(several["plain"])
    summary = {"block": 2, "ask": 0, "warn": 0, "advise": 0, "met": 3, "total": 5}
    checked(several["urgent"], summary=summary, before_law={"block": 1})
    Review.objects.create(
        request=several["plain"], reviewer=supervisor, decision="returned", snapshot={}, revision=0
    )
    MLARequest.objects.filter(pk=several["late"].pk).update(state="in_review", submitted_at=timezone.now())
    MLARequest.objects.filter(pk=several["kept"].pk).update(
        state="approved", approved_by=supervisor, approved_digest="0" * 64
    )

    response = signed_in(drafter).get(reverse("request_list"), {"waits": waits})

    names = {mla.reference: name for name, mla in several.items()}
    assert {names[found] for found in references(response)} == expected


def test_what_was_returned_has_a_tab_of_its_own(law, several, drafter, supervisor, signed_in):
    Review.objects.create(
        request=several["plain"], reviewer=supervisor, decision="returned", snapshot={}, revision=0
    )

    response = signed_in(drafter).get(reverse("desk"), {"tab": "returned"})

    assert references(response) == [several["plain"].reference]
    assert [tab["count"] for tab in response.context["tabs"] if tab["current"]] == [1]


def test_the_nearest_deadline_stands_first_on_the_desk_and_on_the_list_when_asked(
    law, several, drafter, signed_in
):
    client = signed_in(drafter)

    desk, ordered = client.get(reverse("desk")), client.get(reverse("request_list"), {"sort": "deadline"})

    assert references(desk)[:3] == [several[name].reference for name in ("urgent", "kept", "heard")]
    assert references(ordered)[:2] == [several[name].reference for name in ("late", "urgent")]
    assert 'aria-sort="ascending"' in ordered.content.decode()


def test_filters_stay_in_the_addresses_of_tabs_and_pages(law, several, drafter, signed_in):
    page = signed_in(drafter).get(reverse("request_list"), {"urgency": "urgent", "q": "mailbox"})

    assert all("urgency=urgent" in tab["url"] and "q=mailbox" in tab["url"] for tab in page.context["tabs"])
    assert 'name="q" value="mailbox"' in page.content.decode()
    assert page.context["clear_url"] == "?q=mailbox"


def test_numbers_of_an_earlier_text_look_stale(law, mla, drafter, signed_in):
    checked(mla)
    client = signed_in(drafter)
    fresh = client.get(reverse("desk"))
    casework.save_section(mla, drafter, section="authority", base=0, values={"court": "Oslo"})

    stale = client.get(reverse("desk"))

    assert [row["stale"] for row in fresh.context["rows"]] == [False]
    assert [row["stale"] for row in stale.context["rows"]] == [True]
    assert b"Out of date" in stale.content
    assert b"Out of date" not in fresh.content
    assert stale.context["rows"][0]["step"] == "Go on drafting"


def test_numbers_look_stale_while_the_law_is_asked_again(law, mla, drafter, supervisor, signed_in):
    checked(mla)
    MLARequest.objects.filter(pk=mla.pk).update(state="in_review", submitted_at=timezone.now())

    check_runs.order_checks_of_drafts()

    queue = signed_in(supervisor).get(reverse("review_queue"))
    assert [row["stale"] for row in queue.context["rows"]] == [True]
    assert b"Out of date" in queue.content


def test_the_desk_tells_of_drafts_of_which_the_law_asks_more(law, mla, drafter, colleague, signed_in):
    run = checked(mla, summary={"block": 1, "met": 1, "total": 9, "ask": 0, "warn": 0}, rules_digest="old")
    assert signed_in(drafter).get(reverse("desk")).context["affected"] == []

    run.status, run.fence = "running", 1
    run.save()
    check_runs.run_check(run)

    run.refresh_from_db()
    told = signed_in(drafter).get(reverse("desk"))
    more = run.summary["block"] - 1
    assert [(line["reference"], line["more"]) for line in told.context["affected"]] == [
        (mla.reference, more)
    ]
    assert f"{more} more to fix" in told.content.decode()
    assert signed_in(colleague).get(reverse("desk")).context["affected"] == []


def test_a_saved_text_is_no_longer_told_of(law, mla, drafter, signed_in):
    checked(mla, summary={"block": 3, "met": 1, "total": 9, "ask": 0, "warn": 0}, before_law={"block": 1})
    client = signed_in(drafter)
    assert client.get(reverse("desk")).context["affected"][0]["text"] == "2 more to fix"

    casework.save_section(mla, drafter, section="authority", base=0, values={"court": "Oslo"})

    assert client.get(reverse("desk")).context["affected"] == []


@pytest.mark.parametrize(
    ("state", "block", "step"),
    [
        ("draft", 2, "Fix 2 points"),
        ("draft", 0, "Check and submit"),
        ("in_review", 0, "See where it stands"),
        ("approved", 0, "Send it"),
        ("withdrawn", 0, ""),
    ],
)
def test_each_row_names_its_next_step(law, mla, drafter, supervisor, signed_in, state, block, step):
    checked(mla, summary={"block": block, "met": 1, "total": 9, "ask": 0, "warn": 0})
    bound = {"approved_by": supervisor, "approved_digest": "0" * 64} if state == "approved" else {}
    MLARequest.objects.filter(pk=mla.pk).update(state=state, **bound)

    row = (
        signed_in(drafter).get(reverse("request_list"), {"tab": "", "q": mla.reference}).context["rows"][0]
    )

    assert row["step"] == step
