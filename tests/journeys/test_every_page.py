"""Every page that links lead to, in the demonstration.

Axe finds nothing, nothing scrolls sideways, and no value is shown as Python writes it.

One page of each kind is looked at, wide and on a telephone, by the first role that comes to it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from requests_app.demo import accounts, requests
from tests.browsing import violations
from tests.reprs import reprs_in

pytestmark = pytest.mark.journey

PICTURES = os.environ.get("JOURNEY_PICTURES", "")
ROLES = ("drafter", "supervisor", "administrator", "auditor")
WIDTHS = (1440, 390)
# A click on them brings a file, or ends the session.
NO_PAGES = {
    "annex_file",
    "annex_preview",
    "document_download",
    "law_coverage_csv",
    "proposal_file",
    "logout",
    "healthz",
}
LINKS = "all => all.map(e => new URL(e.getAttribute('href'), location).href)"
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

Kind = tuple[str, str]


def test_every_page_that_links_lead_to(page, address):
    requests.load(accounts.load())
    seen: set[Kind] = set()
    faults: list[str] = []

    for role in ROLES:
        sign_in(page, address, role)
        for kind in walk(page, address, seen):
            faults += looked_at(page, kind)

    assert faults == []
    assert len(seen) >= 60


def sign_in(page: Page, address: str, username: str) -> None:
    password = next(each.password for each in accounts.ACCOUNTS if each.username == username)
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in/")
    page.fill("main form [name=username]", username)
    page.fill("main form [name=password]", password)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_load_state()


def walk(page: Page, address: str, seen: set[Kind]) -> Iterator[Kind]:
    """Stands on each page that is yielded."""
    waiting = [f"{address}/"]
    while waiting:
        url = waiting.pop(0)
        kind = kind_of(url)
        if kind is None or kind in seen:
            continue
        seen.add(kind)
        page.set_viewport_size({"width": WIDTHS[0], "height": 1000})
        answer = page.goto(url)
        assert answer is not None and answer.ok, url
        waiting += [
            link for link in page.locator("a[href]").evaluate_all(LINKS) if link.startswith(address)
        ]
        yield kind


def kind_of(url: str) -> Kind | None:
    """The name of the view, and which page of a request: references, numbers and codes are but examples."""
    try:
        match = resolve(urlsplit(url).path)
    except Resolver404:
        return None
    if match.url_name is None or match.url_name in NO_PAGES:
        return None
    return (match.url_name, match.kwargs.get("slug", "") if "reference" in match.kwargs else "")


def looked_at(page: Page, kind: Kind) -> list[str]:
    faults = [f"{page.url}: {shown}" for shown in reprs_in(page.content())]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 1000})
        if PICTURES:
            page.screenshot(
                path=Path(PICTURES) / f"{'-'.join(filter(None, kind))}-{width}.png", full_page=True
            )
        faults += [f"{width}: {fault}" for fault in violations(page)]
        if page.evaluate(SIDEWAYS):
            faults.append(f"{width}: {page.url}: scrolls sideways")
    return faults
