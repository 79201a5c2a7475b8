"""A new request: a State, what is needed, and one request however often the button is pressed."""

import re
import uuid

import pytest
from django.urls import reverse

from requests_app.models import LegalBasis, MLARequest
from requests_app.sections import usual_kinds, vocabulary
from tests.cast import CaseFactory, OfficerFactory, UnitFactory

pytestmark = pytest.mark.usefixtures("law")


def answers(**changes):
    return {
        "requested": "GBR",
        "kinds": ["preservation", "realtime_traffic"],
        "electronic_evidence": "yes",
        "title": "Mailbox",
        "case_reference": "2026-0417",
        "token": uuid.uuid4(),
    } | changes


def test_the_page_asks_in_plain_words_with_the_term_under_them(drafter, signed_in):
    page = signed_in(drafter).get(reverse("request_new")).content.decode()

    assert "Have stored data kept so that it is not deleted" in page
    assert "Expedited preservation of stored computer data" in page
    assert '<option value="GBR">United Kingdom</option>' in page


def test_a_request_is_started_with_a_measure_for_each_kind(drafter, signed_in):
    response = signed_in(drafter).post(reverse("request_new"), answers())

    mla = MLARequest.objects.get()
    assert response.headers["Location"] == reverse("section", args=[mla.reference, "basis"])
    assert (mla.requested, mla.author, mla.electronic_evidence) == ("GBR", drafter, "yes")
    assert [measure.kind for measure in mla.measure_set.all()] == ["preservation", "realtime_traffic"]


@pytest.mark.parametrize(
    ("requested", "said"),
    [("SJM", "parts of one State"), ("NOR", "A State does not send a request to itself.")],
)
def test_a_state_and_its_own_territory_are_no_pair(drafter, signed_in, requested, said):
    response = signed_in(drafter).post(reverse("request_new"), answers(requested=requested))

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not MLARequest.objects.exists()


def test_a_draft_between_parts_of_one_state_says_why_nothing_is_advised(drafter, signed_in):
    client = signed_in(drafter)
    client.post(reverse("request_new"), answers())
    MLARequest.objects.update(requested="SJM")

    page = client.get(reverse("section", args=[MLARequest.objects.get().reference, "basis"]))

    assert "parts of one State" in page.content.decode()


def test_two_clicks_start_one_request(drafter, signed_in):
    client, data = signed_in(drafter), answers()

    landed = {client.post(reverse("request_new"), data).headers["Location"] for _click in range(2)}

    assert MLARequest.objects.count() == 1
    assert len(landed) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"requested": ""}, {"requested": "ZZZ"}, {"kinds": []}, {"kinds": ["extradition"]}, {"title": "\0"}],
)
def test_what_cannot_be_read_starts_nothing_and_keeps_what_was_typed(drafter, signed_in, wrong):
    response = signed_in(drafter).post(reverse("request_new"), answers(**wrong))

    assert response.status_code == 422
    assert b"2026-0417" in response.content
    assert not MLARequest.objects.exists()


def test_a_restricted_case_of_the_unit_is_not_joined_by_guessing_its_number(unit, drafter, signed_in):
    CaseFactory(reference="2026-0417", unit=unit, restricted=True)

    response = signed_in(drafter).post(reverse("request_new"), answers())

    assert response.status_code == 422
    assert not MLARequest.objects.exists()


def test_the_same_number_in_another_unit_is_another_case(drafter, signed_in):
    CaseFactory(reference="2026-0417", unit=UnitFactory(code="fraud"))

    signed_in(drafter).post(reverse("request_new"), answers())

    assert MLARequest.objects.get().case.unit == drafter.unit


def test_the_bases_are_ranked_and_chosen(drafter, signed_in):
    client = signed_in(drafter)
    page = client.post(reverse("request_new"), answers(), follow=True).content.decode()
    mla = MLARequest.objects.get()

    chosen = {
        "main": "budapest",
        "beside-comity": "fallback",
        "beside-budapest": "additional",
    }
    response = client.post(
        reverse("section", args=[mla.reference, "basis"]),
        {"revision": mla.revision, **chosen, "then": "next"},
    )

    assert page.index("Budapest Convention") < page.index("Comity")
    assert response.headers["Location"] == reverse("section", args=[mla.reference, "authority"])
    assert list(mla.bases.values_list("instrument", "role", "articles")) == [
        ("budapest", "main", "29, 33"),
        ("comity", "fallback", ""),
    ]


