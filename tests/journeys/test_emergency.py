"""S6 on a telephone: from the first tap to the PDF, in a real browser at 390 px, without a script."""

import datetime as dt
import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from requests_app import casework
from requests_app.models import MLARequest, Officer, RenderedDocument, UnitProfile
from tests.browsing import violations
from tests.cast import PASSWORD, OfficerFactory
from tests.fault.services import wait_until
from tests.journeys.drafter import Drafter

pytestmark = pytest.mark.journey
PICTURES = os.environ.get("JOURNEY_PICTURES", "")
State = MLARequest.State


@pytest.fixture
def telephone(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@pytest.fixture
def duty(staff, unit) -> Officer:
    """A second officer of the night: a drafter, no supervisor."""
    UnitProfile.objects.create(
        unit=unit,
        office="Central Authority, night duty",
        address="Fictional Street 1, Oslo",
        email="duty@example.org",
        phone="+47 00 00 00 00",
        zone="Europe/Oslo",
        legal_power="Act on mutual assistance, section 1 (fictional)",
        signatory_name="K. Specimen",
        signatory_function="Head of duty",
        place="Oslo",
    )
    officer = OfficerFactory(username="colleague", unit=unit)
    officer.set_password(PASSWORD)
    officer.save()
    return officer


def fits(page: Page, name: str) -> None:
    """No sideways scrolling, targets for a thumb, and a picture where one is wanted."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
    button = page.locator("main button[type=submit]").last
    if button.count():
        assert button.bounding_box()["height"] >= 44, name


def test_from_the_first_tap_to_the_pdf(address, duty, telephone, browser):
    page = telephone
    officer = Drafter(page, address)
    officer.sign_in("drafter")
    officer.open("/emergency/")
    fits(page, "emergency-1-call")
    option = page.locator("#id_contact option", has_text="United Kingdom").first
    page.locator("#id_contact").select_option(option.get_attribute("value"))
    page.locator("#id_identifier").fill("night.shift@example.org")
    page.locator("#id_provider").fill("Mailhost Example Ltd")
    page.locator("#id_happened").fill("The systems of a fictional hospital are encrypted.")
    page.locator("#id_offence").fill("Serious damage to data")
    page.locator("#id_since").fill("2026-11-25 01:10")
    page.locator("#id_reachable").fill("Alex Exempel, +47 00 00 00 01")
    page.get_by_role("button", name="Ask for confirmation").click()
    page.wait_for_url("**/emergency/")
    fits(page, "emergency-2-waiting")
    mla = MLARequest.objects.get()
    assert mla.state == State.IN_REVIEW

    officer.sign_in("colleague")
    officer.open(f"/requests/{mla.reference}/emergency/")
    fits(page, "emergency-3-confirm")
    page.get_by_role("button", name="Confirm: this may leave").click()
    wait_until(
        lambda: RenderedDocument.objects.filter(request=mla, status="done").exists(),
        what="the PDF",
    )
    officer.open(f"/requests/{mla.reference}/emergency/")
    fits(page, "emergency-4-document")
    assert page.get_by_role("link", name="Open the document (PDF)").count() == 1

    officer.open(f"/requests/{mla.reference}/dispatch/")
    page.get_by_role("button", name="Record the dispatch").click()
    mla.refresh_from_db()
    full = MLARequest.objects.get(parent=mla)
    assert (mla.state, full.state, full.due_on) == (State.SENT, State.DRAFT, mla.follow_up_on)


@pytest.mark.parametrize("path", ["/emergency/", "/requests/{reference}/emergency/"])
def test_nothing_is_wrong_with_the_pages_of_the_night(path, address, duty, page, staff):
    mla = _called(staff["drafter"])
    page.set_viewport_size({"width": 390, "height": 844})
    officer = Drafter(page, address)
    officer.sign_in("colleague")

    officer.open(path.format(reference=mla.reference))

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def _called(officer: Officer) -> MLARequest:
    return casework.call(
        officer,
        casework.Call(
            requested="GBR",
            addressee="24/7 point of contact",
            identifier="night.shift@example.org",
            type="email",
            provider="Mailhost Example Ltd",
            happened="The systems of a fictional hospital are encrypted.",
            offence="Serious damage to data",
            category="danger_to_life",
            since=dt.datetime(2026, 11, 25, 1, 10),
            zone="Europe/Oslo",
            reachable="Alex Exempel, +47 00 00 00 01",
        ),
    )
