"""Every citation in the portal leads to the provision that it names."""

import re

import pytest

from treaties import current
from treaties.anchors import anchor, parts, url_of_citation
from treaties.models import Instrument, Requirement

pytestmark = pytest.mark.django_db


def ids(page: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', page)


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        ("29(2)(a)", "p-29-2-a"),
        ("18(9)-(29)", "p-18-9-29"),
        ("9quater", "p-9quater"),
        ("18 USC 2703(d)", "p-18-usc-2703-d"),
        ("6 (1a)", "p-6-1a"),
        ("§ 66(2)", "p-66-2"),
        ("статья 5", "p-статья-5"),
    ],
)
def test_anchors(provision, expected):
    assert anchor(provision) == expected


def test_a_citation_of_several_provisions_leads_to_the_first():
    assert parts("23, 25(1) and 14(2)") == ["23", "25(1)", "14(2)"]
    assert url_of_citation("budapest", "23, 25(1)") == "/law/instruments/budapest/#p-23"


def test_the_own_law_of_a_state_stands_on_its_page():
    assert url_of_citation("law-USA", "18 USC 2703(d)") == "/law/states/USA/#p-18-usc-2703-d"
    assert url_of_citation("budapest") == "/law/instruments/budapest/"


def cited() -> dict[str, set[str]]:
    """Every page that a citation of a requirement names, with the ids it must have."""
    found: dict[str, set[str]] = {}
    law = current.law()
    asked = [*law.requirements_of.values(), *law.own_law_of.values()]
    for citation in (each.requirement.citation for rows in asked for each in rows):
        page, _, name = url_of_citation(citation.instrument, citation.provision).partition("#")
        found.setdefault(page, set()).add(name)
    return found


def test_every_citation_has_its_anchor_once(reader):
    missing, twice = {}, {}
    for page, wanted in cited().items():
        there = ids(reader.get(page).content.decode())
        missing[page] = wanted - set(there)
        twice[page] = {name for name in there if there.count(name) > 1}

    assert {page for page in missing if missing[page]} == set()
    assert {page for page in twice if twice[page]} == set()


def test_each_line_of_the_page_says_where_it_is_from(reader):
    page = reader.get("/law/instruments/budapest/").content.decode()

    lines = page.count('<li class="l-cited">')
    parties = Instrument.objects.get(code="budapest").participations.count()
    assert page.count('class="l-prov"') == lines + parties + 1


def test_nothing_that_must_be_asked_is_left_out(reader):
    answer = reader.get("/law/instruments/budapest/")

    (chapter,) = [each for each in answer.context["chapters"] if each.slug == "requirements"]
    asked = Requirement.objects.filter(instrument="budapest", state=None)
    assert [line.text for line in chapter.lines] == list(asked.values_list("message", flat=True))


def test_a_treaty_that_is_not_in_force_says_so(reader):
    page = reader.get("/law/instruments/uncc-2024/").content.decode()

    assert "Not known to be in force" in page
    assert "The text is not loaded" in page
