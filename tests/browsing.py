"""A real Chromium for the tests that need eyes and hands."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that the test command names, else the one on the path."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is shown, one line each."""
    found = Axe().run(page, options={"runOnly": AXE_RULES["runOnly"]}).response["violations"]
    return [f"{page.url}: {v['id']}: {v['nodes'][0]['target']}" for v in found]
