"""Earlier versions: what each save keeps, how much of it, and how it comes back."""

import datetime as dt

import pytest
import time_machine

from requests_app import audit, casework
from requests_app.casework import Conflict, versions
from requests_app.models import AuditEvent, Fact, PendingValue, Version

pytestmark = pytest.mark.django_db

MORNING = dt.datetime(2026, 6, 12, 8, 0, tzinfo=dt.UTC)


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


def write(mla, officer, purpose, *, base=9999):
    return casework.save_section(mla, officer, section="facts", base=base, values={"purpose": purpose})


def kept(mla, section="facts", item=""):
    found = Version.objects.filter(request=mla, section=section, item=item)
    return [(str(v.officer or ""), v.values.get("purpose", v.values.get("text"))) for v in found]


def test_the_first_save_keeps_what_stood_there_too(clock, mla, drafter):
    write(mla, drafter, "One.")

    assert kept(mla) == [("Drafter Fictional", "One."), ("", "")]


def test_saves_of_one_officer_within_ten_minutes_are_one_version(clock, mla, drafter, colleague):
    for text in ("One.", "Two.", "Three."):
        write(mla, drafter, text)
        clock.shift(60)
    clock.shift(600)
    write(mla, drafter, "Four.")
    write(mla, colleague, "Five.")
    write(mla, drafter, "Six.")

    assert [text for _who, text in kept(mla)] == ["Six.", "Five.", "Four.", "Three.", ""]


def test_an_hour_of_typing_makes_six_versions(clock, mla, drafter):
    for second in range(0, 3600, 20):
        write(mla, drafter, f"Text of second {second}.")
        clock.shift(20)

    assert len(kept(mla)) == 6 + 1


def test_the_newest_hundred_are_kept(clock, mla, drafter, colleague):
    for number in range(130):
        write(mla, (drafter, colleague)[number % 2], f"Text {number}.")

    texts = [text for _who, text in kept(mla)]
    assert (len(texts), texts[0], texts[-1]) == (versions.MOST, "Text 129.", "Text 30.")


def test_a_save_that_fails_keeps_no_version(mla, drafter):
    write(mla, drafter, "One.")

    with pytest.raises(Conflict):
        write(mla, drafter, "Two.", base=0)

    assert [text for _who, text in kept(mla)] == ["One.", ""]


def test_restoring_is_a_save_with_its_own_event_and_revision(clock, mla, drafter, colleague, again):
    write(mla, drafter, "One.")
    write(mla, colleague, "Two.")
    first = Version.objects.get(values__purpose="One.")

    casework.restore(mla, drafter, version=first, base=again(mla).revision)

    saved = again(mla)
    assert (saved.purpose, saved.revision) == ("One.", 3)
    assert [text for _who, text in kept(mla)] == ["One.", "Two.", "One.", ""]
    event = AuditEvent.objects.last()
    assert (event.verb, event.detail["fields"]) == ("section.saved", ["purpose"])
    assert audit.verify().ok


def test_restoring_right_after_writing_loses_nothing_of_what_was_written(clock, mla, drafter, again):
    write(mla, drafter, "One.")
    begun = Version.objects.get(officer=None)

    casework.restore(mla, drafter, version=begun, base=again(mla).revision)

    assert [text for _who, text in kept(mla)] == ["", "One.", ""]


def test_a_stale_restore_is_refused(mla, drafter, colleague, again):
    write(mla, drafter, "One.")
    seen = again(mla).revision
    write(mla, colleague, "Two.")

    with pytest.raises(Conflict):
        casework.restore(mla, drafter, version=Version.objects.get(officer=None), base=seen)

    assert again(mla).purpose == "Two."


def test_a_row_goes_back_to_an_earlier_version(clock, mla, drafter, colleague):
    row = mla.fact_set.get()
    first = row.text
    values = {"text": "Another text.", "on": dt.date(2026, 2, 20)}
    casework.save_item(mla, drafter, section="facts", item=row, base=0, values=values)

    begun = Version.objects.get(item="f1", officer=None)
    casework.restore(mla, colleague, version=begun, base=99)

    row.refresh_from_db()
    assert (row.text, row.on) == (first, None)


def test_a_removed_row_comes_back_under_its_key_and_address(mla, drafter):
    row = mla.fact_set.get()
    row.on = dt.date(2026, 2, 20)
    row.save()
    casework.delete_item(mla, drafter, section="facts", item=row, base=99)
    gone = casework.removed_item(mla, section="facts", pk=row.pk)

    casework.restore(mla, drafter, version=gone, base=99)
    casework.restore(mla, drafter, version=gone, base=99)

    back = Fact.objects.get(request=mla)
    assert (back.pk, back.key, back.text, back.on) == (row.pk, "f1", row.text, row.on)
    assert casework.removed_item(mla, section="facts", pk=row.pk) is None
    assert mla.dataitem_set.get().facts == ["f1"]


