"""Rules that hold one place of a request against another: each fires where it should, and nowhere else."""

from datetime import date

import pytest

from requests_app.checks import agreement, chronology, crossed, engine, repeats
from requests_app.checks.numerals import numbers
from requests_app.checks.setting import Setting
from requests_app.content.snapshot import (
    Annex,
    Authority,
    Channel,
    Confidentiality,
    DataItem,
    Earlier,
    Fact,
    Measure,
    Offence,
    Person,
    Preservation,
    PriorContact,
    Procedure,
    Proceedings,
    Signature,
    Snapshot,
    Step,
)
from tests.checks.rules import TODAY, of_craft

TEXT = ("facts", "text", "f1")
MAY = date(2026, 5, 11)


def told(text, on=None, **more):
    return Snapshot(facts=(Fact(id="f1", text=text, on=on),), **more)


def case(number, text="", office=""):
    return told(
        text,
        proceedings=Proceedings(case_reference=number),
        authority=Authority(prosecutor_or_court=office),
    )


def row(identifier, text, type="email", *others):
    rows = (identifier, *others)
    items = tuple(DataItem(id=f"d{n}", type=type, identifier=name) for n, name in enumerate(rows, 1))
    return told(text, data_items=items)


def person(text="", **fields):
    who = {"family_name": "Holmgren", "given_names": "Viktor", "birth_date": date(1990, 3, 14), **fields}
    return told(text, persons=(Person(id="p1", **who),))


def preserved(text="", **fields):
    return told(text, preservation=Preservation(**fields))


def offence(**fields):
    return Snapshot(offences=(Offence(id="o1", **fields),))


def asked(*texts, kind="documents_records", **fields):
    measures = (Measure(id=f"m{n}", kind=kind, description=t, **fields) for n, t in enumerate(texts, 1))
    return Snapshot(measures=tuple(measures))


def secrecy(**fields):
    return Snapshot(confidentiality=Confidentiality(**fields))


def step(**fields):
    return told("A fact.", MAY, steps=(Step(id="s1", **fields),))


def signed(day, on=MAY):
    return told("A fact.", on, signature=Signature(date=day))


def annexed(*languages, translation="attached"):
    annexes = tuple(
        Annex(id=f"a{n}", kind="translation", title="T", language=tag) for n, tag in enumerate(languages)
    )
    return Snapshot(annexes=annexes, channel=Channel(language="en", translation=translation))


def slot(starts, ends):
    particulars = {"video-starts": starts, "video-ends": ends}
    return Snapshot(measures=(Measure(id="m1", kind="video_hearing", particulars=particulars),))


