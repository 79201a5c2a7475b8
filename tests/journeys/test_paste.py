"""S2 in the browser: a log is pasted, a line mended, rows taken; a worker reads and takes 10,000 lines."""

import pytest
from playwright.sync_api import expect

from requests_app.models import DataItem
from tests.browsing import violations
from tests.cast import CaseFactory, MLARequestFactory, add_content
from tests.journeys.drafter import Drafter

pytestmark = pytest.mark.journey

LOG = (
    "192.0.2.17:50112 2026-10-25 01:14:09 +0000 sign-in ok\n"
    "192.0.2.17:50387 2026-10-25 02:40:51 +0000 sign-in ok\n"
    "192.168.0.4:50388 2026-10-25 02:41:00 +0000 sign-in ok\n"
    "192.0.2.17:50112 2026-10-25 01:14:09 +0000 sign-in ok\n"
)


@pytest.fixture
def officer(page, address, staff, unit):
    mla = add_content(
        MLARequestFactory(author=staff["drafter"], case=CaseFactory(unit=unit), requested="ESP")
    )
    drafter = Drafter(page, address)
    drafter.sign_in("drafter")
    drafter.mla = mla
    drafter.open(f"/requests/{mla.reference}/sections/data/paste/")
    return drafter


def test_a_log_becomes_rows_of_the_schedule(officer, page):
    page.locator("#id_text").fill(LOG)
    page.get_by_role("button", name="Read the rows").click()
    page.wait_for_url("**/paste/*/")
    assert violations(page) == []

    page.locator("#line-3").get_by_role("link", name="Mend").click()
    page.locator("#line-3-identifier").fill("192.0.2.18")
    page.locator("#line-3").get_by_role("button", name="Keep").click()
    expect(page.locator("#line-3.is-good")).to_be_visible()
    expect(page.locator("#takeable")).to_have_text("Take 3 good rows")
    page.get_by_role("button", name="Take 3 good rows").click()

    expect(page.locator(".p-messages")).to_contain_text("3 rows were taken into the schedule.")
    officer.open(f"/requests/{officer.mla.reference}/sections/data/")
    expect(page.locator("#rows > li")).to_have_count(4)
    assert violations(page) == []


def test_ten_thousand_lines_are_read_while_the_page_tells_how_far(officer, page):
    # As many rows as a schedule may have.
    DataItem.objects.filter(request=officer.mla).delete()
    lines = (f"203.0.113.{n % 250 + 1}:{n + 1024} 2026-04-27 15:41:07Z" for n in range(10_000))
    # As a file: the browser alone takes a minute to lay out so many lines that are typed into a box.
    file = {"name": "log.txt", "mimeType": "text/plain", "buffer": "\n".join(lines).encode()}
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="Read the rows").click()
    page.wait_for_url("**/paste/*/")

    expect(page.locator("#intake-counts")).to_contain_text("10000 lines", timeout=180_000)
    page.get_by_role("button", name="Take 10000 good rows").click()

    expect(page.locator("#progress")).to_contain_text("10000 rows are being taken into the schedule.")
    expect(page.locator("#intake-counts")).to_contain_text("10000 taken", timeout=120_000)
    assert DataItem.objects.filter(request=officer.mla).count() == 10_000
