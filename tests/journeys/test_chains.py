"""S4 in the browser: each answer opens the next request of the case, and the clock leads to an extension.

How a request is written and sent is walked in the tests of the scenarios; here it has left already.
"""

import datetime as dt
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from requests_app import casework
from requests_app.models import MLARequest
from tests.browsing import violations
from tests.domain.test_preservations import sent
from tests.journeys.drafter import Drafter, example

pytestmark = pytest.mark.journey
PICTURES = os.environ.get("JOURNEY_PICTURES", "")
WIDTHS = (1440, 390)
LEADS = {"ESP": "The path goes on to a server in Madrid.", "JPN": "From Madrid it came from Osaka."}


@pytest.fixture
def preservation(transactional_db, law, staff, settings) -> MLARequest:
    wanted = example("s4-partial-disclosure")
    settings.HOME_STATE = wanted.requesting
    return sent(casework.import_snapshot(wanted, staff["drafter"]), staff["supervisor"])


@pytest.fixture
def officer(page: Page, live_server, preservation) -> Drafter:
    found = Drafter(page, live_server.url)
    found.sign_in("drafter")
    return found


def look(page: Page, name: str) -> None:
    """At both widths: nothing wrong for axe, nothing to scroll sideways, a picture where one is wanted."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 1000})
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"chain-{name}-{width}.png", full_page=True)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.set_viewport_size({"width": WIDTHS[0], "height": 1000})


def confirm(officer: Drafter, reference: str, their_reference: str, days: int) -> None:
    officer.open(f"/requests/{reference}/preservation/")
    look(officer.page, f"confirm-{their_reference}")
    form = officer.page.locator("form.p-write-form")
    officer.answer(form, "their_reference", their_reference)
    officer.answer(form, "preserved", "Traffic data of the server, with the next hop.")
    officer.answer(form, "stated_until", (dt.date.today() + dt.timedelta(days=days)).isoformat())
    officer.press("Record the preservation")


def follow_lead(officer: Drafter, reference: str, state: str) -> MLARequest:
    officer.open(f"/requests/{reference}/next/lead/")
    look(officer.page, f"lead-{state}")
    form = officer.page.locator("form.p-write-form")
    officer.answer(form, "requested", state)
    officer.answer(form, "kinds", "preservation")
    officer.answer(form, "lead", LEADS[state])
    officer.press("Start the draft")
    return MLARequest.objects.get(parent__reference=reference, requested=state)


def test_each_answer_leads_to_the_next_state(officer, preservation, staff):
    page = officer.page
    confirm(officer, preservation.reference, "FICTION-1", 20)
    look(page, "request-with-clock")
    second = sent(follow_lead(officer, preservation.reference, "ESP"), staff["supervisor"])
    confirm(officer, second.reference, "FICTION-2", 9)
    third = follow_lead(officer, second.reference, "JPN")

    officer.open(f"/cases/{preservation.case_id}/")

    look(page, "case")
    names = page.locator(".p-chain-name").all_text_contents()
    assert names == [preservation.reference, second.reference, third.reference]
    assert page.locator(".p-chain-line").count() == 2
    first, *led = page.locator("table tbody tr").all_inner_texts()
    assert "Nothing before it" in first
    assert [lead in row for lead, row in zip(LEADS.values(), led, strict=True)] == [True, True]
    kept = [page.locator("table .p-deadline").nth(row).inner_text().split()[0] for row in (0, 1)]
    assert kept == ["20", "9"]
    assert second.reference in page.locator(".p-note").first.inner_text()


def test_one_click_on_the_clock_opens_the_extension(officer, preservation):
    page = officer.page
    confirm(officer, preservation.reference, "FICTION-1", 20)
    assert page.locator("#clock-title + p .p-deadline").inner_text().split() == ["20", "days"]

    officer.press("Ask for an extension")

    extension = MLARequest.objects.get(parent=preservation)
    assert page.url.endswith(f"/requests/{extension.reference}/")
    look(page, "extension")
    officer.open(f"/requests/{preservation.reference}/")
    assert page.get_by_role("button", name="Ask for an extension").count() == 0
    assert page.get_by_role("link", name=extension.reference).count() >= 1


@pytest.mark.parametrize("way", [way.value for way in casework.Way if way != "lead"])
def test_nothing_is_wrong_with_a_page_to_go_on(officer, preservation, way):
    officer.open(f"/requests/{preservation.reference}/next/{way}/")

    look(officer.page, f"continue-{way}")