def test_the_key_of_a_removed_row_is_given_to_no_other(mla, drafter):
    casework.delete_item(mla, drafter, section="facts", item=mla.fact_set.get(), base=99)

    assert casework.add_item(mla, drafter, section="facts").key == "f2"


def test_an_outsider_restores_nothing(mla, drafter, outsider, again):
    write(mla, drafter, "One.")

    with pytest.raises(casework.NotAllowed):
        casework.restore(mla, outsider, version=Version.objects.get(officer=None), base=99)

    assert again(mla).purpose == "One."


def test_no_text_of_a_version_is_in_the_history(mla, drafter):
    write(mla, drafter, "A secret purpose.")
    casework.restore(mla, drafter, version=Version.objects.get(officer=None), base=99)

    assert not AuditEvent.objects.filter(detail__icontains="secret purpose").exists()


# --- values that cannot be read -----------------------------------------------------------------------


def rejected(**typed):
    accepted = frozenset({"next_date", "court"}) - set(typed)
    return casework.Sent(rejected={name: [text] for name, text in typed.items()}, accepted=accepted)


def send(mla, officer, *, base=9999, values=None, **typed):
    return casework.save_section(
        mla, officer, section="authority", base=base, values=values or {}, sent=rejected(**typed)
    )


def test_a_wrong_value_is_kept_until_a_right_one_is_saved(mla, drafter):
    send(mla, drafter, next_date="31.02.2026")
    send(mla, drafter, next_date="soon")
    kept_then = [(value.field, value.typed) for value in PendingValue.objects.all()]
    send(mla, drafter, values={"next_date": dt.date(2026, 2, 28)})

    assert kept_then == [("next_date", ["soon"])]
    assert not PendingValue.objects.exists()


def test_a_wrong_value_over_somebody_elses_right_one_is_stale(mla, drafter, colleague):
    send(mla, colleague, values={"next_date": dt.date(2026, 2, 28)})

    with pytest.raises(Conflict):
        send(mla, drafter, base=0, next_date="31.02.2026")

    assert not PendingValue.objects.exists()


def test_a_wrong_value_is_no_revision_and_no_act(mla, drafter, again):
    send(mla, drafter, next_date="soon")

    assert (again(mla).revision, AuditEvent.objects.count()) == (0, 0)


@pytest.mark.parametrize("hidden", ["\0", "\ud800", "\u202e"])
def test_what_a_database_refuses_is_kept_too(mla, drafter, hidden):
    send(mla, drafter, court=f"Oslo{hidden}")

    assert PendingValue.objects.get().typed == [f"Oslo{hidden}"]


BUDAPEST = ("budapest", "main", "29, 30")
UNTOC = ("untoc", "fallback", "18")


def choose(mla, officer, *bases):
    casework.choose_bases(mla, officer, base=9999, bases=bases)


def kept_bases(mla):
    found = Version.objects.filter(request=mla, section="basis", item="")
    return [[instrument for instrument, *_rest in v.values["bases"]] for v in found]


def test_a_choice_of_bases_is_a_version_of_its_page(clock, mla, drafter, colleague):
    stood = [instrument for instrument, *_rest in casework.bases_of(mla)]
    choose(mla, drafter, BUDAPEST, UNTOC)
    choose(mla, colleague, UNTOC)
    casework.save_section(mla, drafter, section="basis", base=9999, values={"title": "Another title"})

    assert kept_bases(mla) == [["untoc"], ["untoc"], ["budapest", "untoc"], stood]


def test_what_the_request_rested_on_before_is_kept_by_a_save_of_the_page_too(clock, mla, drafter):
    stood = [instrument for instrument, *_rest in casework.bases_of(mla)]
    casework.save_section(mla, drafter, section="basis", base=9999, values={"title": "Another title"})
    choose(mla, drafter, UNTOC)

    assert stood
    assert kept_bases(mla) == [["untoc"], stood]


def test_bases_go_back_with_their_roles_and_articles(clock, mla, drafter, colleague):
    choose(mla, drafter, BUDAPEST, UNTOC)
    choose(mla, colleague, UNTOC)
    first = Version.objects.get(officer=drafter, section="basis")

    casework.restore(mla, colleague, version=first, base=9999)

    assert casework.bases_of(mla) == [BUDAPEST, UNTOC]
    assert kept_bases(mla)[:2] == [["budapest", "untoc"], ["untoc"]]
    assert AuditEvent.objects.last().verb == "request.bases_chosen"


def test_a_stale_restore_of_bases_changes_no_answer_either(clock, mla, drafter, colleague, again):
    before = mla.title
    choose(mla, drafter, BUDAPEST)
    casework.save_section(mla, colleague, section="basis", base=9999, values={"title": "Another title"})
    seen = again(mla).revision
    choose(mla, colleague, UNTOC)

    with pytest.raises(Conflict):
        casework.restore(mla, drafter, version=Version.objects.get(officer=None), base=seen)

    assert again(mla).title == "Another title" != before
    assert casework.bases_of(mla) == [UNTOC]
