"""The history: what is appended, and what a verification finds when somebody rewrites it (A19).

The tampering is done as the owner of the database, with the triggers off.
"""

import datetime as dt
import io
import threading
from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from requests_app import audit
from requests_app.audit import Link, Verdict
from requests_app.models import AuditEvent

pytestmark = pytest.mark.django_db


@contextmanager
def triggers_off():
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield cursor
        cursor.execute("SET session_replication_role = origin")


@pytest.fixture
def chain(drafter):
    return [audit.record("request.read", actor=drafter, reference="MLA-1", count=n) for n in range(1, 7)]


@pytest.fixture
def anchor(chain) -> Link:
    return Link.parse(audit.head())


def resealed(first: int, *, after: int) -> None:
    """What somebody with the key and the database would do: write the digests anew from there on."""
    previous = AuditEvent.objects.filter(seq=after).values_list("digest", flat=True).first()
    for event in AuditEvent.objects.filter(seq__gte=first).order_by("seq"):
        event.previous = previous or audit.GENESIS
        event.digest = audit.digest_of(event)
        event.save()
        previous = event.digest


def test_events_are_numbered_and_linked(chain):
    assert [event.seq for event in chain] == [1, 2, 3, 4, 5, 6]
    assert [event.previous for event in chain] == [audit.GENESIS, *(event.digest for event in chain[:-1])]
    assert audit.verify() == Verdict(count=6, head=f"6:{chain[-1].digest}")


def test_an_empty_history_is_in_order():
    assert audit.verify() == Verdict(count=0, head="")
    assert audit.head() == ""


def test_an_event_is_sealed_with_the_key(chain, settings):
    settings.AUDIT_KEY = "another key"

    assert audit.verify().broken_at == 1


def test_what_is_read_again_has_the_digest_of_what_was_written(drafter):
    written = audit.record(
        "request.read", actor=drafter, reference="MLA-1", names=["é", "名"], n=3, none=None
    )

    again = AuditEvent.objects.get(pk=written.pk)

    assert audit.digest_of(again) == written.digest


def test_an_event_is_undone_with_its_act(drafter):
    with pytest.raises(RuntimeError), transaction.atomic():
        audit.record("request.read", actor=drafter)
        raise RuntimeError

    assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE requests_app_auditevent SET verb = 'x' WHERE seq = 3",
        "DELETE FROM requests_app_auditevent WHERE seq = 3",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE requests_app_auditevent",
    ],
)
def test_the_database_refuses_to_rewrite_history(chain, statement):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert AuditEvent.objects.count() == 6


def test_the_chain_cannot_fork(chain):
    fork = AuditEvent(seq=7, at=chain[0].at, verb="x", actor_name="x", previous=chain[2].digest, digest="d")

    with pytest.raises(IntegrityError), transaction.atomic():
        fork.save(force_insert=True)


@pytest.mark.parametrize(
    ("change", "broken_at"),
    [
        ("UPDATE requests_app_auditevent SET verb = 'x' WHERE seq = 3", 3),
        ("UPDATE requests_app_auditevent SET actor_name = 'x' WHERE seq = 3", 3),
        ("UPDATE requests_app_auditevent SET reference = 'x' WHERE seq = 3", 3),
        ("UPDATE requests_app_auditevent SET detail = '{}' WHERE seq = 3", 3),
        ("UPDATE requests_app_auditevent SET at = at + interval '1 microsecond' WHERE seq = 3", 3),
        ("DELETE FROM requests_app_auditevent WHERE seq = 3", 3),
        ("DELETE FROM requests_app_auditevent WHERE seq = 1", 1),
        ("UPDATE requests_app_auditevent SET seq = seq + 10 WHERE seq = 6", 6),
        (
            "UPDATE requests_app_auditevent SET seq = 99 WHERE seq = 3;"
            "UPDATE requests_app_auditevent SET seq = 3 WHERE seq = 4;"
            "UPDATE requests_app_auditevent SET seq = 4 WHERE seq = 99",
            3,
        ),
    ],
)
def test_the_first_broken_link_is_named(chain, change, broken_at):
    with triggers_off() as cursor:
        cursor.execute(change)

    verdict = audit.verify()

    assert (verdict.ok, verdict.broken_at) == (False, broken_at)


