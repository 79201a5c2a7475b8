"""Checks and conditions that a data file of the law may name."""

from datetime import date

import pytest
from msgspec.structs import replace

from requests_app.checks import engine, library
from requests_app.content.snapshot import (
    Annex,
    Channel,
    Confidentiality,
    LegalBasis,
    Measure,
    Offence,
    Person,
    Procedure,
    Proceedings,
    Snapshot,
    Urgency,
)
from tests.checks.rules import TODAY, places, rule


def where(snapshot, check, *fields, **params):
    found = engine.run(snapshot, [rule(*fields, check=check, params=params)], on=TODAY)
    return [(place[2], place[3]) for place in places(found)]


def sent(language, translation="", *annexes, requested="CHE"):
    documents = [Annex(id=f"a{n}", kind="translation", language=code) for n, code in enumerate(annexes, 1)]
    return Snapshot(
        requested=requested,
        channel=Channel(language=language, translation=translation),
        annexes=tuple(documents),
    )


@pytest.mark.parametrize(
    ("snapshot", "expected"),
    [
        (sent(""), [("language", "")]),
        (sent("fr"), []),
        (sent("fr-CH"), []),
        (sent("en"), [("translation", "")]),
        (sent("en", "not_needed"), [("translation", "")]),
        (sent("en", "attached"), [("kind", "")]),
        (sent("en", "attached", "es"), [("language", "a1")]),
        (sent("en", "attached", "es", "it"), []),
        (sent("en", "attached", ""), []),
        (sent("en", "to_follow"), []),
        (sent("en", requested="AUS"), []),
        (sent("en", requested="NZL"), []),
    ],
)
def test_a_language_that_the_requested_state_reads(snapshot, expected):
    languages = {"CHE": ["de", "fr", "it"], "AUS": ["en"]}

    assert where(snapshot, "language_accepted", "language", languages=languages) == expected


def test_a_channel_that_the_requested_state_accepts():
    def of(route, level=""):
        channel = Channel(route=route, addressee="Federal Office of Justice")
        snapshot = Snapshot(channel=channel, urgency=Urgency(level=level))
        return where(
            snapshot, "channel_accepted", "channel", routes=["diplomatic"], urgent_routes=["interpol"]
        )

    assert of("diplomatic") == []
    assert of("interpol") == [("route", "")]
    assert of("interpol", "urgent") == []
    assert of("direct", "emergency") == [("route", "")]


def offences(*years):
    rows = [
        Offence(id=f"o{n}", title="Fraud", max_years=None if y == "life" else y, life=y == "life")
        for n, y in enumerate(years, 1)
    ]
    return Snapshot(offences=tuple(rows))


@pytest.mark.parametrize(
    ("years", "one", "each"),
    [
        ((), [("max_years", "")], []),
        ((4,), [], []),
        (("life",), [], []),
        ((3, 4), [], [("max_years", "o1")]),
        (
            (None, 3.5),
            [("max_years", "o1"), ("max_years", "o2")],
            [("max_years", "o1"), ("max_years", "o2")],
        ),
    ],
)
def test_a_penalty_that_reaches_the_threshold(years, one, each):
    assert where(offences(*years), "penalty_at_least", "max_penalty", years=4) == one
    assert where(offences(*years), "each_penalty_at_least", "max_penalty", years=4) == each


def test_time_enough_to_execute():
    def of(deadline):
        return where(Snapshot(urgency=Urgency(deadline=deadline)), "lead_time", "deadline", days=45)

    assert of(None) == [("deadline", "")]
    assert of(date(2027, 1, 8)) == [("deadline", "")]
    assert of(date(2027, 1, 9)) == []


def test_one_of_several_answers_is_enough():
    def of(snapshot):
        return where(snapshot, "any_answered", "purpose", "necessity")

    assert of(Snapshot()) == [("purpose", "")]
    assert of(Snapshot(necessity="Nothing else leads to the data.")) == []


