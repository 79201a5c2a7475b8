"""The evaluation is as good as its mutants: what they claim to spoil is what they spoil."""

import json

import msgspec
import pytest

from bench.completeness import corpus, elements, places
from bench.completeness.mutant import DELETED, spoilt
from bench.completeness.removals import removals
from bench.completeness.spoils import spoils
from bench.completeness.truth import Truth, of
from bench.completeness.wordings import wordings
from requests_app import exchange
from requests_app.content.fields import HOMES
from requests_app.content.snapshot import Snapshot
from tests.checks.rules import TODAY
from treaties import relations
from treaties.spec import Level, Verified

KINDS = ("subscriber_info", "preservation", "bank_info", "video_hearing")


@pytest.fixture(scope="module")
def some():
    """One request of each kind, on four journeys."""
    return [
        corpus.Complete(journey, kind, corpus.request(journey, kind))
        for journey, kind in zip(corpus.journeys()[::9], KINDS, strict=False)
    ]


def mutants_of(complete, law):
    truth = of(complete, law, TODAY)
    return [*removals(complete.request, truth), *spoils(complete, truth), *wordings(complete)]


def test_each_mutant_is_another_request_that_the_format_admits(some, shipped_law):
    for complete in some:
        before = json.dumps(complete.request)
        mutants = mutants_of(complete, shipped_law)

        assert len(mutants) > 100
        assert [m for m in mutants if json.dumps(m.request) == before or not m.places] == []
        assert json.dumps(complete.request) == before
        for mutant in mutants:
            msgspec.convert(mutant.request, Snapshot)


def test_what_is_mandatory_follows_the_law_and_not_the_mutator(some, shipped_law):
    for complete in some:
        silent = [m for m in removals(complete.request, Truth(())) if m.codes]
        asked = {m.element for m in mutants_of(complete, shipped_law) if m.codes}

        assert silent == []
        assert asked


def demanded(law) -> set[str]:
    """What rules that were read in their text demand of every request that they are about."""
    rules = (asked.requirement for of_one in law.requirements_of.values() for asked in of_one)
    firm = (
        r
        for r in rules
        if r.level is Level.MANDATORY and r.citation.verified is Verified.TEXT and not r.when
    )
    return {name for rule in firm for name in rule.fields}


def test_every_field_of_the_law_has_a_place_in_the_format(shipped_law):
    held = {spot.draft_field for c in corpus.every(KINDS) for spot in elements.spots(c.request)}
    special = {name for name, home in HOMES.items() if home.particular}

    assert (set(HOMES) - held - special) & demanded(shipped_law) == set()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("authority", "requesting", "office"), ("authority", "requesting_office", "")),
        (("channel", "reply_contact", "email"), ("channel", "reply_email", "")),
        (("measures", 0, "particulars", "video"), ("measures", "video", "m1")),
        (("data_items", 1, "zone"), ("data", "zone", "d2")),
        (("facts",), ("facts", "*", "")),
    ],
)
def test_a_path_leads_to_its_field(path, place):
    request = corpus.request(corpus.journeys()[0], "subscriber_info")

    assert places.of(request, path) == place


def test_a_list_that_is_emptied_leaves_no_link_to_it():
    request = corpus.request(corpus.journeys()[0], "subscriber_info")

    made, spoiled = spoilt(request, [(("facts",), [])])

    assert [row["facts"] for row in made["data_items"]] == [[], []]
    assert places.Place("data", "facts", "d1") in spoiled


def test_annexes_are_removed_together_without_moving_each_other():
    request = corpus.request(corpus.journeys()[7], "video_hearing")
    kinds = [annex["kind"] for annex in request["annexes"]]

    made, _ = spoilt(request, [(("annexes", 0), DELETED), (("annexes", 1), DELETED)])

    assert [annex["kind"] for annex in made["annexes"]] == kinds[2:]


def test_a_complete_request_is_read_as_strictly_as_a_file(some):
    for complete in some:
        assert exchange.decode(json.dumps(complete.request).encode()).reference == "BENCH-1"


def binds_anybody(code, law):
    """What ended or stands still between all its parties carries no request."""
    parties = [state for instrument, state in law.participations if instrument == code]
    return not parties or any(relations.standing(code, state, TODAY, law=law).binds for state in parties)


def test_every_instrument_that_somebody_read_is_in_the_corpus(shipped_law):
    read = {
        code
        for code, instrument in shipped_law.instruments.items()
        if instrument.verified is Verified.TEXT and code in shipped_law.requirements_of
        if binds_anybody(code, shipped_law)
    }
    cited = {basis for journey in corpus.journeys() for basis in journey.bases}

    assert len(read) >= 22
    assert read - cited == set()
