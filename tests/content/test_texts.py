"""The texts of a request, all of them or the one at a place."""

from requests_app.content import texts
from tests.content import full


def test_the_text_at_a_place_is_the_first_one_that_stands_there():
    snapshot = full.request()
    first: dict[tuple[str, ...], str] = {}
    for text in texts.of(snapshot):
        first.setdefault((text.place.section, text.place.field, text.place.item), text.text)

    found = {place: texts.first_at(snapshot, *place) for place in first}

    assert len(first) > 20
    assert found == first


def test_where_no_text_stands_there_is_none():
    snapshot = full.request()

    found = [texts.first_at(snapshot, *place) for place in (("facts", "text", "f99"), ("facts", "no", ""))]

    assert found == ["", ""]
