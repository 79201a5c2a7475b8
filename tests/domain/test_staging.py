"""Pasted rows: nothing is lost, nothing enters the request by itself, and twice clicked is once."""

import uuid

import pytest

from requests_app import casework, paste_reading
from requests_app.background import jobs
from requests_app.casework import Choice, NotAllowed
from requests_app.intake.text import TooMuch
from requests_app.models import AuditEvent, CheckRun, DataItem, Intake, MLARequest, StagedRow

pytestmark = pytest.mark.django_db

LOG = (
    "IP;Port;Time;Time zone\n"
    "203.0.113.24;51834;2026-04-27 15:41:07;Europe/Madrid\n"
    "203.0.113.25;;2026-04-27 15:41:08;Europe/Madrid\n"
    "10.0.0.1;51834;2026-04-27 15:41:09;Europe/Madrid\n"
    "203.0.113.24;51834;2026-04-27 13:41:07;UTC\n"
    "203.0.113.26;51834;2026-10-25 02:30:00;Europe/Madrid\n"
)

STATES = list(enumerate(["no_data", "good", "good", "bad", "good", "look"], start=1))


def paste(mla, officer, text=LOG, **said) -> Intake:
    intake = casework.stage_rows(mla, officer, text=text, assumptions=said)
    paste_reading.read_at_once(intake)
    return intake


def states(intake) -> list[tuple[int, str]]:
    return list(intake.rows.values_list("line", "state"))


def take(mla, officer, intake, **choice) -> int:
    return casework.take_rows(mla, officer, intake=intake, choice=Choice(**choice))


def test_each_line_is_staged_with_what_it_needs_and_the_request_is_untouched(mla, drafter):
    intake = paste(mla, drafter)

    mla.refresh_from_db()
    assert states(intake) == [
        (1, "no_data"),
        (2, "good"),
        (3, "good"),
        (4, "bad"),
        (5, "good"),
        (6, "look"),
    ]
    assert intake.rows.get(line=5).duplicate_of == "line 2"
    assert (mla.revision, DataItem.objects.filter(request=mla).count()) == (0, 1)


def test_the_good_rows_are_taken_at_once(mla, drafter):
    intake = paste(mla, drafter)

    taken = take(mla, drafter, intake, common={"provider": "Ejemplo Telecom", "measures": ["m1"]})

    mla.refresh_from_db()
    rows = DataItem.objects.filter(request=mla).values_list("key", "identifier", "port", "zone", "provider")
    assert taken == 2
    assert list(rows)[1:] == [
        ("d2", "203.0.113.24", 51834, "Europe/Madrid", "Ejemplo Telecom"),
        ("d3", "203.0.113.25", None, "Europe/Madrid", "Ejemplo Telecom"),
    ]
    assert mla.revision == 1
    assert CheckRun.objects.filter(request=mla, revision=1).count() == 1
    assert AuditEvent.objects.filter(verb="rows.taken").count() == 1


def test_twice_clicked_takes_once(mla, drafter):
    intake = paste(mla, drafter)

    assert [take(mla, drafter, intake), take(mla, drafter, intake)] == [2, 0]
    mla.refresh_from_db()
    assert (mla.revision, DataItem.objects.filter(request=mla).count()) == (1, 3)


def test_doubtful_rows_and_duplicates_are_taken_when_chosen(mla, drafter):
    intake = paste(mla, drafter)

    assert take(mla, drafter, intake, doubtful=True, duplicates=True) == 4


def test_a_row_that_is_in_the_schedule_already_is_shown_as_such(mla, drafter):
    take(mla, drafter, paste(mla, drafter))

    again = paste(mla, drafter)

    assert again.rows.get(line=2).duplicate_of == "row 2"
    assert take(mla, drafter, again) == 0


def test_a_paste_sent_twice_is_one(mla, drafter):
    token = uuid.uuid4()
    both = [casework.stage_rows(mla, drafter, text=LOG, assumptions={}, token=token) for _click in range(2)]

    assert both[0] == both[1]
    assert AuditEvent.objects.filter(verb="rows.staged").count() == 1


def test_a_mended_row_is_judged_again_and_survives_another_reading(mla, drafter):
    intake = paste(mla, drafter)
    row = intake.rows.get(line=4)
    values = {"type": "ip", "identifier": "203.0.113.27", "port": 51834, "zone": "Europe/Madrid"}

    casework.mend_row(mla, drafter, row=row, values=values | {"start": "2026-04-27 15:41:09", "end": ""})
    casework.assume(mla, drafter, intake=intake, assumptions={"zone": "UTC"})
    paste_reading.read_at_once(intake)

    row = intake.rows.get(line=4)
    assert (row.state, row.identifier, row.original) == (
        "good",
        "203.0.113.27",
        "10.0.0.1;51834;2026-04-27 15:41:09;Europe/Madrid",
    )


