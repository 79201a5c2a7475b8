"""The rules of craft that are always on: each fires where it should and is silent where it should."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from requests_app.checks import (
    articles,
    cited_bases,
    engine,
    files,
    nexus,
    portal,
    refusal,
    third_states,
    translation,
)
from requests_app.checks.findings import Severity
from requests_app.content.snapshot import (
    Annex,
    Authority,
    Confidentiality,
    Contact,
    DataItem,
    Fact,
    LegalBasis,
    Measure,
    Offence,
    Person,
    Preservation,
    Procedure,
    Proceedings,
    Scope,
    Snapshot,
    Urgency,
)
from tests.checks import test_crosschecks, test_words
from tests.checks.rules import EXAMPLES, TODAY, example, of_craft


def item(**fields):
    """A request with one row of data, for preservation unless the row says otherwise."""
    measures = fields.pop("kinds", ("preservation",))
    return Snapshot(
        data_items=(DataItem(id="d1", **fields),),
        measures=tuple(Measure(id=f"m{n}", kind=kind) for n, kind in enumerate(measures, 1)),
    )


def reached_at(email):
    return Snapshot(authority=Authority(requesting=Contact(email=email)))


NOON = datetime(2026, 11, 1, 12, 0)
LATER = datetime(2026, 11, 2, 12, 0)

BROKEN = [
    ("states", Snapshot(), ("block", "basis", "requested", "")),
    ("states", Snapshot(requesting="NOR", requested="NOR"), ("block", "basis", "requested", "")),
    ("basis", Snapshot(), ("block", "basis", "bases", "")),
    (
        "basis",
        Snapshot(bases=(LegalBasis(instrument="untoc", role="additional"),)),
        ("block", "basis", "bases", ""),
    ),
    (
        "basis",
        Snapshot(bases=(LegalBasis(instrument="untoc"), LegalBasis(instrument="budapest"))),
        ("block", "basis", "bases", ""),
    ),
    ("measure", Snapshot(), ("block", "measures", "kind", "")),
    (
        "measure-article",
        Snapshot(
            bases=(LegalBasis(instrument="untoc", articles="18"),),
            measures=(Measure(id="m1", kind="bank_info"),),
        ),
        ("advise", "measures", "basis", "m1"),
    ),
    ("date-ahead", Snapshot(facts=(Fact(id="f1", on=date(2026, 11, 26)),)), ("block", "facts", "on", "f1")),
    (
        "date-ahead",
        Snapshot(facts=(Fact(id="f1", until=date(2027, 1, 1)),)),
        ("block", "facts", "until", "f1"),
    ),
    (
        "date-ahead",
        Snapshot(persons=(Person(id="p1", birth_date=date(2027, 1, 1)),)),
        ("block", "persons", "birth_date", "p1"),
    ),
    (
        "date-ahead",
        Snapshot(preservation=Preservation(made_on=date(2026, 12, 1))),
        ("block", "measures", "preserved_on", ""),
    ),
    (
        "date-order",
        Snapshot(facts=(Fact(id="f1", on=date(2026, 5, 2), until=date(2026, 5, 1)),)),
        ("block", "facts", "until", "f1"),
    ),
    (
        "date-order",
        Snapshot(preservation=Preservation(made_on=date(2026, 5, 2), expires_on=date(2026, 5, 1))),
        ("block", "measures", "preservation_expires_on", ""),
    ),
    (
        "date-of-birth",
        Snapshot(persons=(Person(id="p1", birth_date=date(1879, 5, 3)),)),
        ("warn", "persons", "birth_date", "p1"),
    ),
    (
        "date-passed",
        Snapshot(proceedings=Proceedings(next_date=date(2026, 11, 24))),
        ("warn", "authority", "next_date", ""),
    ),
    (
        "date-passed",
        Snapshot(urgency=Urgency(deadline=date(2026, 11, 24))),
        ("warn", "confidentiality", "deadline", ""),
    ),
    ("stand-in", Snapshot(purpose="None."), ("block", "facts", "purpose", "")),
    (
        "stand-in",
        Snapshot(preservation=Preservation(reference="n/a")),
        ("block", "measures", "preservation_reference", ""),
    ),
    (
        "stand-in",
        Snapshot(offences=(Offence(id="o1", limitation="Néant"),)),
        ("block", "offences", "limitation", "o1"),
    ),
    (
        "stand-in",
        Snapshot(bases=(LegalBasis(instrument="untoc", articles="-"),)),
        ("block", "basis", "bases", ""),
    ),
    (
        "stand-in",
        Snapshot(measures=(Measure(id="m1", kind="video_hearing", particulars={"oath": "不适用"}),)),
        ("block", "measures", "oath", "m1"),
    ),
    (
        "preservation-status",
        Snapshot(preservation=Preservation(authority="National Crime Agency")),
        ("block", "measures", "preservation_status", ""),
    ),
    (
        "preservation-confirmed",
        Snapshot(preservation=Preservation(status="preserved", reference="P-1")),
        ("block", "measures", "preserved_on", ""),
    ),
    (
        "presence-stated",
        Snapshot(procedure=Procedure(presence_wanted="yes")),
        ("warn", "procedures", "presence", ""),
    ),
    (
        "presence-stated",
        Snapshot(procedure=Procedure(presence_wanted="no", presence="Judge A. Example")),
        ("warn", "procedures", "presence", ""),
    ),
    (
        "prior-stated",
        Snapshot(proceedings=Proceedings(prior_made="no", prior_requests="The police wrote in May.")),
        ("warn", "earlier", "prior_made", ""),
    ),
    (
        "limitation-stated",
        Snapshot(
            offences=(Offence(id="o1", limitation_status="not_barred", limitation_on=date(2030, 1, 1)),)
        ),
        ("warn", "offences", "limitation_status", "o1"),
    ),
    (
        "preservation-expired",
        Snapshot(preservation=Preservation(expires_on=date(2026, 11, 24))),
        ("warn", "measures", "preservation_expires_on", ""),
    ),
    (
        "late-follow-up",
        replace(item(), preservation=Preservation(follow_up_on=date(2027, 3, 1))),
        ("warn", "measures", "follow_up_on", ""),
    ),
    (
        "earlier-request",
        Snapshot(proceedings=Proceedings(request_status="supplementary")),
        ("warn", "earlier", "earlier_reference", ""),
    ),
    (
        "extended-preservation",
        Snapshot(proceedings=Proceedings(request_status="extension")),
        ("warn", "measures", "preservation_reference", ""),
    ),
    (
        "confidentiality-reason",
        Snapshot(confidentiality=Confidentiality(wanted="yes")),
        ("warn", "confidentiality", "confidentiality_reason", ""),
    ),
    (
        "confidentiality-reason",
        Snapshot(confidentiality=Confidentiality(no_notification="yes")),
        ("warn", "confidentiality", "confidentiality_reason", ""),
    ),
    (
        "urgency-reason",
        Snapshot(urgency=Urgency(level="urgent")),
        ("block", "confidentiality", "urgency_reason", ""),
    ),
    (
        "deadline-reason",
        Snapshot(urgency=Urgency(deadline=date(2026, 12, 24))),
        ("warn", "confidentiality", "deadline_reason", ""),
    ),
    (
        "procedure-reason",
        Snapshot(procedure=Procedure(special="On oath.")),
        ("advise", "procedures", "special_procedure_reason", ""),
    ),
    ("reply-contact", Snapshot(), ("warn", "channel", "reply_email", "")),
    ("annex-title", Snapshot(annexes=(Annex(id="a1", language="fr"),)), ("warn", "annexes", "title", "a1")),
    ("identifier-type", item(identifier="x"), ("warn", "data", "type", "d1")),
    ("identifier", item(type="ip", identifier="300.1.1.1"), ("block", "data", "identifier", "d1")),
    ("identifier", item(type="ip", identifier="192.0.2.1:443"), ("block", "data", "identifier", "d1")),
    ("identifier", item(type="email", identifier="nobody"), ("block", "data", "identifier", "d1")),
    ("identifier", item(type="phone", identifier="020 7946 0123"), ("block", "data", "identifier", "d1")),
    ("identifier", item(type="url", identifier="example.org"), ("block", "data", "identifier", "d1")),
    (
        "identifier",
        item(type="domain", identifier="https://example.org"),
        ("block", "data", "identifier", "d1"),
    ),
    (
        "identifier",
        item(type="bank_account", identifier="CH93 0076 2011 6238 5295 8"),
        ("block", "data", "identifier", "d1"),
    ),
    (
        "identifier",
        item(type="card", identifier="4111 1111 1111 1112"),
        ("block", "data", "identifier", "d1"),
    ),
    ("identifier", item(type="file_hash", identifier="abc"), ("block", "data", "identifier", "d1")),
    ("untraceable-address", item(type="ip", identifier="10.0.0.1"), ("block", "data", "identifier", "d1")),
    (
        "untraceable-address",
        item(type="ip", identifier="::ffff:10.0.0.1"),
        ("block", "data", "identifier", "d1"),
    ),
    ("untraceable-address", item(type="ip", identifier="127.0.0.1"), ("block", "data", "identifier", "d1")),
    ("untraceable-address", item(type="ip", identifier="fe80::1"), ("block", "data", "identifier", "d1")),
    ("untraceable-address", item(type="ip", identifier="224.0.0.1"), ("block", "data", "identifier", "d1")),
    ("example-address", item(type="ip", identifier="203.0.113.9"), ("advise", "data", "identifier", "d1")),
    (
        "example-address",
        item(type="ip", identifier="::ffff:192.0.2.9"),
        ("advise", "data", "identifier", "d1"),
    ),
    ("shared-address", item(type="ip", identifier="::ffff:100.64.3.2"), ("block", "data", "port", "d1")),
    ("shared-address", item(type="ip", identifier="100.64.3.2"), ("block", "data", "port", "d1")),
    ("port", item(type="ip", identifier="192.0.2.1"), ("advise", "data", "port", "d1")),
    ("address-time", item(type="ip", identifier="192.0.2.1"), ("block", "data", "start", "d1")),
    ("time-zone", item(start=NOON), ("block", "data", "zone", "d1")),
    ("time-zone", item(end=NOON, zone="?"), ("block", "data", "zone", "d1")),
    ("unknown-zone", item(start=NOON, zone="Oslo time"), ("block", "data", "zone", "d1")),
    ("unknown-zone", item(zone="Europe"), ("block", "data", "zone", "d1")),
    (
        "skipped-time",
        item(start=datetime(2026, 3, 29, 2, 30), zone="Europe/Oslo"),
        ("block", "data", "start", "d1"),
    ),
    (
        "ambiguous-time",
        item(start=datetime(2026, 10, 25, 2, 30), zone="Europe/Oslo"),
        ("warn", "data", "start", "d1"),
    ),
    ("impossible-time", item(start=datetime.min, zone="+02:00"), ("block", "data", "start", "d1")),
    ("impossible-time", item(type="ip", start=datetime(1926, 5, 1)), ("block", "data", "start", "d1")),
    ("period-order", item(start=LATER, end=NOON), ("block", "data", "end", "d1")),
    (
        "period-order",
        Snapshot(
            measures=(Measure(id="m1", kind="bank_info", start=date(2026, 2, 1), end=date(2026, 1, 1)),)
        ),
        ("block", "measures", "end", "m1"),
    ),
    ("long-period", item(start=datetime(2024, 1, 1), end=NOON), ("warn", "data", "end", "d1")),
    (
        "future-data",
        item(start=NOON, end=datetime(2026, 12, 1), zone="UTC"),
        ("block", "data", "end", "d1"),
    ),
    ("future-data", item(start=datetime(2026, 12, 1), zone="UTC"), ("block", "data", "start", "d1")),
    (
        "other-state",
        replace(item(provider_state="USA"), requested="GBR"),
        ("warn", "data", "provider_state", "d1"),
    ),
    ("dangling-link", item(facts=("f9",)), ("block", "data", "facts", "d1")),
    ("dangling-link", item(offences=("o9",)), ("block", "data", "offences", "d1")),
    ("dangling-link", item(measures=("m9",)), ("block", "data", "measures", "d1")),
    ("nexus", item(type="ip", identifier="192.0.2.1"), ("warn", "data", "facts", "d1")),
    (
        "repeated-row",
        Snapshot(data_items=(DataItem(id="d1", identifier="a"), DataItem(id="d2", identifier="A "))),
        ("advise", "data", "identifier", "d2"),
    ),
    ("placeholder", Snapshot(purpose="Evidence before [court]."), ("warn", "facts", "purpose", "")),
    (
        "numeric-date",
        Snapshot(facts=(Fact(id="f1", text="On 07/03 he left."),)),
        ("advise", "facts", "text", "f1"),
    ),
    ("numeric-date", Snapshot(purpose="Trial on 7.3.2026."), ("advise", "facts", "purpose", "")),
    (
        "any-and-all",
        Snapshot(measures=(Measure(id="m1", kind="bank_info", categories="Any and all records"),)),
        ("advise", "measures", "categories", "m1"),
    ),
    ("long-sentence", Snapshot(necessity="word " * 61), ("advise", "measures", "necessity", "")),
    ("prejudice", Snapshot(necessity="He is a notorious thief."), ("advise", "measures", "necessity", "")),
]


@pytest.mark.parametrize(("code", "snapshot", "place"), BROKEN)
def test_the_rule_fires_at_the_place_that_is_wrong(code, snapshot, place):
    assert of_craft(snapshot, code) == [place]


def test_a_contact_that_nobody_can_reach_is_named_at_its_field():
    channel = replace(
        example("s1-follow-up").channel, reply_contact=Contact(email="somebody", phone="12", zone="Oslo")
    )

    assert of_craft(Snapshot(channel=channel), "contact") == [
        ("warn", "channel", "reply_email", ""),
        ("warn", "channel", "reply_phone", ""),
        ("warn", "channel", "reply_zone", ""),
    ]


def test_a_translation_that_is_said_to_be_attached_is_an_annex():
    snapshot = replace(example("s2-subscribers"), annexes=())

    assert of_craft(snapshot, "translation") == [("block", "annexes", "kind", "")]


SOUND = [
    # A first day that lies ahead is one fault, not two.
    ("date-order", Snapshot(facts=(Fact(id="f1", on=date(2027, 5, 11), until=TODAY),))),
    ("contact", reached_at("mla@justice.example.org, duty@justice.example.org; night@justice.example.org")),
    ("impossible-time", item(type="bank_account", start=datetime(1965, 3, 1), zone="UTC")),
    ("long-period", item(type="ip", start=datetime(1926, 5, 1), end=NOON)),
    ("date-ahead", Snapshot(facts=(Fact(id="f1", on=TODAY),))),
    ("date-passed", Snapshot(urgency=Urgency(deadline=TODAY))),
    ("urgency-reason", Snapshot(urgency=Urgency(level="normal"))),
    ("identifier", item(type="account", identifier="anything goes")),
    ("identifier", item(type="bank_account", identifier="0012-345-678")),
    ("identifier", item(type="card", identifier="4111 11** **** 1111")),
    ("identifier", item(type="phone", identifier="+44 20 7946 0123")),
    ("identifier", item(type="domain", identifier="bücher.example.org")),
    ("identifier", item(type="ip", identifier="TBD")),
    ("untraceable-address", item(type="ip", identifier="8.8.8.8")),
    ("untraceable-address", item(type="ip", identifier="198.51.100.1")),
    ("untraceable-address", item(type="ip", identifier="100.64.1.1")),
    ("example-address", item(type="ip", identifier="8.8.8.8")),
    ("shared-address", item(type="ip", identifier="100.64.1.1", port=40000)),
    ("port", item(type="ip", identifier="2001:db8::1")),
    ("address-time", item(type="ip", identifier="192.0.2.1", kinds=("realtime_traffic",))),
    ("unknown-zone", item(start=NOON, zone="-03:30")),
    ("ambiguous-time", item(start=datetime(2026, 10, 25, 2, 30), zone="+02:00")),
    ("skipped-time", item(start=datetime(2026, 3, 29, 3, 0), zone="Europe/Oslo")),
    ("long-period", item(type="bank_account", start=datetime(2020, 1, 1), end=NOON)),
    ("future-data", item(end=datetime(2026, 11, 25, 23, 0), zone="UTC")),
    ("future-data", item(end=datetime(2026, 11, 26, 8, 0), zone="Pacific/Kiritimati")),
    ("future-data", item(end=datetime(2026, 12, 1), zone="UTC", kinds=("realtime_traffic",))),
    ("other-state", item(provider_state="USA")),
    (
        "numeric-date",
        Snapshot(purpose="The 24/7 contact point; version 2.5; 192.0.2.1; case 12/345; section 18.2."),
    ),
    ("any-and-all", Snapshot(purpose="All three messages.")),
    ("placeholder", Snapshot(purpose="The message said [sic] that he would come.")),
    ("stand-in", Snapshot(purpose="None of the data will be used for another purpose.")),
    ("stand-in", Snapshot(persons=(Person(id="p1", family_name="Na", given_names="Nil"),))),
    ("stand-in", Snapshot(purpose="")),
    ("preservation-status", Snapshot(preservation=Preservation(reference="P-1", made_on=date(2026, 5, 1)))),
    ("preservation-status", Snapshot(preservation=Preservation(status="asked", authority="The police"))),
    (
        "preservation-confirmed",
        Snapshot(preservation=Preservation(status="preserved", made_on=date(2026, 5, 1))),
    ),
    ("presence-stated", Snapshot(procedure=Procedure(presence_wanted="no"))),
    ("prior-stated", Snapshot(proceedings=Proceedings(prior_made="no"))),
    (
        "limitation-stated",
        Snapshot(offences=(Offence(id="o1", limitation_status="known", limitation_on=date(2030, 1, 1)),)),
    ),
]


@pytest.mark.parametrize(("code", "snapshot"), SOUND)
def test_the_rule_is_silent_where_nothing_is_wrong(code, snapshot):
    assert of_craft(snapshot, code) == []


def test_every_rule_of_craft_is_tried_here():
    tried = {code for code, *_ in BROKEN} | {"contact", "translation"}
    # Rules on what the law knows of two States are tried in test_cited_bases, on the nexus in test_nexus.
    modules = (third_states.RULES, cited_bases.RULES, nexus.RULES, refusal.RULES, translation.RULES)
    elsewhere = {rule.requirement.element for rules in modules for rule in rules}
    elsewhere |= {code for code, *_ in test_words.BROKEN}
    elsewhere |= {code for code, *_ in test_crosschecks.BROKEN}
    # Those on files need files, and are tried where one is attached; the floor is tried in test_floor.
    elsewhere |= {rule.requirement.element for rule in (*files.RULES, *portal.FLOOR, *articles.RULES)}

    assert {rule.requirement.element for rule in portal.RULES} == tried | elsewhere


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_rule_of_craft_blocks_or_warns_on_an_example(path):
    found = engine.run(example(path.stem), (), on=TODAY)

    assert [f for f in found if f.severity is not Severity.ADVISE] == []


def scope_findings(scope, *, instrument="untoc", offences=()):
    snapshot = Snapshot(bases=(LegalBasis(instrument=instrument),), scope=scope, offences=offences)
    found = engine.run(snapshot, (), on=TODAY)
    codes = ("portal.untoc", "portal.budapest")
    return [
        (f.requirement, f.severity.value, f.field, f.item) for f in found if f.requirement.startswith(codes)
    ]


def test_untoc_asks_for_a_serious_crime_that_crosses_borders_by_an_organised_group():
    found = scope_findings(Scope(), offences=(Offence(id="o1", max_years=3.9),))

    assert found == [
        ("portal.untoc-transnational", "block", "transnational", ""),
        ("portal.untoc-organised-group", "block", "organised_group", ""),
        ("portal.untoc-serious-crime", "block", "max_years", "o1"),
    ]


@pytest.mark.parametrize(
    ("statement", "offence"),
    [
        ("", Offence(id="o1", max_years=4)),
        ("", Offence(id="o1", life=True)),
        ("The offence is one of article 6 of the Convention.", Offence(id="o1", max_years=2)),
    ],
)
def test_untoc_is_content_with_four_years_or_an_offence_of_its_own(statement, offence):
    scope = Scope(transnational="yes", organised_group="yes", statement=statement)

    assert scope_findings(scope, offences=(offence,)) == []


def test_untoc_asks_nothing_when_it_is_not_relied_on():
    assert scope_findings(Scope(electronic_evidence="yes"), instrument="budapest") == []


def test_budapest_asks_for_a_computer_offence_or_electronic_evidence():
    assert scope_findings(Scope(), instrument="budapest") == [
        ("portal.budapest-scope", "block", "electronic_evidence", "")
    ]
    assert scope_findings(Scope(computer_related="yes"), instrument="budapest") == []
