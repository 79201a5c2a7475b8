"""S1 from sign-in to the recorded dispatch, with one return, in a real browser."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import violations
from tests.journeys.drafter import Drafter, example

pytestmark = pytest.mark.journey
PICTURES = os.environ.get("JOURNEY_PICTURES", "")


def look(page: Page, name: str) -> None:
    """Keep a picture where one is wanted; axe must find nothing wrong."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
    assert violations(page) == [], name


@pytest.mark.parametrize("name", ["s1-preservation", "s1-follow-up"])
def test_a_request_goes_the_whole_way(name, page, address, staff):
    wanted = example(name)
    drafter = Drafter(page, address)
    drafter.sign_in("drafter")
    look(page, "01-desk-empty")

    reference = drafter.start(wanted)
    look(page, "02-basis")
    drafter.choose_bases(wanted)
    for slug in drafter.sections():
        drafter.write(reference, slug, wanted)
        drafter.open(f"/requests/{reference}/sections/{slug}/")
        look(page, f"03-section-{slug}")
    drafter.answer_questions(reference, wanted)
