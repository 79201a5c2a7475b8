"""A list of requests is walked with keys, and only while the focus is in it."""

import pytest
from playwright.sync_api import Page

from tests.cast import CaseFactory, MLARequestFactory
from tests.journeys.drafter import Drafter

pytestmark = pytest.mark.journey

FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture
def desk(page: Page, live_server, law, staff, unit) -> list[str]:
    """The references on the desk, from top to bottom."""
    case = CaseFactory(unit=unit)
    for _request in range(3):
        MLARequestFactory(author=staff["drafter"], case=case)
    Drafter(page, live_server.url).sign_in("drafter")
    return page.locator("[data-rows] tbody th a").all_inner_texts()


def test_keys_walk_the_rows_and_open_one(page, desk):
    page.locator("[data-rows] tbody th a").first.focus()
    seen = []
    for key in ("j", "ArrowDown", "j", "k", "Home", "End"):
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUSED))

    page.keyboard.press("Enter")
    page.wait_for_url(f"**/requests/{desk[2]}/")

    assert seen == [desk[1], desk[2], desk[2], desk[1], desk[0], desk[2]]


def test_a_key_leads_to_the_search_and_another_explains_the_keys(page, desk):
    link = page.locator("[data-rows] tbody th a").first
    link.focus()
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")
    link.focus()
    page.keyboard.press("/")

    assert page.evaluate("document.activeElement.id") == "q"


def test_outside_the_table_a_letter_is_a_letter(page, desk):
    page.locator("#q").focus()
    page.keyboard.type("jk/?")

    assert page.locator("#q").input_value() == "jk/?"
    assert page.evaluate("document.activeElement.id") == "q"
