"""A State: whom to write to, what binds it, what it asks."""

import pytest

from tests.lawpages import rows

pytestmark = pytest.mark.django_db


def test_names_in_six_languages(reader):
    answer = reader.get("/law/states/NOR/")

    names = {name.code: name.short for name in answer.context["names"]}
    assert names["ar"] == "النرويج"
    assert list(names) == ["ar", "zh", "en", "fr", "ru", "es"]


def test_what_binds_it_with_the_home_state(reader):
    answer = reader.get("/law/states/GBR/")

    assert "Budapest Convention" in {bond.name for bond in answer.context["bonds"]}


def test_the_home_state_is_not_bound_with_itself(reader):
    answer = reader.get("/law/states/NOR/")

    assert answer.context["bonds"] is None


def test_a_state_of_which_nothing_is_known(reader):
    rows.state("QQA", "QX")

    page = reader.get("/law/states/QQA/").content.decode()

    assert "No office is known to the portal." in page
    assert "That does not mean that its law asks nothing." in page
    assert "not bound" not in page


def test_the_brief_names_office_languages_and_bases(reader):
    answer = reader.get("/law/states/CHE/brief/")

    parts = {part.slug: [str(line.text) for line in part.lines] for part in answer.context["parts"]}
    assert parts["how"][0] == "German, French, Italian"
    assert "Budapest Convention" in parts["bases"]
    assert any("Federal Office of Justice" in line for line in parts["whom"])


def test_a_name_that_nobody_read_in_a_source_never_looks_settled(reader):
    where = rows.state("QQA", "QX")
    where.confidence, where.verified = "high", "memory"
    where.save()

    page = reader.get("/law/states/QQA/").content.decode()

    assert '<span class="l-sure l-sure-warn">High confidence</span> · not read in a source' in page
