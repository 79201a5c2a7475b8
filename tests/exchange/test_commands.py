"""The commands other systems use: their exit codes, what they print, and that nothing gets lost."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from requests_app import casework, exchange
from requests_app.content import blanks
from requests_app.models import AuditEvent, MLARequest
from requests_app.snapshots import of as of_rows
from tests.checks.generated import snapshots
from tests.checks.rules import EXAMPLES, example
from tests.exchange.shortened import shortened

ON = "2026-11-25"


def run(*words) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command(*map(str, words), stdout=out)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue()
    except CommandError as error:
        return error.returncode, str(error)
    return 0, out.getvalue()


def written(path, snapshot):
    path.write_bytes(exchange.encode(snapshot))
    return path


def test_the_examples_are_complete_and_one_that_lacks_something_is_not(law, tmp_path):
    for path in EXAMPLES:
        code, text = run("check_request", path, "--format", "json", "--on", ON)
        assert (path.stem, code, json.loads(text)["summary"]["block"]) == (path.stem, 0, 0)

    bare = written(tmp_path / "bare.json", replace(example("s5-proceeds"), purpose=""))
    code, text = run("check_request", bare, "--format", "json", "--on", ON)
    (finding,) = json.loads(text)["findings"]

    assert code == 1
    assert (finding["requirement"], finding["severity"], finding["level"]) == (
        "untoc-18-15-f",
        "block",
        "mandatory",
    )
    assert (finding["section"], finding["field"], finding["item"]) == ("facts", "purpose", "")
    assert [citation["provision"] for citation in finding["citations"]] == [
        "18(15)(f)",
        "IRSG 28(2)(b)",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "line 1, column 2"),
        ('{"persons": [{"id": "p1", "birthdate": null}]}', "persons[0].birthdate"),
        ('{"measures": [{"id": "m1", "kind": "x-ray"}]}', "measures[0].kind"),
        ('{"bases": [{"instrument": "x-ray"}]}', "bases[0].instrument"),
        ('{"unknown": {"x-ray": "No."}}', "unknown.x-ray"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(db, tmp_path, text, place):
    path = tmp_path / "request.json"
    path.write_text(text, encoding="utf-8")

    code, message = run("check_request", path)

    assert (code, place in message, "Traceback" in message) == (2, True, False)


def test_a_source_that_is_neither_a_file_nor_a_reference_is_refused(db, tmp_path):
    assert run("check_request", "MLA-0000-0000")[0] == 2
    assert run("check_request", tmp_path)[0] == 2
    assert run("export_request", "MLA-0000-0000", "-o", tmp_path / "out.json")[0] == 2


def test_what_was_imported_is_exported_as_the_same_request(law, drafter, tmp_path):
    for path in EXAMPLES:
        copy = tmp_path / path.name

        code, printed = run("import_request", path, "--as", "drafter")
        run("export_request", printed.strip(), "-o", copy)

        assert (code, exchange.decode(copy.read_bytes())) == (0, example(path.stem))
        assert shortened(copy.read_bytes(), path.read_bytes()) == path.read_bytes()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(snapshot=snapshots())
def test_every_request_that_can_be_read_can_be_stored(drafter, snapshot):
    try:
        snapshot = exchange.decode(exchange.encode(snapshot))
    except exchange.Unreadable:
        return

    request = casework.import_snapshot(snapshot, drafter)

    stored = of_rows(MLARequest.objects.get(pk=request.pk))
    assert replace(stored, reference="") == replace(blanks.without(snapshot), reference="")


def test_a_second_import_is_the_same_request_under_a_reference_of_its_own(law, drafter, tmp_path):
    path, copy = EXAMPLES[0], tmp_path / "copy.json"
    first, second = (run("import_request", path, "--as", "drafter")[1].strip() for _ in range(2))

    run("export_request", second, "-o", copy)

    assert first == example(path.stem).reference != second
    assert exchange.decode(copy.read_bytes()) == replace(example(path.stem), reference=second)


def test_a_request_in_the_database_is_checked_as_its_file_is(law, drafter):
    _, printed = run("import_request", EXAMPLES[0], "--as", "drafter")

    of_file, of_row = (
        run("check_request", source, "--format", "json", "--on", ON)
        for source in (EXAMPLES[0], printed.strip())
    )

    assert of_file == of_row


def test_only_an_active_officer_who_may_draft_can_import(law, drafter, auditor):
    assert run("import_request", EXAMPLES[0], "--as", "nobody")[0] == 1
    assert run("import_request", EXAMPLES[0], "--as", "auditor")[0] == 1
    drafter.is_active = False
    drafter.save()
    assert run("import_request", EXAMPLES[0], "--as", "drafter")[0] == 1
    assert not MLARequest.objects.exists()


def test_an_export_is_on_record_and_one_that_failed_is_not(law, drafter, tmp_path):
    _, printed = run("import_request", EXAMPLES[0], "--as", "drafter")
    reference = printed.strip()

    run("export_request", reference, "-o", tmp_path / "missing" / "out.json")
    assert not AuditEvent.objects.filter(verb="request.exported").exists()

    run("export_request", reference, "-o", tmp_path / "out.json")
    assert AuditEvent.objects.filter(verb="request.exported", reference=reference).count() == 1
