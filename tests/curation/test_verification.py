"""What somebody looked up: on record, shown, kept over a release, until the fact says something else."""

import shutil
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from requests_app import casework
from requests_app.models import AuditEvent, LegalBasis, MLARequest
from requests_app.workflow import NotAllowed
from tests.cast import CaseFactory, MLARequestFactory, UnitFactory, add_content
from treaties import current, loader, shipped, staleness, verification, version
from treaties.models import Authority, Instrument, Participation, Requirement, Verification
from treaties.staleness import Reason

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)
SOURCE = "Treaty Series 1234, read in the library"
ANSWERS = {"source": SOURCE, "verified": "text", "confidence": "high", "note": "Page 12."}
QUERIES = 27


def url_of(row) -> str:
    return reverse("law_fact", args=[verification.table(row), row.pk])


def rule() -> Requirement:
    """Mandatory, and nobody has read it."""
    return Requirement.objects.get(code="us-in-2001-4-2-a")


def known(row) -> tuple[str, str, str, str]:
    row.refresh_from_db()
    return row.source, row.confidence, row.verified, row.checked_by


def request_of(drafter, unit, requested: str, basis: str) -> MLARequest:
    case = CaseFactory(unit=unit)
    mla = MLARequestFactory(author=drafter, case=case, requesting="IND", requested=requested)
    LegalBasis.objects.create(request=mla, instrument=basis, role="main")
    return mla


def test_who_verified_what_against_which_source_is_on_record(desk_of_law, administrator):
    before = version.loaded()

    response = desk_of_law.post(url_of(rule()), ANSWERS)

    assert response.status_code == 302
    assert known(rule()) == (SOURCE, "high", "text", "Administrator Fictional")
    found = Verification.objects.get()
    assert (found.by, found.source, found.note) == (administrator, SOURCE, "Page 12.")
    assert found.before["verified"] == "memory"
    assert version.loaded() != before
    (event,) = AuditEvent.objects.filter(verb="law.verified", actor=administrator)
    assert (event.detail["record"], SOURCE in str(event.detail)) == ("requirement us-in-2001-4-2-a", False)


def test_it_is_shown_with_the_fact(desk_of_law):
    desk_of_law.post(url_of(rule()), ANSWERS)

    page = desk_of_law.get(url_of(rule())).content.decode()
    instrument = desk_of_law.get(reverse("law_instrument", args=["us-in-2001"])).content.decode()

    for text in (page, instrument):
        assert SOURCE in text
        assert "Administrator Fictional" in text


def test_a_mandatory_rule_blocks_from_then_on(desk_of_law):
    def blocks() -> bool:
        rules = current.read("now").requirements_of["us-in-2001"]
        return next(each.requirement.blocks for each in rules if each.requirement.code == rule().code)

    assert not blocks()
    desk_of_law.post(url_of(rule()), ANSWERS)
    assert blocks()


def test_a_release_that_says_the_same_keeps_it(desk_of_law):
    desk_of_law.post(url_of(rule()), ANSWERS)

    report = loader.load()

    assert not report.is_change
    assert known(rule())[0] == SOURCE


def test_a_release_that_says_something_else_ends_it(desk_of_law, tmp_path):
    desk_of_law.post(url_of(rule()), ANSWERS)
    folder = shutil.copytree(shipped.DATA, tmp_path / "data")
    path = folder / "instruments" / "us-in-2001.toml"
    path.write_text(path.read_text().replace(rule().message, "Something else.", 1))

    loader.load(folder)

    assert known(rule())[2:] == ("memory", "")
    doubts = {doubt.pk: doubt.reasons for doubt in staleness.doubts(TODAY, [Requirement])}
    assert doubts[rule().code] == (Reason.CHANGED, Reason.NOT_READ)


def test_the_latest_counts(desk_of_law):
    desk_of_law.post(url_of(rule()), ANSWERS)
    desk_of_law.post(url_of(rule()), ANSWERS | {"source": "A better source", "confidence": "medium"})

    loader.load()

    assert known(rule())[:2] == ("A better source", "medium")
    assert Verification.objects.count() == 2