def test_what_is_mended_badly_stays_bad(mla, drafter):
    intake = paste(mla, drafter)
    values = {"type": "ip", "identifier": "100.64.0.9", "port": None, "zone": "UTC"}

    row = casework.mend_row(
        mla,
        drafter,
        row=intake.rows.get(line=4),
        values=values | {"start": "2026-04-27 15:41:09", "end": ""},
    )

    assert row.state == "bad"
    assert "carrier-grade NAT" in row.problems[0]


def test_one_answer_settles_all_lines(mla, drafter):
    intake = paste(mla, drafter, "203.0.113.24 03/04/2026 10:00:00\n203.0.113.25 05/04/2026 10:00:00")
    assert intake.asks == {"order": 2}

    casework.assume(mla, drafter, intake=intake, assumptions={"order": "day", "zone": "Europe/Oslo"})
    paste_reading.read_at_once(intake)

    rows = list(intake.rows.values_list("start", "zone", "state"))
    assert rows == [
        ("2026-04-03 10:00:00", "Europe/Oslo", "good"),
        ("2026-04-05 10:00:00", "Europe/Oslo", "good"),
    ]


def test_set_aside_and_brought_back(mla, drafter):
    intake = paste(mla, drafter)
    row = intake.rows.get(line=2)

    aside = casework.settle_row(mla, drafter, row=row, aside=True)
    assert (aside.state, take(mla, drafter, intake)) == ("aside", 2)
    back = casework.settle_row(mla, drafter, row=row, aside=False)

    assert back.state == "good"


def test_a_doubtful_row_can_be_confirmed_and_a_bad_one_cannot(mla, drafter):
    intake = paste(mla, drafter)

    rows = [
        casework.settle_row(mla, drafter, row=intake.rows.get(line=line), aside=False) for line in (6, 4)
    ]

    assert [row.state for row in rows] == ["good", "bad"]


def test_nobody_else_stages_mends_takes_or_discards(mla, drafter, outsider):
    intake = paste(mla, drafter)
    row = intake.rows.get(line=4)

    for act in (
        lambda: casework.stage_rows(mla, outsider, text=LOG, assumptions={}),
        lambda: casework.assume(mla, outsider, intake=intake, assumptions={}),
        lambda: casework.mend_row(mla, outsider, row=row, values={}),
        lambda: casework.settle_row(mla, outsider, row=row, aside=True),
        lambda: take(mla, outsider, intake),
        lambda: casework.discard_intake(mla, outsider, intake=intake),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert states(intake) == states(Intake.objects.get())


def test_rows_of_another_request_are_not_taken(mla, drafter):
    intake = paste(mla, drafter)
    other = MLARequest.objects.create(
        reference="MLA-2026-8001", requesting="NOR", author=drafter, case=mla.case
    )

    with pytest.raises(Intake.DoesNotExist):
        take(other, drafter, intake)


def test_more_than_a_paste_may_hold_is_refused_and_says_so(mla, drafter):
    with pytest.raises(TooMuch, match="10,001 lines"):
        casework.stage_rows(mla, drafter, text="203.0.113.24\n" * 10_001, assumptions={})


def test_a_worker_that_lost_the_job_writes_no_rows(mla, drafter):
    intake = casework.stage_rows(mla, drafter, text=LOG, assumptions={})
    job = jobs.claim(Intake, intake.pk)
    Intake.objects.filter(pk=intake.pk).update(fence=job.fence + 1)

    with pytest.raises(jobs.LeaseLost):
        paste_reading.read(job)

    assert not StagedRow.objects.exists()


def test_an_interrupted_reading_begins_again_and_doubles_nothing(mla, drafter):
    intake = paste(mla, drafter)
    Intake.objects.filter(pk=intake.pk).update(status="queued")

    paste_reading.read_at_once(intake)

    assert states(intake) == [
        (1, "no_data"),
        (2, "good"),
        (3, "good"),
        (4, "bad"),
        (5, "good"),
        (6, "look"),
    ]


def test_characters_that_no_database_keeps_are_shown_and_lose_no_line(mla, drafter):
    intake = paste(mla, drafter, "203.0.113.24 2026-04-27T15:41:07Z\x00\x00\n\x00=cmd|'/C calc'!A0\n\ud800")

    rows = list(intake.rows.values_list("line", "state", "original"))
    assert rows == [
        (1, "good", "203.0.113.24 2026-04-27T15:41:07Z␀␀"),
        (2, "bad", "␀=cmd|'/C calc'!A0"),
        (3, "bad", "\ufffd"),
    ]
