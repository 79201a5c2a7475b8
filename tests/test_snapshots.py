"""Rows to a snapshot and back."""

import datetime as dt

import msgspec
import pytest
from django.db import models

from requests_app import snapshots
from requests_app.content import history
from requests_app.content import snapshot as value
from requests_app.models import Case, MLARequest, Officer, Unit
from requests_app.models.answers import Answers

FULL = value.Snapshot(
    title="Fictional",
    requesting="NOR",
    requested="GBR",
    bases=(value.LegalBasis(instrument="budapest", articles="29"),),
    scope=value.Scope(electronic_evidence="yes", statement="The evidence is a mailbox."),
    authority=value.Authority(requesting=value.Contact(office="Office", zone="Europe/Oslo")),
    proceedings=value.Proceedings(stage="investigation", next_date=dt.date(2026, 12, 1)),
    steps=(
        history.Step(id="s1", type="hearing", on=dt.date(2026, 12, 1), time="09:30", zone="Europe/Oslo"),
    ),
    prior_contacts=(history.PriorContact(id="c1", with_whom="The provider", state="GBR"),),
    facts=(value.Fact(id="f1", text="One."), value.Fact(id="f2", text="Two.", on=dt.date(2026, 2, 20))),
    offences=(value.Offence(id="o1", title="Robbery", max_years=15.0),),
    persons=(value.Person(id="p1", role="suspect"),),
    data_items=(
        value.DataItem(
            id="d1",
            type="ip",
            identifier="203.0.113.24",
            port=51834,
            start=dt.datetime(2026, 4, 27, 15, 41, 7),
            zone="UTC",
            facts=("f1",),
        ),
    ),
    measures=(value.Measure(id="m1", kind="preservation", particulars={"interception": "none"}),),
    signature=value.Signature(date=dt.date(2026, 6, 10)),
    annexes=(value.Annex(id="a1", kind="order", pages=2),),
    unknown={"persons": "Nobody is known."},
    applicable={"deadline": "no"},
)


@pytest.fixture
def empty(db):
    unit = Unit.objects.create(code="u", name="Unit")
    officer = Officer.objects.create_user("drafter", unit=unit)
    case = Case.objects.create(reference="C-1", title="Case", unit=unit)
    return MLARequest.objects.create(reference="MLA-2026-0001", case=case, author=officer, requesting="NOR")


def test_what_is_written_is_read_again(empty):
    snapshots.fill(empty, FULL, officer=empty.author)

    again = snapshots.of(MLARequest.objects.get(pk=empty.pk))

    assert again == msgspec.structs.replace(FULL, reference="MLA-2026-0001")


def test_a_snapshot_costs_one_query(empty, django_assert_num_queries):
    snapshots.fill(empty, FULL, officer=empty.author)
    mla = MLARequest.objects.get(pk=empty.pk)

    with django_assert_num_queries(1):
        snapshots.of(mla)


def test_every_answer_of_the_model_is_in_the_snapshot():
    answers = {field.name for field in Answers._meta.get_fields() if isinstance(field, models.Field)}

    assert answers <= set(snapshots.PATHS)


@pytest.mark.parametrize(("model", "struct"), snapshots.ITEMS.values())
def test_items_have_the_attributes_of_their_structs(model, struct):
    columns = {field.name for field in model._meta.get_fields()}

    assert set(struct.__struct_fields__) - {"id"} <= columns
