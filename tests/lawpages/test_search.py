"""Search is deaf to accents and case, in six languages."""

import pytest

from treaties.models import Instrument
from treaties.search import Group, find, fold

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["Norway", "NORVÈGE", "norvege", "noruega", "Норвегия", "НОРВЕГИЯ", "挪威", "النرويج"]
)
def test_a_state_is_found_by_its_name_in_each_language(name):
    first = find(name)[0]

    assert (first.group, first.url) == (Group.STATE, "/law/states/NOR/")


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("cote d'ivoire", "/law/states/CIV/"),
        ("Côte d’Ivoire", "/law/states/CIV/"),
        ("gbr", "/law/states/GBR/"),
        ("ETS No. 185", "/law/instruments/budapest/"),
        ("palermo", "/law/instruments/untoc/"),
        ("budapest 29(2)(a)", "/law/instruments/budapest/#p-29-2-a"),
        ("18 USC 2703(d)", "/law/states/USA/#p-18-usc-2703-d"),
        ("bundesamt fur justiz", "/law/states/DEU/#offices"),
    ],
)
def test_things_are_found(query, url):
    assert url in {entry.url for entry in find(query)}


def test_letters_without_a_plain_form_are_folded():
    assert fold("Økokrim, Łódź, Straße") == "okokrim, lodz, strasse"


@pytest.mark.parametrize("query", ["", "   ", "nothing-of-the-kind"])
def test_nothing_found(query):
    assert find(query) == []


def test_the_page_survives_whatever_is_typed(reader):
    for query in ("\0", "%", "'; drop table", "<script>alert(1)</script>", "a" * 5000):
        answer = reader.get("/law/search/", {"q": query})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


def test_without_a_question_every_instrument_is_listed(reader):
    answer = reader.get("/law/search/")

    listed = sum(len(group["hits"]) for group in answer.context["index"])
    assert listed == Instrument.objects.count() > 0


def test_what_is_left_out_is_counted(reader):
    page = reader.get("/law/search/?q=convention").content.decode()

    assert "more: add a word to narrow the search." in page