BROKEN = [
    ("other-case-number", case("2026-31-0091", "As said in 2026-31-0094."), TEXT),
    ("other-case-number", case("E041 of 2026", "As said in case E141 of 2026."), TEXT),
    (
        "other-case-number",
        case("2026-31-0091", office="Police, case 2026-31-0019"),
        ("authority", "prosecutor_or_court", ""),
    ),
    ("other-preservation", preserved("It is PRES-FICT-53.", reference="PRES-FICT-55"), TEXT),
    ("identifier-spelling", row("heron@mail.example.org", "He used hreon@mail.example.org."), TEXT),
    (
        "identifier-spelling",
        row("CH93 0076 2011 6238 5295 7", "To CH93 0076 2011 6238 5295 8.", "bank_account"),
        TEXT,
    ),
    ("identifier-spelling", row("+44 20 7946 0101", "He called +44 20 7946 0107.", "phone"), TEXT),
    ("other-birthday", person("Viktor Holmgren, born on 14 March 1991, did it."), TEXT),
    ("other-year", told("On 11 May 2025 it began.", MAY), TEXT),
    (
        "preserved-until",
        preserved("It is preserved until 3 January 2027.", expires_on=date(2027, 3, 1)),
        TEXT,
    ),
    (
        "preserved-in-text",
        preserved("The provider has preserved the data."),
        ("measures", "preservation_reference", ""),
    ),
    (
        "penalty-in-words",
        offence(max_years=6, penalty="Imprisonment for up to eight years"),
        ("offences", "penalty", "o1"),
    ),
    ("other-role", person("The suspect Viktor Holmgren ran away.", role="witness"), TEXT),
    ("other-role", person("Holmgren is suspected of the theft.", role="witness"), TEXT),
    ("other-role", person("The witness Holmgren saw it.", role="accused"), TEXT),
    ("told-ahead", step(type="decision", on=date(2027, 1, 1)), ("steps", "on", "s1")),
    (
        "told-ahead",
        Snapshot(prior_contacts=(PriorContact(id="c1", on=date(2027, 1, 1)),)),
        ("contacts", "on", "c1"),
    ),
    ("decision-before-facts", step(type="decision", on=date(2011, 1, 1)), ("steps", "on", "s1")),
    ("signed-before-facts", signed(date(2025, 1, 20)), ("channel", "signature_date", "")),
    ("signed-ahead", signed(date(2027, 11, 20)), ("channel", "signature_date", "")),
    ("time-barred", offence(limitation_on=date(2024, 1, 31)), ("offences", "limitation_on", "o1")),
    (
        "child-suspect",
        person(role="suspect", birth_date=date(2024, 1, 15)),
        ("persons", "birth_date", "p1"),
    ),
    (
        "preserved-before-facts",
        told("A fact.", MAY, preservation=Preservation(made_on=date(2019, 5, 4))),
        ("measures", "preserved_on", ""),
    ),
    (
        "live-in-the-past",
        asked("Listen.", kind="realtime_traffic", end=date(2026, 4, 1)),
        ("measures", "end", "m1"),
    ),
    ("hearing-slot", slot("2025-02-09 11:00", ""), ("measures", "video-starts", "m1")),
    ("hearing-slot", slot("2027-02-09 11:00", "2027-02-01 11:00"), ("measures", "video-ends", "m1")),
    (
        "repeated-fact",
        Snapshot(facts=(Fact(id="f1", text="He ran."), Fact(id="f2", text="he  ran."))),
        ("facts", "text", "f2"),
    ),
    ("repeated-measure", asked("Obtain it.", "Obtain it."), ("measures", "description", "m2")),
    ("reason-repeats", asked("Obtain it.", reason="Obtain it."), ("measures", "reason", "m1")),
    (
        "conduct-repeats",
        offence(conduct="Whoever enters.", law_text="Whoever enters."),
        ("offences", "conduct", "o1"),
    ),
    ("repeated-annex", annexed("fr", "fr"), ("annexes", "title", "a1")),
    (
        "follows-itself",
        Snapshot(reference="MJ-1", earlier=Earlier(reference="MJ-1")),
        ("earlier", "earlier_reference", ""),
    ),
    (
        "secret-not-kept",
        secrecy(wanted="no", classification="secret"),
        ("confidentiality", "confidentiality_wanted", ""),
    ),
    ("translation-crossed", annexed("fr", translation="not_needed"), ("channel", "translation", "")),
    ("translated-into-itself", annexed("en"), ("annexes", "language", "a0")),
    ("decision-annex", step(annex="a9"), ("steps", "annex", "s1")),
    (
        "custody-crossed",
        person(custody="free", custody_place="Central Prison, wing 4"),
        ("persons", "custody", "p1"),
    ),
    (
        "known-and-unknown",
        Snapshot(
            persons=(Person(id="p1", family_name="Holmgren", role="suspect"),),
            unknown={"persons": "Nobody is known."},
        ),
        ("persons", "family_name", "p1"),
    ),
    (
        "presence-crossed",
        Snapshot(applicable={"presence": "no"}, procedure=Procedure(presence="Two officers attend.")),
        ("procedures", "presence", ""),
    ),
]


@pytest.mark.parametrize(("code", "snapshot", "place"), BROKEN)
def test_the_rule_fires_at_the_place_that_is_wrong(code, snapshot, place):
    assert [found[1:] for found in of_craft(snapshot, code)] == [place]


