"""Nothing of the research is dropped: what the files hold is what was counted in the sources."""

from collections import Counter

from treaties import shipped

# id: requirements, refusal grounds, conditions of scope, kinds offered, time limits
INSTRUMENTS = {
    "arab-2010": (7, 1, 1, 8, 1),
    "asean-2004": (15, 2, 0, 4, 0),
    "budapest": (30, 8, 5, 12, 2),
    "budapest-2ap": (48, 2, 3, 8, 2),
    "ch-au-1991": (13, 7, 0, 6, 0),
    "ch-br-2004": (13, 8, 0, 9, 0),
    "ch-ca-1993": (11, 3, 0, 6, 0),
    "ch-hk-1999": (12, 8, 0, 5, 0),
    "ch-in-1989": (3, 1, 1, 5, 0),
    "ch-jp-1937": (3, 0, 1, 2, 0),
    "cis-chisinau-2002": (9, 2, 0, 4, 0),
    "cis-minsk-1993": (9, 2, 0, 4, 0),
    "comity": (11, 1, 2, 1, 0),
    "ecma-1959": (15, 7, 3, 13, 2),
    "ecma-2ap-2001": (12, 1, 1, 12, 0),
    "ecma-ap-1978": (1, 1, 1, 2, 0),
    "ecowas-dir-2011": (0, 0, 1, 1, 0),
    "ecowas-mla-1992": (6, 2, 0, 4, 0),
    "eu-2000": (13, 1, 1, 11, 1),
    "eu-2001": (6, 3, 1, 3, 0),
    "eu-us-2003": (7, 3, 2, 5, 0),
    "harare-scheme": (9, 2, 0, 4, 0),
    "in-au-2011": (9, 3, 0, 4, 0),
    "letters-rogatory": (11, 1, 1, 3, 0),
    "malabo-2014": (0, 0, 1, 1, 0),
    "nl-au-1988": (17, 7, 0, 9, 2),
    "nl-ca-1991": (15, 3, 0, 8, 1),
    "nl-hk-2002": (7, 7, 0, 6, 0),
    "oas-1992": (7, 7, 2, 8, 0),
    "sadc-2002": (8, 2, 0, 4, 0),
    "sco-2009": (0, 0, 0, 1, 0),
    "uk-in-1992": (9, 3, 0, 4, 0),
    "un-model": (9, 7, 1, 8, 0),
    "un-model-law": (5, 0, 0, 3, 0),
    "uncac": (13, 8, 2, 15, 1),
    "uncc-2024": (16, 5, 3, 15, 1),
    "untoc": (18, 7, 5, 24, 1),
    "us-au-1997": (14, 4, 0, 10, 0),
    "us-br-1997": (14, 4, 0, 10, 0),
    "us-ca-1985": (9, 3, 0, 4, 0),
    "us-ch-1973": (12, 4, 0, 8, 1),
    "us-de-2003": (14, 4, 0, 10, 0),
    "us-fr-1998": (14, 4, 0, 10, 0),
    "us-in-2001": (14, 4, 0, 10, 0),
    "us-jp-2003": (14, 4, 0, 10, 0),
    "us-li-2002": (18, 6, 0, 10, 2),
    "us-mx-1987": (14, 4, 0, 10, 0),
    "us-nl-1981": (17, 5, 0, 10, 1),
    "us-ph-1994": (14, 4, 0, 10, 0),
    "us-uk-1994": (14, 4, 0, 10, 0),
    "vienna-1988": (12, 5, 1, 11, 1),
    # Two that the research has parties for, but no text.
    "budapest-1ap": (0, 0, 0, 0, 0),
    "oas-1993-protocol": (0, 0, 0, 0, 0),
}

