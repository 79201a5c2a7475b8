"""Sample pages in a real browser: axe finds nothing in light, dark, right to left and at 390 px.

Set LOOK_PICTURES to a folder to keep a picture of each page.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

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


def window(browser: Browser, face: Face) -> Page:
    context = browser.new_context(
        viewport={"width": face.width, "height": 900}, locale=face.language, reduced_motion="reduce"
    )
    return context.new_page()


def faults_of(page: Page, face: Face) -> list[str]:
    """Dark differs from light by its colours alone, so only they are measured again."""
    rules = {"runOnly": ["color-contrast"]} if face.theme == "dark" else AXE_RULES
    violations = Axe().run(page, options=rules).response["violations"]
    sideways = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [f"{v['id']}: {v['nodes'][0]['html'][:140]}" for v in violations] + [
        "scrolls sideways"
    ] * sideways


def keep_picture(page: Page, name: str) -> None:
    if PICTURES:
        folder = Path(PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=True)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_pages_are_accessible(browser, sample_server, face):
    page = window(browser, face)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    found = {}

    for name in PAGES:
        page.goto(f"{sample_server.url}/sample/{name}/?theme={face.theme}")
        keep_picture(page, f"{name}-{face.name}")
        found[name] = faults_of(page, face) + told
        told.clear()

    assert found == {name: [] for name in PAGES}
