"""When the law changes, drafts are checked again, and the history says which ones it touched."""

import pytest
from django.urls import reverse

from requests_app import casework
from requests_app.background import jobs
from requests_app.completeness import check_runs
from requests_app.models import AuditEvent, CheckRun, MLARequest, Officer
from tests.cast import OfficerFactory
from treaties import version
from treaties.models import Requirement

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


@pytest.fixture
def run(law, mla) -> CheckRun:
    check_runs.order_check(mla)
    return checked(CheckRun.objects.get())


def checked(run: CheckRun) -> CheckRun:
    jobs.work_off(CheckRun, run.pk, check_runs.run_check)
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


def test_before_it_is_confirmed_administrators_see_which_drafts_it_touches(
    run, mla, administrator, signed_in
):
    texts = {"GBR": [mla.reference], "KEN": []}
    for state, touched in texts.items():
        proposal = casework.propose_law(
            administrator,
            kind="requirement",
            record=f"own-{state}",
            content=RULE.format(state=state),
            reason=".",
        )

        page = signed_in(administrator).get(reverse("proposal", args=[proposal.pk]))

        assert page.context["touched"] == touched
        assert mla.title not in page.content.decode()
    assert not Requirement.objects.filter(code="own-rule-1").exists()


def test_drafters_find_what_the_law_asks_otherwise_by_now_until_the_next_save(
    run, mla, administrator, drafter, outsider, signed_in
):
    confirm("GBR", administrator)
    checked(run)

    def listed(officer) -> list[str]:
        rows = signed_in(officer).get(reverse("affected")).context["rows"]
        return [row["mla"].reference for row in rows]

    assert (listed(drafter), listed(outsider)) == ([mla.reference], [])
    casework.save_section(mla, drafter, section="basis", base=0, values={"title": "Another title"})
    assert listed(drafter) == []


def test_a_new_release_has_every_draft_checked_with_it(run):
    assert (check_runs.follow_law(), run.law) == (0, version.loaded())

    version.changed_here()

    assert check_runs.follow_law() == 1
    assert checked(run).law == version.loaded()
    assert check_runs.follow_law() == 0