# State: requirements, thresholds, declarations, red flags
OWN_LAW = {
    "AUS": (2, 3, 3, 0),
    "BRA": (2, 4, 1, 0),
    "CAN": (2, 5, 3, 0),
    "CHE": (10, 3, 3, 3),
    "DEU": (4, 5, 3, 0),
    "ESP": (0, 4, 1, 0),
    "EST": (6, 2, 0, 0),
    "FRA": (1, 4, 3, 0),
    "GBR": (5, 4, 3, 1),
    "IND": (1, 3, 0, 1),
    "IRL": (5, 4, 0, 1),
    "JPN": (2, 2, 3, 0),
    "NLD": (1, 5, 1, 0),
    "NOR": (2, 3, 2, 0),
    "NZL": (9, 0, 0, 0),
    "PRT": (1, 3, 0, 0),
    "ROU": (0, 3, 0, 0),
    "SGP": (3, 2, 0, 0),
    "USA": (10, 6, 4, 3),
    "ZAF": (2, 2, 0, 0),
}

ACTS = {
    "arab-2010": 34,
    "asean-2004": 20,
    "budapest": 131 + len(OWN_LAW),  # and what the notes on each State's own law report
    "budapest-1ap": 46,
    "budapest-2ap": 55,
    "ecma-1959": 50,
    "ecma-2ap-2001": 43,
    "eu-2000": 31,
    "malabo-2014": 16,
    "oas-1992": 31,
    "oas-1993-protocol": 14,
    "uncac": 330,
    "uncc-2024": 75,
    "untoc": 342,
    "vienna-1988": 278,
}

MEMBERS = {"asean": 11, "commonwealth": 56, "ecowas": 12, "eu": 27, "sco": 10}


def test_every_instrument_has_every_row_of_the_research():
    found = {
        file.id: tuple(map(len, (file.requirement, file.refusal, file.scope, file.offer, file.time_limit)))
        for file in shipped.read().instruments.values()
    }

    assert found == INSTRUMENTS


def test_every_state_has_every_row_of_its_own_law():
    found = {
        law.state: (
            sum(
                row.basis != "declaration" and not row.id.endswith("-languages") for row in law.requirement
            ),
            len(law.threshold),
            len(law.declaration),
            len(law.red_flag),
        )
        for law in shipped.read().own_law.values()
    }

    assert found == OWN_LAW


def test_every_act_of_every_treaty_is_there():
    data = shipped.read()

    assert {file.instrument: len(file.acts) for file in data.participations.values()} == ACTS
    assert {row.id: len(row.members) for row in data.states.organisations} == MEMBERS
    # 1612 rows of participation in the research: acts and memberships.
    assert sum(ACTS.values()) - len(OWN_LAW) + sum(MEMBERS.values()) == 1612


def test_every_bilateral_treaty_is_a_new_instrument_or_the_dates_of_one_with_a_text():
    rows = shipped.read().bilateral.treaties

    assert len(rows) == 277
    assert Counter(bool(row.id) for row in rows) == {True: 226, False: 51}


def test_all_states_offices_kinds_and_fields_are_there():
    data = shipped.read()
    kinds = {row.kind for row in data.states.states}

    assert Counter(row.kind for row in data.states.states) == {
        "state": 197,
        "territory": 53,
        "organisation": 1,
    }
    assert kinds == {"state", "territory", "organisation"}
    assert len(data.authorities.offices) == 85 + 29 + 19
    assert len(data.vocabulary.kind) == 52
    assert sum(len(kind.particulars) for kind in data.vocabulary.kind) == 210
    assert sum(len(kind.errors) for kind in data.vocabulary.kind) == 41
    assert len(data.vocabulary.draft_fields) == 47
    assert sum(row.common for row in data.vocabulary.draft_fields) == 24
    assert len(data.vocabulary.elements) == 171
    assert len(data.vocabulary.category) == 6


def test_every_state_has_both_names_in_six_languages():
    states = [row for row in shipped.read().states.states if row.kind == "state"]

    assert {len(row.short) for row in states} == {6}
    assert [row.code for row in states if len(row.formal) != 6] == []


def test_every_row_that_asks_something_says_where_from_and_how_sure():
    data = shipped.read()
    rows = [(file, row) for file in data.instruments.values() for row in file.requirement]
    rows += [(law, row) for law in data.own_law.values() for row in law.requirement]

    assert len(rows) == 688
    assert [row.id for file, row in rows if not (row.source or file.source)] == []
    assert [row.id for _, row in rows if row.confidence is None or row.verified is None] == []
