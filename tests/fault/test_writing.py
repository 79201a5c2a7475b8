"""Many hands on one request: F13, F14, F23, and approval against editing (A16)."""

import datetime as dt
import uuid
from collections import Counter
from functools import partial

import pytest
from django.db import DatabaseError, connection

from requests_app import audit, casework
from requests_app.casework import Conflict, NotAllowed, NotReady, Stale
from requests_app.completeness import examining
from requests_app.documents import letters, printing
from requests_app.models import (
    AuditEvent,
    CheckRun,
    Fact,
    MLARequest,
    Officer,
    RenderedDocument,
    Review,
    Transmission,
)
from tests.cast import OfficerFactory
from tests.fault.threads import at_once

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

HANDS = 10
ROUNDS = 20
DISPATCH = {
    "route": "central_authority",
    "means": "email",
    "recipient": "Fictional",
    "sent_on": dt.date(2026, 6, 12),
}


@pytest.fixture(autouse=True)
def no_law(monkeypatch, broker):
    monkeypatch.setattr(examining, "rules_for", lambda *_of, **_with: ())
    monkeypatch.setattr("requests_app.checks.portal.RULES", ())
    monkeypatch.setattr("requests_app.checks.scope.RULES", ())


@pytest.fixture
def team(requests_of) -> tuple[MLARequest, Officer, Officer]:
    author, (mla,) = requests_of(1)
    supervisor = OfficerFactory(username="supervisor", unit=author.unit, role=Officer.Role.SUPERVISOR)
    return mla, author, supervisor


def now(mla: MLARequest) -> MLARequest:
    return MLARequest.objects.get(pk=mla.pk)


def kinds(outcomes: list) -> Counter:
    return Counter(type(outcome).__name__ for outcome in outcomes)


# --- F13 ----------------------------------------------------------------------------------------------


def test_f13_of_ten_writers_one_wins_and_nine_see_both_texts(team):
    mla, author, _supervisor = team

    for _round in range(ROUNDS):
        base = now(mla).revision

        def write(text: str, base: int = base) -> MLARequest:
            return casework.save_section(mla, author, section="facts", base=base, values={"purpose": text})

        texts = [f"{base} by hand {hand}" for hand in range(HANDS)]
        outcomes = at_once(*[lambda text=text: write(text) for text in texts])

        conflicts = [outcome for outcome in outcomes if isinstance(outcome, Conflict)]
        kept = now(mla).purpose
        assert kinds(outcomes) == {"MLARequest": 1, "Conflict": HANDS - 1}
        assert {conflict.theirs["purpose"] for conflict in conflicts} == {kept}
        assert {conflict.yours["purpose"] for conflict in conflicts} | {kept} == set(texts)
        assert now(mla).revision == base + 1


def test_f13_holds_for_an_item_too(team):
    mla, author, _supervisor = team
    item = mla.fact_set.get()

    def write(text: str) -> MLARequest:
        return casework.save_item(mla, author, section="facts", item=item, base=0, values={"text": text})

    outcomes = at_once(*[lambda hand=hand: write(f"by hand {hand}") for hand in range(HANDS)])

    assert kinds(outcomes) == {"MLARequest": 1, "Conflict": HANDS - 1}


def test_ten_writers_on_ten_sections_all_win(team):
    mla, author, _supervisor = team
    columns = [
        "purpose",
        "necessity",
        "costs",
        "other",
        "presence",
        "court",
        "nature",
        "operation",
        "via",
        "title",
    ]

    outcomes = at_once(
        *[
            lambda name=name: casework.save_section(
                mla, author, section=name, base=0, values={name: "Mine."}
            )
            for name in columns
        ]
    )

    assert kinds(outcomes) == {"MLARequest": HANDS}
    assert {getattr(now(mla), name) for name in columns} == {"Mine."}
    assert now(mla).revision == HANDS
    assert list(CheckRun.objects.values_list("revision", flat=True)) == [HANDS]
    assert audit.verify().ok


# --- F14 ----------------------------------------------------------------------------------------------


def test_f14_ten_clicks_start_one_request(team):
    _mla, author, _supervisor = team
    before = MLARequest.objects.count()

    for number in range(1, ROUNDS + 1):
        start = partial(casework.start, author, requested="GBR", kinds=["preservation"], token=uuid.uuid4())
        outcomes = at_once(*[start] * HANDS)

        assert len({outcome.pk for outcome in outcomes}) == 1
        assert MLARequest.objects.count() == before + number
        assert AuditEvent.objects.filter(verb="request.started").count() == number


def test_f14_ten_clicks_add_one_item(team):
    mla, author, _supervisor = team
    token = uuid.uuid4()

    outcomes = at_once(*[lambda: casework.add_item(mla, author, section="facts", token=token)] * HANDS)

    assert len({outcome.pk for outcome in outcomes}) == 1
    assert mla.fact_set.count() == 2


