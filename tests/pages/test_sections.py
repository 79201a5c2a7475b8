"""Pages of single answers: saved as they are typed, by whoever may, and never over somebody else's text."""

import datetime as dt

import pytest
from django.urls import reverse

from requests_app import snapshots
from requests_app.models import AuditEvent, MLARequest
from requests_app.sections import SECTIONS

HTMX = {"HX-Request": "true"}


def url(mla: MLARequest, slug: str) -> str:
    return reverse("section", args=[mla.reference, slug])


def again(mla: MLARequest) -> MLARequest:
    return MLARequest.objects.get(pk=mla.pk)


@pytest.mark.parametrize("slug", [section.slug for section in SECTIONS])
def test_whoever_works_on_the_case_reads_every_page(mla, drafter, supervisor, outsider, signed_in, slug):
    answers = [
        signed_in(officer).get(url(mla, slug)).status_code for officer in (drafter, supervisor, outsider)
    ]

    assert answers == [200, 200, 404]


def test_a_script_gets_a_fragment_with_the_new_revision(mla, drafter, signed_in):
    data = {"revision": mla.revision, "nature": "Armed robbery of a fictional bank."}

    response = signed_in(drafter).post(url(mla, "authority"), data, headers=HTMX)

    assert response.status_code == 200
    assert b"<html" not in response.content
    assert b'value="1" id="revision-section" hx-swap-oob="true"' in response.content
    assert again(mla).nature == "Armed robbery of a fictional bank."


@pytest.mark.parametrize(
    ("then", "leads_to"),
    [("next", "steps"), ("", "authority"), ("overview", None), ("nonsense", "authority")],
)
def test_a_form_is_redirected(mla, drafter, signed_in, then, leads_to):
    response = signed_in(drafter).post(
        url(mla, "authority"), {"revision": 0, "court": "Oslo", "then": then}
    )

    target = url(mla, leads_to) if leads_to else reverse("request", args=[mla.reference])
    assert (response.status_code, response.headers["Location"]) == (302, target)


def test_wrong_values_keep_nothing_else_back_and_are_shown_again(mla, drafter, signed_in):
    data = {
        "revision": 0,
        "next_date": "31.02.2026",
        "requesting_email": "nobody at example",
        "court": "Fictional District Court",
    }

    response = signed_in(drafter).post(url(mla, "authority"), data)

    saved = again(mla)
    assert response.status_code == 422
    assert (saved.court, saved.next_date, saved.requesting_email) == ("Fictional District Court", None, "")
    assert b'value="31.02.2026"' in response.content
    assert b'value="nobody at example"' in response.content
    assert b"There is no such day" in response.content
    assert b"is not an e-mail address" in response.content


def test_an_autosave_with_a_wrong_value_says_so_at_the_field(mla, drafter, signed_in):
    data = {"revision": 0, "next_date": "soon", "court": "Fictional District Court"}

    response = signed_in(drafter).post(url(mla, "authority"), data, headers=HTMX)

    assert response.status_code == 200
    assert b'id="id_next_date_error" hx-swap-oob="true"' in response.content
    assert b"except 1 answer that cannot be read" in response.content
    assert again(mla).court == "Fictional District Court"


@pytest.mark.parametrize(
    "typed",
    [
        "2026-06-14",
        "14.06.2026",
        "14 June 2026",
        "June 14, 2026",
        "14 juin 2026",
        "14 de junio de 2026",
        "١٤ يونيو 2026",
        "06/14/2026",
        "2026/06/14",
    ],
)
def test_a_day_may_be_written_in_ways_that_mean_one_day(mla, drafter, signed_in, typed):
    signed_in(drafter).post(url(mla, "authority"), {"revision": 0, "next_date": typed})

    assert again(mla).next_date == dt.date(2026, 6, 14)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("03/04/2026", "This can be two days: 3 April 2026 / 4 March 2026."),
        ("1.11.26", "Write the year with four figures"),
        ("2026-02-31", "There is no such day."),
        ("2026-06-14 09:30", "Give the day alone, without a time of the clock: 2026-06-14."),
        ("1793491200", "This is not a date."),
        ("soon", "This is not a date."),
        ("14 June 2026 " * 20, "This is not a date."),
    ],
)
def test_a_day_that_is_not_one_day_is_refused_with_the_reason(mla, drafter, signed_in, typed, said):
    response = signed_in(drafter).post(url(mla, "authority"), {"revision": 0, "next_date": typed})

    assert again(mla).next_date is None
    assert said in response.content.decode()


@pytest.mark.parametrize("hidden", ["\0", "\u202e", "\u2066", "\x1b", "\ufeff", "\u00ad", "\U000e0041"])
def test_hidden_characters_are_refused_at_the_field(mla, drafter, signed_in, hidden):
    data = {"revision": 0, "nature": f"Pay{hidden}ment", "court": "Fictional District Court"}

    response = signed_in(drafter).post(url(mla, "authority"), data)

    saved = again(mla)
    assert response.status_code == 422
    assert (saved.nature, saved.court) == ("", "Fictional District Court")


