"""Rules on words, figures, names, time and refusal: each fires where it should, and nowhere else."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from requests_app.checks import engine, figures, names, narrative, refusal, timing, wording
from requests_app.checks.setting import Setting
from requests_app.completeness import examining
from requests_app.content.snapshot import (
    Annex,
    Channel,
    Confidentiality,
    Contact,
    DataItem,
    Fact,
    Measure,
    Offence,
    Person,
    Preservation,
    Procedure,
    Proceedings,
    Snapshot,
    Step,
    Urgency,
)
from tests.checks.rules import TODAY, example, of_craft
from treaties.spec import Citation, Confidence, Refusal, Typed, Verified


def told(text, **more):
    return Snapshot(facts=(Fact(id="f1", text=text),), **more)


def known_by(learned):
    return Snapshot(facts=(Fact(id="f1", text="A fact.", learned=learned),))


def asked(kind, **fields):
    return Snapshot(measures=(Measure(id="m1", kind=kind, **fields),))


def naming(text, *families, **more):
    persons = tuple(Person(id=f"p{n}", family_name=name) for n, name in enumerate(families, 1))
    return told(text, persons=persons, **more)


def offence(**fields):
    return Snapshot(offences=(Offence(id="o1", **fields),))


def annexed(*kinds, text="As annex 1 shows."):
    return told(text, annexes=tuple(Annex(id=f"a{n}", kind=k, title="T") for n, k in enumerate(kinds, 1)))


def hearing(day, kind="video_hearing", **urgency):
    return Snapshot(
        measures=(Measure(id="m1", kind=kind),),
        proceedings=Proceedings(next_date=day),
        urgency=Urgency(**urgency),
    )


TEXT = ("advise", "facts", "text", "f1")
BORN = date(1988, 3, 7)

BROKEN = [
    ("endless-word", told("b" * 1_001), ("block", *TEXT[1:])),
    ("tone", told("He did knowingly enter the system."), TEXT),
    ("foreign-term", told("He is charged with a felony."), TEXT),
    ("foreign-term", told("The user is John Doe."), TEXT),
    ("foreign-term", told("Wire fraud.", requested="GBR"), TEXT),
    ("abbreviation", told("The FIU reported it."), TEXT),
    ("prejudice", told("A hardened criminal."), TEXT),
    ("any-and-all", told("Give us full access to the mailbox."), TEXT),
    (
        "boilerplate",
        Snapshot(confidentiality=Confidentiality(wanted="yes", reason="Ongoing investigation.")),
        ("advise", "confidentiality", "confidentiality_reason", ""),
    ),
    (
        "boilerplate",
        Snapshot(urgency=Urgency(level="urgent", reason="As soon as possible, please.")),
        ("advise", "confidentiality", "urgency_reason", ""),
    ),
    (
        "label-only",
        offence(title="Fraud", conduct="Computer fraud."),
        ("advise", "offences", "conduct", "o1"),
    ),
    ("police-information", known_by("Message from Interpol"), ("advise", "facts", "learned", "f1")),
    ("day-in-text-ahead", told("On 12 May 2027 he came."), ("warn", *TEXT[1:])),
    ("day-in-text-ahead", told("On 2027-05-12 he came."), ("warn", *TEXT[1:])),
    ("amount-without-currency", told("The victim paid 48,200 on that day."), TEXT),
    ("amount-without-currency", told("A ransom of 5000 was demanded."), TEXT),
    ("amount-without-currency", told("The loss is 1 250 000."), TEXT),
    ("annex-missing", annexed("order", text="See annex 4."), ("warn", *TEXT[1:])),
    ("annex-missing", annexed("order", text="See annex B."), ("warn", *TEXT[1:])),
    ("annex-not-cited", annexed("order", "evidence"), ("advise", "annexes", "title", "a2")),
    ("name-spelling", naming("Then Hansenn left.", "Hansen"), TEXT),
    ("name-spelling", naming("Then Hasnen left.", "Hansen"), TEXT),
    ("name-spelling", naming("Then Muller left.", "Müller"), TEXT),
    (
        "person-twice",
        Snapshot(
            persons=(
                Person(id="p1", family_name="Kowalski", given_names="Jan", birth_date=BORN),
                Person(id="p2", family_name="Kovalski", given_names="Jan", birth_date=BORN),
            )
        ),
        ("advise", "persons", "family_name", "p2"),
    ),
    ("short-notice", hearing(date(2026, 12, 20)), ("advise", "authority", "next_date", "")),
    (
        "short-notice",
        hearing(None, "service_documents", deadline=date(2026, 12, 20)),
        ("advise", "confidentiality", "deadline", ""),
    ),
    (
        "deadline-after-hearing",
        hearing(date(2027, 2, 1), "bank_info", deadline=date(2027, 2, 2)),
        ("advise", "confidentiality", "deadline", ""),
    ),
    ("unreadable-answer", Snapshot(steps=(Step(id="s1", zone="Mars"),)), ("warn", "steps", "zone", "s1")),
    (
        "preservation-runs-out",
        Snapshot(preservation=Preservation(expires_on=date(2026, 12, 5))),
        ("advise", "measures", "preservation_expires_on", ""),
    ),
    (
        "long-measure",
        asked("documents_records", start=date(2024, 1, 1), end=date(2026, 1, 1)),
        ("advise", "measures", "end", "m1"),
    ),
    (
        "long-measure",
        asked("interception_content", start=date(2026, 1, 1), end=date(2026, 6, 1)),
        ("advise", "measures", "end", "m1"),
    ),
    (
        "long-history",
        Snapshot(
            data_items=(
                DataItem(
                    id="d1", type="bank_account", start=datetime(2012, 1, 1), end=datetime(2026, 1, 1)
                ),
            )
        ),
        ("advise", "data", "end", "d1"),
    ),
    (
        "slow-route",
        Snapshot(urgency=Urgency(level="urgent"), channel=Channel(route="diplomatic")),
        ("advise", "channel", "route", ""),
    ),
    (
        "slow-route",
        Snapshot(
            urgency=Urgency(level="emergency"), channel=Channel(route="central_authority", means="post")
        ),
        ("advise", "channel", "means", ""),
    ),
    (
        "contact-point-route",
        Snapshot(measures=(Measure(id="m1", kind="bank_info"),), channel=Channel(route="contact_24_7")),
        ("advise", "channel", "route", ""),
    ),
    (
        "reply-zone",
        Snapshot(channel=Channel(reply_contact=Contact(phone="+44 20 7946 0101"))),
        ("advise", "channel", "reply_zone", ""),
    ),
    (
        "death-penalty",
        offence(title="Murder", penalty="Death penalty or imprisonment for life"),
        ("advise", "procedures", "death_penalty_assurance", ""),
    ),
    *(
        (
            "death-penalty",
            offence(title="Murder", penalty=penalty),
            ("advise", "procedures", "death_penalty_assurance", ""),
        )
        for penalty in (
            "Death or imprisonment for life",
            "Hanging",
            "Imprisonment for life or death",
            "死刑",
        )
    ),
]


@pytest.mark.parametrize(("code", "snapshot", "place"), BROKEN)
def test_the_rule_fires_at_the_place_that_is_wrong(code, snapshot, place):
    assert of_craft(snapshot, code) == [place]


SOUND = [
    ("tone", told("He entered the system with a stolen password.")),
    ("foreign-term", told("He is charged with a felony.", requested="USA")),
    ("foreign-term", told("They went to Puerto Ricolino.")),
    ("abbreviation", told("The Financial Intelligence Unit (FIU) reported it. The FIU wrote again.")),
    ("abbreviation", told("The FIU (Financial Intelligence Unit) reported it.")),
    ("abbreviation", told("At 09:14 UTC the IP address was used; the SIM card was found.")),
    ("abbreviation", told("File EX-2291/2026, reference AB-12.")),
    ("abbreviation", told("THE WHOLE TEXT IS IN CAPITALS.")),
    ("abbreviation", told("Operation HARBOUR began.", proceedings=Proceedings(operation="QUIET HARBOUR"))),
    ("abbreviation", naming("Then DOE came.", "DOE")),
    ("prejudice", told("She develops medieval art.")),
    (
        "boilerplate",
        Snapshot(
            confidentiality=Confidentiality(
                reason="The investigation is ongoing: one suspect deleted two accounts (fact 6)."
            )
        ),
    ),
    (
        "label-only",
        offence(title="Fraud", conduct="He pretended to be the bank and obtained money by this."),
    ),
    ("label-only", offence(title="Fraud")),
    ("police-information", known_by("Interpol's sender agreed to its use as evidence")),
    ("day-in-text-ahead", told("On 12 May 2026 he came; 31 February 2027 is no day.")),
    ("day-in-text-ahead", Snapshot(urgency=Urgency(deadline_reason="The trial begins on 14 April 2027."))),
    ("amount-without-currency", told("The victim paid EUR 48,200 on that day.")),
    ("amount-without-currency", told("The victim paid 48,200 euros, and £300 later.")),
    ("amount-without-currency", told("He transferred 4,000 files and received 300 messages.")),
    ("amount-without-currency", told("The sum was paid in 2026.")),
    ("amount-without-currency", told("Payment from account 0012-345-678.")),
    (
        "annex-missing",
        annexed("order", text="As annex 1 and Annex A show; Annex II to the Convention; annex B of it."),
    ),
    ("annex-not-cited", annexed("order", "evidence", text="Nothing is cited.")),
    ("annex-not-cited", annexed("order", "translation", "law_text")),
    ("name-spelling", naming("HANSEN left; Hansen's car; the Hansens.", "Hansen")),
    ("name-spelling", naming("Hansen met Jansen.", "Hansen", "Jansen")),
    ("name-spelling", naming("Kim met Kin.", "Kim")),
    (
        "name-spelling",
        Snapshot(
            facts=(Fact(id="f1", text="Martin left."),),
            persons=(Person(id="p1", family_name="Martins", given_names="Martin"),),
        ),
    ),
    (
        "person-twice",
        Snapshot(
            persons=(
                Person(id="p1", family_name="Kim", given_names="Jan", birth_date=BORN),
                Person(id="p2", family_name="Kim", given_names="Jan", birth_date=date(1990, 1, 1)),
            )
        ),
    ),
    ("short-notice", hearing(date(2027, 2, 1))),
    ("short-notice", hearing(date(2026, 12, 20), "bank_info")),
    ("short-notice", hearing(date(2026, 12, 20), level="urgent")),
    ("deadline-after-hearing", hearing(date(2027, 2, 1), deadline=date(2027, 2, 1))),
    ("unreadable-answer", Snapshot(steps=(Step(id="s1", zone="Africa/Nairobi"), Step(id="s2")))),
    ("preservation-runs-out", Snapshot(preservation=Preservation(expires_on=date(2027, 2, 5)))),
    (
        "preservation-runs-out",
        Snapshot(
            preservation=Preservation(expires_on=date(2026, 12, 5)),
            proceedings=Proceedings(request_status="extension"),
        ),
    ),
    ("long-measure", asked("bank_info", start=date(2020, 1, 1), end=date(2026, 1, 1))),
    ("slow-route", Snapshot(urgency=Urgency(level="normal"), channel=Channel(route="diplomatic"))),
    (
        "slow-route",
        Snapshot(
            urgency=Urgency(level="urgent"),
            channel=Channel(route="diplomatic", via="Advance copy by e-mail"),
        ),
    ),
    (
        "contact-point-route",
        Snapshot(measures=(Measure(id="m1", kind="preservation"),), channel=Channel(route="contact_24_7")),
    ),
    ("reply-zone", Snapshot(channel=Channel(reply_contact=Contact(phone="+44 20 7946 0101", zone="UTC")))),
    ("death-penalty", offence(title="Theft", penalty="Six years; causing death is punished otherwise")),
    (
        "death-penalty",
        Snapshot(
            offences=(Offence(id="o1", penalty="Death penalty"),),
            procedure=Procedure(death_penalty_assurance="The death penalty will not be sought."),
        ),
    ),
]


@pytest.mark.parametrize(("code", "snapshot"), SOUND)
def test_the_rule_is_silent_where_nothing_is_wrong(code, snapshot):
    assert of_craft(snapshot, code) == []


def test_every_rule_of_these_modules_is_tried_here():
    rules = (*narrative.RULES, *figures.RULES, *names.RULES, *timing.RULES, *refusal.RULES)
    new = {rule.requirement.element for rule in rules}
    in_the_other_module = {"placeholder", "numeric-date", "long-sentence"}

    assert new - in_the_other_module == {code for code, *_ in BROKEN} | {"refusal-ground"}


# --- answers in a form --------------------------------------------------------------------------------


UNREAD = "portal.unreadable-answer"


def unread(snapshot, *typed):
    found = engine.run(snapshot, (), on=TODAY, setting=Setting(typed=typed))
    return [(f.field, f.item) for f in found if f.requirement == UNREAD]


@pytest.mark.parametrize(
    ("form", "text", "is_read"),
    [
        ("zone", "Africa/Nairobi", True),
        ("zone", "+03:00", True),
        ("zone", "Nairobi", False),
        ("time", "2027-04-14 09:30", True),
        ("time", "14 April, half past nine", False),
        ("day", "2027-04-14", True),
        ("day", "14/04/2027", False),
        ("yes_no", "no", True),
        ("yes_no", "not really", False),
        ("yes_no", "", True),
    ],
)
def test_a_particular_that_has_a_form_is_read_in_it(form, text, is_read):
    asked = Snapshot(measures=(Measure(id="m1", kind="video_hearing", particulars={"some": text}),))

    assert unread(asked, Typed("video_hearing", "some", form)) == ([] if is_read else [("some", "m1")])
    assert unread(asked, Typed("bank_info", "some", form)) == []


@pytest.mark.django_db
def test_the_checker_is_told_the_form_of_each_particular(law):
    request = example("s8-video-hearing")
    (asked,) = (measure for measure in request.measures if "video-zone" in measure.particulars)
    particulars = {**asked.particulars, "video-zone": "Mars/Phobos"}
    wrong = replace(asked, particulars=particulars)
    measures = tuple(wrong if measure is asked else measure for measure in request.measures)

    found = examining.report(replace(request, measures=measures), TODAY).findings
    before = examining.report(request, TODAY).findings

    assert [(f.field, f.item) for f in found if f.requirement == UNREAD] == [("video-zone", asked.id)]
    assert not any(f.requirement == UNREAD for f in before)


# --- grounds of refusal ------------------------------------------------------------------------------


def citation(instrument="treaty"):
    return Citation(
        instrument=instrument,
        provision="4",
        label=f"{instrument}, art 4",
        source="a text",
        confidence=Confidence.HIGH,
        verified=Verified.TEXT,
    )


def raised(snapshot, *grounds, nature="optional"):
    refusals = tuple(
        Refusal(ground=g, nature=nature, text="A ground.", citation=citation()) for g in grounds
    )
    found = engine.run(snapshot, (), on=TODAY, setting=Setting(refusals=refusals))
    return [
        (f.severity.value, f.section, f.field, f.item, f.citations[0].label)
        for f in found
        if f.requirement == "portal.refusal-ground"
    ]


AT_TITLE = [("advise", "offences", "title", "o1", "treaty, art 4")]


@pytest.mark.parametrize(
    ("ground", "title"),
    [
        ("political_offence", "Treason"),
        ("military", "Desertion"),
        ("fiscal", "Tax evasion"),
        ("discrimination", "Apostasy"),
    ],
)
def test_a_ground_that_the_treaty_has_is_met_before_it_is_raised(ground, title):
    assert raised(offence(title=title), ground) == AT_TITLE
    assert raised(offence(title=title)) == []
    assert raised(offence(title="Theft"), ground) == []


def test_somebody_may_have_been_tried_already():
    assert raised(told("He was acquitted in Sampleland."), "ne_bis_in_idem") == [
        ("advise", "facts", "text", "f1", "treaty, art 4")
    ]


def test_a_ground_that_the_treaty_bars_raises_no_risk():
    assert raised(offence(title="Tax evasion"), "fiscal", nature="barred_as_sole_ground") == []


def test_a_text_that_answers_the_ground_is_left_alone():
    snapshot = offence(title="Tax evasion", conduct="He used forged invoices in order to pay less.")

    assert raised(snapshot, "fiscal") == []


def test_every_ground_has_signs_that_show_it_and_words_that_answer_it():
    for ground in wording.grounds().values():
        shown = offence(title=ground.words[0].capitalize())
        answered = offence(title=ground.words[0].capitalize(), conduct=ground.answered_by[0])
        assert len(raised(shown, *ground.grounds)) >= 1
        assert raised(answered, *ground.grounds) == []
