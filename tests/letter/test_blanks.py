"""A row that was opened and never filled is no answer: nothing prints, counts or criticises it."""

import msgspec
import pytest

from requests_app import casework, snapshots
from requests_app.content import blanks
from requests_app.content.snapshot import Fact, Measure, Person, Snapshot
from requests_app.models import CheckRun, MLARequest, RequestEditor
from tests.letter.test_compose import changed, text_of

LISTS = {name: struct for name, (_model, struct) in snapshots.ITEMS.items() if name != "measures"}


def test_every_list_but_the_measures_is_looked_at():
    assert set(blanks.LISTS) == set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_row_is_blank_and_any_answer_fills_it(name):
    empty = LISTS[name](id="x1")
    text = next(
        f.name
        for f in msgspec.structs.fields(empty)
        if f.default == "" and f.name not in ("type", "kind", "role")
    )

    assert blanks.is_blank(empty)
    assert blanks.is_blank(msgspec.structs.replace(empty, **{text: " \n"}))
    assert not blanks.is_blank(msgspec.structs.replace(empty, **{text: "A"}))


def test_a_measure_says_its_kind():
    assert not blanks.is_blank(Measure(id="m1", kind="preservation"))


def test_a_row_that_something_points_to_stays():
    measure = Measure(id="m1", kind="preservation", facts=("f1",))
    asked = Snapshot(
        facts=(Fact(id="f1"), Fact(id="f2")), measures=(measure,), requesting="NOR", requested="GBR"
    )

    assert [fact.id for fact in blanks.without(asked).facts] == ["f1"]


def test_add_and_back_leaves_the_request_as_it_was(db, mla, drafter, colleague):
    before, runs = snapshots.of(mla), CheckRun.objects.count()
    for section in casework.drafting.ITEMS:
        if section != "measures":
            casework.add_item(mla, colleague, section=section)
    after = MLARequest.objects.get(pk=mla.pk)

    assert snapshots.of(after) == before
    assert after.revision == 0
    assert CheckRun.objects.count() == runs
    assert not RequestEditor.objects.filter(officer=colleague).exists()


def test_the_first_answer_makes_it_a_part_of_the_request(db, mla, drafter):
    row = casework.add_item(mla, drafter, section="persons")
    casework.save_item(mla, drafter, section="persons", item=row, base=0, values={"family_name": "Vale"})

    after = MLARequest.objects.get(pk=mla.pk)

    assert snapshots.of(after).persons[-1].family_name == "Vale"
    assert after.revision == 1


def test_that_a_name_is_not_known_is_said_by_an_officer_and_by_nobody_else():
    unnamed = Person(id="p1", role="suspect", aliases="The Tailor")
    said = [
        text_of(changed(persons=persons, unknown=unknown))
        for persons, unknown in (
            ((Person(id="p1"),), {}),
            ((unnamed,), {}),
            ((unnamed,), {"persons": "He wore a mask."}),
        )
    ]

    assert ["Name not known" in text for text in said] == [False, False, True]
    assert ["Persons concerned" in text or "The Tailor" in text for text in said] == [False, True, True]
