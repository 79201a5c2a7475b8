import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def run(*arguments):
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_advise_prints_json_best_first():
    found = json.loads(
        run(
            "advise",
            "--from",
            "NOR",
            "--to",
            "GBR",
            "--kind",
            "preservation",
            "--on",
            "2026-11-25",
            "--format",
            "json",
        )
    )

    assert found[0]["instrument"] == "budapest"
    assert set(found[0]) == {
        "instrument",
        "articles",
        "usable",
        "in_force",
        "reasons",
        "watch",
        "confidence",
    }
    assert [each["usable"] for each in found] == sorted((each["usable"] for each in found), reverse=True)


def test_advise_prints_text_for_people():
    text = run(
        "advise", "--from", "KEN", "--to", "CHE", "--kind", "documents_records", "--max-penalty-years", "7"
    )

    assert text.startswith("1. UNTOC")
    assert "! To be shown" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--from", "XXX", "--to", "GBR", "--kind", "preservation"), "XXX: not a State code"),
        (("--from", "NOR", "--to", "GBR", "--kind", "freezing"), "freezing: not a kind of assistance"),
        (("--from", "NOR", "--to", "NOR", "--kind", "preservation"), "to itself"),
    ],
)
def test_advise_refuses_what_it_does_not_know(arguments, message):
    with pytest.raises(CommandError, match=message) as refusal:
        run("advise", *arguments)

    assert refusal.value.returncode == 2


def test_the_report_counts_holes_and_the_documentation_is_that_report():
    found = json.loads(run("law_report", "--format", "json"))

    lines = {line["code"]: line for line in found["instruments"]}
    assert len(lines) == 53
    assert (lines["budapest"]["requirements"], lines["budapest"]["parties"]) == (30, 81)
    assert "list of contents for preservation only" in lines["budapest"]["holes"]
    assert found["without_text"] == 226
    assert run("law_report") == (DOCS / "law.md").read_text()