def test_an_event_put_into_the_past_is_found(chain, drafter):
    with triggers_off() as cursor:
        cursor.execute("UPDATE requests_app_auditevent SET seq = seq + 1 WHERE seq = 6")
        cursor.execute("UPDATE requests_app_auditevent SET seq = seq + 1 WHERE seq = 5")
        cursor.execute(
            "INSERT INTO requests_app_auditevent"
            " (seq, at, actor_name, verb, reference, detail, previous, digest)"
            " SELECT 5, at, 'x', 'request.approve', 'MLA-1', '{}', 'p', 'd'"
            " FROM requests_app_auditevent WHERE seq = 4"
        )

    assert audit.verify().broken_at == 5


@pytest.mark.parametrize("first_cut", [1, 4, 6])
def test_a_cut_tail_shows_against_an_anchor_only(chain, anchor, first_cut):
    with triggers_off() as cursor:
        cursor.execute("DELETE FROM requests_app_auditevent WHERE seq >= %s", [first_cut])

    assert audit.verify().ok
    assert audit.verify([anchor]).broken_at == first_cut


def test_a_tail_written_anew_shows_against_an_anchor_only(chain, anchor):
    with triggers_off():
        AuditEvent.objects.filter(seq=4).update(verb="request.approve")
        resealed(4, after=3)

    assert audit.verify().ok
    assert audit.verify([anchor]).broken_at == 6


def test_one_event_sealed_anew_no_longer_fits_the_next(chain):
    """By somebody who has the key, and not the patience to seal all that follow."""
    event = AuditEvent.objects.get(seq=3)
    event.verb = "request.approve"
    event.digest = audit.digest_of(event)
    with triggers_off():
        event.save()

    assert audit.verify().broken_at == 4


def test_a_gap_closed_by_new_seals_still_shows_in_the_numbers(chain):
    with triggers_off() as cursor:
        cursor.execute("DELETE FROM requests_app_auditevent WHERE seq = 3")
        resealed(4, after=2)

    assert audit.verify().broken_at == 3


def test_an_older_backup_put_back_shows_against_a_newer_anchor(chain, anchor, drafter):
    with triggers_off() as cursor:
        cursor.execute("DELETE FROM requests_app_auditevent WHERE seq >= 5")
    for _ in range(5):
        audit.record("request.read", actor=drafter)

    assert audit.verify().ok
    assert audit.verify([anchor]).broken_at == 6


def test_the_order_of_keys_is_no_alteration(chain):
    with triggers_off() as cursor:
        cursor.execute(
            """UPDATE requests_app_auditevent SET detail = '{ "count" : 3 }'::jsonb WHERE seq = 3"""
        )

    assert audit.verify().ok


def test_time_is_sealed_to_the_microsecond(chain):
    event = chain[0]
    event.at = dt.datetime(2026, 6, 10, 12, 0, tzinfo=dt.UTC)

    assert b'"at":"2026-06-10T12:00:00.000000Z"' in audit.canonical(event)


def test_the_command_names_the_first_broken_link(chain):
    with triggers_off() as cursor:
        cursor.execute("UPDATE requests_app_auditevent SET verb = 'x' WHERE seq = 3")

    with pytest.raises(CommandError, match="BROKEN at event 3: its content is not what was recorded"):
        call_command("verify_audit")


def test_the_command_takes_a_printed_anchor(chain, anchor):
    printed = f"{anchor.seq}:{anchor.digest[:12].upper()}"
    out = io.StringIO()

    call_command("verify_audit", "--anchor", printed, stdout=out)

    assert out.getvalue() == f"OK 6 events, 1 anchors, head {anchor}\n"


@pytest.mark.parametrize("nonsense", ["", "6", "6:", "6:abc", "6:xyzxyzxyz", ":abcdef12", "-1:abcdef12"])
def test_what_is_no_anchor_is_refused(nonsense):
    with pytest.raises(ValueError, match="is not an anchor"):
        Link.parse(nonsense)


def test_a_verification_reads_the_chain_in_portions(chain, django_assert_num_queries):
    with django_assert_num_queries(1):
        audit.verify()


@pytest.mark.django_db(transaction=True)
def test_appends_at_the_same_time_make_one_chain(drafter):
    def append() -> None:
        for number in range(10):
            audit.record("request.read", actor=drafter, number=number)
        connection.close()

    threads = [threading.Thread(target=append) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert audit.verify().count == 60
