"""A file that is no request is refused with the place that is wrong, and with nothing but that."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app import exchange
from requests_app.content.snapshot import Snapshot
from tests.checks.rules import EXAMPLES
from tests.exchange.shortened import shortened, without_what_nobody_gave


def refused(text):
    with pytest.raises(exchange.Unreadable) as caught:
        exchange.decode(text.encode() if isinstance(text, str) else text)
    return caught.value.place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "line 1, column 1"),
        ('{\n  "title": "a",\n}', "line 3, column 1"),
        ('{"title": "a" "b"}', "line 1, column 15"),
        (b'{\n"title": "\xff"}', "line 2"),
        ('{"title": "a", "title": "b"}', "the key 'title'"),
        ('{"offences": [{"id": "o1", "max_years": NaN}]}', "the value NaN"),
        ('{"annexes": [{"id": "a1", "pages": ' + "9" * 5000 + "}]}", "the file"),
        ("[" * 100_000, "the file"),
        ("[]", "the request"),
        ('{"colour": "red"}', "colour"),
        ('{"scope": {"colour": "red"}}', "scope.colour"),
        ('{"persons": [{"id": "p1"}, {"id": "p2", "birthdate": null}]}', "persons[1].birthdate"),
        ('{"persons": [{"id": "p1"}, {"id": "p2", "birth_date": "2026-02-30"}]}', "persons[1].birth_date"),
        ('{"persons": [{"id": "p1", "birth_date": "20260203"}]}', "persons[0].birth_date"),
        ('{"persons": [{"id": "p1", "birth_date": 7}]}', "persons[0].birth_date"),
        ('{"persons": [{"id": "P 1"}]}', "persons[0].id"),
        ('{"persons": [{"family_name": "Dalgaard"}]}', "persons[0]"),
        ('{"persons": {}}', "persons"),
        ('{"proceedings": {"stage": "guessing"}}', "proceedings.stage"),
        ('{"requesting": "Norway"}', "requesting"),
        ('{"data_items": [{"id": "d1", "port": 0}]}', "data_items[0].port"),
        ('{"data_items": [{"id": "d1", "start": "2026-01-01T10:00:00Z"}]}', "data_items[0].start"),
        ('{"data_items": [{"id": "d1", "start": "2026-01-01T25:00:00"}]}', "data_items[0].start"),
        ('{"offences": [{"id": "o1", "max_years": 1e999}]}', "offences[0].max_years"),
        ('{"unknown": {"persons": 1}}', "unknown.persons"),
        ('{"applicable": {"costs": "maybe"}}', "applicable.costs"),
        ('{"format": "mla-request-2"}', "format"),
        ('{"facts": [{"id": "f1"}, {"id": "f1"}]}', "facts[1].id"),
        ('{"bases": [{"instrument": "untoc"}, {"instrument": "untoc"}]}', "bases[1].instrument"),
        ('{"bases": [{"instrument": "untoc"}, {"instrument": "budapest"}]}', "bases[1].role"),
        ('{"reference": "a/b"}', "reference"),
    ],
)
def test_the_place_is_named(text, place):
    assert refused(text) == place


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\r",
        "\x1b",
        "\x7f",
        "\x85",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ud800",
        "\udfff",
    ],
)
def test_controls_and_marks_that_turn_text_around_are_refused_where_they_stand(character):
    text = json.dumps({"facts": [{"id": "f1", "text": f"a{character}b"}]})

    assert refused(text) == "facts[0].text"


@pytest.mark.parametrize("text", ["one\ntwo", "tab\tin it", "naïve", "Ω", "محكمة", "法院", "👩‍⚖️"])
def test_text_of_any_script_is_taken_as_it_is(text):
    data = json.dumps({"facts": [{"id": "f1", "text": text}]}).encode()

    assert exchange.decode(data).facts[0].text == text


@pytest.mark.parametrize(
    "value",
    [
        {"title": "a\nb"},
        {"requesting": "NOR\n"},
        {"facts": [{"id": "f1\n"}]},
        {"unknown": {"persons\n": "x"}},
    ],
)
def test_a_line_break_is_refused_in_what_is_one_line(value):
    refused(json.dumps(value))


def test_a_request_of_nothing_is_a_request():
    assert exchange.decode(b"{}") == Snapshot()


def test_a_byte_order_mark_does_no_harm():
    assert exchange.decode(b"\xef\xbb\xbf{}") == Snapshot()


def test_kinds_and_instruments_that_the_law_does_not_know_are_refused():
    snapshot = exchange.decode(b'{"measures": [{"id": "m1", "kind": "x-ray"}]}')

    with pytest.raises(exchange.Unreadable) as caught:
        exchange.check_vocabulary(snapshot, kinds={"preservation"}, instruments=set(), particulars=set())

    assert caught.value.place == "measures[0].kind"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_what_the_portal_itself_would_write(path):
    """A file may leave out answers that nobody gave; all else is equal, byte by byte and in its order."""
    data = path.read_bytes()

    assert shortened(exchange.encode(exchange.decode(data)), data) == data


def test_an_answer_that_somebody_gave_is_not_left_out_of_an_example():
    assert without_what_nobody_gave({"a": "", "b": "said", "c": None}, {}) == {"b": "said"}
    assert without_what_nobody_gave({"a": [{"b": "", "c": "x"}]}, {"a": [{"c": "x"}]}) == {
        "a": [{"c": "x"}]
    }


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(value=JSON | st.dictionaries(st.sampled_from(Snapshot.__struct_fields__), JSON, max_size=6))
def test_whatever_the_file_holds_it_is_a_request_or_refused_with_a_place(value):
    try:
        exchange.decode(json.dumps(value).encode())
    except exchange.Unreadable as error:
        assert error.place


@given(data=st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused(data):
    try:
        exchange.decode(data)
    except exchange.Unreadable as error:
        assert error.message


def test_a_day_that_no_calendar_has_is_refused_in_plain_words():
    with pytest.raises(exchange.Unreadable) as caught:
        exchange.decode(b'{"persons": [{"id": "p1", "birth_date": "2026-02-30"}]}')

    assert caught.value.message == "This is not a date of the calendar, written as 2026-11-25."
