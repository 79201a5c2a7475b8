"""Sample pages in a real browser: axe finds nothing in light, dark, right to left and at 390 px.

Set LOOK_PICTURES to a folder to keep a picture of each page.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.look.samples import PAGES

pytestmark = pytest.mark.journey

PICTURES = os.environ.get("LOOK_PICTURES", "")
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@dataclass(frozen=True)
class Face:
    name: str
    width: int = 1440
    theme: str = "light"
    language: str = "en"


FACES = (
    Face("light"),
    Face("dark", theme="dark"),
    Face("narrow", width=390),
    Face("arabic", language="ar"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser: Browser, face: Face, address: str) -> Page:
    context = browser.new_context(
        viewport={"width": face.width, "height": 900}, locale=face.language, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}?theme={face.theme}")
    return page


def keep_picture(page: Page, name: str) -> None:
    if PICTURES:
        folder = Path(PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=True)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_pages_are_accessible(browser, sample_server, face):
    found = {}
    for name in PAGES:
        errors: list[str] = []
        page = opened(browser, face, f"{sample_server.url}/sample/{name}/")
        page.on("console", lambda message, errors=errors: errors.append(message.text))
        keep_picture(page, f"{name}-{face.name}")
        violations = Axe().run(page, options=AXE_RULES).response["violations"]
        sideways = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        wrong = [f"{v['id']}: {v['nodes'][0]['html'][:140]}" for v in violations]
        wrong += ["scrolls sideways"] if sideways else []
        if wrong or errors:
            found[name] = wrong + errors
        page.context.close()

    assert found == {}
