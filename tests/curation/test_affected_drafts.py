"""When the law changes, drafts are checked again, and the history says which ones it touched."""

import pytest

from requests_app import casework, checking, jobs
from requests_app.hints import publisher
from requests_app.models import AuditEvent, CheckRun, MLARequest, Officer
from tests.cast import OfficerFactory

pytestmark = pytest.mark.django_db

RULE = """
state = "{state}"

[[requirement]]
id = "own-rule-1"
provision = "section 5"
element = "deadline"
message = "Say by when."
level = "mandatory"
kinds = ["all"]
fields = ["deadline"]
source = "Fictional gazette"
confidence = "high"
verified = "text"
"""


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    monkeypatch.setattr(publisher, "publish", lambda *_args, **_options: True)


@pytest.fixture
def run(law, mla) -> CheckRun:
    checking.order_check(mla)
    return checked(CheckRun.objects.get())


def checked(run: CheckRun) -> CheckRun:
    jobs.work_off(CheckRun, run.pk, checking.run_check)
    run.refresh_from_db()
    return run


def confirm(state: str, administrator: Officer) -> None:
    second = OfficerFactory(username="second", role=Officer.Role.ADMINISTRATOR, unit=None)
    proposal = casework.propose_law(
        administrator, kind="requirement", record="own-rule-1", content=RULE.format(state=state), reason="."
    )
    casework.confirm_law(second, proposal)


def affected() -> list[str]:
    return list(AuditEvent.objects.filter(verb="law.affected").values_list("reference", flat=True))


def test_a_draft_that_the_law_touches_is_checked_again_and_on_record(run, mla, administrator):
    before = run.findings

    confirm("GBR", administrator)

    run.refresh_from_db()
    assert run.status == "queued"
    found = {finding["requirement"] for finding in checked(run).findings}
    assert "own-rule-1" in found - {finding["requirement"] for finding in before}
    assert affected() == [mla.reference]


def test_a_draft_that_it_does_not_touch_is_checked_and_not_named(run, administrator):
    before = run.findings

    confirm("KEN", administrator)

    assert (checked(run).findings, affected()) == (before, [])


def test_what_is_no_draft_any_more_keeps_its_check(run, mla, administrator):
    MLARequest.objects.filter(pk=mla.pk).update(state="withdrawn")

    confirm("GBR", administrator)

    run.refresh_from_db()
    assert run.status == "done"
