"""Slips of the desk that a rule of its own finds: words for an article, an annex without a page."""

import pytest
from msgspec.structs import replace

from requests_app.completeness import examining
from requests_app.content.items import Annex
from requests_app.content.snapshot import LegalBasis, Measure
from tests.checks.rules import EXAMPLES, TODAY, example

pytestmark = pytest.mark.usefixtures("law")

WORDS = "portal.article-in-words"
PAGES = "portal.annex-of-no-pages"


def lines(snapshot, code):
    found = examining.report(snapshot, TODAY).findings
    return [(f.severity.value, f.section, f.field, f.item) for f in found if f.requirement == code]


def resting_on(article, *, instrument="budapest", of_basis=""):
    return replace(
        example("s1-preservation"),
        bases=(LegalBasis(instrument=instrument, role="main", articles=of_basis),),
        measures=(Measure(id="m1", kind="preservation", basis=article),),
    )


@pytest.mark.parametrize("words", ["see the treaty", "the usual article", "as agreed by telephone"])
def test_words_in_the_place_of_an_article_are_named(words):
    assert lines(resting_on(words), WORDS) == [("warn", "measures", "basis", "m1")]
    assert lines(resting_on("29", of_basis=words), WORDS) == [("warn", "basis", "bases", "")]


@pytest.mark.parametrize("article", ["", "29", "art. 29(1)", "Chapter III", "(b)", "Article \u0662\u0669"])
def test_a_number_of_any_kind_and_an_empty_field_are_not_words(article):
    assert lines(resting_on(article, of_basis=article), WORDS) == []


def test_a_basis_without_articles_may_be_told_in_words():
    assert lines(resting_on("practice of courts", instrument="letters-rogatory"), WORDS) == []


@pytest.mark.parametrize(("pages", "count"), [(0, 1), (1, 0), (None, 0)])
def test_an_annex_of_no_pages_is_named_and_an_untold_number_is_not(pages, count):
    annex = Annex(id="a1", kind="order", title="Order", language="en", pages=pages)

    assert len(lines(replace(example("s1-preservation"), annexes=(annex,)), PAGES)) == count


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_neither_is_said_of_a_shipped_example(path):
    assert lines(example(path.stem), WORDS) + lines(example(path.stem), PAGES) == []