def test_a_fact_that_was_verified_is_no_doubt_any_more(desk_of_law):
    def doubted() -> bool:
        return rule().code in {doubt.pk for doubt in staleness.doubts(TODAY, [Requirement])}

    assert doubted()
    desk_of_law.post(url_of(rule()), ANSWERS)
    assert not doubted()


@pytest.mark.parametrize("wrong", [{"source": ""}, {"verified": "memory"}, {"confidence": "sure"}])
def test_bad_input_is_named_at_its_field(desk_of_law, wrong):
    response = desk_of_law.post(url_of(rule()), ANSWERS | wrong)

    assert (response.status_code, list(response.context["form"].errors)) == (422, list(wrong))
    assert not Verification.objects.exists()


def test_a_drafter_reads_and_does_not_verify(law, drafter, signed_in):
    client = signed_in(drafter)

    assert client.get(url_of(rule())).context["form"] is None
    assert client.post(url_of(rule()), ANSWERS).status_code == 403
    with pytest.raises(NotAllowed):
        casework.verify_law(drafter, rule(), source=SOURCE, verified="text", confidence="high")
    assert not Verification.objects.exists()


def test_the_database_takes_no_verification_without_a_source(law, administrator):
    with pytest.raises(IntegrityError, match="has_source"), transaction.atomic():
        Verification.objects.create(
            table="requirement", key="x", digest="", source="", confidence="high", verified="text",
            by=administrator, on=TODAY,
        )  # fmt: skip


@pytest.mark.parametrize("address", ["requirement/nothing", "officer/1", "proposal/1"])
def test_what_is_no_fact_has_no_page(desk_of_law, address):
    assert desk_of_law.get(f"/law/facts/{address}/").status_code == 404


@pytest.mark.parametrize(
    ("model", "pk", "due"),
    [
        # A list of offices of 2014, a list of parties of 5 April 2024, a treaty and its rules as of 2017.
        (Authority, "alb-central-authority-1", date(2015, 1, 1)),
        (Participation, "uncac:NOR", date(2025, 4, 5)),
        (Instrument, "untoc", date(2022, 1, 1)),
        (Requirement, "untoc-18-15-a", None),
    ],
)
def test_each_kind_of_fact_is_due_in_its_own_time(law, model, pk, due):
    assert staleness.review_on(model.objects.get(pk=pk)) == due


def test_on_the_day_of_review_it_is_not_past_yet(law):
    def is_past(on: date) -> bool:
        return "uncac:NOR" in {each.pk for each in staleness.doubts(on, [Participation])}

    assert (is_past(date(2025, 4, 5)), is_past(date(2025, 4, 6))) == (False, True)


def test_what_most_requests_rest_on_comes_first(desk_of_law, drafter, unit):
    request_of(drafter, unit, "USA", "us-in-2001")
    request_of(drafter, unit, "USA", "us-in-2001")
    MLARequest.objects.filter(pk=request_of(drafter, unit, "KEN", "untoc").pk).update(state="withdrawn")

    lines = desk_of_law.get(reverse("law_verification")).context["lines"]

    counts = [line.resting for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 2
    resting = {str(line.told.fact.pk) for line in lines if line.resting}
    assert {"us-in-2001", "us-in-2001:IND", "us-in-2001:USA", "us-in-2001-4-2-a"} <= resting


def test_nobody_counts_requests_that_they_may_not_see(law, drafter, outsider, signed_in, unit):
    request_of(drafter, unit, "USA", "us-in-2001")

    def counted(officer) -> int:
        return signed_in(officer).get(url_of(rule())).context["resting"]

    assert (counted(drafter), counted(outsider)) == (1, 0)


def test_the_list_asks_the_same_number_of_questions_whatever_there_is(
    desk_of_law, drafter, unit, django_assert_num_queries
):
    url = reverse("law_verification")
    add_content(MLARequestFactory(author=drafter, case=CaseFactory(unit=unit)))
    desk_of_law.get(url)
    with django_assert_num_queries(QUERIES):
        desk_of_law.get(url)
    for _ in range(3):
        add_content(MLARequestFactory(author=drafter, case=CaseFactory(unit=UnitFactory())))
    with django_assert_num_queries(QUERIES):
        desk_of_law.get(url)
