"""Two languages: a text that changes on one side leaves the other behind, until somebody follows."""

import datetime as dt

import msgspec
import pytest
import time_machine

from requests_app import audit, casework, exchange, snapshots
from requests_app.casework import Conflict
from requests_app.content import languages
from requests_app.content.snapshot import Channel, Fact, Measure, Snapshot, digest
from requests_app.models import MLARequest, Rendition, Version

pytestmark = pytest.mark.django_db

MORNING = dt.datetime(2026, 6, 12, 8, 0, tzinfo=dt.UTC)
NATURE = "proceedings.nature"


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def two(mla):
    """A request drafted in Norwegian that goes out in English."""
    MLARequest.objects.filter(pk=mla.pk).update(working_language="nb", language="en")
    return MLARequest.objects.get(pk=mla.pk)


def save(mla, officer, **values):
    marks = {"nature_out": f"text:{NATURE}"}
    named = {marks.get(name, name): text for name, text in values.items()}
    return casework.save_section(mla, officer, section="authority", base=9999, values=named)


def state(mla) -> str:
    pairs = languages.pairs(snapshots.of(MLARequest.objects.get(pk=mla.pk)))
    return {pair.path: pair.state for pair in pairs}[NATURE]


def test_a_text_without_a_counterpart_is_missing_and_one_that_is_written_agrees(two, drafter):
    save(two, drafter, nature="Ran mot en oppdiktet bank.")
    before = state(two)
    save(two, drafter, nature_out="Robbery of a fictional bank.")

    assert (before, state(two)) == ("missing", "agreed")


def test_whoever_types_on_is_still_translating(clock, two, drafter):
    save(two, drafter, nature="Ran.")
    for text in ("R", "Robb", "Robbery."):
        save(two, drafter, nature_out=text)
        clock.shift(20)

    assert state(two) == "agreed"


def test_a_changed_working_text_leaves_the_other_behind_until_it_follows(clock, two, drafter, colleague):
    save(two, drafter, nature="Ran.", nature_out="Robbery.")
    save(two, drafter, nature="Grovt ran.")
    behind = state(two)
    clock.shift(3600)
    for text in ("Aggr", "Aggravated robbery."):
        save(two, colleague, nature_out=text)

    assert (behind, state(two)) == ("outgoing", "agreed")


def test_a_changed_outgoing_text_leaves_the_working_text_behind(clock, two, drafter, supervisor):
    save(two, drafter, nature="Ran.", nature_out="Robbery.")
    clock.shift(3600)
    save(two, drafter, nature_out="Armed robbery.")
    behind = state(two)
    for text in ("Væp", "Væpnet ran."):
        save(two, drafter, nature=text)

    assert (behind, state(two)) == ("working", "agreed")


def test_both_may_be_said_to_agree(two, drafter, again):
    save(two, drafter, nature="Ran.", nature_out="Robbery.")
    save(two, drafter, nature="Ran!")

    sent = casework.Sent(agreed=frozenset({NATURE}))
    casework.save_section(two, drafter, section="authority", base=9999, values={}, sent=sent)

    assert (state(two), again(two).revision) == ("agreed", 3)


def test_what_is_approved_holds_both_texts(two, drafter):
    save(two, drafter, nature="Ran.", nature_out="Robbery.")
    first = digest(snapshots.of(MLARequest.objects.get(pk=two.pk)))
    save(two, drafter, nature_out="Robberies.")

    assert digest(snapshots.of(MLARequest.objects.get(pk=two.pk))) != first


def test_the_letter_takes_the_outgoing_texts(two, drafter):
    row = two.fact_set.get()
    casework.save_item(
        two,
        drafter,
        section="facts",
        item=row,
        base=9999,
        values={
            "text": "En oppdiktet bank ble ranet.",
            "text:facts.f1.text": "A fictional bank was robbed.",
        },
    )

    sent = languages.outgoing(snapshots.of(MLARequest.objects.get(pk=two.pk)))

    assert (sent.facts[0].text, sent.translations, sent.working_language) == (
        "A fictional bank was robbed.",
        (),
        "",
    )


def test_with_one_language_nothing_of_it_is_kept_or_sent(mla, drafter):
    save(mla, drafter, nature="Robbery.", nature_out="Ignored.")

    assert not Rendition.objects.exists()
    assert snapshots.of(MLARequest.objects.get(pk=mla.pk)).translations == ()


def test_another_outgoing_language_has_texts_of_its_own(two, drafter):
    save(two, drafter, nature="Ran.", nature_out="Robbery.")
    casework.save_section(two, drafter, section="channel", base=9999, values={"language": "fr"})
    french = state(two)
    casework.save_section(two, drafter, section="channel", base=9999, values={"language": "en"})

    assert (french, state(two)) == ("missing", "agreed")


def test_a_version_brings_back_both_texts(clock, two, drafter, colleague):
    save(two, drafter, nature="Ran.", nature_out="Robbery.")
    save(two, colleague, nature="Feil.", nature_out="Wrong.")
    older = Version.objects.get(values__nature="Ran.")

    casework.restore(two, drafter, version=older, base=9999)

    again = snapshots.of(MLARequest.objects.get(pk=two.pk))
    assert (again.proceedings.nature, again.translations[0].text) == ("Ran.", "Robbery.")
    assert state(two) == "agreed"


def test_a_removed_row_comes_back_with_both_texts(two, drafter):
    row = two.fact_set.get()
    values = {"text:facts.f1.text": "A fictional bank was robbed."}
    casework.save_item(two, drafter, section="facts", item=row, base=9999, values=values)
    casework.delete_item(two, drafter, section="facts", item=row, base=9999)
    without = Rendition.objects.count()
    gone = casework.removed_item(two, section="facts", pk=row.pk)

    casework.restore(two, drafter, version=gone, base=9999)

    assert without == 0
    assert Rendition.objects.get().text == "A fictional bank was robbed."


