"""S1 once more: without a mouse, and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.journeys.drafter import Drafter, example
from tests.journeys.procedure import carry
from tests.journeys.typist import Typist

pytestmark = pytest.mark.journey


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A browser in which no script of a page runs."""
    # A click must not meet a page that still scrolls.
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def test_s1_is_written_reviewed_and_sent_without_a_mouse(page, address, staff):
    carry(Typist(page, address), example("s1-preservation"), _unseen)


def test_s1_is_written_reviewed_and_sent_without_scripts(plain_page, address, staff):
    carry(WithoutScripts(plain_page, address), example("s1-preservation"), _unseen)


class WithoutScripts(Drafter):
    """Waits for pages, not for parts of them."""

    def add_row(self, number: int) -> None:
        self.page.locator("form[action$='/add/'] button").click()
        self.page.wait_for_load_state()

    def wait_for(self, target: Locator) -> None:
        for _ in range(600):
            if target.count():
                return
            self.page.wait_for_timeout(250)
            self.page.reload()


def _unseen(_name: str) -> None:
    """Axe sees these pages in the journey of S1 with a mouse."""
