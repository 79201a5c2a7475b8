"""A page of the law asks the same number of questions whatever the number of rows."""

from datetime import date

import pytest

from tests.lawpages import rows

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_state(count, law_queries):
    where = rows.state("QQA", "QX")
    for number in range(count):
        rows.office(number, where)
        rows.threshold(number, where)
        rows.requirement(number + 1, state=where)
        rows.participation(rows.instrument(f"example-{number}"), where, DAY)

    assert law_queries("/law/states/QQA/") == 14


@pytest.mark.parametrize("count", [1, 3])
def test_brief(count, law_queries):
    where = rows.state("QQA", "QX")
    for number in range(count):
        rows.office(number, where)
        rows.threshold(number, where)
        rows.requirement(number + 1, state=where)

    assert law_queries("/law/states/QQA/brief/") == 12


@pytest.mark.parametrize("count", [1, 3])
def test_instrument(count, law_queries):
    treaty = rows.instrument()
    for number in range(count):
        rows.requirement(number + 1, instrument=treaty)
        rows.participation(treaty, rows.state(f"QQ{number}", f"Q{number}"), DAY)

    assert law_queries("/law/instruments/example-2020/") == 11


@pytest.mark.parametrize("count", [1, 3])
def test_start(count, law_queries):
    for number in range(count):
        where = rows.state(f"QQ{number}", f"Q{number}")
        rows.instrument(f"example-{number}")
        rows.requirement(number + 1, state=where)
    rows.changed()

    assert law_queries("/law/") == 0


@pytest.mark.parametrize("count", [1, 3])
def test_coverage(count, law_queries):
    for number in range(count):
        rows.state(f"QQ{number}", f"Q{number}")
    rows.changed()

    assert law_queries("/law/coverage/") == 3


@pytest.mark.parametrize("other", ["AFG", "GBR"])
def test_pair_with_few_and_with_many_instruments(other, law_queries):
    assert law_queries(f"/law/pairs/NOR/{other}/") == 4


@pytest.mark.parametrize("count", [1, 3])
def test_directory(count, law_queries):
    where = rows.state("QQA", "QX")
    for number in range(count):
        rows.office(number, where)

    assert law_queries("/law/directory/?state=QQA") == 4


@pytest.mark.parametrize("word", ["nothing-of-the-kind", "norway"])
def test_search_in_a_law_that_is_indexed(word, law_queries):
    assert law_queries(f"/law/search/?q={word}") == 0


@pytest.mark.parametrize("count", [1, 3])
def test_verification(count, law_queries):
    where = rows.state("QQA", "QX")
    for number in range(count):
        rows.threshold(number, where)

    assert law_queries("/law/verification/?kind=threshold") == 3
