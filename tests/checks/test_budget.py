"""Whatever is written, a check ends: a rule costs in proportion to the text, and a limit holds the rest."""

import datetime as dt
import gc
import time
from functools import partial

import pytest
from msgspec.structs import replace

from requests_app.checks import deadline, engine, library, portal
from requests_app.checks.deadline import Deadline, Overrun
from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import EXECUTABLE, Rules
from requests_app.content.place import Place
from requests_app.content.snapshot import Snapshot
from requests_app.formats import identifiers, timestamps
from requests_app.formats.timestamps import Answers
from requests_app.intake import reader
from requests_app.intake.row import Assumptions
from requests_app.intake.text import lines_of
from requests_app.sections.text_gate import refuse_endless_words
from tests.checks.rules import example, rule

ON = dt.date(2026, 11, 30)
SIZE = 200_000
PART = 16
NOTICED = 0.1
SHAPES = {
    "one word": lambda n: "A" + "b" * (n - 1),
    "names": lambda n: " ".join(
        f"Az{number:x}qrst".translate(LETTERS).title() for number in range(n // 10)
    ),
    "figures": lambda n: "1" * n,
    "days": lambda n: ("1/2/2026 " * n)[:n],
    "blanks": lambda n: "1" + " " * (n - 2) + "1",
    "dots": lambda n: ("a." * n)[:n],
    "lines": lambda n: "\n" * n,
    "sums": lambda n: ("EUR 1,000.00 " * n)[:n],
    "brackets": lambda n: "[<({" * (n // 4),
    "colons": lambda n: ("a:" * n)[:n],
    "mailboxes": lambda n: ("a@b" * n)[:n],
}
LETTERS = str.maketrans("0123456789", "ghijklmnop")


def filled(text):
    """A request whose long texts are all this text, with a person whose name the rules on names know."""
    snapshot = example("s5-proceeds")
    facts = tuple(replace(fact, text=text) for fact in snapshot.facts)
    measures = tuple(replace(measure, description=text, reason=text) for measure in snapshot.measures)
    return replace(snapshot, facts=facts, measures=measures, purpose=text, necessity=text)


def cost_of(act) -> float:
    """Processor seconds of this thread, without what the collector of garbage does in between."""
    gc.disable()
    try:
        begun = time.thread_time()
        act()
        return time.thread_time() - begun
    finally:
        gc.enable()


def grows_with(act_on, large, small) -> bool:
    """
    Tell whether the cost grows with the size, where `large` is PART times `small`.

    In proportion it is PART times as much, as a square PART * PART: the bar lies well between. The lowest
    of several costs counts, for a busy machine only ever adds.
    """
    most, least = float("inf"), 0.0
    for _try in range(6):
        most = min(most, cost_of(lambda: act_on(large)))
        if most < NOTICED:
            return True
        least = max(least, cost_of(lambda: act_on(small)))
        if most < 4 * PART * least:
            return True
    return False


def test_a_square_is_found_out():
    def square(size):
        return sum(1 for _ in range(size * size))

    assert not grows_with(square, 2_000, 2_000 // PART)


def sizes(name):
    """Return the shape at its full size and at a part of it."""
    return SHAPES[name](SIZE), SHAPES[name](SIZE // PART)


@pytest.mark.parametrize("name", SHAPES)
def test_every_rule_of_craft_costs_in_proportion(name):
    readings = [Reading(filled(shape), ON) for shape in sizes(name)]

    slow = [
        each.requirement.code
        for each in portal.every()
        if not grows_with(partial(_places, each), *readings)
    ]

    assert slow == []


def _places(each, reading):
    return sum(1 for _ in each.places(reading))


@pytest.mark.parametrize("name", SHAPES)
def test_every_check_of_the_library_costs_in_proportion(name):
    readings = [Reading(filled(shape), ON) for shape in sizes(name)]

    slow = [
        check
        for check, places in library.CHECKS.items()
        if not grows_with(partial(_tried, places, rule("facts", check=check)), *readings)
    ]

    assert slow == []


def _tried(places, asked, reading):
    """Checks that want a parameter say so at once, which costs nothing either."""
    try:
        list(places(reading, asked, "facts"))
    except (KeyError, TypeError, ValueError, AttributeError):
        return


@pytest.mark.parametrize("name", SHAPES)
def test_every_judge_of_identifiers_costs_in_proportion(name):
    for kind in [*identifiers.JUDGES, "account", "other"]:
        assert grows_with(lambda text, kind=kind: identifiers.judge(kind, text, "GB"), *sizes(name)), kind
    assert grows_with(lambda text: identifiers.find(text, "GB"), *sizes(name))


@pytest.mark.parametrize("name", SHAPES)
def test_times_are_looked_for_in_proportion(name):
    assert grows_with(lambda text: timestamps.find_all(text, Answers(figures=True)), *sizes(name))


@pytest.mark.parametrize("name", SHAPES)
def test_a_paste_is_read_in_proportion(name):
    """As one line, and as lines of the greatest length that is searched."""

    def read(text):
        for start in (text, "\n".join(text[at : at + 4_900] for at in range(0, len(text), 4_900))):
            made = reader.plan(lines_of(start[:SIZE])[:10_000], Assumptions())
            list(reader.read(made, on=ON))

    shape = (lambda n: "1\n" * (n // 40)) if name == "lines" else SHAPES[name]
    assert grows_with(read, shape(SIZE), shape(SIZE // PART))


def test_a_rule_that_overruns_blocks_when_it_would_block_and_the_others_are_asked(monkeypatch):
    """Never a silent pass: the line names the rule, and the gate stays shut."""
    rules = Rules()

    @rules.add("slow", Severity.BLOCK, "Nobody sees this.", EXECUTABLE)
    def slow(reading):
        while True:
            reading.deadline.look()

    @rules.add("quick", Severity.WARN, "This is seen.", EXECUTABLE)
    def quick(reading):
        yield Place("facts", "purpose")

    monkeypatch.setattr(portal, "RULES", tuple(rules))
    report = engine.report(Snapshot(), [], on=ON, deadline=Deadline(rule=0.05, check=5))

    lines = {finding.requirement: finding for finding in report.findings}
    assert report.is_blocked
    assert (lines["portal.slow"].section, lines["portal.slow"].severity) == ("law", Severity.BLOCK)
    assert "too long" in lines["portal.slow"].message
    assert lines["portal.quick"].message == "This is seen."


def test_a_rule_of_law_that_finds_no_time_left_blocks_as_well():
    spent = Deadline(check=-1)

    report = engine.report(Snapshot(), [rule("facts", code="late")], on=ON, deadline=spent)

    late = next(finding for finding in report.findings if finding.field == "late")
    assert (late.section, late.severity) == ("law", Severity.BLOCK)


def test_a_rule_that_was_slow_between_two_questions_is_found_out_at_its_end():
    limit = Deadline(rule=0.01)
    limit.begin()
    until = time.thread_time() + 0.02
    while time.thread_time() < until:
        pass

    with pytest.raises(Overrun):
        limit.end()
    assert deadline.A_RULE < deadline.A_CHECK


def test_a_text_with_an_endless_word_is_refused_at_its_field_and_found_in_a_file():
    with pytest.raises(Exception, match="word of 1001 letters"):
        refuse_endless_words("a " + "b" * 1_001)
    refuse_endless_words("b" * 1_000 + " " + "c" * 1_000)

    found = engine.report(filled("b" * 1_001), [], on=ON).findings
    assert {f.severity for f in found if f.requirement == "portal.endless-word"} == {Severity.BLOCK}


def test_lines_beyond_the_time_of_a_paste_are_rows_that_say_so():
    made = reader.plan(lines_of("203.0.113.7 2026-03-14 09:12:44 UTC\n" * 3), Assumptions())

    rows = [row for chunk in reader.read(made, on=ON, seconds=-1) for row in chunk]

    assert [(row.line, row.quality, "not read" in row.problems[0]) for row in rows] == [
        (1, "bad", True),
        (2, "bad", True),
        (3, "bad", True),
    ]
