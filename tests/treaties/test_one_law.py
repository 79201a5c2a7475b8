"""A page speaks of one law; a gate and a change of the law look again."""

import pytest

from treaties import current, version
from treaties.models import Instrument

pytestmark = pytest.mark.django_db


def rename(to: str) -> None:
    """Somebody else's change, of which this process learns by the version alone."""
    Instrument.objects.filter(pk="budapest").update(title=to)
    version.DataSet.objects.update(revision=version.F("revision") + 1)


def title() -> str:
    return current.law().instruments["budapest"].title


def test_a_page_reads_one_law_with_one_query(law, django_assert_num_queries):
    current.law()

    with version.one_for_the_page(), django_assert_num_queries(1):
        assert current.law() is current.law()


def test_a_change_of_the_law_reaches_the_next_page_and_not_the_middle_of_this_one(law):
    before = title()

    with version.one_for_the_page():
        at_first = title()
        rename("Another")
        later = title()
    with version.one_for_the_page():
        on_the_next = title()

    assert (at_first, later, on_the_next, title()) == (before, before, "Another", "Another")


def test_a_gate_or_a_change_within_the_page_looks_again(law):
    with version.one_for_the_page():
        title()
        rename("Another")
        version.look_again()

        assert title() == "Another"


def test_outside_of_a_page_each_question_looks_for_the_version(law):
    title()
    rename("Another")

    assert title() == "Another"
