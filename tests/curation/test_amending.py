"""A form that amends begins with what stands, and keeps what it does not ask for."""

from datetime import date

import pytest
from django.urls import reverse

from tests.curation.conftest import filled
from treaties import curation, current, loader, relations, requirements
from treaties.models import (
    AcceptedLanguages,
    Authority,
    Declaration,
    Instrument,
    Participation,
    Requirement,
    Threshold,
    TreatyAct,
)

pytestmark = pytest.mark.django_db


def form_of(client, kind, of):
    return client.get(reverse("proposal_new", args=[kind]), {"of": of}).context["form"]


def test_the_form_is_filled_with_what_stands(desk_of_law):
    form = form_of(desk_of_law, "requirement", "us-law-3512-years")

    row = Requirement.objects.get(code="us-law-3512-years")
    shown = {field.name: field.value() for field in form if field.value() not in (None, "")}
    assert shown == {
        "state": "USA",
        "id": row.code,
        "provision": row.provision,
        "message": row.message,
        "level": row.level,
        "kinds": row.kinds,
        "fields_of_draft": row.fields,
        "check_name": "penalty_at_least",
        "parameter": "1.002",
        "source": row.source,
        "confidence": row.confidence,
        "verified": row.verified,
    }
    assert {field.name for field in form if field.field.disabled} == {"id", "state", "instrument"}


def test_an_amended_rule_keeps_what_the_form_does_not_ask_for(change):
    """Its conditions, whom it concerns, languages by State, kinds that it excepts."""
    for code in ("us-nl-1981-6-4", "us-ch-1973-30-1", "untoc-18-15-c", "us-law-nondisclosure"):
        before = Requirement.objects.values().get(code=code)

        change("requirement", of=code, message="Our own words.")

        after = Requirement.objects.values().get(code=code)
        told = {"message", "origin", "source", "confidence", "verified", "as_of"}
        assert {key for key in before if before[key] != after[key]} <= told, code
        assert after["message"] == "Our own words."


def test_an_amendment_holds_the_rule_alone_and_its_export_the_whole_file(propose):
    proposal = propose("requirement", of="untoc-18-15-a", message="Our own words.")

    exported = curation.exported(proposal.content)

    assert proposal.content.startswith('amends = "untoc"')
    assert proposal.content.count("[[requirement]]") == 1
    assert 'id = "untoc"' in exported
    assert "Our own words." in exported
    of_list = Requirement.objects.filter(instrument="untoc", state=None)
    assert exported.count("[[requirement]]") == of_list.count()


@pytest.mark.parametrize(
    ("kind", "of", "changes", "model", "field", "value"),
    [
        ("declaration", "JPN:budapest:27(9)(e)", {"text": "Our reading."}, Declaration, "text",
         "Our reading."),
        ("authority", "gbr-central-authority-1", {"email": "new@example.org"}, Authority, "email",
         "new@example.org"),
        ("state_rule", "CHE", {"languages": "de, fr"}, AcceptedLanguages, "languages", ["de", "fr"]),
        ("threshold", "CHE:0", {"test": "Our reading."}, Threshold, "test", "Our reading."),
        ("participation", "budapest:NZL", {"in_force": "2025-12-02"}, Participation, "in_force_from",
         date(2025, 12, 2)),
        ("treaty", "us-nl-1981", {"name": "Our name"}, Instrument, "name", "Our name"),
    ],
)  # fmt: skip
def test_each_kind_is_amended_from_what_stands(change, kind, of, changes, model, field, value):
    before = model.objects.values().get(pk=of)

    change(kind, of=of, **changes)

    after = model.objects.values().get(pk=of)
    told = {field, "origin", "source", "confidence", "verified", "as_of", "remarks"}
    assert {key for key in before if before[key] != after[key]} <= told
    assert after[field] == value
    assert not loader.load().is_change


def test_a_withdrawal_is_added_to_what_stands(change):
    change("participation", of="budapest:NZL", action="withdrawal", on="2027-06-30", in_force=None)

    acts = TreatyAct.objects.filter(instrument="budapest", state="NZL").values_list("action", flat=True)
    standing = relations.standing("budapest", "NZL", date(2027, 7, 1), law=current.read("now"))
    assert {"accession", "withdrawal"} <= set(acts)
    assert standing.status is relations.Status.ENDED


def test_a_suspension_and_a_resumption_are_added_to_what_stands(change):
    change("participation", of="budapest:NZL", action="suspension", on="2027-01-01", in_force=None)
    change("participation", of="budapest:NZL", action="resumption", on="2027-03-01", in_force=None)
    change("participation", of="budapest:NZL", action="suspension", on="2027-05-01", in_force=None)

    law = current.read("now")
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 28), date(2027, 3, 1), date(2027, 5, 1))
    found = [relations.standing("budapest", "NZL", day, law=law).status for day in days]
    assert found == ["in_force", "suspended", "suspended", "in_force", "suspended"]


def test_two_acts_keep_their_own_sources(change):
    change("participation", of="budapest:NZL", in_force="2025-12-02", source="First source")
    change("participation", of="budapest:NOR", in_force="2006-10-02", source="Second source")

    sources = TreatyAct.objects.filter(source__endswith="source").values_list("state", "source")
    assert dict(sources) == {"NZL": "First source", "NOR": "Second source"}


def asked_of_emirates() -> list:
    return list(
        requirements.for_request(
            requesting="GBR",
            requested="ARE",
            bases=["bilateral-are-gbr"],
            kinds=["documents_records"],
            on=date(2026, 11, 25),
            law=current.read("now"),
        )
    )


TEXT = {"offer_article": "1", "offers": ["documents_records"], "contents_article": "5"}


def test_a_treaty_known_by_name_gets_its_text(change):
    before = asked_of_emirates()

    change(
        "treaty", of="bilateral-are-gbr", in_force="2008-04-02", requirements=["facts", "urgency"], **TEXT
    )

    assert {each.citation.instrument for each in before} == {"un-model"}
    codes = [each.code for each in asked_of_emirates()]
    assert codes == ["bilateral-are-gbr-facts", "bilateral-are-gbr-urgency"]
    assert not Instrument.objects.get(code="bilateral-are-gbr").text_needed


def test_nothing_that_stands_is_taken_away_by_unticking(change, desk_of_law):
    change("treaty", of="bilateral-are-gbr", in_force="2008-04-02", requirements=["facts"], **TEXT)
    url = reverse("proposal_new", args=["treaty"]) + "?of=bilateral-are-gbr"

    response = desk_of_law.post(url, {**TEXT, "requirements": ["urgency"], "propose": "1"})

    assert "requirements" in response.context["form"].errors


def test_what_stands_already_is_no_proposal(desk_of_law):
    url = reverse("proposal_new", args=["authority"]) + "?of=gbr-central-authority-1"

    response = desk_of_law.post(url, filled(desk_of_law, url) | {"reason": "Again.", "propose": "1"})

    assert response.context["form"].non_field_errors() == ["This is what stands already. Change something."]


@pytest.mark.parametrize(
    "kind",
    ["treaty", "participation", "declaration", "requirement", "authority", "state_rule", "threshold"],
)
def test_what_does_not_stand_cannot_be_amended(desk_of_law, kind):
    response = desk_of_law.get(reverse("proposal_new", args=[kind]), {"of": "nothing:like:that"})

    assert response.status_code == 404
