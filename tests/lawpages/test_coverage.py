"""The map and the table beside it say the same, and silence is never a no."""

import csv
import io
import re
from datetime import date

import pytest

from tests.lawpages import rows
from treaties import worldmap
from treaties.coverage import Cover, reach
from treaties.models import State
from treaties.views import coverage

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)


def looks(page: str) -> dict[str, str]:
    """How each State is drawn, by the code in the link of its shape."""
    shape = r'state=([A-Z]{3})#chosen" aria-label="[^"]+" class="l-(\w+)'
    return dict(re.findall(shape, page))


def test_each_shape_of_a_state_has_its_line_in_the_table(reader):
    answer = reader.get("/law/coverage/?instrument=budapest&on=2026-11-25")

    table = {row.code: row.cover.value for row in answer.context["rows"]}
    drawn = looks(answer.content.decode())
    assert drawn == {code: table[code] for code in drawn}
    assert len(drawn) > 190


def test_every_member_of_the_map_of_states_is_drawn():
    outlines = {outline.code for outline in worldmap.world().outlines}
    states = set(State.objects.filter(kind=State.Kind.STATE).values_list("code", flat=True))

    assert states - outlines == set()


def test_outlines_that_are_no_state_are_not_coloured(reader):
    page = reader.get("/law/coverage/").content.decode()

    assert '<g class="l-land"><title>Territory, not assessed</title>' in page


def test_a_chosen_state_is_named_and_described(reader):
    page = reader.get("/law/coverage/?state=GBR").content.decode()

    assert ">United Kingdom</text>" in page
    assert 'id="chosen"' in page


@pytest.mark.parametrize("code", ["QQQ", "NOR", "<script>"])
def test_a_state_that_cannot_be_chosen_chooses_none(code, reader):
    answer = reader.get("/law/coverage/", {"state": code})

    assert (answer.status_code, answer.context["chosen"]) == (200, None)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("on=32", "Write the day as year-month-day"),
        ("on=2026-02-30", "Write the day as year-month-day"),
        ("instrument=nope", "The portal knows no such instrument"),
    ],
)
def test_a_bad_question_is_answered_at_its_field(query, words, reader):
    page = reader.get(f"/law/coverage/?{query}").content.decode()

    assert words in page
    assert 'href="#id_' in page


def test_a_party_of_tomorrow_is_not_one_today(reader):
    treaty = rows.instrument()
    for code in ("NOR", "GBR"):
        rows.participation(treaty, State.objects.get(code=code), date(2026, 11, 26))
    rows.changed()

    today, tomorrow = (reach("NOR", date(2026, 11, day), treaty.code)["GBR"].cover for day in (25, 26))

    assert (today, tomorrow) == (Cover.NOT_IN_FORCE, Cover.IN_FORCE)


def test_silence_is_not_known(reader):
    treaty = rows.instrument()
    rows.participation(treaty, State.objects.get(code="NOR"), DAY)
    rows.changed()

    answer = reader.get(f"/law/coverage/?instrument={treaty.code}")

    (line,) = [row for row in answer.context["rows"] if row.code == "GBR"]
    assert (line.cover, line.words) == (Cover.NOT_KNOWN, "Not known")


def test_absence_from_a_complete_list_names_the_day_of_the_list(reader):
    treaty = rows.instrument(complete_on=date(2026, 1, 31))
    rows.participation(treaty, State.objects.get(code="NOR"), date(2020, 1, 1))
    rows.changed()

    answer = reader.get(f"/law/coverage/?instrument={treaty.code}")

    (line,) = [row for row in answer.context["rows"] if row.code == "GBR"]
    assert (line.cover, line.words) == (
        Cover.NOT_IN_FORCE,
        "Not on the list of parties of 31\u00a0January\u00a02026",
    )


def test_without_law_the_page_says_so(reader, settings):
    settings.HOME_STATE = "QQQ"

    assert "The law is not loaded" in reader.get("/law/coverage/").content.decode()


@pytest.mark.parametrize("query", ["", "?instrument=budapest&on=2012-01-01"])
def test_the_file_says_what_the_table_says(reader, query):
    shown = reader.get(f"/law/coverage/{query}").context["rows"]

    answer = reader.get(f"/law/coverage.csv{query}")

    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    told = [(line["code"], line["State"], line["between both"], line["in force since"]) for line in lines]
    assert told == [
        (row.code, row.state.name, row.words, row.since.isoformat() if row.since else "") for row in shown
    ]
    assert answer["Content-Disposition"].endswith('.csv"')


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@a"])
def test_nothing_in_the_file_is_a_formula(words):
    assert coverage._inert(words) == f"'{words}"
