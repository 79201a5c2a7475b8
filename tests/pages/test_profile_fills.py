"""What the office knows is not asked again: a new request is filled from the profile of the unit."""

import pytest
from django.urls import reverse

from requests_app import casework
from requests_app.casework import Way, Wish
from requests_app.models import MLARequest, UnitProfile
from requests_app.sections.drafts import FROM_PROFILE

PROFILE = {
    "office": "Central Authority, fictional",
    "address": "Street 1\n0001 Oslo",
    "email": "central@authority.example",
    "phone": "+47 22 00 00 00",
    "zone": "Europe/Oslo",
    "legal_power": "Courts Act, section 46",
    "signatory_name": "Kari Eksempel",
    "signatory_function": "Head of unit",
    "place": "Oslo",
    "language": "en",
}


@pytest.fixture
def profile(unit):
    return UnitProfile.objects.create(unit=unit, **PROFILE)


def started(officer) -> MLARequest:
    return casework.start(officer, requested="GBR", kinds=["preservation"])


def test_a_new_request_says_what_the_profile_says(law, profile, drafter):
    mla = started(drafter)

    assert (mla.requesting_office, mla.legal_power, mla.signatory_name, mla.signature_place) == (
        PROFILE["office"],
        PROFILE["legal_power"],
        PROFILE["signatory_name"],
        PROFILE["place"],
    )
    assert (mla.reply_office, mla.reply_zone, mla.language) == (PROFILE["office"], "Europe/Oslo", "en")


def test_nothing_is_filled_where_nobody_wrote_a_profile(law, drafter):
    mla = started(drafter)

    assert (mla.requesting_office, mla.signatory_name, mla.reply_office) == ("", "", "")


def test_a_field_says_that_its_value_is_from_the_profile_until_it_is_another(
    law, profile, drafter, signed_in
):
    mla = started(drafter)
    url = reverse("section", args=[mla.reference, "authority"])
    before = signed_in(drafter).get(url).content.decode().count(str(FROM_PROFILE))

    mla = casework.save_section(
        mla, drafter, section="authority", base=mla.revision, values={"requesting_office": "Another office"}
    )

    after = signed_in(drafter).get(url).content.decode().count(str(FROM_PROFILE))
    assert (before - after, after > 0) == (1, True)


def test_a_later_profile_leaves_the_request_as_it_was_filled(law, profile, drafter):
    mla = started(drafter)

    UnitProfile.objects.filter(pk=profile.pk).update(office="Moved")

    assert MLARequest.objects.get(pk=mla.pk).requesting_office == PROFILE["office"]


def test_what_is_carried_over_stands_and_the_signature_is_filled(law, profile, complete_mla, drafter):
    wish = Wish(requested="GBR", kinds=("preservation",), carry=("authority",))

    copy = casework.go_on(complete_mla, drafter, Way.COPY, wish)

    assert copy.requesting_office == complete_mla.requesting_office != PROFILE["office"]
    assert copy.signatory_name == PROFILE["signatory_name"]


def test_an_imported_request_is_what_its_file_says(profile, complete_mla):
    assert complete_mla.signatory_name != PROFILE["signatory_name"]
