"""A release that says something else than a record of ours: shown, decided, and on record."""

import shutil

import pytest
from django.urls import reverse

from requests_app.models import AuditEvent
from treaties import curation, loader, releases, shipped
from treaties.models import Authority, LawFact, Proposal, ReleaseDecision, Requirement

pytestmark = pytest.mark.django_db

OURS, THEIRS = "Our own words.", "Words of the release."
OFFICE = 'id = "gbr-central-authority-1", '


@pytest.fixture
def release(law, tmp_path, monkeypatch):
    """The next shipped data: `say(file, old, new)` changes them, and they are loaded."""
    folder = shutil.copytree(shipped.DATA, tmp_path / "data")
    monkeypatch.setattr(shipped, "read", lambda *_, read=shipped.read: read(folder))

    def say(name: str, old: str, new: str) -> None:
        path = folder / name
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1))
        loader.load(folder)

    return say


@pytest.fixture
def ours(change, release) -> Proposal:
    """A rule of UNTOC in our words; the release has changed its own."""
    before = Requirement.objects.get(code="untoc-18-15-a").message
    proposal = change("requirement", of="untoc-18-15-a", message=OURS)
    release("instruments/untoc.toml", before, THEIRS)
    return proposal


def decide(client, proposal, choice, reason="It is clearer."):
    url = reverse("difference_decided", args=[proposal.pk])
    return client.post(url, {"choice": choice, "reason": reason})


def rule() -> Requirement:
    return Requirement.objects.get(code="untoc-18-15-a")


def test_a_release_does_not_overwrite_and_the_difference_is_shown(ours, desk_of_law):
    page = desk_of_law.get(reverse("law_differences")).content.decode()

    (found,) = releases.differences()
    (row,) = found.rows
    assert (found.proposal, str(row.row.pk)) == (ours, "untoc-18-15-a")
    assert ("message", OURS, THEIRS) in row.fields
    assert rule().message == OURS
    assert OURS in page
    assert THEIRS in page


def test_keeping_ours_is_on_record_and_asked_again_when_the_release_changes(ours, desk_of_law, release):
    decide(desk_of_law, ours, "keep")

    (found,) = releases.differences()
    assert (found.decision.reason, rule().message) == ("It is clearer.", OURS)
    assert AuditEvent.objects.filter(verb="law.kept").count() == 1
    release("instruments/untoc.toml", THEIRS, "Still other words.")
    assert [each.decision for each in releases.differences()] == [None]


def test_taking_the_release_needs_a_second_person(ours, desk_of_law, administrator):
    decide(desk_of_law, ours, "take")

    (found,) = releases.differences()
    assert (found.awaiting.number, rule().message) == (2, OURS)
    with pytest.raises(curation.SamePerson):
        curation.confirm(found.awaiting, administrator)


def test_what_was_taken_belongs_to_releases_again(ours, desk_of_law, second, release):
    decide(desk_of_law, ours, "take")
    curation.confirm(releases.differences()[0].awaiting, second)

    assert (rule().message, rule().origin, releases.differences()) == (THEIRS, LawFact.Origin.SHIPPED, [])
    release("instruments/untoc.toml", THEIRS, "Still other words.")
    assert rule().message == "Still other words."


def test_a_decision_needs_a_reason_and_is_made_once(ours, desk_of_law):
    response = decide(desk_of_law, ours, "keep", reason="")

    assert response.status_code == 422
    assert f"#reason-{ours.pk}" in response.content.decode()
    assert not ReleaseDecision.objects.exists()
    decide(desk_of_law, ours, "keep")
    decide(desk_of_law, ours, "keep")
    assert ReleaseDecision.objects.count() == 1


def test_only_administrators_decide(ours, drafter, signed_in):
    response = decide(signed_in(drafter), ours, "keep")

    assert response.status_code == 403
    assert not ReleaseDecision.objects.exists()


def test_an_office_can_be_taken_from_the_release_too(change, release, desk_of_law, second):
    proposal = change("authority", of="gbr-central-authority-1", email="ours@example.org")
    release("authorities.toml", OFFICE, f'{OFFICE}email = "theirs@example.org", ')
    decide(desk_of_law, proposal, "take")

    curation.confirm(releases.differences()[0].awaiting, second)

    row = Authority.objects.get(code="gbr-central-authority-1")
    assert (row.email, row.origin) == ("theirs@example.org", LawFact.Origin.SHIPPED)
