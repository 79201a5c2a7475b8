"""A treaty in the browser, by two administrators; what one alone cannot do; what a release leaves alone."""

import shutil
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from requests_app.models import AuditEvent, Officer
from tests.cast import OfficerFactory
from treaties import curation, current, loader, requirements, shipped, version
from treaties.models import Instrument, LawFact, Participation, Proposal, Requirement

pytestmark = pytest.mark.django_db

TREATY = {
    "id": "no-ke-2026",
    "name": "Fictional Norway-Kenya treaty",
    "title": "Fictional treaty on mutual assistance in criminal matters",
    "first_state": "NOR",
    "second_state": "KEN",
    "adopted": "2026-01-10",
    "in_force": "2026-06-01",
    "offer_article": "1",
    "offers": ["preservation", "subscriber_info"],
    "contents_article": "5(2)",
    "requirements": ["facts", "urgency"],
    "source": "Fictional gazette 12",
    "confidence": "high",
    "verified": "text",
    "reason": "It entered into force.",
}


@pytest.fixture
def second(law) -> Officer:
    return OfficerFactory(username="second", role=Officer.Role.ADMINISTRATOR, unit=None)


@pytest.fixture
def proposal(law, administrator, signed_in) -> Proposal:
    response = signed_in(administrator).post(reverse("proposal_new", args=["treaty"]), proposing())

    assert response.status_code == 302, response.context["form"].errors
    return Proposal.objects.get()


def proposing(**changes):
    return TREATY | {"propose": "1"} | changes


def asked() -> list[tuple]:
    """What the law asks of a request of Norway to Kenya under the treaty."""
    found = requirements.for_request(
        requesting="NOR",
        requested="KEN",
        bases=["no-ke-2026"],
        kinds=["preservation"],
        on=date(2026, 11, 25),
        law=current.read("now"),
    )
    return list(found)


def test_a_proposal_alone_changes_nothing(proposal):
    before = version.loaded()

    assert (proposal.state, proposal.number, version.loaded()) == ("proposed", 1, before)
    assert not Instrument.objects.filter(code="no-ke-2026").exists()
    assert AuditEvent.objects.filter(verb="law.proposed").count() == 1


def test_nobody_confirms_a_proposal_of_their_own(proposal, administrator, signed_in):
    response = signed_in(administrator).post(reverse("proposal_confirm", args=[proposal.pk]))

    proposal.refresh_from_db()
    assert (response.status_code, proposal.state) == (422, "proposed")
    assert not Instrument.objects.filter(code="no-ke-2026").exists()


def test_the_database_knows_two_persons_too(proposal, administrator):
    own = Proposal.objects.filter(pk=proposal.pk)

    with pytest.raises(IntegrityError, match="treaties_proposal_two_persons"), transaction.atomic():
        own.update(state="confirmed", decided_by=administrator, decided_at=timezone.now())


def test_a_second_person_makes_it_law(proposal, second, signed_in):
    before = version.loaded()

    signed_in(second).post(reverse("proposal_confirm", args=[proposal.pk]))

    proposal.refresh_from_db()
    row = Instrument.objects.get(code="no-ke-2026")
    assert (proposal.state, proposal.decided_by, row.origin) == ("confirmed", second, LawFact.Origin.LOCAL)
    assert set(Participation.objects.filter(instrument=row).values_list("state", "bound")) == {
        ("NOR", True),
        ("KEN", True),
    }
    assert version.loaded() != before
    assert AuditEvent.objects.filter(verb="law.confirmed", actor=second).count() == 1


def test_a_decision_is_made_once(proposal, second, signed_in):
    client = signed_in(second)
    client.post(reverse("proposal_turn_down", args=[proposal.pk]))

    response = client.post(reverse("proposal_confirm", args=[proposal.pk]))

    proposal.refresh_from_db()
    assert (response.status_code, proposal.state) == (422, "rejected")


def test_a_data_file_and_the_browser_give_the_same_law(
    proposal, second, administrator, signed_in, tmp_path
):
    client = signed_in(second)
    with transaction.atomic():
        client.post(reverse("proposal_confirm", args=[proposal.pk]))
        by_browser = asked()
        exported = client.get(reverse("proposal_file", args=[proposal.pk])).content
        transaction.set_rollback(True)
    folder = shutil.copytree(shipped.DATA, tmp_path / "data")
    (folder / "instruments" / "no-ke-2026.toml").write_bytes(exported)

    loader.load(folder)

    codes = [each.code for each in by_browser]
    assert {"no-ke-2026-facts", "no-ke-2026-urgency"} <= set(codes)
    assert asked() == by_browser


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"id": "No KE"}, "id"),
        ({"id": "budapest"}, "id"),
        ({"second_state": "NOR"}, "second_state"),
        ({"second_state": "XXX"}, "second_state"),
        ({"in_force": "2026-13-01"}, "in_force"),
        ({"requirements": ["horoscope"]}, "requirements"),
        ({"offers": []}, "offers"),
        ({"contents_article": ""}, "contents_article"),
        ({"since": "2026-05-01", "until": "2026-04-01"}, "until"),
        ({"source": ""}, "source"),
        ({"reason": ""}, "reason"),
    ],
)
def test_bad_input_is_named_at_its_field(law, administrator, signed_in, wrong, field):
    response = signed_in(administrator).post(reverse("proposal_new", args=["treaty"]), proposing(**wrong))

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert not Proposal.objects.exists()


