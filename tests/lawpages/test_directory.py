from datetime import date

import pytest

from requests_app.views.administration.verifying import PER_PAGE
from tests.lawpages import rows
from treaties.models import Authority, Threshold

pytestmark = pytest.mark.django_db


def test_offices_of_one_state_and_function(reader):
    answer = reader.get("/law/directory/?state=GBR&function=contact_24_7")

    expected = Authority.objects.filter(state="GBR", function="contact_24_7").values_list(
        "office", flat=True
    )
    assert sorted(office.name for office in answer.context["offices"]) == sorted(expected)


@pytest.mark.parametrize(
    ("query", "words"),
    [("state=QQQ", "No office of such a State is known."), ("function=spy", "There is no such function.")],
)
def test_a_bad_filter_is_answered_at_its_field(query, words, reader):
    answer = reader.get(f"/law/directory/?{query}")

    assert words in answer.content.decode()
    assert answer.context["offices"] == []


def test_pages_keep_the_filter(reader):
    answer = reader.get("/law/directory/?function=central_authority")

    assert answer.context["page"].next_url == "?function=central_authority&page=2"


@pytest.mark.parametrize("page", ["0", "-1", "999", "x"])
def test_a_page_that_does_not_exist_is_the_nearest(page, reader):
    assert reader.get(f"/law/directory/?page={page}").context["offices"]


def test_the_least_sure_is_verified_first(reader):
    sureness = ["low", "low-medium", "medium", "medium-high", "high"]

    answer = reader.get("/law/verification/?kind=threshold&why=not_read")

    found = [sureness.index(line.told.fact.confidence) for line in answer.context["lines"]]
    assert found == sorted(found)
    assert len(found) == min(PER_PAGE, Threshold.objects.filter(verified="memory").count())


def test_what_was_read_in_a_good_source_needs_no_verification(reader):
    where = rows.state("QQA", "QX")
    Threshold.objects.update(verified="text", confidence="high", as_of=date.today())
    rows.threshold(1, where)

    answer = reader.get("/law/verification/?kind=threshold")

    assert [(line.told.title, line.told.text) for line in answer.context["lines"]] == [
        ("Examplia", "Test 1")
    ]


def test_a_kind_of_fact_that_does_not_exist(reader):
    assert "There is no such kind of fact." in reader.get("/law/verification/?kind=wish").content.decode()