def test_a_stale_translation_is_refused_with_both(two, drafter, colleague):
    save(two, colleague, nature="Ran.", nature_out="Theirs.")

    with pytest.raises(Conflict) as refused:
        values = {f"text:{NATURE}": "Mine."}
        casework.save_section(two, drafter, section="authority", base=0, values=values)

    assert refused.value.theirs == {f"text:{NATURE}": "Theirs."}


@pytest.mark.parametrize("path", ["proceedings.stage", "facts.f1.text", "nonsense", "requesting"])
def test_a_section_takes_only_texts_of_its_own(two, drafter, path):
    with pytest.raises(ValueError, match="no such text"):
        casework.save_section(two, drafter, section="facts", base=0, values={f"text:{path}": "X"})


def test_no_text_of_a_translation_is_in_the_history(two, drafter):
    save(two, drafter, nature="Ran.", nature_out="A secret robbery.")

    assert "secret" not in str(list(audit.AuditEvent.objects.values_list("detail", flat=True)))


# --- from the page of all texts -----------------------------------------------------------------------


def translate(mla, officer, path, text, *, seen, **more):
    return casework.save_translation(
        mla, officer, path=path, text=text, seen=casework.seen_of(*seen), **more
    )


def test_neighbours_are_translated_one_after_the_other_from_one_page(two, drafter):
    save(two, drafter, nature="Ran.", prior_requests="Ingen.")

    translate(two, drafter, NATURE, "Robbery.", seen=("Ran.", ""))
    translate(two, drafter, "proceedings.prior_requests", "None.", seen=("Ingen.", ""))

    assert sorted(Rendition.objects.values_list("text", flat=True)) == ["None.", "Robbery."]


def test_a_text_that_changed_on_either_side_is_not_overwritten(two, drafter, colleague):
    save(two, colleague, nature="Ran.", nature_out="Robbery.")

    for seen in (("Ran.", ""), ("Gammelt.", "Robbery.")):
        with pytest.raises(Conflict) as refused:
            translate(two, drafter, NATURE, "Mine.", seen=seen)

    assert refused.value.theirs == {"working": "Ran.", "text": "Robbery."}
    assert Rendition.objects.get().text == "Robbery."


def test_a_text_may_be_the_same_in_both(two, drafter):
    save(two, drafter, nature="Operation Lantern")

    translate(two, drafter, NATURE, None, seen=("Operation Lantern", ""))

    assert (Rendition.objects.get().text, state(two)) == ("Operation Lantern", "agreed")


def test_a_reason_why_nothing_is_known_is_translated_too(two, drafter):
    casework.answer_field(two, drafter, draft_field="persons", kind="unknown", value="Ingen er kjent.")

    translate(two, drafter, "unknown.persons", "Nobody is known.", seen=("Ingen er kjent.", ""))

    sent = languages.outgoing(snapshots.of(MLARequest.objects.get(pk=two.pk)))
    assert sent.unknown == {"persons": "Nobody is known."}


# --- as a value ---------------------------------------------------------------------------------------

SENT = Snapshot(
    working_language="nb",
    channel=Channel(language="en"),
    facts=(Fact(id="f1", text="Hei."),),
    measures=(Measure(id="m1", kind="video_hearing", particulars={"witness": "Vitne"}),),
)


def test_every_text_of_a_request_has_a_path_by_its_type():
    assert [path for path, _text in languages.prose(SENT)][:3] == [
        "title",
        "scope.statement",
        "authority.requesting.function",
    ]
    assert all(languages.is_prose(path) for path, _text in languages.prose(SENT))
    assert not any(
        map(languages.is_prose, ["", "requesting", "channel.language", "facts.f1", "facts.f1.place"])
    )


@pytest.mark.parametrize(
    ("working", "outgoing", "two"),
    [
        ("nb", "en", True),
        ("en", "en-GB", False),
        ("", "en", False),
        ("nb", "", False),
        ("zh-hans", "zh-hant", True),
        ("pt", "pt-BR", False),
    ],
)
def test_when_a_request_has_two_languages(working, outgoing, two):
    assert languages.are_two(working, outgoing) is two


def test_a_file_carries_both_texts_there_and_back(drafter):
    translation = {
        "path": "facts.f1.text",
        "text": "Hello.",
        "working_sha256": languages.digest_of("Hei."),
        "text_sha256": languages.digest_of("Hello."),
    }
    data = msgspec.to_builtins(SENT) | {"translations": [translation]}
    snapshot = exchange.decode(msgspec.json.encode(data))

    mla = casework.import_snapshot(snapshot, drafter)

    again = snapshots.of(MLARequest.objects.get(pk=mla.pk))
    assert msgspec.structs.replace(again, reference="") == snapshot


@pytest.mark.parametrize("path", ["facts.f2.text", "channel.language"])
def test_a_file_that_translates_what_is_not_there_is_refused(path):
    translation = {"path": path, "text": "X", "working_sha256": "0" * 64, "text_sha256": "0" * 64}
    data = msgspec.to_builtins(SENT) | {"translations": [translation]}

    with pytest.raises(exchange.Unreadable, match=r"translations\[0\].path"):
        exchange.decode(msgspec.json.encode(data))


def test_a_follow_up_takes_over_the_texts_that_it_takes_over(two, drafter):
    save(two, drafter, nature="Ran.", nature_out="Robbery.")

    later = casework.follow_up(two, drafter)

    assert [row.text for row in Rendition.objects.filter(request=later)] == ["Robbery."]
