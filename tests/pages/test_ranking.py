"""The order of the bases follows the answers to the questions of scope, and the answers are kept."""

import re

import pytest
from django.urls import reverse

from requests_app.models import Measure, Offence
from tests.cast import CaseFactory, MLARequestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox(law, drafter, unit):
    mla = MLARequestFactory(author=drafter, case=CaseFactory(unit=unit), requested="GBR")
    Measure.append_to(mla, kind="content_data_stored", description="The mailbox.")
    Offence.append_to(mla, title="Fraud", max_years=10)
    return mla


def ranked(page: str) -> list[str]:
    return re.findall(r'name="main"[^>]*value="([^"]+)"', page)


def answer(client, mla, **answers):
    url = reverse("section_basis", args=[mla.reference])
    given = {"requested": "GBR", "revision": str(mla.revision)} | answers
    return client.post(url, given, headers={"HX-Request": "true"}).content.decode()


def test_each_answer_is_kept_and_the_bases_come_again_in_their_new_order(mailbox, drafter, signed_in):
    client = signed_in(drafter)
    before = client.get(reverse("section_basis", args=[mailbox.reference])).content.decode()

    after = answer(client, mailbox, electronic_evidence="no", transnational="yes", organised_group="yes")

    mailbox.refresh_from_db()
    kept = (mailbox.electronic_evidence, mailbox.transnational, mailbox.organised_group)
    assert kept == ("no", "yes", "yes")
    assert (ranked(before)[0], ranked(after)[0]) == ("budapest", "ecma-1959")
    assert before.count("To be shown") > after.count("To be shown")
    assert "up to 10 years" in after


def test_an_answer_that_does_not_rank_leaves_the_bases_alone(mailbox, drafter, signed_in):
    page = answer(signed_in(drafter), mailbox, title="Another title")

    assert 'id="bases"' not in page
