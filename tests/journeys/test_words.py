"""No word is lost: the portal is out of reach, the session ends, two tabs, two people (F13 to F16)."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from requests_app.models import MLARequest, Officer
from tests.browsing import PATIENCE_MS, until, violations
from tests.cast import PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

FIELD = "#id_nature"
TEXT = "On 20 February 2026 a fictional bank was robbed by two masked persons."


@pytest.fixture
def portal(transactional_db, law, live_server) -> LiveServer:
    return live_server


@pytest.fixture
def staff(drafter, colleague) -> list[Officer]:
    for officer in (drafter, colleague):
        officer.set_password(PASSWORD)
        officer.save()
    return [drafter, colleague]


@pytest.fixture
def open_as(browser: Browser, portal: LiveServer, staff) -> Iterator[Callable[..., Page]]:
    contexts: list[BrowserContext] = []

    def opened(officer: Officer, path: str) -> Page:
        contexts.append(browser.new_context(locale="en", viewport={"width": 1440, "height": 1000}))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE_MS)
        sign_in(page, portal, officer)
        page.goto(f"{portal.url}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def sign_in(page: Page, portal: LiveServer, officer: Officer) -> None:
    page.goto(f"{portal.url}{reverse('login')}")
    page.fill("#id_username", officer.username)
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{portal.url}/")


def authority(mla: MLARequest) -> str:
    return reverse("section", args=[mla.reference, "authority"])


def stored(mla: MLARequest) -> str:
    return MLARequest.objects.get(pk=mla.pk).nature


def status(page: Page):
    return page.locator("#save-status")


def kept(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return found


def write(page: Page, text: str = TEXT) -> None:
    page.locator(FIELD).press_sequentially(text, delay=5)


def test_a_portal_out_of_reach_in_mid_typing_loses_nothing(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    write(page, TEXT[:30])
    expect(status(page)).to_contain_text(re.compile(r"Saved \d\d:\d\d:\d\d UTC, draft 1"))
    page.context.set_offline(True)
    write(page, TEXT[30:])
    expect(status(page)).to_contain_text("Not saved")
    sealed = kept(page)
    page.context.set_offline(False)

    expect(status(page)).to_contain_text("UTC, draft 2")

    assert stored(mla) == TEXT
    assert len(sealed) == 1
    assert "fictional bank" not in str(sealed)
    assert kept(page) == {}


def test_a_save_whose_answer_is_lost_is_no_conflict_with_oneself(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    lost = []

    def lose_the_first(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route(f"**{authority(mla)}", lose_the_first)
    write(page, TEXT[:30])
    expect(status(page)).to_contain_text("Not saved")
    assert stored(mla) == TEXT[:30].strip()
    write(page, TEXT[30:])

    expect(status(page)).to_contain_text("UTC, draft 2")

    assert lost == [200]
    assert stored(mla) == TEXT


def test_a_window_closed_while_the_net_is_cut_offers_its_text_again(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    page.context.set_offline(True)
    write(page)
    expect(status(page)).to_contain_text("Not saved")
    until(page, "Object.keys(localStorage).length === 1")
    page.close(run_before_unload=False)
    again = page.context.new_page()
    again.context.set_offline(False)
    again.goto(f"{portal.url}{authority(mla)}")

    box = again.locator(".p-kept")
    expect(box).to_contain_text("Subject matter and nature of the case")
    found = violations(again)
    box.get_by_role("button", name="Put it back").click()

    expect(status(again)).to_contain_text("UTC, draft 1")
    assert found == []
    assert stored(mla) == TEXT
    assert kept(again) == {}


def test_a_session_that_ends_in_mid_typing_loses_nothing(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    Session.objects.all().delete()
    write(page)
    expect(status(page)).to_contain_text("you are signed out")
    other = page.context.new_page()
    sign_in(other, portal, staff[0])
    page.bring_to_front()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(status(page)).to_contain_text("UTC, draft 1")

    assert stored(mla) == TEXT
    assert kept(page) == {}


def test_another_officer_in_the_same_browser_neither_sends_nor_sees_it(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    Session.objects.all().delete()
    write(page)
    expect(status(page)).to_contain_text("you are signed out")
    other = page.context.new_page()
    sign_in(other, portal, staff[1])
    page.bring_to_front()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    other.goto(f"{portal.url}{authority(mla)}")

    expect(status(page)).to_contain_text("Not saved")
    expect(other.locator(FIELD)).to_have_value("")
    expect(other.locator(".p-kept")).to_have_count(0)
    assert stored(mla) == ""


def test_two_people_see_each_other_and_merge_both_texts(mla, staff, portal, open_as):
    page, theirs = (open_as(officer, authority(mla)) for officer in staff)
    expect(theirs.locator("#presence")).to_contain_text("Drafter Fictional has this page open too")
    theirs.fill(FIELD, "A bank was robbed.")
    expect(status(theirs)).to_contain_text("UTC, draft 1")

    page.fill(FIELD, "A fictional bank was robbed.")
    expect(status(page)).to_contain_text("this text was changed meanwhile")
    page.locator("#save-status").get_by_role("button", name="Compare both texts").click()
    expect(page.locator(".p-changes ins")).to_have_text("fictional ")
    found = violations(page)
    page.fill("#text-nature", "A fictional bank was robbed twice.")
    page.get_by_role("button", name="Save the chosen texts").click()

    expect(page.locator(FIELD)).to_have_value("A fictional bank was robbed twice.")
    assert found == []
    assert stored(mla) == "A fictional bank was robbed twice."
    assert kept(page) == {}


def test_two_tabs_of_one_officer_overwrite_nothing(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    second = page.context.new_page()
    second.goto(f"{portal.url}{authority(mla)}")
    second.fill(FIELD, "From the second tab.")
    expect(status(second)).to_contain_text("UTC, draft 1")

    page.fill(FIELD, "From the first tab.")

    expect(status(page)).to_contain_text("this text was changed meanwhile")
    assert stored(mla) == "From the second tab."


def test_back_and_reload_show_what_was_typed(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    write(page)
    page.fill("#id_next_date", "31.02.2026")
    page.locator("#id_next_date").blur()
    expect(status(page)).to_contain_text("cannot be read: Next date in court")
    page.goto(f"{portal.url}{reverse('section', args=[mla.reference, 'facts'])}")
    page.go_back()

    expect(page.locator(FIELD)).to_have_value(TEXT)
    page.reload()
    expect(page.locator("#id_next_date")).to_have_value("31.02.2026")
    expect(page.locator("#id_next_date_error")).to_contain_text("There is no such day")


def test_a_double_click_adds_one_row(mla, staff, portal, open_as):
    page = open_as(staff[0], reverse("section", args=[mla.reference, "facts"]))

    page.locator("form[action$='/add/'] button").dblclick()
    page.wait_for_load_state("networkidle")

    assert mla.fact_set.count() == 2


def test_a_field_for_another_answer_is_out_of_sight_while_it_is_empty(mla, staff, portal, open_as):
    page = open_as(staff[0], reverse("section", args=[mla.reference, "data"]))
    rows = page.locator(".p-editor-row")
    kind, port = rows.first.locator("[name=type]"), rows.first.locator("[name=port]")
    expect(port).to_be_hidden()

    kind.select_option("ip")
    expect(port).to_be_visible()
    port.fill("50000")
    kind.select_option("email")
    expect(port).to_be_visible()

    page.locator("form[action$='/add/'] button").click()
    expect(rows).to_have_count(2)
    expect(rows.last.locator("[name=port]")).to_be_hidden()


def test_the_first_page_saves_as_one_types(mla, staff, portal, open_as):
    page = open_as(staff[0], reverse("section_basis", args=[mla.reference]))

    page.fill("#id_scope_statement", "Two States are concerned.")

    expect(status(page)).to_contain_text("UTC, draft 1")
    assert MLARequest.objects.get(pk=mla.pk).scope_statement == "Two States are concerned."


@pytest.mark.parametrize("width", [1440, 390])
def test_both_languages_stand_side_by_side_or_below_each_other(mla, staff, portal, open_as, width):
    MLARequest.objects.filter(pk=mla.pk).update(working_language="ar", language="en", nature="سطو مسلح")
    page = open_as(staff[0], authority(mla))
    page.set_viewport_size({"width": width, "height": 900})
    page.fill("#id_out-nature", "Armed robbery.")
    expect(status(page)).to_contain_text("UTC, draft 1")

    own, out = (page.locator(f"#{name}").bounding_box() for name in ("id_nature", "id_out-nature"))
    assert own
    assert out
    assert (out["x"] >= own["x"] + own["width"]) == (width == 1440)
    assert page.locator("#id_nature").get_attribute("dir") == "rtl"
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert violations(page) == []


def test_all_texts_are_translated_from_the_keyboard(mla, staff, portal, open_as):
    MLARequest.objects.filter(pk=mla.pk).update(working_language="nb", language="en", nature="Ran.")
    page = open_as(staff[0], reverse("texts", args=[mla.reference]))
    texts = page.locator(".p-text textarea")
    number = texts.count()
    texts.first.focus()
    for place in range(number):
        page.keyboard.type(f"Text {place}.")
        expect(page.locator(".p-text .p-mark .p-ok")).to_have_count(place + 1)
        page.keyboard.press("Control+Enter")

    expect(page.locator("#texts-progress")).to_contain_text(f"{number} of {number} written and in step")
    assert violations(page) == []
