"""Who submits or approves a request in which points stay open is told of them once, and it is kept."""

import datetime as dt

import pytest
from django.urls import reverse

from requests_app import casework, workflow
from requests_app.completeness import open_points
from requests_app.documents import letters
from requests_app.models import AuditEvent, MLARequest

State = MLARequest.State


def again(mla):
    return MLARequest.objects.get(pk=mla.pk)


def state(mla):
    return again(mla).state


@pytest.fixture
def lacking(complete_mla):
    """Nothing blocks it, and the next day in court has passed."""
    complete_mla.next_date = dt.date(2020, 1, 7)
    complete_mla.save()
    points = open_points.now(again(complete_mla))
    assert points.number, "the fixture leaves a point open"
    return again(complete_mla)


def submit(client, mla, **sent):
    return client.post(reverse("submit", args=[mla.reference]), sent)


def approve(client, mla, **sent):
    digest = letters.now(again(mla)).digest
    page = reverse("review", args=[mla.reference])
    return client.post(page, {"decision": "approve", "digest": digest} | sent)


def ticked(mla):
    return {"open_points": open_points.now(again(mla)).key, "with_open": "yes"}


def of_move(mla, action):
    return AuditEvent.objects.filter(reference=mla.reference, verb=f"request.{action}").latest("seq")


def test_submission_names_what_stays_open_and_asks_once(lacking, drafter, signed_in):
    client, points = signed_in(drafter), open_points.now(lacking)

    shown = client.get(reverse("check_answers", args=[lacking.reference])).content.decode()
    refused = submit(client, lacking)
    before = state(lacking)
    submit(client, lacking, **ticked(lacking))

    assert points.words() in shown
    assert 'name="with_open"' in shown
    assert refused.status_code == 422
    assert "Look at them again" in refused.content.decode()
    assert (before, state(lacking)) == (State.DRAFT, State.IN_REVIEW)
    assert of_move(lacking, "submit").detail["open_points"] == points.number


def test_a_tick_for_other_points_is_asked_again(lacking, drafter, signed_in):
    client, old = signed_in(drafter), ticked(lacking)
    MLARequest.objects.filter(pk=lacking.pk).update(purpose="For [name of the court].")
    assert open_points.now(again(lacking)).key != old["open_points"]

    refused = submit(client, lacking, **old)

    assert refused.status_code == 422
    assert state(lacking) == State.DRAFT


def test_approval_names_what_stays_open_and_asks_once(lacking, drafter, supervisor, signed_in):
    casework.submit(lacking, drafter, told=open_points.now(lacking).key)
    client = signed_in(supervisor)

    shown = client.get(reverse("review", args=[lacking.reference])).content.decode()
    refused = approve(client, lacking)
    before = state(lacking)
    approve(client, lacking, **ticked(lacking))

    assert 'name="with_open"' in shown
    assert refused.status_code == 422
    assert 'id="id_with_open_error"' in refused.content.decode()
    assert (before, state(lacking)) == (State.IN_REVIEW, State.APPROVED)
    assert of_move(lacking, "approve").detail["open_points"] == open_points.now(again(lacking)).number


def test_returning_asks_nothing_about_open_points(lacking, drafter, supervisor, signed_in):
    casework.submit(lacking, drafter, told=open_points.now(lacking).key)

    approve(signed_in(supervisor), lacking, decision="return", reasons="Say why it is needed.")

    assert state(lacking) == State.DRAFT


def test_a_command_is_held_to_it_as_a_page_is(lacking, drafter):
    with pytest.raises(workflow.NotTold):
        casework.submit(lacking, drafter)
    assert state(lacking) == State.DRAFT


def test_where_nothing_is_open_nothing_is_asked(complete_mla, drafter, signed_in):
    client = signed_in(drafter)

    shown = client.get(reverse("check_answers", args=[complete_mla.reference])).content.decode()
    submit(client, complete_mla)

    assert "with_open" not in shown
    assert state(complete_mla) == State.IN_REVIEW
    assert "open_points" not in of_move(complete_mla, "submit").detail


def test_the_history_says_with_how_many_points_it_went_on(lacking, drafter, signed_in):
    casework.submit(lacking, drafter, told=open_points.now(lacking).key)

    page = signed_in(drafter).get(reverse("request", args=[lacking.reference])).content.decode()

    assert "with 1 point open" in page


@pytest.mark.parametrize(
    ("number", "likely", "words"),
    [
        (0, 0, ""),
        (1, 0, "1 point stays open."),
        (27, 1, "27 points stay open, 1 of them is likely to be asked back."),
        (27, 6, "27 points stay open, 6 of them are likely to be asked back."),
    ],
)
def test_the_sentence_is_right_in_singular_and_plural(number, likely, words):
    assert open_points.OpenPoints(number, likely, "k").words() == words
