"""What a practitioner would say of the scenarios."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from treaties import advisor, cited_bases, relations

TODAY = date(2026, 11, 25)
SERIOUS = {"max_penalty_years": 6, "transnational": True, "organised_group": True}


@pytest.fixture
def advise(shipped_law):
    def ask(requesting, requested, *kinds, on=TODAY, **facts):
        return advisor.advise(
            requesting=requesting, requested=requested, kinds=kinds, on=on, law=shipped_law, **facts
        )

    return ask


def usable(found):
    return [each.instrument for each in found if each.usable]


def of(found, instrument):
    return next(each for each in found if each.instrument == instrument)


def test_s1_only_the_convention_on_cybercrime_carries_a_preservation(advise):
    found = advise("NOR", "GBR", "preservation")

    best = found[0]
    assert (best.instrument, best.articles, best.confidence) == ("budapest", {"preservation": "29"}, "high")
    assert best.in_force == {"requesting": date(2006, 10, 1), "requested": date(2011, 9, 1)}
    assert usable(found) == ["budapest", "comity"]
    assert any("60 days" in caution for caution in best.watch)
    assert any("no duty to preserve" in caution for caution in of(found, "comity").watch)


def test_s1_the_follow_up_rests_on_it_too_and_the_european_convention_stands_beside(advise):
    found = advise("NOR", "GBR", "content_data_stored", "traffic_data_stored", "realtime_traffic")

    assert usable(found)[:2] == ["budapest", "ecma-1959"]
    assert found[0].articles == {
        "content_data_stored": "31",
        "traffic_data_stored": "31",
        "realtime_traffic": "33",
    }
    assert any("European MLA Convention 1959 governs" in caution for caution in found[0].watch)
    assert any("Real-time collection" in caution for caution in of(found, "ecma-1959").watch)


def test_s1_a_withdrawn_convention_is_offered_only_as_such(advise):
    found = of(advise("NOR", "GBR", "interception_content"), "eu-2000")

    assert not found.usable
    assert "The United Kingdom was bound until 31 December 2020." in found.reasons


def test_a_suspended_agreement_is_said_to_be_suspended_and_never_in_force_or_ended(advise):
    found = of(advise("GBR", "HKG", "documents_records"), "bilateral-gbr-hkg")

    assert not found.usable
    assert any("suspended since 28 July 2020" in reason for reason in found.reasons)
    assert not any("In force" in reason or "was bound until" in reason for reason in found.reasons)


def test_a_convention_for_its_own_offences_leads_no_other_treaty(advise, shipped_law):
    """Nothing says that the offence is a bombing, a bribe or trafficking in drugs."""
    own = {code for code, each in shipped_law.instruments.items() if each.own_offences_only}
    pairs = [("EST", "IND"), ("KEN", "CHE"), ("NOR", "GBR"), ("FRA", "TUR"), ("IND", "USA"), ("BRA", "JPN")]

    assert {"uncac", "vienna-1988", "terrorist-bombings-1997"} <= own
    for pair in pairs:
        for kinds in (("documents_records",), ("bank_info",), ("trace_proceeds", "voluntary_appearance")):
            treaties = [
                code for code in usable(advise(*pair, *kinds)) if code not in {"comity", "letters-rogatory"}
            ]
            assert [code in own for code in treaties] == sorted(code in own for code in treaties), (
                pair,
                kinds,
            )


def test_between_member_states_the_order_leads_and_what_it_replaced_is_struck_with_the_day(advise):
    found = advise("FRA", "ESP", "bank_info")

    assert found[0].instrument == "dir-2014-41"
    assert any("No letter of request" in reason for reason in found[0].reasons)
    assert any("stands in place of: European MLA Convention 1959" in reason for reason in found[0].reasons)
    struck = of(found, "ecma-1959")
    assert not struck.usable
    assert any("since 22 May 2017 (art 34(1))" in reason for reason in struck.reasons)
    assert not any("provides for nothing" in caution for caution in struck.watch)


def test_what_the_order_does_not_gather_stays_under_the_convention(advise):
    found = advise("DEU", "FRA", "evidence_statements", "service_documents")

    assert of(found, "ecma-1959").articles == {"service_documents": "7"}
    assert of(found, "ecma-1959").usable


def test_with_denmark_and_before_the_day_the_conventions_go_on(advise):
    assert usable(advise("DNK", "DEU", "evidence_statements"))[:2] == ["ecma-1959", "eu-2000"]
    assert "ecma-1959" in usable(advise("FRA", "ESP", "bank_info", on=date(2017, 5, 21)))


def test_an_order_to_a_provider_is_no_request_and_nobody_is_told_that_nothing_preserves(advise):
    found = advise("IRL", "NLD", "preservation")

    assert found[0].instrument == "reg-2023-1543"
    assert "No request of this kind is needed" in found[0].reasons[0]
    assert not any("no duty to preserve" in caution for each in found for caution in each.watch)


def test_a_state_and_its_own_territory_are_no_pair(advise, shipped_law):
    for pair in (("CHN", "HKG"), ("ABW", "NLD"), ("JEY", "GGY")):
        assert advise(*pair, "documents_records") == []
        assert not relations.in_force_between(*pair, TODAY, law=shipped_law)
        assert "parts of one State" in cited_bases.one_state_words(shipped_law, *pair)
    assert advise("TWN", "CHN", "documents_records")
    assert usable(advise("HKG", "AUS", "documents_records"))


def test_a_scheme_is_never_in_force_and_leads_no_treaty(advise):
    found = of(advise("KEN", "GBR", "documents_records"), "harare-scheme")

    assert found.usable
    assert any(reason.startswith("No treaty, and in force nowhere") for reason in found.reasons)
    assert not any("In force between" in reason for reason in found.reasons)
    assert any("its own statute decides" in caution for caution in found.watch)
    treaties = usable(advise("KEN", "GBR", "documents_records"))
    assert treaties.index("untoc") < treaties.index("harare-scheme") < treaties.index("letters-rogatory")


def test_that_no_treaty_is_known_switches_nothing_on_for_certain(advise):
    found = of(advise("KEN", "CHE", "bank_info", **SERIOUS), "untoc")

    assert any("The portal knows none; look whether there is one." in caution for caution in found.watch)
    assert not any("no treaty on mutual assistance is known" in caution for caution in found.watch)


def test_what_rests_on_the_silence_of_the_data_is_medium_at_most(advise):
    """Articles 26 to 31 of the convention on corruption give way to a treaty, and none is known here."""
    silent = of(advise("BLR", "ALB", "evidence_statements"), "coe-173")

    assert silent.articles == {"evidence_statements": "26(1)"}
    assert silent.confidence == "medium"


def test_the_reasons_are_in_the_language_of_their_reader(advise):
    month = {"en": "December", "fr": "décembre"}
    for language in ("en", "fr", "en"):
        with translation.override(language):
            found = of(advise("NOR", "GBR", "interception_content"), "eu-2000")
        assert any(f"31 {month[language]} 2020" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("requested", "reason"),
    [
        ("IND", "India is reported not to be a party"),
        ("VNM", "Viet Nam is not on the list of parties of 31 January 2026"),
        ("ZAF", "South Africa has signed; consent to be bound is not on record."),
        ("CHN", "China is not on the list of parties of 31 January 2026"),
    ],
)
def test_s3_a_state_outside_the_convention_is_said_to_be_so_and_what_is_left(advise, requested, reason):
    found = advise("EST", requested, "preservation", "traffic_data_stored", **SERIOUS)

    budapest = of(found, "budapest")
    assert not budapest.usable
    assert any(each.startswith(reason) for each in budapest.reasons)
    assert usable(found)[0] == "untoc"
    assert "comity" in usable(found)
    assert usable(found)[-1] in {"comity", "letters-rogatory"}
    assert any("does not provide for: Expedited preservation" in each for each in found[0].watch)


def test_s3_scope_that_nobody_confirmed_is_something_to_show(advise):
    found = of(advise("EST", "VNM", "traffic_data_stored"), "untoc")

    shown = [each for each in found.watch if each.startswith("To be shown")]
    assert len(shown) == 3


def test_s3_a_penalty_below_four_years_leaves_only_offences_of_the_convention(advise):
    found = of(advise("EST", "VNM", "traffic_data_stored", max_penalty_years=2), "untoc")

    assert any("serious crime" in each for each in found.watch if each.startswith("To be shown"))


def test_s5_proceeds_of_organised_fraud(advise):
    found = advise("KEN", "CHE", "documents_records", "trace_proceeds", "freeze_seize_proceeds", **SERIOUS)

    best = found[0]
    assert best.instrument == "untoc"
    assert best.articles == {
        "documents_records": "18(3)(f)",
        "trace_proceeds": "18(3)(g), 13(2)",
        "freeze_seize_proceeds": "18(3)(c), 13(2)",
    }
    assert any("apply if no treaty on mutual assistance binds the two" in each for each in best.watch)
    assert any("Swiss offence" in each for each in best.watch)
    assert usable(found)[:3] == ["untoc", "uncac", "vienna-1988"]


def test_s7_the_treaty_of_the_two_comes_first_and_content_needs_probable_cause(advise):
    found = advise("IND", "USA", "content_data_stored")

    best = found[0]
    assert (best.instrument, best.usable) == ("us-in-2001", True)
    assert any("probable cause" in each for each in best.watch)
    assert any("text is not loaded" in each for each in best.watch)
    assert not of(found, "budapest").usable


def test_s7_subscriber_data_need_less(advise):
    best = advise("IND", "USA", "subscriber_info")[0]

    assert any("Subpoena: relevance" in each for each in best.watch)
    assert not any("probable cause" in each for each in best.watch)


def test_s8_a_video_hearing_rests_on_the_protocol_and_untoc_gives_way(advise):
    found = advise("NOR", "GBR", "video_hearing")

    assert (found[0].instrument, found[0].articles) == ("ecma-2ap-2001", {"video_hearing": "9"})
    assert any("cite both" in each for each in found[0].reasons)
    assert any("18(18)" in each and "gives way" in each for each in of(found, "untoc").watch)


def test_s9_without_a_treaty_comity_and_letters_rogatory_oblige_nobody(advise):
    found = advise("NOR", "TUV", "evidence_statements")

    assert usable(found)[-2:] == ["comity", "letters-rogatory"]
    for code in ("comity", "letters-rogatory"):
        assert any("Nothing obliges" in each for each in of(found, code).watch)
        assert any("is not known" in each for each in of(found, code).reasons)


def test_s9_a_state_that_gives_nothing_without_a_treaty_is_not_asked_by_comity(advise):
    found = advise("KEN", "IRL", "documents_records")

    assert not of(found, "comity").usable
    assert not of(found, "letters-rogatory").usable


def test_an_instrument_that_is_not_in_force_is_never_usable(advise):
    found = advise("NOR", "GBR", "subscriber_info")

    assert not of(found, "budapest-2ap").usable
    assert "The instrument is not known to be in force." in of(found, "budapest-2ap").reasons


def test_a_treaty_that_is_marked_as_not_usable_is_not_used_although_both_are_bound(shipped_law):
    withheld = replace(shipped_law.instruments["budapest"], usable_now=False)
    law = replace(shipped_law, instruments=shipped_law.instruments | {"budapest": withheld})

    found = advisor.advise(requesting="NOR", requested="GBR", kinds=["preservation"], on=TODAY, law=law)

    assert not of(found, "budapest").usable


def test_entry_into_force_tomorrow_is_not_today(advise):
    day_before = of(advise("NOR", "NZL", "preservation", on=date(2025, 11, 30)), "budapest")
    on_the_day = of(advise("NOR", "NZL", "preservation", on=date(2025, 12, 1)), "budapest")

    assert (day_before.usable, on_the_day.usable) == (False, True)
    assert "For New Zealand it is in force only from 1 December 2025." in day_before.reasons


def test_a_party_whose_day_is_not_known_is_used_with_a_warning(advise):
    found = of(advise("EGY", "TUN", "preservation", transnational=True), "arab-2010")

    assert found.usable
    assert found.in_force == {"requesting": None, "requested": None}
    assert any("the day of entry into force is not known" in each for each in found.watch)


def test_a_text_that_cannot_stand_alone_is_no_basis(advise):
    found = of(advise("GHA", "SEN", "law_enforcement_information"), "malabo-2014")

    assert not found.usable
    assert "It cannot stand alone as a legal basis." in found.reasons


def test_a_declaration_of_the_state_asked_is_shown_where_it_bears_on_the_request(advise):
    preservation = of(advise("NOR", "JPN", "preservation"), "budapest")
    content = of(advise("NOR", "JPN", "content_data_stored"), "budapest")

    assert any("29(4)" in each for each in preservation.watch)
    assert not any("29(4)" in each for each in content.watch)
    assert any("27(9)(e)" in each for each in content.watch)


def test_advice_is_the_same_twice_and_plain_in_json(advise):
    first, second = advise("NOR", "GBR", "preservation"), advise("NOR", "GBR", "preservation")

    assert first == second
    assert first[0].as_json()["in_force"] == {"requesting": "2006-10-01", "requested": "2011-09-01"}
    assert list(first[0].as_json()) == [
        "instrument",
        "articles",
        "usable",
        "in_force",
        "reasons",
        "watch",
        "confidence",
    ]
