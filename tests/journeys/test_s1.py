"""S1 from sign-in to the recorded dispatch, with one return, in a real browser; axe looks at every page."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import violations
from tests.journeys.drafter import Drafter, example
from tests.journeys.procedure import carry

pytestmark = pytest.mark.journey
PICTURES = os.environ.get("JOURNEY_PICTURES", "")


@pytest.fixture
def look(page: Page) -> Callable[[str], None]:
    """Keep a picture where one is wanted; axe must find nothing wrong."""

    def keep(name: str) -> None:
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
        assert violations(page) == [], name

    return keep


def test_a_request_goes_the_whole_way(page, address, staff, look):
    """The follow-up; its preservation goes the same way without a mouse and without scripts."""
    carry(Drafter(page, address), example("s1-follow-up"), look)
