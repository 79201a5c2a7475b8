from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from treaties import cited_bases, relations
from treaties.relations import Status
from treaties.spec import Answer

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(1955, 1, 1), date(2035, 1, 1))


def test_silence_is_never_read_as_not_bound(shipped_law):
    """No row, and no list that was complete: not known, for every State and instrument."""
    for code, instrument in shipped_law.instruments.items():
        if instrument.complete_on or instrument.membership or instrument.needs_no_participation:
            continue
        for state in ("NOR", "KEN", "TUV"):
            if (code, state) not in shipped_law.participations:
                assert relations.standing(code, state, TODAY, law=shipped_law).status is Status.NOT_KNOWN


def test_a_list_that_was_complete_says_up_to_when(shipped_law):
    found = relations.standing("budapest", "KEN", TODAY, law=shipped_law)

    assert (found.status, found.as_of) == (Status.NOT_LISTED, date(2026, 1, 31))


def test_the_special_treaty_governs_before_the_regional_one(shipped_law):
    found = relations.governing_treaties("CHE", "GBR", TODAY, law=shipped_law)

    assert [each.instrument.code for each in found][-1] == "ecma-1959"


def test_a_treaty_supplementing_the_european_convention_does_not_replace_it(shipped_law):
    found = relations.governing_treaties("CHE", "FRA", TODAY, law=shipped_law)
    in_force = relations.in_force_between("CHE", "FRA", TODAY, law=shipped_law)

    assert [each.instrument.code for each in found] == ["ecma-1959"]
    assert "bilateral-che-fra-1996" in {each.instrument.code for each in in_force}


def test_an_agreement_that_only_fills_a_gap_governs_only_without_a_bilateral_treaty(shipped_law):
    with_treaty = relations.governing_treaties("DEU", "USA", TODAY, law=shipped_law)
    without = relations.governing_treaties("PRT", "USA", TODAY, law=shipped_law)

    assert [each.instrument.code for each in with_treaty] == ["us-de-2003"]
    assert [each.instrument.code for each in without] == ["eu-us-2003"]


def test_a_membership_binds_towards_the_other_side_only(shipped_law):
    with_japan = relations.bonds("DEU", "JPN", TODAY, law=shipped_law)
    within = relations.in_force_between("DEU", "FRA", TODAY, law=shipped_law)

    assert [each.in_force for each in with_japan if each.instrument.code == "bilateral-eu-jpn"] == [True]
    assert "bilateral-eu-jpn" not in {each.instrument.code for each in within}


def test_a_protocol_does_not_stand_without_its_convention(shipped_law):
    others = {key: row for key, row in shipped_law.participations.items() if key != ("ecma-1959", "GBR")}
    law = replace(shipped_law, participations=others)

    found = {each.instrument.code for each in relations.in_force_between("NOR", "GBR", TODAY, law=law)}
    assert found & {"ecma-1959", "ecma-2ap-2001"} == set()


@settings(max_examples=40, deadline=None)
@given(
    a=st.sampled_from(["NOR", "GBR", "EST", "IND", "KEN"]),
    b=st.sampled_from(["CHE", "USA", "NZL"]),
    on=DAYS,
)
def test_what_is_in_force_does_not_depend_on_who_asks(shipped_law, a, b, on):
    there = relations.in_force_between(a, b, on, law=shipped_law)
    back = relations.in_force_between(b, a, on, law=shipped_law)

    assert [each.instrument.code for each in there] == [each.instrument.code for each in back]


@settings(max_examples=40, deadline=None)
@given(state=st.sampled_from(["NOR", "GBR", "NZL", "EGY", "SRB"]), on=DAYS)
def test_in_force_means_begun_and_not_ended(shipped_law, state, on):
    for code in ("budapest", "untoc", "eu-2000", "arab-2010", "budapest-2ap"):
        found = relations.standing(code, state, on, law=shipped_law)
        if found.status is Status.IN_FORCE:
            assert found.since <= on
            assert found.until is None or on <= found.until


def test_no_state_is_bound_before_the_instrument_was_adopted(shipped_law):
    for code, instrument in shipped_law.instruments.items():
        if not instrument.in_force or instrument.needs_no_participation:
            continue
        before = instrument.in_force - timedelta(days=1)
        bound = [
            state
            for (found, state), _ in shipped_law.participations.items()
            if found == code and relations.standing(code, state, before, law=shipped_law).binds
        ]
        assert bound == [], code


def test_a_protocol_carries_no_further_than_its_convention(shipped_law):
    others = {key: row for key, row in shipped_law.participations.items() if key != ("ecma-1959", "GBR")}
    law = replace(shipped_law, participations=others)

    (found,) = cited_bases.of_bases(["ecma-2ap-2001"], requesting="NOR", requested="GBR", on=TODAY, law=law)

    assert found.answer is Answer.NOT_LISTED
    assert found.reason.startswith("It supplements European MLA Convention 1959: The United Kingdom is not")


def test_without_both_states_there_is_nothing_to_say_of_a_basis(shipped_law):
    assert (
        cited_bases.of_bases(["budapest"], requesting="NOR", requested="", on=TODAY, law=shipped_law) == ()
    )
