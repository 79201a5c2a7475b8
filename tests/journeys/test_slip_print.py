"""The dispatch slip on paper: no sheet of it can be taken for a page of the letter."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.browsing import violations
from tests.cast import PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

GROW = """() => { for (let n = 0; n < 120; n++) {
  const line = document.createElement("p");
  line.textContent = `Line ${n}`;
  document.querySelector(".p-slip-body").append(line);
} }"""


@pytest.fixture
def page(browser, live_server, law, drafter):
    drafter.set_password(PASSWORD)
    drafter.save()
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(f"{live_server.url}/sign-in/")
    page.fill("[name=username]", "drafter")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    yield page
    context.close()


def test_every_printed_page_says_that_it_stays_in_the_house(page, live_server, mla):
    page.goto(live_server.url + reverse("slip", args=[mla.reference]))
    assert violations(page) == []
    page.evaluate(GROW)

    printed = page.pdf(prefer_css_page_size=True)

    pages = PdfReader(io.BytesIO(printed)).pages
    mark = f"Internal: does not leave the house. {mla.reference}"
    assert len(pages) > 2
    assert [number for number, each in enumerate(pages, 1) if mark not in each.extract_text()] == []
    assert {abs(float(each.mediabox.height) - 842) < 1 for each in pages} == {True}
    assert "Sign out" not in pages[0].extract_text()