@pytest.mark.parametrize(
    ("name", "argument", "holds", "fails"),
    [
        (
            "measures_any",
            ["bank_info"],
            Snapshot(measures=(Measure(id="m1", kind="bank_info"),)),
            Snapshot(),
        ),
        (
            "measures_not_only",
            ["service_documents"],
            Snapshot(),
            Snapshot(measures=(Measure(id="m1", kind="service_documents"),)),
        ),
        ("basis_cited", ["untoc"], Snapshot(bases=(LegalBasis(instrument="untoc"),)), Snapshot()),
        ("basis_not_cited", ["untoc"], Snapshot(), Snapshot(bases=(LegalBasis(instrument="untoc"),))),
        ("urgency_in", ["urgent"], Snapshot(urgency=Urgency(level="urgent")), Snapshot()),
        (
            "confidentiality_wanted",
            True,
            Snapshot(confidentiality=Confidentiality(wanted="yes")),
            Snapshot(confidentiality=Confidentiality(wanted="no")),
        ),
        (
            "notification_barred",
            True,
            Snapshot(confidentiality=Confidentiality(no_notification="yes")),
            Snapshot(),
        ),
        ("deadline_set", True, Snapshot(urgency=Urgency(deadline=TODAY)), Snapshot()),
        ("route_in", ["direct"], Snapshot(channel=Channel(route="direct")), Snapshot()),
        (
            "language_not_in",
            ["fr"],
            Snapshot(channel=Channel(language="en")),
            Snapshot(channel=Channel(language="fr-CH")),
        ),
        ("requesting_in", ["NOR"], Snapshot(requesting="NOR"), Snapshot(requesting="SWE")),
        ("requested_in", ["NOR"], Snapshot(requested="NOR"), Snapshot(requested="SWE")),
        ("person_role_in", ["witness"], Snapshot(persons=(Person(id="p1", role="witness"),)), Snapshot()),
        (
            "special_procedure_wanted",
            True,
            Snapshot(procedure=Procedure(special="On oath.")),
            Snapshot(procedure=Procedure(special="n/a")),
        ),
        (
            "death_penalty_possible",
            True,
            Snapshot(offences=(Offence(id="o1", penalty="Death or imprisonment for life"),)),
            Snapshot(offences=(Offence(id="o1", penalty="Imprisonment for life"),)),
        ),
        (
            "status_in",
            ["supplementary"],
            Snapshot(proceedings=Proceedings(request_status="supplementary")),
            Snapshot(),
        ),
    ],
)
def test_a_condition_decides_whether_the_rule_is_looked_at(name, argument, holds, fails):
    requirement = rule("signature", when={name: argument})

    assert len(places(engine.run(holds, [requirement], on=TODAY))) == 1
    assert places(engine.run(fails, [requirement], on=TODAY)) == []


def test_every_condition_is_tried_here():
    (mark,) = test_a_condition_decides_whether_the_rule_is_looked_at.pytestmark

    assert {case[0] for case in mark.args[1]} == set(library.CONDITIONS)


def test_a_name_that_does_not_exist_is_noticed_in_the_data():
    assert library.is_known(rule("facts", when={"deadline_set": True}))
    assert not library.is_known(rule("facts", check="nothing"))
    assert not library.is_known(rule("facts", when={"nothing": True}))
    assert not library.is_known(rule("nothing"))


def test_text_of_law_may_be_quoted_or_annexed():
    requirement = rule("offence_law_text", attachment=True)
    bare = Snapshot(offences=(Offence(id="o1"),))
    quoted = Snapshot(offences=(Offence(id="o1", law_text="Whoever takes by force …"),))
    annexed = replace(bare, annexes=(Annex(id="a1", kind="law_text", title="Penal Code"),))

    assert [len(places(engine.run(s, [requirement], on=TODAY))) for s in (bare, quoted, annexed)] == [
        1,
        0,
        0,
    ]


@pytest.mark.parametrize(("draft_field", "proof"), [("signature", "certificate"), ("addressee", "other")])
def test_no_other_paper_stands_for_the_certificate_or_the_notice(draft_field, proof):
    requirement = rule(draft_field, attachment=True)

    def missing(*kinds):
        annexes = tuple(Annex(id=f"a{n}", kind=kind) for n, kind in enumerate(kinds))
        found = places(engine.run(Snapshot(annexes=annexes), [requirement], on=TODAY))
        return [place for place in found if place[1] == "annexes"]

    assert missing("law_text", "order") == [("block", "annexes", "kind", "")]
    assert missing("law_text", proof) == []


def test_a_translation_is_annexed_unless_the_letter_is_read_as_it_is():
    requirement = rule("language", attachment=True)

    def open_in(translation, *annexes):
        return places(engine.run(sent("en", translation, *annexes), [requirement], on=TODAY))

    assert open_in("not_needed") == []
    assert open_in("attached", "fr") == []
    assert open_in("attached") == [("block", "annexes", "kind", "")]