def test_ten_items_added_at_once_get_ten_numbers(team):
    mla, author, _supervisor = team

    at_once(*[lambda: casework.add_item(mla, author, section="facts")] * HANDS)

    assert list(mla.fact_set.values_list("key", flat=True)) == [
        f"f{number}" for number in range(1, HANDS + 2)
    ]


def test_f14_ten_clicks_make_each_move_once(team):
    mla, author, supervisor = team

    clicked = [at_once(*[lambda: casework.submit(mla, author)] * HANDS)]
    read = now(mla).submitted_digest
    clicked.append(at_once(*[lambda: casework.approve(mla, supervisor, digest=read)] * HANDS))
    RenderedDocument.objects.update(status="done", sha256="a" * 64)
    clicked.append(at_once(*[lambda: casework.send(mla, author, **DISPATCH)] * HANDS))

    assert [kinds(outcomes) for outcomes in clicked] == [{"MLARequest": HANDS}] * 3
    verbs = AuditEvent.objects.filter(verb__in=["request.submit", "request.approve", "request.send"])
    assert verbs.count() == 3
    assert (Review.objects.count(), RenderedDocument.objects.count(), Transmission.objects.count()) == (
        1,
        1,
        1,
    )


def test_f14_ten_clicks_order_one_document(team):
    mla, author, _supervisor = team

    outcomes = at_once(*[lambda: printing.order(mla, author, draft=True)] * HANDS)

    assert len({outcome.pk for outcome in outcomes}) == 1
    assert AuditEvent.objects.filter(verb="document.ordered").count() == 1


def test_f14_ten_clicks_of_two_officers_make_one_extension(team):
    mla, author, supervisor = team
    MLARequest.objects.filter(pk=mla.pk).update(
        state="sent", approved_digest="0" * 64, approved_by=supervisor
    )
    colleague = OfficerFactory(username="colleague", unit=author.unit)
    clicks = [
        partial(casework.go_on_once, now(mla), officer, casework.Way.EXTENSION)
        for officer in (author, colleague) * (HANDS // 2)
    ]

    outcomes = at_once(*clicks)

    assert len({outcome.pk for outcome in outcomes}) == 1
    assert MLARequest.objects.filter(parent=mla).count() == 1
    assert AuditEvent.objects.filter(verb="request.continued").count() == 1


# --- A16: approval against editing --------------------------------------------------------------------


def test_a16_what_is_approved_is_what_was_read(team):
    mla, author, supervisor = team

    for number in range(12):
        casework.submit(now(mla), author)
        read = now(mla).submitted_digest

        def edit(number: int = number) -> MLARequest:
            casework.take_back(mla, author)
            return casework.save_section(
                mla, author, section="facts", base=10**6, values={"purpose": f"Edit {number}."}
            )

        outcomes = at_once(lambda read=read: casework.approve(mla, supervisor, digest=read), edit)

        after = now(mla)
        text = letters.now(now(mla)).digest
        assert set(kinds(outcomes)) <= {"MLARequest", "NotAllowed", "Stale"}
        if after.state == MLARequest.State.APPROVED:
            assert (after.approved_digest, text) == (read, read)
            casework.reopen(after, supervisor, reason="Once more.", digest=after.approved_digest)
        else:
            assert (after.state, after.approved_digest) == (MLARequest.State.DRAFT, "")
            assert text != read


# --- F23 ----------------------------------------------------------------------------------------------


@pytest.fixture
def no_history_is_written():
    """As when the rights on the table were taken away, or its disk is full."""
    refuse = (
        "CREATE FUNCTION refuse_all() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'refused'; END $$;"
        "CREATE TRIGGER refuse_all BEFORE INSERT ON requests_app_auditevent"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_all()"
    )

    def begin() -> None:
        with connection.cursor() as cursor:
            cursor.execute(refuse)

    yield begin
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION refuse_all CASCADE")


def everything() -> list:
    tables = (MLARequest, Fact, Review, RenderedDocument, Transmission, CheckRun, AuditEvent)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def test_f23_what_cannot_be_recorded_is_not_done(team, no_history_is_written):
    mla, author, supervisor = team
    other = casework.start(author, requested="GBR", kinds=["preservation"])
    submitted = casework.submit(mla, author)
    no_history_is_written()
    before = everything()

    for act in (
        lambda: casework.start(author, requested="GBR", kinds=["preservation"]),
        lambda: casework.save_section(other, author, section="facts", base=9, values={"purpose": "X"}),
        lambda: casework.add_item(other, author, section="facts"),
        lambda: casework.approve(submitted, supervisor, digest=submitted.submitted_digest),
        lambda: casework.return_for_changes(
            submitted, supervisor, reason="X", digest=submitted.submitted_digest
        ),
        lambda: casework.take_back(submitted, author),
        lambda: casework.withdraw(submitted, author, reason="X"),
        lambda: printing.order(submitted, author, draft=True),
    ):
        with pytest.raises(DatabaseError) as refused:
            act()
        assert not isinstance(refused.value, (NotAllowed, NotReady, Stale))

    assert everything() == before
