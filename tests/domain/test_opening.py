"""How requests come into being."""

import uuid

import msgspec
import pytest

from requests_app import casework, snapshots
from requests_app.content.snapshot import Snapshot, digest
from requests_app.models import AuditEvent, Case, MLARequest
from tests.conftest import EXAMPLES

pytestmark = pytest.mark.django_db


def example(name: str) -> Snapshot:
    return msgspec.json.decode((EXAMPLES / name).read_bytes(), type=Snapshot)


def start(officer, **more) -> MLARequest:
    return casework.start(officer, requested="GBR", kinds=["preservation"], **more)


def test_a_new_request_has_a_measure_for_each_kind(drafter):
    mla = casework.start(
        drafter, requested="GBR", kinds=["preservation", "subscriber_info", "preservation"], title="Mailbox"
    )

    assert list(mla.measure_set.values_list("key", "kind")) == [
        ("m1", "preservation"),
        ("m2", "subscriber_info"),
    ]
    assert (mla.state, mla.requesting, mla.requested, mla.author) == ("draft", "NOR", "GBR", drafter)
    assert AuditEvent.objects.get().verb == "request.started"


def test_references_follow_each_other(drafter, outsider):
    references = [start(officer).reference for officer in (drafter, outsider, drafter)]

    year = references[0][4:8]
    assert references == [f"MLA-{year}-{number:04d}" for number in (1, 2, 3)]


def test_a_second_click_finds_the_first_request(drafter):
    token = uuid.uuid4()

    first, second = start(drafter, token=token), start(drafter, token=token)

    assert (first, MLARequest.objects.count(), AuditEvent.objects.count()) == (second, 1, 1)


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_those_who_see_no_content_start_nothing(role, request):
    with pytest.raises(casework.NotAllowed):
        start(request.getfixturevalue(role))

    assert not MLARequest.objects.exists()


def test_requests_of_one_file_number_share_a_case(drafter, colleague):
    first, second = (start(officer, case_reference="POL-1") for officer in (drafter, colleague))

    assert first.case == second.case
    assert (first.case_reference, first.case.unit) == ("POL-1", drafter.unit)


def test_the_same_file_number_in_another_unit_is_another_case(drafter, outsider):
    first, second = (start(officer, case_reference="POL-1") for officer in (drafter, outsider))

    assert first.case != second.case
    assert Case.objects.count() == 2


def test_a_restricted_case_takes_no_requests_from_outside_it(drafter):
    case = start(drafter, case_reference="POL-1").case
    case.restricted = True
    case.save()

    with pytest.raises(casework.NotAllowed):
        start(drafter, case_reference="POL-1")


def test_what_is_imported_is_exported_again(drafter):
    snapshot = example("s1-preservation.json")

    mla = casework.import_snapshot(snapshot, drafter)

    exported = snapshots.of(MLARequest.objects.get(pk=mla.pk))
    assert digest(exported) == digest(msgspec.structs.replace(snapshot, reference=mla.reference))


def test_an_imported_request_keeps_its_reference_when_it_is_free(drafter):
    snapshot = msgspec.structs.replace(example("s1-preservation.json"), reference="NCA-77")

    first, second = (casework.import_snapshot(snapshot, drafter) for _ in range(2))

    assert first.reference == "NCA-77"
    assert second.reference.startswith("MLA-")


def test_a_number_that_an_import_brought_is_not_given_out_again(drafter):
    year = start(drafter).reference[4:8]
    snapshot = msgspec.structs.replace(example("s1-preservation.json"), reference=f"MLA-{year}-0002")
    casework.import_snapshot(snapshot, drafter)

    assert start(drafter).reference == f"MLA-{year}-0003"


def test_a_follow_up_quotes_the_earlier_request_and_carries_no_reasons(drafter):
    parent = casework.import_snapshot(example("s1-preservation.json"), drafter)

    mla = casework.follow_up(parent, drafter)

    text = snapshots.of(MLARequest.objects.get(pk=mla.pk))
    earlier = snapshots.of(MLARequest.objects.get(pk=parent.pk))
    assert (mla.parent, mla.case) == (parent, parent.case)
    assert text.earlier.reference == parent.reference
    assert text.proceedings.request_status == "follow_up"
    assert (text.facts, text.persons, text.bases) == (earlier.facts, earlier.persons, earlier.bases)
    assert (text.measures, text.necessity, text.signature.date) == ((), "", None)


def test_nobody_follows_up_what_they_may_not_see(mla, outsider):
    with pytest.raises(casework.NotAllowed):
        casework.follow_up(mla, outsider)


def test_a_case_number_may_be_as_long_as_the_answer(drafter):
    number = "word " * 99

    mla = casework.start(drafter, requested="GBR", kinds=["preservation"], case_reference=number.strip())

    assert mla.case.reference == number.strip()