def test_a_role_that_nobody_offers_is_no_choice(drafter, signed_in):
    client = signed_in(drafter)
    client.post(reverse("request_new"), answers())
    mla = MLARequest.objects.get()

    client.post(
        reverse("section", args=[mla.reference, "basis"]),
        {"revision": mla.revision, "main": "budapest", "beside-comity": "main"},
    )

    assert [basis.instrument for basis in mla.bases.all()] == ["budapest"]


def test_the_only_basis_can_be_taken_away(drafter, signed_in):
    client = signed_in(drafter)
    client.post(reverse("request_new"), answers())
    mla = MLARequest.objects.get()
    address = reverse("section", args=[mla.reference, "basis"])
    client.post(address, {"revision": 10**6, "beside-comity": "fallback", "bases-were": "-"})
    assert mla.bases.count() == 1

    client.post(address, {"revision": 10**6, "beside-comity": "", "bases-were": "- comity:fallback"})

    assert not mla.bases.exists()


def test_a_basis_that_is_not_open_stays_while_nobody_chooses(drafter, signed_in):
    """An imported request may cite any; no card offers it, so the page says nothing of it."""
    client = signed_in(drafter)
    client.post(reverse("request_new"), answers())
    mla = MLARequest.objects.get()
    LegalBasis.objects.create(request=mla, instrument="untoc", role="main", articles="18")
    address = reverse("section", args=[mla.reference, "basis"])
    page = client.get(address).content.decode()
    were = re.search(r'name="bases-were" value="([^"]*)"', page)[1]

    client.post(address, {"revision": 10**6, "title": "Another", "beside-comity": "", "bases-were": were})

    mla.refresh_from_db()
    assert mla.title == "Another"
    assert [basis.instrument for basis in mla.bases.all()] == ["untoc"]


def test_a_basis_that_is_not_open_cannot_be_chosen(drafter, signed_in):
    client = signed_in(drafter)
    client.post(reverse("request_new"), answers())
    mla = MLARequest.objects.get()

    client.post(
        reverse("section", args=[mla.reference, "basis"]), {"revision": mla.revision, "main": "untoc"}
    )

    assert not mla.bases.exists()


def test_another_state_shows_its_bases_before_anything_else(drafter, signed_in):
    client = signed_in(drafter)
    client.post(reverse("request_new"), answers())
    mla = MLARequest.objects.get()
    here = reverse("section", args=[mla.reference, "basis"])

    response = client.post(here, {"revision": mla.revision, "requested": "ESP", "then": "next"})

    mla.refresh_from_db()
    assert (mla.requested, response.headers["Location"]) == ("ESP", here)


def test_what_the_unit_asks_for_stands_first_and_the_others_are_folded(drafter, signed_in):
    client = signed_in(drafter)
    for number in range(2):
        client.post(
            reverse("request_new"), answers(kinds=["realtime_traffic"], case_reference=f"c{number}")
        )

    context = client.get(reverse("request_new")).context

    first = [choice["value"] for choice in context["usual"][0]["choices"]]
    others = [choice["value"] for group in context["groups"] for choice in group["choices"]]
    assert first[:2] == ["realtime_traffic", "preservation"]
    assert len(first) == usual_kinds.HOW_MANY
    assert not set(first) & set(others)
    assert set(first) | set(others) == {
        kind.code for _, kinds in vocabulary.current().groups() for kind in kinds
    }
    assert not context["unfolded"]


def test_the_kinds_that_another_unit_asks_for_do_not_stand_first(drafter, signed_in):
    signed_in(OfficerFactory(unit=UnitFactory(code="fish"))).post(
        reverse("request_new"), answers(kinds=["asset_return"])
    )

    context = signed_in(drafter).get(reverse("request_new")).context

    assert "asset_return" not in [choice["value"] for choice in context["usual"][0]["choices"]]


def test_a_ticked_kind_is_never_folded_away(drafter, signed_in):
    response = signed_in(drafter).post(
        reverse("request_new"), answers(kinds=["asset_return"], title="\0", token=uuid.uuid4())
    )

    assert response.status_code == 422
    assert response.context["unfolded"]
    assert '<details class="p-folded" id="all-kinds" open>' in response.content.decode()


def test_an_instrument_that_does_not_fit_is_folded_with_its_reason_unless_it_is_chosen(drafter, signed_in):
    client = signed_in(drafter)
    client.post(reverse("request_new"), answers(requested="BRA", kinds=["evidence_statements"]))
    mla = MLARequest.objects.get()
    page = reverse("section", args=[mla.reference, "basis"])

    before = client.get(page).context
    LegalBasis.objects.create(request=mla, instrument="budapest", role="main")
    after = client.get(page).context

    assert "budapest" in [card["value"] for card in before["bases_out"]]
    assert all(card["usable"] for card in before["bases"])
    assert "budapest" in [card["value"] for card in after["bases"]]
