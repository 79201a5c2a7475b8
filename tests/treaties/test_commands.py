import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from tests.cast import OfficerFactory
from treaties import models, report
from treaties.management.commands import advice_report, law_report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


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


def test_the_report_counts_what_is_loaded_and_names_holes():
    found = json.loads(run("law_report", "--format", "json"))

    lines = {line["code"]: line for line in found["instruments"]}
    budapest = models.Instrument.objects.get(code="budapest")
    assert lines["budapest"]["requirements"] == budapest.requirements.filter(state=None).count() > 0
    assert lines["budapest"]["parties"] == budapest.participations.filter(bound=True).count() > 0
    assert "list of contents for preservation only" in lines["budapest"]["holes"]
    assert len(lines) + found["without_text"] == models.Instrument.objects.count()


def test_the_documentation_is_the_report():
    """After a change of a data file: `script/manage law_report --write`, and read the difference."""
    assert run("law_report") == law_report.DOCUMENT.read_text()


def test_one_command_rewrites_the_documentation(monkeypatch, tmp_path):
    monkeypatch.setattr(law_report, "DOCUMENT", tmp_path / "law.md")

    run("law_report", "--write")

    assert (tmp_path / "law.md").read_text() == run("law_report")


def test_the_printed_advice_is_what_the_adviser_says():
    """After a change of a data file: `script/manage advice_report --write`, and read the difference."""
    assert run("advice_report") == advice_report.DOCUMENT.read_text()


def test_the_printed_advice_goes_over_all_regions_with_the_reasons_of_each_line():
    text = advice_report.DOCUMENT.read_text()
    asked = advice_report.questions()
    answers = text.split("\n### ")[1:]

    assert len({(each.requesting, each.requested) for each in asked}) >= 20
    assert len({each.region for each in asked}) >= 6
    assert len(answers) == len(asked)
    assert len({each.on for each in asked}) > 1
    assert all("   + " in answer or "parts of one State" in answer for answer in answers)


def test_one_command_rewrites_the_printed_advice(monkeypatch, tmp_path):
    monkeypatch.setattr(advice_report, "DOCUMENT", tmp_path / "advice.md")

    run("advice_report", "--write")

    assert (tmp_path / "advice.md").read_text() == run("advice_report")


def test_what_an_authority_added_is_not_written_into_the_documentation(monkeypatch, tmp_path):
    monkeypatch.setattr(law_report, "DOCUMENT", tmp_path / "law.md")
    models.RedFlag.objects.update(origin=models.LawFact.Origin.LOCAL)

    with pytest.raises(CommandError, match="records of its own"):
        run("law_report", "--write")

    assert not (tmp_path / "law.md").exists()


def test_the_report_counts_facts_and_not_the_records_about_them():
    known = {
        "table": "treaties_offer",
        "key": "untoc:0",
        "digest": "0",
        "source": "A text",
        "on": date(2026, 11, 30),
    }
    models.Verification.objects.create(**known, confidence="high", verified="text", by=OfficerFactory())

    assert models.Verification not in report.fact_models()
    assert json.loads(run("law_report", "--format", "json"))["without_text"] > 0
