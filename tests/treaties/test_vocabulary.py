import pytest

from treaties import citations, vocabulary
from treaties.models import Offer


def test_kinds_stand_in_groups_with_plain_words_and_particulars(law, django_assert_num_queries):
    words = vocabulary.vocabulary()

    preservation = words.kinds["preservation"]
    assert next(iter(words.groups)) == "electronic"
    assert preservation.group == "electronic"
    assert preservation.plain == "Have stored data kept so that it is not deleted"
    offers = Offer.objects.filter(kind="preservation").values_list("instrument_id", flat=True)
    assert [each.instrument for each in preservation.offered_by] == sorted({*offers})
    assert "budapest" in offers
    assert (preservation.particulars[0].field, preservation.particulars[0].level) == (
        "provider",
        "required",
    )
    assert len(words.common_fields) == 24
    with django_assert_num_queries(1):
        vocabulary.vocabulary()


@pytest.mark.parametrize(
    ("citation", "named"),
    [
        ("29(2)(a)", ("29",)),
        ("18(1), 2, 3", ("18", "2", "3")),
        ("18(3)(c)/(f)/(i)", ("18",)),
        ("9bis(2)", ("9bis",)),
        ("24?", ("24",)),
        ("practice", ("practice",)),
        ("46(3)(g),(j)", ("46",)),
    ],
)
def test_which_articles_a_citation_names(citation, named):
    assert citations.articles(citation) == named


@pytest.mark.parametrize(
    ("citation", "ranges", "within"),
    [
        ("18(15)(a)", ("18(9)-(29)",), True),
        ("18(3)(a)", ("18(9)-(29)",), False),
        ("18(1), 2, 3", ("18(9)-(29)",), False),
        ("18", ("18(9)-(29)",), False),
        ("27(9)(e)", ("27", "28"), True),
        ("29(4)", ("27", "28"), False),
        ("26(1)", ("26-31",), True),
        ("31", ("26-31",), True),
        ("25(1)", ("26-31",), False),
        ("practice", ("27",), False),
    ],
)
def test_whether_a_citation_falls_within_a_range(citation, ranges, within):
    assert citations.falls_within(citation, ranges) is within


@pytest.mark.parametrize(
    ("cited", "together"),
    [
        (["31 (with 18 as domestic power)", "31", "33"], "31, 33"),
        (["3", "3, 5"], "3, 5"),
        (["18(3)(c)/(f)/(i)", "18(3)(f)"], "18(3)(c)/(f)/(i), 18(3)(f)"),
        ([], ""),
    ],
)
def test_provisions_cited_together_stand_once_and_without_notes(cited, together):
    assert citations.merged(cited) == together