FACT = {name: TREATY[name] for name in ("source", "confidence", "verified", "reason")}


@pytest.mark.parametrize(
    ("kind", "answers", "written"),
    [
        (
            "participation",
            {"instrument": "budapest", "state": "KEN", "action": "accession", "on": "2026-01-01",
             "in_force": "2026-05-01"},
            {"budapest:KEN", "budapest:KEN:accession"},
        ),
        (
            "declaration",
            {"state": "KEN", "instrument": "untoc", "provision": "18(14)", "text": "English only."},
            {"KEN:untoc:18(14)"},
        ),
        (
            "requirement",
            {"instrument": "untoc", "id": "own-untoc-1", "provision": "18(15)", "message": "Say it.",
             "level": "recommended", "kinds": ["all"], "fields_of_draft": ["facts"],
             "check_name": "lead_time", "parameter": "30"},
            {"own-untoc-1"},
        ),
        (
            "requirement",
            {"state": "KEN", "id": "own-ken-1", "provision": "section 5", "message": "Say it.",
             "level": "mandatory", "kinds": ["all"], "fields_of_draft": ["facts"],
             "check_name": "answered"},
            {"own-ken-1"},
        ),
        (
            "authority",
            {"id": "ken-fictional-1", "state": "KEN", "function": "other", "office": "Fictional office",
             "languages": "en", "instruments": "untoc"},
            {"ken-fictional-1", "ken-fictional-1:untoc"},
        ),
        (
            "state_rule",
            {"state": "KEN", "languages": "en, sw", "possible": "yes", "no_treaty_rule": "Section 5."},
            {"KEN"},
        ),
    ],
)  # fmt: skip
def test_each_kind_writes_its_own_rows_and_no_other(
    law, administrator, second, signed_in, kind, answers, written
):
    response = signed_in(administrator).post(
        reverse("proposal_new", args=[kind]), FACT | {"propose": "1"} | answers
    )

    assert response.status_code == 302, response.context["form"].errors
    rows = curation.confirm(Proposal.objects.get(), second)
    assert {str(row.pk) for row in rows} == written
    assert {row.origin for row in rows} == {"local"}
    assert not loader.load().is_change


def test_an_amended_rule_of_a_shipped_instrument_keeps_the_others(law, administrator, second, signed_in):
    before = Requirement.objects.filter(instrument="untoc").count()
    answers = {
        "instrument": "untoc", "id": "untoc-18-15-a", "provision": "18(15)(a)", "message": "Our words.",
        "level": "mandatory", "kinds": ["all"], "fields_of_draft": ["facts"], "check_name": "answered",
    }  # fmt: skip
    signed_in(administrator).post(
        reverse("proposal_new", args=["requirement"]), FACT | {"propose": "1"} | answers
    )

    changes = curation.changes(Proposal.objects.get().content)
    rows = curation.confirm(Proposal.objects.get(), second)

    assert [(change.row.pk, change.is_new) for change in changes] == [("untoc-18-15-a", False)]
    assert [row.pk for row in rows] == ["untoc-18-15-a"]
    assert Requirement.objects.filter(instrument="untoc").count() == before


@pytest.mark.parametrize(
    ("kind", "answers", "field"),
    [
        ("requirement", {"instrument": "untoc", "id": "own-1", "provision": "99(1)", "message": "Say it.",
                         "level": "mandatory", "kinds": ["all"], "fields_of_draft": ["facts"],
                         "check_name": "answered"}, "provision"),
        ("requirement", {"state": "KEN", "id": "untoc-18-15-a", "provision": "5", "message": "Say it.",
                         "level": "mandatory", "kinds": ["all"], "fields_of_draft": ["facts"],
                         "check_name": "answered"}, "id"),
        ("requirement", {"state": "KEN", "id": "own-1", "provision": "5", "message": "Say it.",
                         "level": "mandatory", "kinds": ["all"], "fields_of_draft": ["facts"],
                         "check_name": "lead_time", "parameter": "soon"}, "parameter"),
        ("state_rule", {"state": "KEN", "languages": "English"}, "languages"),
        ("authority", {"id": "ken-1", "state": "KEN", "function": "other", "office": "Fictional office",
                       "instruments": "magna-carta"}, "instruments"),
        ("participation", {"instrument": "budapest", "state": "NOR", "action": "accession",
                           "on": "2026-01-01"}, "action"),
    ],
)  # fmt: skip
def test_what_the_data_files_refuse_comes_back_to_its_field(
    law, administrator, signed_in, kind, answers, field
):
    response = signed_in(administrator).post(
        reverse("proposal_new", args=[kind]), FACT | {"propose": "1"} | answers
    )

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_the_page_shows_what_would_change(proposal, second, signed_in):
    page = signed_in(second).get(reverse("proposal", args=[proposal.pk])).content.decode()

    assert "Fictional Norway-Kenya treaty" in page
    assert reverse("proposal_confirm", args=[proposal.pk]) in page
