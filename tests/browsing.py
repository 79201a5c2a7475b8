"""A real Chromium for the tests that need eyes and hands."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

# On a busy machine a page takes its time; a test that reaches this has failed.
PATIENCE_MS = 60_000
LOOK_EVERY_MS = 125
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that the test command names, else the one on the path."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


def until(page: Page, expression: str, value: Any = None) -> None:
    """Wait for a state; the policy of the page forbids Playwright's own waiting, which evaluates text."""
    for _ in range(PATIENCE_MS // LOOK_EVERY_MS):
        # While the page is left for another, there is nothing to ask.
        with suppress(Error):
            if page.evaluate(expression, value):
                return
        page.wait_for_timeout(LOOK_EVERY_MS)
    pytest.fail(f"it did not come to this: {expression}")


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is shown, one line each."""
    found = Axe().run(page, options={"runOnly": AXE_RULES["runOnly"]}).response["violations"]
    return [f"{page.url}: {v['id']}: {v['nodes'][0]['target']}" for v in found]
