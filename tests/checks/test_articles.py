"""The article of a measure against what the adviser knows of each cited basis."""

import pytest
from msgspec.structs import replace

from requests_app.completeness import examining
from requests_app.content.snapshot import LegalBasis, Measure
from tests.checks.rules import EXAMPLES, TODAY, example
from treaties import citations

CODES = {
    "portal.article-wrong",
    "portal.article-in-doubt",
    "portal.kind-not-provided",
    "portal.kind-in-doubt",
}


def found(snapshot):
    lines = examining.report(snapshot, TODAY).findings
    return [
        (line.requirement, line.severity.value, line.section, line.item)
        for line in lines
        if line.requirement in CODES
    ]


def asking(kind, article, *bases, requesting="NOR", requested="GBR"):
    cited = tuple(
        LegalBasis(instrument=code, role="additional" if number else "main")
        for number, code in enumerate(bases)
    )
    measures = (Measure(id="m1", kind=kind, basis=article),)
    base = example("s1-preservation")
    return replace(base, bases=cited, measures=measures, requesting=requesting, requested=requested)


WRONG = [("portal.article-wrong", "block", "measures", "m1")]


@pytest.mark.parametrize(
    ("kind", "article", "basis"),
    [
        ("preservation", "31(1)", "budapest"),
        ("preservation", "99(9)", "budapest"),
        ("preservation", "35", "budapest"),
        ("realtime_traffic", "31(1)", "budapest"),
        ("content_data_stored", "33(1)", "budapest"),
        ("subscriber_info", "29(1)", "budapest"),
        ("subscriber_info", "17", "budapest"),
        ("preserved_traffic_disclosure", "29(1)", "budapest"),
        ("traffic_data_stored", "18(3)(a)", "untoc"),
        ("freeze_seize_proceeds", "18(3)(a)", "untoc"),
        ("service_documents", "18(3)(g)", "untoc"),
    ],
)
def test_the_article_of_another_kind_blocks(law, kind, article, basis):
    assert found(asking(kind, article, basis)) == WRONG


@pytest.mark.parametrize(
    ("kind", "article", "basis"),
    [
        ("preservation", "Article 29(1)", "budapest"),
        ("preservation", "29", "budapest"),
        ("preservation", "", "budapest"),
        ("preservation", "see the letter", "budapest"),
        ("trace_proceeds", "18(3)(g) and 13(2)", "untoc"),
        ("traffic_data_stored", "18(3)(i)", "untoc"),
    ],
)
def test_the_article_that_is_offered_or_holds_it_is_passed_in_silence(law, kind, article, basis):
    assert found(asking(kind, article, basis)) == []


def test_what_gives_way_to_a_treaty_between_the_two_is_doubted(law):
    given_way = asking("transfer_custody", "18(11)", "untoc")
    without_treaty = asking("transfer_custody", "18(11)", "untoc", requesting="KEN", requested="CHE")

    assert found(given_way) == [("portal.kind-in-doubt", "warn", "measures", "m1")]
    assert found(without_treaty) == []


def test_the_message_names_the_article_that_provides_for_it(law):
    lines = examining.report(asking("preservation", "31(1)", "budapest"), TODAY).findings
    line = next(each for each in lines if each.requirement == "portal.article-wrong")

    assert "cite Budapest Convention, 29." in line.message
    assert line.citations[0].instrument == "budapest"


def test_the_article_of_any_cited_basis_is_enough(law):
    assert found(asking("subscriber_info", "31", "untoc", "budapest")) == []


def test_a_basis_cited_by_an_article_that_it_does_not_have(law):
    snapshot = example("s1-preservation")
    beyond = replace(snapshot, bases=(LegalBasis(instrument="budapest", articles="99"),))

    assert found(beyond) == [("portal.article-wrong", "block", "basis", "")]


def test_a_kind_for_which_no_basis_provides(law):
    assert found(asking("preservation", "18(3)(i)", "untoc")) == [
        ("portal.kind-not-provided", "block", "measures", "m1")
    ]
    assert found(asking("preservation", "", "untoc", "budapest")) == []


def test_a_treaty_that_nobody_read_is_doubted_at_most(law):
    unread = asking("extradition", "99", "us-in-2001", requesting="IND", requested="USA")

    assert [line[:2] for line in found(unread)] == [("portal.kind-in-doubt", "warn")]
    assert found(asking("documents_records", "99", "us-in-2001", requesting="IND", requested="USA")) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_cites_what_is_offered(law, path):
    assert found(example(path.stem)) == []


@pytest.mark.parametrize(
    ("citation", "paths"),
    [
        ("18(3)(c)/(f), 13(2)", (("18", "3", "c"), ("18", "3", "f"), ("13", "2"))),
        ("18(10)-(12)", (("18",),)),
        ("31 (with 18 as domestic power)", (("31",),)),
        ("art. 29(1) and 30", (("29", "1"), ("30",))),
        ("see text", ()),
        ("(f)", ()),
    ],
)
def test_a_citation_is_read_into_places(citation, paths):
    assert citations.paths(citation) == paths
