import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from treaties import loader, models, report, version

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing():
    first = loader.load()
    loaded_at = models.DataSet.objects.get().loaded_at

    second = loader.load()

    assert first.is_change
    assert not second.is_change
    assert models.DataSet.objects.get().loaded_at == loaded_at


def test_a_dry_run_reports_and_writes_nothing():
    report = loader.load(dry_run=True)

    assert sum(count.new for count in report.counts) == sum(count.read for count in report.counts) > 6000
    assert (models.State.objects.count(), version.loaded()) == (0, None)


def test_the_report_counts_what_was_read():
    counts = {count.table: count.read for count in loader.load().counts}

    assert counts == models.DataSet.objects.get().counts
    tables = {str(model._meta.verbose_name_plural): model for model in report.fact_models()}
    assert {name: tables[name].objects.count() for name in counts} == counts
    assert min(counts.values()) > 0


def test_a_row_changed_by_hand_is_put_right_and_the_version_tells():
    loader.load()
    before = version.loaded()
    models.Requirement.objects.filter(code="untoc-18-15-a").update(message="Nothing.")

    report = loader.load()

    assert [(c.table, c.changed) for c in report.counts if c.is_change] == [("requirements", 1)]
    assert models.Requirement.objects.get(code="untoc-18-15-a").message != "Nothing."
    assert version.loaded() != before


def test_a_row_that_left_the_files_leaves_the_database(data):
    loader.load()
    path = data / "participations" / "malabo-2014.toml"
    path.write_text("\n".join(line for line in path.read_text().splitlines() if '"GHA"' not in line))

    loader.load(data)

    assert not models.Participation.objects.filter(key="malabo-2014:GHA").exists()
    assert models.Participation.objects.filter(instrument="malabo-2014").count() == 15


def test_local_rows_survive_every_load():
    loader.load()
    local = models.LawFact.Origin.LOCAL
    models.Requirement.objects.filter(code="untoc-18-15-a").update(origin=local, message="Our words.")
    models.Requirement.objects.create(
        code="own-1",
        origin=local,
        instrument_id="untoc",
        provision="18",
        element="facts",
        message="Ours.",
        level="recommended",
        basis="practice",
        kinds=["all"],
        fields=["facts"],
        confidence="high",
        verified="practice",
        position=99,
    )

    report = loader.load()

    kept = {count.table: count.kept for count in report.counts if count.kept}
    assert kept == {"requirements": 1}
    assert not report.is_change
    assert set(models.Requirement.objects.filter(origin=local).values_list("message", flat=True)) == {
        "Our words.",
        "Ours.",
    }


def test_everything_loads_with_few_queries():
    with CaptureQueriesContext(connection) as asked:
        report = loader.load()

    assert len(asked) <= 4 * len(report.counts) + 20


def test_the_command_prints_what_it_read():
    out = io.StringIO()

    call_command("load_treaties", stdout=out)

    assert "requirements" in out.getvalue()
    assert f"Loaded {sum(models.DataSet.objects.get().counts.values())} rows" in out.getvalue()


def test_the_command_refuses_a_bad_data_set(data):
    (data / "vocabulary.toml").write_text("kind = 1")

    with pytest.raises(CommandError, match=r"(?s)nothing was changed.*vocabulary.toml"):
        call_command("load_treaties", data=data)


def test_no_version_before_the_first_load():
    assert version.loaded() is None


def test_the_adviser_says_that_no_law_is_loaded():
    with pytest.raises(CommandError, match="load_treaties"):
        call_command("advise", "--from", "NOR", "--to", "GBR", "--kind", "preservation")
