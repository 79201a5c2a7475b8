"""The pages in a real browser, without a server: the test client answers what the browser asks."""

from collections.abc import Callable, Iterator
from contextvars import copy_context
from functools import partial
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.utils import translation
from playwright.sync_api import Page, Route

from tests.browsing import violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

PORTAL = "http://portal.example.org"
PAGES = (
    "/law/",
    "/law/coverage/?instrument=budapest&state=GBR",
    "/law/states/CHE/",
    "/law/states/CHE/brief/",
    "/law/instruments/us-nl-1981/",
    "/law/pairs/NOR/GBR/",
    "/law/directory/?state=GBR",
    "/law/search/?q=norway",
    "/law/verification/?kind=threshold",
    "/law/facts/requirement/us-in-2001-4-2-a/",
)
FACES = {"light": (1440, {}), "dark": (390, {"theme": "dark"}), "arabic": (1440, {"django_language": "ar"})}


@pytest.fixture(autouse=True)
def shipped_rows(browser, law) -> None:
    """Every page shows the shipped law; the database is opened after Playwright's loop runs."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page asked for in another language leaves that language behind in its thread."""
    with translation.override("en"):
        yield


@pytest.fixture
def window(browser, drafter, signed_in) -> Iterator[Callable[[str], Page]]:
    contexts = []
    reader = signed_in(drafter)

    def opened(face: str) -> Page:
        width, cookies = FACES[face]
        for name, value in cookies.items():
            reader.cookies[name] = value
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}))
        page = contexts[-1].new_page()
        # Routes run in a context of their own, where Django would open a connection that sees no test rows.
        here = copy_context()
        page.route("**/*", lambda route: answer(route, partial(here.copy().run, reader.get)))
        return page

    yield opened
    for context in contexts:
        context.close()


def answer(route: Route, get: Callable[[str], HttpResponse]) -> None:
    """A static file as it lies in its folder, anything else as the portal answers it."""
    address = urlsplit(route.request.url)
    file = finders.find(address.path.removeprefix("/static/")) if "/static/" in address.path else None
    if file:
        route.fulfill(path=file)
        return
    given = get(f"{address.path}?{address.query}")
    route.fulfill(status=given.status_code, body=given.content, headers=dict(given.headers))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(url, face, window):
    page = window(face)

    given = page.goto(PORTAL + url)

    assert given.status == 200
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_state_is_chosen_on_the_map_by_keyboard(window):
    page = window("light")
    page.goto(f"{PORTAL}/law/coverage/")

    page.locator('.l-map a[aria-label^="United Kingdom"]').focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**state=GBR#chosen")
    assert "United Kingdom" in page.locator("#chosen").inner_text()


def test_the_map_can_be_passed_over(window):
    page = window("light")
    page.goto(f"{PORTAL}/law/coverage/")

    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#states")


def test_the_brief_is_one_sheet(window, tmp_path):
    page = window("light")
    page.goto(f"{PORTAL}/law/states/USA/brief/")

    sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")

    assert sheets == 1


def test_a_citation_leads_to_its_article_and_marks_it(window):
    page = window("light")

    page.goto(f"{PORTAL}/law/instruments/budapest/#p-29-2-a")

    line = page.locator("li:has(#p-29-2-a)")
    assert "Name the authority that asks for the preservation." in line.inner_text()
    assert line.evaluate("row => getComputedStyle(row).backgroundColor") == "rgb(255, 241, 184)"
