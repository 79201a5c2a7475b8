"""The pages of pasted rows: private, usable without a script, and nothing typed is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from requests_app import casework, paste_reading
from requests_app.background import jobs
from requests_app.casework import taking_rows
from requests_app.models import DataItem, Intake

LOG = "203.0.113.24:51834 2026-04-27 15:41:07 UTC\n10.0.0.1:1 2026-04-27 15:41:08 UTC\n=cmd|'/C calc'!A0"
HTMX = {"HX-Request": "true"}


def paste_url(mla):
    return reverse("paste", args=[mla.reference])


@pytest.fixture
def intake(law, mla, drafter) -> Intake:
    made = casework.stage_rows(mla, drafter, text=LOG, assumptions={})
    paste_reading.read_at_once(made)
    return made


def url(name, intake, *rest):
    return reverse(name, args=[intake.request.reference, intake.pk, *rest])


def test_a_small_paste_is_read_at_once(law, mla, drafter, signed_in):
    response = signed_in(drafter).post(paste_url(mla), {"text": LOG})

    made = Intake.objects.get(request=mla)
    assert response.url == url("intake", made)
    assert (made.status, made.rows.count()) == ("done", 3)


def test_a_large_paste_shows_how_far_it_is_and_then_its_rows(law, mla, drafter, signed_in):
    client = signed_in(drafter)
    client.post(paste_url(mla), {"text": "203.0.113.24 2026-04-27 15:41:07 UTC\n" * 201})
    made = Intake.objects.get(request=mla)

    waits = client.get(url("intake", made)).content.decode()
    paste_reading.read_at_once(made)
    ready = client.get(url("intake_progress", made), headers=HTMX)

    assert "0 of 201 lines read." in waits
    assert ready.headers["HX-Refresh"] == "true"


def test_a_file_is_read_whatever_its_encoding(law, mla, drafter, signed_in):
    file = SimpleUploadedFile("log.csv", "alex@example.org;Müller".encode("cp1252"))

    signed_in(drafter).post(paste_url(mla), {"file": file})

    made = Intake.objects.get(request=mla)
    assert (made.encoding, made.rows.get().original) == ("Windows-1252", "alex@example.org;Müller")


@pytest.mark.parametrize(
    "content, words",
    [
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8brest", "compressed"),
        (b" \n", "line"),
    ],
)
def test_what_is_no_text_is_refused_with_the_way_out(law, mla, drafter, signed_in, content, words):
    response = signed_in(drafter).post(paste_url(mla), {"file": SimpleUploadedFile("x.csv", content)})

    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Intake.objects.exists()


def test_too_many_lines_are_refused_and_stay_in_the_box(law, mla, drafter, signed_in):
    response = signed_in(drafter).post(paste_url(mla), {"text": "203.0.113.24\n" * 10_001})

    assert response.status_code == 422
    assert "10,001 lines" in response.content.decode()
    assert response.content.count(b"203.0.113.24") == 10_001


def test_the_rows_are_shown_as_text_with_their_reasons(intake, drafter, signed_in):
    content = signed_in(drafter).get(url("intake", intake)).content.decode()

    assert "=cmd|&#x27;/C calc&#x27;!A0" in content
    assert "This address is private or reserved" in content
    assert "Take 1 good row" in content


def test_a_line_is_mended_in_its_place_with_and_without_a_script(intake, drafter, signed_in):
    client, row = signed_in(drafter), intake.rows.get(line=2)
    values = {"type": "ip", "identifier": "203.0.113.9", "start": "2026-04-27 15:41:08", "zone": "UTC"}

    plain = client.post(url("staged_row", intake, row.pk), values)
    scripted = client.post(url("staged_row", intake, row.pk), values, headers=HTMX)

    assert plain.url == f"{url('intake', intake)}?page=1#line-2"
    assert b'id="line-2"' in scripted.content
    assert b'id="intake-counts" hx-swap-oob="true"' in scripted.content
    assert intake.rows.get(line=2).state == "good"


def test_a_value_that_no_field_takes_is_told_at_its_field(intake, drafter, signed_in):
    row = intake.rows.get(line=2)
    values = {"type": "ip", "identifier": "203.0.113.9", "start": "yesterday", "zone": "UTC"}

    response = signed_in(drafter).post(url("staged_row", intake, row.pk), values)

    assert response.status_code == 422
    assert b'value="yesterday"' in response.content
    assert intake.rows.get(line=2).state == "bad"


def test_taking_gives_all_rows_what_was_chosen(intake, mla, drafter, signed_in):
    signed_in(drafter).post(url("intake_take", intake), {"provider": "Ejemplo", "measures": ["m1"]})

    added = DataItem.objects.filter(request=mla).last()
    assert (added.identifier, added.port, added.provider, added.measures) == (
        "203.0.113.24",
        51834,
        "Ejemplo",
        ["m1"],
    )


def test_many_rows_are_taken_by_a_worker_while_the_page_waits(law, mla, drafter, signed_in):
    lines = (f"203.0.113.{n % 250 + 1}:{n + 1024} 2026-04-27 15:41:07Z" for n in range(201))
    made = casework.stage_rows(mla, drafter, text="\n".join(lines), assumptions={})
    paste_reading.read_at_once(made)
    client = signed_in(drafter)

    answers = [client.post(url("intake_take", made), {"provider": "Ejemplo"}) for _click in range(2)]
    waits = client.get(url("intake_progress", made), headers=HTMX).content.decode()
    jobs.work_one(Intake, made.pk, casework.work_on_paste)
    ready = client.get(url("intake_progress", made), headers=HTMX)
    page = client.get(url("intake", made)).content.decode()

    assert [answer.url for answer in answers] == [url("intake", made)] * 2
    assert "201 rows are being taken into the schedule." in waits
    assert ready.headers["HX-Refresh"] == "true"
    assert "201 taken" in page
    assert "Every row that can be taken is in the schedule." in page
    assert DataItem.objects.filter(request=mla, provider="Ejemplo").count() == 201


def test_the_page_says_why_no_row_was_taken(intake, drafter, signed_in):
    Intake.objects.filter(pk=intake.pk).update(refused=taking_rows.CHANGED)

    content = signed_in(drafter).get(url("intake", intake)).content.decode()

    assert "No row was taken." in content
    assert "The request was changed after you had ordered the rows to be taken." in content


def test_no_one_else_sees_or_changes_a_paste(intake, mla, outsider, supervisor, signed_in):
    row = intake.rows.get(line=2)
    gets = [url("intake", intake), url("intake_progress", intake), url("staged_row", intake, row.pk)]
    posts = [url(name, intake) for name in ("intake_assume", "intake_take", "intake_discard")] + [
        url("staged_row", intake, row.pk),
        url("staged_row_settle", intake, row.pk),
    ]

    client = signed_in(outsider)

    assert {client.get(address).status_code for address in [*gets, paste_url(mla)]} == {404}
    assert {client.post(address).status_code for address in posts} == {404}
    assert Intake.objects.filter(pk=intake.pk).exists()


@pytest.mark.parametrize("number", [1, 120])
def test_the_page_asks_the_same_however_long_the_paste_is(
    law, mla, drafter, signed_in, django_assert_num_queries, number
):
    made = casework.stage_rows(mla, drafter, text="203.0.113.24 x\n" * number, assumptions={})
    paste_reading.read_at_once(made)
    client = signed_in(drafter)
    client.get(url("intake", made))

    with django_assert_num_queries(QUERIES):
        client.get(url("intake", made))


QUERIES = 16


def test_each_word_for_a_zone_is_asked_by_itself_and_each_column_may_be_said(law, mla, drafter, signed_in):
    text = "IP,Alpha,Time\n203.0.113.7,198.51.100.4,2026-03-14 09:12:44 PST\n"
    text += "203.0.113.8,198.51.100.4,2026-03-14 09:12:44 WAT"
    made = casework.stage_rows(mla, drafter, text=text, assumptions={"zone": "UTC"})
    paste_reading.read_at_once(made)
    client = signed_in(drafter)

    page = client.get(url("intake", made)).content.decode()
    answers = {"zone": "UTC", "zone-PST": "-08:00", "zone-WAT": "+01:00", "column-1-2": "theirs"}
    client.post(url("intake_assume", made), answers)

    assert "Time zone that “PST” means" in page and "Time zone that “WAT” means" in page
    assert "Column 2: Alpha" in page and "by its heading" in page
    made.refresh_from_db()
    rows = made.rows.filter(state="good").values_list("identifier", "zone")
    assert list(rows) == [("203.0.113.7", "-08:00"), ("203.0.113.8", "+01:00")]
    assert made.assumptions["zones"] == {"PST": "-08:00", "WAT": "+01:00"}
    assert made.assumptions["roles"] == {"1:2": "theirs"}
    again = client.get(url("intake", made)).content.decode()
    assert "as you have said" in again


def test_columns_of_a_paste_that_was_read_before_they_were_kept_in_full_are_left_out(
    intake, drafter, signed_in
):
    Intake.objects.filter(pk=intake.pk).update(columns=["ip", "port"])

    assert "Column 1" not in signed_in(drafter).get(url("intake", intake)).content.decode()
