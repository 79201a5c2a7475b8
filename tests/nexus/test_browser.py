"""The grid and the annexes in a real browser: keyboard, dragging, a telephone, and what axe says."""

import os

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from requests_app.annexes import file_jobs, uploads
from requests_app.models import Annex, AnnexFile, DataItem, Fact
from tests.browsing import violations
from tests.cast import PASSWORD
from tests.inspection.nasty import pdf

PICTURES = os.environ.get("JOURNEY_PICTURES", "")
PHONE = {"width": 390, "height": 844}

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(browser, live_server, law, drafter):
    drafter.set_password(PASSWORD)
    drafter.save()
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{live_server.url}/sign-in/")
    page.fill("[name=username]", "drafter")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    yield page
    context.close()


def photograph(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def test_the_grid_is_ticked_by_keyboard_and_saves_itself(page, live_server, mla):
    Fact.append_to(mla, text="He signed in again.")
    page.goto(live_server.url + reverse("nexus", args=[mla.reference]))
    photograph(page, "nexus")

    page.get_by_role("checkbox", name="Fact 1").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator("#save-status")).to_contain_text("draft 1")

    assert DataItem.objects.get(request=mla).facts == ["f1", "f2"]
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page) == []


def test_annexes_change_places_by_dragging_and_by_keyboard(page, live_server, mla):
    for title in ("First", "Second", "Third"):
        Annex.append_to(mla, title=title)
    page.goto(live_server.url + reverse("section", args=[mla.reference, "annexes"]))
    rows = page.locator("#rows > li")
    photograph(page, "annexes")

    rows.nth(2).drag_to(rows.nth(0), target_position={"x": 30, "y": 3})
    expect(page.get_by_text("now number 1 of 3")).to_be_visible()
    dragged = titles(mla)
    page.get_by_role("button", name="Move annex 1 down").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("now number 2 of 3")).to_be_visible()

    assert (dragged, titles(mla)) == (["Third", "First", "Second"], ["First", "Third", "Second"])
    expect(rows.nth(1)).to_contain_text("Annex B")
    assert violations(page) == []


def titles(mla):
    return list(Annex.objects.filter(request=mla).values_list("title", flat=True))


def test_the_page_of_an_annex_shows_what_was_found_and_the_first_pages(page, live_server, mla):
    annex = Annex.append_to(mla, title="Order of the court")
    stored = uploads.store(uploads.Upload(pdf(3), "pdf"))
    Annex.objects.filter(pk=annex.pk).update(stored_as=stored.name, sha256=stored.sha256, size=stored.size)
    file = AnnexFile.objects.create(
        request=mla, name=stored.name, kind="pdf", sha256=stored.sha256, size=stored.size
    )
    page.goto(live_server.url + reverse("item", args=[mla.reference, "annexes", annex.pk]))
    expect(page.locator("#annex-file")).to_contain_text("Being examined")

    file_jobs.produce(file.pk)

    expect(page.locator("#annex-file")).to_contain_text("210 × 297 mm")
    expect(page.get_by_text("goes away by itself")).to_have_count(0)
    pictures = page.locator(".p-annex-pages img")
    expect(pictures).to_have_count(3)
    assert pictures.first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    photograph(page, "annex")
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    photograph(page, "annex-390")
