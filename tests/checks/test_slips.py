"""The slips of a hurried drafter: each spoils something, and what was found of them stays found."""

from collections import Counter

import msgspec
import pytest

from bench.completeness.measurement import check
from bench.completeness.world import FAULTS
from bench.completeness.world.fault import changed
from bench.completeness.world.outcome import bars, by_group, false_blocks, outcomes, tally
from bench.completeness.world.subjects import examples, subjects
from requests_app.content.snapshot import Snapshot

ALL = subjects()


def test_slips_are_many_and_each_has_a_name_of_its_own():
    assert len(FAULTS) >= 200
    assert [name for name, count in Counter(fault.name for fault in FAULTS).items() if count > 1] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_slip_is_made_somewhere_and_leaves_a_request_that_the_format_admits(fault):
    made = [(subject, spoilt) for subject in ALL if (spoilt := fault.on(subject.request))]

    assert made
    for subject, spoilt in made:
        assert spoilt.request != subject.request
        assert spoilt.places
        msgspec.convert(spoilt.request, Snapshot)


def test_a_slip_leaves_the_request_that_it_was_made_in_as_it_was():
    for subject in examples():
        before = msgspec.json.encode(subject.request)
        for fault in FAULTS:
            fault.on(subject.request)

        assert msgspec.json.encode(subject.request) == before


def test_a_change_adds_an_item_at_the_end_and_takes_one_away():
    request = {"facts": [{"id": "f1"}]}

    assert changed(request, [(("facts", 1), {"id": "f2"})])["facts"] == [{"id": "f1"}, {"id": "f2"}]


def test_what_was_found_and_blocked_of_each_group_stays_found_and_blocked(shipped_law):
    told = by_group(outcomes(examples(), lambda request: check(request, shipped_law)))
    least = bars("examples")

    assert set(told) == set(least)
    for group, chosen in told.items():
        reached = tally(chosen)
        assert (group, reached.found >= least[group]["found"]) == (group, True)
        assert (group, reached.blocked >= least[group].get("blocked", 0)) == (group, True)


def test_nothing_blocks_an_example_in_which_nothing_was_spoilt(shipped_law):
    assert false_blocks(examples(), lambda request: check(request, shipped_law)) == []