SOUND = [
    ("other-case-number", case("2026-31-0091", "As said in 2026-31-0091, and in 2026-31-00914.")),
    ("other-case-number", case("4711", "In 4712 cases.")),
    ("other-case-number", case("20260091", "Account 20260092 was used.")),
    ("other-preservation", preserved("It is PRES-FICT-55, and P-7.", reference="PRES-FICT-55")),
    ("other-preservation", preserved("Row 3 of A-4.", reference="A-5")),
    ("identifier-spelling", row("heron@mail.example.org", "He used HERON@mail.example.org.")),
    (
        "identifier-spelling",
        row("a@mail.example.org", "And b@mail.example.org.", "email", "b@mail.example.org"),
    ),
    ("identifier-spelling", row("heron@mail.example.org", "He wrote to stork@post.example.net.")),
    ("identifier-spelling", row("192.0.2.17", "From 192.0.2.18 as well.", "ip")),
    ("other-birthday", person("Viktor Holmgren, born on 14 March 1990, did it.")),
    ("other-birthday", person("His wife Sara, born on 2 May 1991, did not.")),
    ("other-year", told("On 11 May 2025 and on 11 May 2026 he was there.", MAY)),
    ("other-year", told("On 10 May 2025 he was there.", MAY)),
    ("preserved-until", preserved("It is preserved until 1 March 2027.", expires_on=date(2027, 3, 1))),
    ("preserved-until", preserved("Preserved. He stayed until 3 May 2026.", expires_on=date(2027, 3, 1))),
    ("preserved-in-text", preserved("The data have been preserved.", reference="PRES-FICT-55")),
    ("preserved-in-text", preserved("The data are to be preserved.")),
    ("penalty-in-words", offence(max_years=21, penalty="Imprisonment for eight to twenty-one years")),
    ("penalty-in-words", offence(max_years=0.5, penalty="Imprisonment for six months")),
    ("penalty-in-words", offence(max_years=None, penalty="Up to six years")),
    ("penalty-in-words", offence(max_years=6, life=True, penalty="Ten years or life")),
    ("other-role", person("The accused Viktor Holmgren ran away.", role="suspect")),
    ("other-role", person("The witness Sara Lake saw him.", role="suspect")),
    ("other-role", person("The suspect's friend Holmgren saw it.", role="witness")),
    ("told-ahead", step(type="hearing", on=date(2027, 1, 1))),
    ("decision-before-facts", step(type="decision", on=date(2026, 6, 1))),
    ("signed-before-facts", signed(date(2026, 11, 20))),
    ("signed-ahead", signed(date(2026, 12, 20))),
    ("time-barred", offence(limitation_on=date(2030, 1, 31))),
    ("child-suspect", person(role="victim", birth_date=date(2024, 1, 15))),
    ("child-suspect", person(role="suspect", birth_date=date(2008, 1, 15))),
    ("preserved-before-facts", told("A.", MAY, preservation=Preservation(made_on=date(2026, 6, 4)))),
    ("live-in-the-past", asked("Listen.", kind="realtime_traffic", end=date(2026, 12, 24))),
    ("live-in-the-past", asked("Copy.", kind="documents_records", end=date(2026, 4, 1))),
    ("hearing-slot", slot("2027-02-09 11:00", "2027-02-12 14:00")),
    ("hearing-slot", slot("in spring", "")),
    ("repeated-fact", Snapshot(facts=(Fact(id="f1"), Fact(id="f2")))),
    ("repeated-measure", asked("Obtain the log.", "Obtain the mails.")),
    ("repeated-measure", asked("", "")),
    ("reason-repeats", asked("", reason="")),
    ("conduct-repeats", offence(conduct="Entering a system.", law_text="Whoever enters.")),
    ("repeated-annex", annexed("fr", "de")),
    ("follows-itself", Snapshot()),
    ("secret-not-kept", secrecy(wanted="no", classification="restricted")),
    ("translation-crossed", annexed("fr")),
    ("translated-into-itself", annexed("fr")),
    ("decision-annex", step()),
    ("custody-crossed", person(custody="free", custody_place="Nairobi, on bail")),
    ("custody-crossed", person(custody="detained", custody_place="Central Prison")),
    (
        "known-and-unknown",
        Snapshot(
            persons=(Person(id="p1", family_name="Lake", role="victim"),),
            unknown={"persons": "Those who act are not known."},
        ),
    ),
    ("presence-crossed", Snapshot(applicable={"presence": "no"})),
]


@pytest.mark.parametrize(("code", "snapshot"), SOUND)
def test_the_rule_is_silent_where_nothing_is_wrong(code, snapshot):
    assert of_craft(snapshot, code) == []


def test_every_rule_of_these_modules_is_tried_in_both_ways():
    modules = (agreement.RULES, chronology.RULES, crossed.RULES, repeats.RULES)
    codes = {rule.requirement.element for rules in modules for rule in rules}

    assert {code for code, *_ in BROKEN} == codes
    assert {code for code, _ in SOUND} == codes


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Imprisonment for eight to twenty-one years", (8, 21)),
        ("up to 6 years, and a fine of 40,000 euros", (6,)),
        ("six months under section 12", ()),
        ("one year", (1,)),
    ],
)
def test_years_are_read_in_words_and_in_figures(text, years):
    assert numbers(text) == years


NAMES = Setting(third_states=("Portugal", "the Netherlands", "Trinidad and Tobago"))


def in_a_third_state(snapshot):
    found = engine.run(snapshot, (), on=TODAY, setting=NAMES)
    return [(f.requirement, f.field) for f in found if f.requirement.startswith("portal.other-state-")]


def order(text):
    return Snapshot(procedure=Procedure(domestic_order=text))


def promise(text):
    return Snapshot(procedure=Procedure(reciprocity=text))


@pytest.mark.parametrize(
    ("snapshot", "code", "field"),
    [
        (told("The authorities of Portugal are asked to help."), "asked", "text"),
        (told("The competent court in the Netherlands is kindly requested to do it."), "asked", "text"),
        (told("The Government of Trinidad and Tobago is asked for it."), "asked", "text"),
        (told("We thank the Ministry of Justice of Portugal for its help."), "asked", "text"),
        (promise("Portugal would grant the same."), "promises", "reciprocity"),
        (promise("The Netherlands undertakes the like."), "promises", "reciprocity"),
        (order("Order of the District Court of Portugal of 3 November 2026."), "orders", "domestic_order"),
    ],
)
def test_a_state_that_has_nothing_to_do_with_the_request_is_found(snapshot, code, field):
    assert in_a_third_state(snapshot) == [(f"portal.other-state-{code}", field)]


@pytest.mark.parametrize(
    "snapshot",
    [
        told("The money went to Portugal. A court in Portugal convicted him in 2019."),
        told("The authorities of Norway are asked to help."),
        told("We thank Ada Berg for her help."),
        promise("Norway would grant the same, as it did to Portugal."),
        order("Order of the Regional Court of Harbourtown."),
    ],
)
def test_a_third_state_in_the_story_is_no_fault(snapshot):
    assert in_a_third_state(snapshot) == []