@pytest.mark.parametrize("name", ["Łukasz Żółć", "محمد", "می‌خواهم", "张伟", "O’Neill", "Нина", "न्यायालय"])
def test_names_of_the_world_pass(mla, drafter, signed_in, name):
    response = signed_in(drafter).post(url(mla, "authority"), {"revision": 0, "requesting_name": name})

    assert (response.status_code, again(mla).requesting_name) == (302, name)


def test_a_stale_form_gets_both_texts_and_overwrites_nothing(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(
        url(mla, "authority"), {"revision": 0, "nature": "The text of the colleague."}
    )

    response = signed_in(drafter).post(url(mla, "authority"), {"revision": 0, "nature": "My own text."})

    assert response.status_code == 409
    assert b"Colleague Fictional saved this section" in response.content
    assert b"The text of the colleague." in response.content
    assert b'name="mine-nature" rows="6">My own text.</textarea>' in response.content
    assert again(mla).nature == "The text of the colleague."


def test_a_stale_autosave_says_so_and_keeps_its_old_revision(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(
        url(mla, "authority"), {"revision": 0, "nature": "The text of the colleague."}
    )

    data = {"revision": 0, "nature": "My own text."}
    response = signed_in(drafter).post(url(mla, "authority"), data, headers=HTMX)

    assert response.status_code == 409
    assert b"Not saved" in response.content
    assert b'id="revision-section"' not in response.content
    assert again(mla).nature == "The text of the colleague."


def test_of_both_texts_each_answer_is_chosen_apart(mla, drafter, colleague, signed_in):
    theirs = {"revision": 0, "nature": "Their nature.", "court": "Their court"}
    signed_in(colleague).post(url(mla, "authority"), theirs)
    chosen = {
        "revision": again(mla).revision,
        "resolving": "1",
        "mine-nature": "My nature.",
        "choose-nature": "mine",
        "mine-court": "My court",
        "choose-court": "theirs",
    }

    response = signed_in(drafter).post(url(mla, "authority"), chosen)

    saved = again(mla)
    assert response.status_code == 302
    assert (saved.nature, saved.court) == ("My nature.", "Their court")


def test_work_on_another_page_is_no_conflict(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(url(mla, "procedures"), {"revision": 0, "costs": "None are expected."})

    response = signed_in(drafter).post(url(mla, "authority"), {"revision": 0, "court": "Oslo"})

    assert response.status_code == 302
    assert (again(mla).costs, again(mla).court) == ("None are expected.", "Oslo")


def test_the_same_save_twice_is_one_event(mla, drafter, signed_in):
    client = signed_in(drafter)

    for _click in range(2):
        client.post(url(mla, "authority"), {"revision": 0, "court": "Oslo"})

    assert AuditEvent.objects.filter(verb="section.saved").count() == 1


@pytest.mark.parametrize("slug", [section.slug for section in SECTIONS if section.form])
def test_only_the_fields_of_the_page_are_written(mla, drafter, outsider, signed_in, slug):
    """Whatever else is sent: the state, the author, the digests, the answers of another page."""
    form = next(section.form for section in SECTIONS if section.slug == slug)
    columns = {field.name for field in MLARequest._meta.concrete_fields}
    foreign = columns - set(form.base_fields) - {"revision", "section_revisions", "updated_at"}
    before = MLARequest.objects.values(*foreign).get(pk=mla.pk)
    stranger = dict.fromkeys(foreign, "closed") | {"author": outsider.pk, "id": 999, "case": 999}

    signed_in(drafter).post(url(mla, slug), stranger | {"revision": 0})

    assert MLARequest.objects.values(*foreign).get(pk=mla.pk) == before


@pytest.mark.parametrize("slug", [section.slug for section in SECTIONS if section.form])
def test_a_page_sent_empty_leaves_a_request_that_can_be_read(mla, drafter, signed_in, slug):
    form = next(section.form for section in SECTIONS if section.slug == slug)

    signed_in(drafter).post(url(mla, slug), dict.fromkeys(form.base_fields, "") | {"revision": 0})

    assert snapshots.of(again(mla)).proceedings.request_status == "new"


def test_nobody_changes_a_text_that_is_in_review(mla, drafter, signed_in):
    MLARequest.objects.filter(pk=mla.pk).update(state="in_review", submitted_digest="0" * 64)

    client = signed_in(drafter)
    page = client.get(url(mla, "authority"))
    response = client.post(url(mla, "authority"), {"revision": 0, "court": "Oslo"})

    assert (page.status_code, response.status_code, again(mla).court) == (200, 403, "")
    assert b"<fieldset disabled>" in page.content


def test_a_page_costs_a_fixed_number_of_queries(law, mla, drafter, signed_in, django_assert_num_queries):
    client = signed_in(drafter)
    client.get(url(mla, "authority"))

    with django_assert_num_queries(QUERIES_OF_A_PAGE):
        client.get(url(mla, "authority"))


QUERIES_OF_A_PAGE = 19
