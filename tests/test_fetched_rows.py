"""The rows that one statement fetches are those that Django fetches table by table."""

from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

import pytest
from django.db.models import Model, prefetch_related_objects
from django.utils import timezone

from requests_app import casework, exchange, fetched_rows, snapshots
from requests_app.models import FieldAnswer, MLARequest, Rendition, Step

pytestmark = pytest.mark.django_db

EXAMPLES = sorted((Path(__file__).parent.parent / "docs" / "examples").glob("*.json"))
NAMES = [*snapshots._RELATED, "bases", "field_answers", "renditions"]


def columns_of(rows: Iterable[Model]) -> list[dict[str, object]]:
    return [
        {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} for row in rows
    ]


def fetched(mla: MLARequest) -> MLARequest:
    found = MLARequest.objects.get(pk=mla.pk)
    fetched_rows.fetch(found, NAMES)
    return found


def fetched_by_django(mla: MLARequest) -> MLARequest:
    found = MLARequest.objects.get(pk=mla.pk)
    prefetch_related_objects([found], *NAMES)
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_each_row_has_what_django_reads(law, drafter, example):
    mla = casework.import_snapshot(exchange.decode(example.read_bytes()), drafter)
    FieldAnswer.objects.create(
        request=mla, draft_field="seal", kind="unknown", value="Žižka", officer=drafter
    )
    Rendition.objects.create(
        request=mla, language="en", path="p", text="é\n\u2028", officer=drafter, at=timezone.now()
    )
    one, other = fetched(mla), fetched_by_django(mla)

    for name in NAMES:
        ours, theirs = list(getattr(one, name).all()), list(getattr(other, name).all())
        assert [type(row) for row in ours] == [type(row) for row in theirs], name
        assert columns_of(ours) == columns_of(theirs), name
        assert [[type(value) for value in row.values()] for row in columns_of(ours)] == [
            [type(value) for value in row.values()] for row in columns_of(theirs)
        ], name
        assert all(row.request is one and not row._state.adding for row in ours), name


def test_each_table_is_read(mla):
    """Also one that no example fills."""
    for model, _struct in snapshots.ITEMS.values():
        for key in ("x1", "x2"):
            model._default_manager.create(request=mla, key=key, creation_token=uuid4())
    one, other = fetched(mla), fetched_by_django(mla)

    for name in snapshots._RELATED:
        assert columns_of(getattr(one, name).all()) == columns_of(getattr(other, name).all()), name
        assert {row.key for row in getattr(one, name).all()} >= {"x1", "x2"}, name


def test_rows_come_in_their_order_and_of_one_request_only(mla, drafter):
    other = MLARequest.objects.create(
        reference="MLA-2026-0777", case=mla.case, author=drafter, requesting="NOR"
    )
    for position in (3, 1, 2):
        Step.objects.create(request=mla, key=f"s{position}", position=position)
        Step.objects.create(request=other, key=f"s{position}", position=position)

    found = fetched(mla)

    assert [row.position for row in found.step_set.all()] == [1, 2, 3]
    assert {row.request_id for row in found.step_set.all()} == {mla.pk}
    # What is asked further is asked of this request's rows, and not of all.
    assert found.step_set.filter(position=2).count() == 1


def test_what_is_fetched_is_not_asked_for_again(mla, django_assert_num_queries):
    found = MLARequest.objects.get(pk=mla.pk)
    prefetch_related_objects([found], "measure_set")
    kept = found.measure_set.all()

    with django_assert_num_queries(1):
        fetched_rows.fetch(found, NAMES)
        fetched_rows.fetch(found, NAMES)
        for name in NAMES:
            list(getattr(found, name).all())

    assert found.measure_set.all()._result_cache is kept._result_cache


def test_a_column_of_an_unknown_kind_stops_the_reading(monkeypatch):
    monkeypatch.setattr(fetched_rows, "_AS_IT_IS", frozenset())
    fetched_rows._fields.cache_clear()

    with pytest.raises(TypeError, match="not read from JSON"):
        fetched_rows._fields("step_set")
    fetched_rows._fields.cache_clear()
