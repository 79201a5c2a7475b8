"""Nothing that the data files say is dropped. docs/law.md, written by a command, counts the rows."""

from treaties import models, report, shipped


def test_every_row_of_an_instrument_reaches_the_database(law):
    data = shipped.read()
    acts = {file.instrument: len(file.acts) for file in data.participations.values()}
    counted = {
        line.code: (line.requirements, line.refusals, line.scope, line.offers, line.time_limits, line.acts)
        for line in report.compile_report().instruments
    }

    assert counted == {
        file.id: (
            *map(len, (file.requirement, file.refusal, file.scope, file.offer, file.time_limit)),
            acts.get(file.id, 0),
        )
        for file in data.instruments.values()
    }


def test_every_row_of_a_states_own_law_reaches_the_database(law):
    counted = {
        line.code: (line.requirements, line.thresholds, line.declarations, line.red_flags)
        for line in report.compile_report().states
    }

    assert counted == {
        law.state: tuple(map(len, (law.requirement, law.threshold, law.declaration, law.red_flag)))
        for law in shipped.read().own_law.values()
        if law.requirement or law.threshold
    }


def test_every_treaty_of_two_is_an_instrument_of_its_own_or_gives_days_to_one(law):
    listed = shipped.read().bilateral.treaties
    codes = set(models.Instrument.objects.values_list("code", flat=True))

    assert [row.parties for row in listed if bool(row.id) is bool(row.instrument)] == []
    assert {row.id or row.instrument for row in listed} <= codes


def test_every_state_has_both_names_in_six_languages():
    states = [row for row in shipped.read().states.states if row.kind == "state"]

    assert {len(row.short) for row in states} == {6}
    assert [row.code for row in states if len(row.formal) != 6] == []


def test_every_row_that_asks_something_says_where_from_and_how_sure():
    data = shipped.read()
    rows = [(file, row) for file in data.instruments.values() for row in file.requirement]
    rows += [(law, row) for law in data.own_law.values() for row in law.requirement]

    assert [row.id for file, row in rows if not (row.source or file.source)] == []
    assert [row.id for _, row in rows if row.confidence is None or row.verified is None] == []
