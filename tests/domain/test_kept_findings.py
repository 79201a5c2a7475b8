"""A check after a save keeps a few lines of each rule and counts them all; a gate keeps them all."""

from collections import Counter

import pytest

from requests_app.background import jobs
from requests_app.completeness import check_runs, examining
from requests_app.models import CheckRun, DataItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def long_mla(law, mla):
    DataItem.append_all_to(mla, [{"type": "ip", "identifier": f"10.0.0.{n}"} for n in range(40)])
    return mla


def per_rule(run: CheckRun) -> Counter[tuple[str, str]]:
    return Counter((finding["requirement"], finding["field"]) for finding in run.findings)


def test_a_save_keeps_the_first_lines_of_a_rule_and_the_number_of_all(long_mla):
    check_runs.order_check(long_mla)
    run = CheckRun.objects.get()

    jobs.work_one(CheckRun, run.pk, check_runs.run_check)

    run.refresh_from_db()
    counted = examining.for_request(long_mla).counts()
    assert max(per_rule(run).values()) == 5
    assert {severity: run.summary[severity] for severity in counted} == counted
    assert sum(counted.values()) > len(run.findings) + 35


def test_a_gate_keeps_every_line(long_mla):
    examination = examining.examine_request(long_mla)

    run = check_runs.keep(long_mla, CheckRun.Gate.SUBMIT, examination)

    assert len(run.findings) == len(examination.report.findings)
    assert max(per_rule(run).values()) >= 40
