"""Each way in which a save fails: what was typed is on the server, or is offered again."""

# ruff: noqa: F811 - a test asks for a fixture by the name under which it is imported

import re
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Browser, Page, Route, expect

from requests_app import casework
from requests_app.models import MLARequest
from tests.browsing import until, violations
from tests.cast import PASSWORD
from tests.journeys.test_words import (  # noqa: F401 - fixtures are found by their names
    FIELD,
    TEXT,
    authority,
    kept,
    open_as,
    portal,
    sign_in,
    staff,
    status,
    stored,
    write,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ONE_COPY = "Object.keys(localStorage).length === 1"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
DENIED = (
    "Object.defineProperty(window, 'localStorage',"
    " { get() { throw new DOMException('no', 'SecurityError'); } });"
)


def leave_by(name: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        page.locator(".p-actions").get_by_role("button", name=name).click()

    return press


WAYS: dict[str, Callable[[Page], object]] = {
    "save and continue": leave_by("Save and continue"),
    "save and all sections": leave_by("Save and go to all sections"),
    "try again": lambda page: status(page).get_by_role("button", name="Try again").click(),
    "link": lambda page: page.locator(".p-actions-end").click(),
    "back": lambda page: page.go_back(),
    "reload": lambda page: page.reload(),
}


def comes_back(page: Page, address: str) -> None:
    """By the page that shows what came through the sign-in, or by the offer of the browser."""
    if page.url.endswith(reverse("unsaved")):
        expect(page.locator("main")).to_contain_text(TEXT)
        page.get_by_role("button", name="Save it now").click()
        return
    page.goto(address)
    page.locator(".p-kept").get_by_role("button", name="Put it back").click()
    expect(status(page)).to_contain_text("UTC, draft 1")


def sign_in_here(page: Page, username: str) -> None:
    page.locator("#id_username").fill(username)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    until(page, "!document.querySelector('#id_username')")


@pytest.mark.parametrize("way", WAYS)
def test_a_session_that_ended_may_be_left_by_every_way(mla, staff, portal, open_as, way):
    page = open_as(staff[0], authority(mla))
    page.on("dialog", lambda dialog: dialog.accept())
    Session.objects.all().delete()
    write(page)
    expect(status(page)).to_contain_text("you are signed out")
    WAYS[way](page)
    page.wait_for_selector("#id_username")
    before = stored(mla)
    sign_in_here(page, staff[0].username)

    comes_back(page, f"{portal.url}{authority(mla)}")

    until(page, "Object.keys(localStorage).length === 0")
    assert before == ""
    assert stored(mla) == TEXT


def test_deleted_cookies_lose_nothing(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    page.context.clear_cookies()
    write(page)
    expect(status(page)).to_contain_text("Not saved")
    WAYS["save and continue"](page)
    page.wait_for_selector("#id_username")
    sign_in_here(page, staff[0].username)

    comes_back(page, f"{portal.url}{authority(mla)}")

    until(page, "Object.keys(localStorage).length === 0")
    assert stored(mla) == TEXT


def test_a_sign_in_in_another_tab_saves_at_once_what_waits(mla, staff, portal, open_as):
    """The password was changed by an administrator meanwhile."""
    page = open_as(staff[0], authority(mla))
    staff[0].set_password("another " + PASSWORD)
    staff[0].save()
    write(page)
    expect(status(page)).to_contain_text("you are signed out")
    staff[0].set_password(PASSWORD)
    staff[0].save()
    sign_in(page.context.new_page(), portal, staff[0])

    expect(status(page)).to_contain_text("UTC, draft 1")

    assert stored(mla) == TEXT
    assert not page.title().startswith("●")


@pytest.mark.parametrize("answer", [403, 404, 413, 500, 502, 200, None])
def test_an_answer_without_a_receipt_is_no_save(mla, staff, portal, open_as, answer):
    """200 is the page of a proxy; None is no answer at all."""

    def refuse(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
        elif answer is None:
            route.abort()
        else:
            route.fulfill(status=answer, body="<p>Something else</p>", content_type="text/html")

    page = open_as(staff[0], authority(mla))
    page.on("dialog", lambda dialog: dialog.accept())
    page.route(f"**{authority(mla)}", refuse)
    write(page)
    expect(status(page)).to_contain_text("Not saved")
    expect(
        page.locator(".p-field:has(#id_nature) .p-refused, .p-pair:has(#id_nature) .p-refused")
    ).to_contain_text("Not saved")
    title, found = page.title(), violations(page)
    page.locator(".p-actions").get_by_role("button", name="Save and continue").click()
    until(page, "!document.querySelector('#id_nature')")
    page.close(run_before_unload=False)
    again = open_again(page, f"{portal.url}{authority(mla)}")

    again.locator(".p-kept").get_by_role("button", name="Put it back").click()

    expect(status(again)).to_contain_text("UTC, draft 1")
    assert title.startswith("● ")
    assert found == []
    assert stored(mla) == TEXT
    assert kept(again) == {}


def open_again(page: Page, address: str) -> Page:
    again = page.context.new_page()
    again.goto(address)
    return again


def test_two_tabs_that_were_closed_offer_both_their_texts(mla, staff, portal, open_as):
    first = open_as(staff[0], authority(mla))
    second = open_again(first, f"{portal.url}{authority(mla)}")
    first.context.set_offline(True)
    for page, text in ((first, "From the first tab."), (second, "From the second tab.")):
        page.fill(FIELD, text)
        expect(status(page)).to_contain_text("Not saved")
    until(first, "Object.keys(localStorage).length === 2")
    third = first.context.new_page()
    for page in (first, second):
        page.close(run_before_unload=False)
    third.context.set_offline(False)
    third.goto(f"{portal.url}{authority(mla)}")
    expect(third.locator(".p-kept")).to_have_count(2)
    third.locator(".p-kept").first.get_by_role("button", name="Put it back").click()
    expect(status(third)).to_contain_text("UTC, draft 1")

    third.reload()

    expect(third.locator(".p-kept")).to_have_count(1)
    assert stored(mla) in {"From the first tab.", "From the second tab."}


def test_a_tab_that_is_open_keeps_its_text_to_itself(mla, staff, portal, open_as):
    first = open_as(staff[0], authority(mla))
    first.route(f"**{authority(mla)}", lambda route: route.abort())
    write(first)
    until(first, ONE_COPY)
    second = open_again(first, f"{portal.url}{authority(mla)}")
    until(second, "navigator.locks.query().then(({ held }) => held.length === 2)")
    second.evaluate("offerAll()")

    assert second.locator(".p-kept").count() == 0
    assert len(kept(second)) == 1


def test_a_phone_that_sleeps_saves_when_it_wakes(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    devtools = page.context.new_cdp_session(page)
    page.context.set_offline(True)
    write(page)
    devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.context.set_offline(False)

    devtools.send("Page.setWebLifecycleState", {"state": "active"})

    expect(status(page)).to_contain_text("UTC, draft 1")
    assert stored(mla) == TEXT


@pytest.mark.parametrize("store", [FULL, DENIED])
def test_a_browser_that_keeps_no_copy_says_so_and_asks_before_leaving(mla, staff, portal, open_as, store):
    page = open_as(staff[0], authority(mla))
    page.add_init_script(store)
    page.reload()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.context.set_offline(True)
    write(page)
    expect(status(page)).to_contain_text("Not saved")
    expect(status(page)).to_contain_text("keeps no copy")
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    page.context.set_offline(False)

    expect(status(page)).to_contain_text("UTC, draft 1")

    assert asked == ["beforeunload"]
    assert stored(mla) == TEXT


def test_a_reload_at_once_after_typing_offers_the_text(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(FIELD).focus()
    page.keyboard.insert_text(TEXT)
    page.reload()

    page.locator(".p-kept").get_by_role("button", name="Put it back").click()

    expect(status(page)).to_contain_text("UTC, draft 1")
    assert stored(mla) == TEXT


def test_the_text_of_a_row_that_was_removed_meanwhile_is_offered(mla, staff, portal, open_as):
    row = mla.fact_set.get()
    place = reverse("item", args=[mla.reference, "facts", row.pk])
    page = open_as(staff[0], place)
    page.context.set_offline(True)
    page.fill("#id_text", TEXT)
    until(page, ONE_COPY)
    page.close(run_before_unload=False)
    casework.delete_item(mla, staff[1], section="facts", item=row, base=99)
    again = page.context.new_page()
    again.context.set_offline(False)
    again.goto(f"{portal.url}{reverse('section', args=[mla.reference, 'facts'])}")
    again.locator(".p-kept").get_by_role("button", name="Open its page").click()
    again.locator(".p-kept").get_by_role("button", name="Send it again").click()
    again.get_by_role("button", name="Put it back with my text").click()
    again.wait_for_url("**/sections/facts/**")

    assert mla.fact_set.get().text == TEXT
    until(again, "Object.keys(localStorage).length === 0")


def test_without_scripts_the_text_goes_through_the_sign_in(browser: Browser, mla, staff, portal):
    context = browser.new_context(locale="en", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, portal, staff[0])
    page.goto(f"{portal.url}{authority(mla)}")
    Session.objects.all().delete()
    page.fill(FIELD, TEXT)
    page.get_by_role("button", name="Save and continue").click()
    page.fill("#id_username", staff[0].username)
    page.fill("#id_password", PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator("main")).to_contain_text(TEXT)
    before = stored(mla)
    page.get_by_role("button", name="Save it now").click()
    page.wait_for_url("**/sections/steps/**")
    context.close()

    assert (before, stored(mla)) == ("", TEXT)


@pytest.mark.parametrize(("width", "language"), [(1440, "en"), (390, "en"), (390, "ar")])
def test_what_is_not_saved_is_said_in_view_and_at_the_field(mla, staff, portal, open_as, width, language):
    page = open_as(staff[0], reverse("section", args=[mla.reference, "channel"]))
    page.context.add_cookies(
        [
            {"name": "django_language", "value": language, "url": portal.url},
            {"name": "theme", "value": "dark", "url": portal.url},
        ]
    )
    page.set_viewport_size({"width": width, "height": 800})
    page.reload()
    page.route("**/sections/channel/", lambda route: route.abort())
    page.locator("#id_signature_place").fill("Oslo")
    expect(page.locator(".p-refused")).to_be_visible()

    line = page.locator("#save-status .p-saved-bad").bounding_box()

    assert line
    assert 0 <= line["y"] <= 120
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert page.locator(".p-bar, #save-status").last.bounding_box()["height"] <= 120
    assert violations(page) == []


def test_hidden_characters_go_by_a_button_that_names_them(mla, staff, portal, open_as):
    page = open_as(staff[0], authority(mla))
    page.fill(FIELD, "A\u200b bank\u200b.\u202e")
    page.get_by_role(
        "button", name="Delete the 3 hidden characters (U+200B zero width space, U+202E"
    ).click()

    expect(page.locator("#id_nature_error")).to_be_empty()
    expect(page.locator(FIELD)).to_have_value("A bank.")
    assert stored(mla) == "A bank."


def test_another_language_of_the_letter_brings_its_fields_without_an_error(mla, staff, portal, open_as):
    MLARequest.objects.filter(pk=mla.pk).update(working_language="en", language="en")
    page = open_as(staff[0], reverse("section", args=[mla.reference, "channel"]))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)

    page.select_option("#id_language", "fr")

    expect(page.locator("[name^='out-']").first).to_be_attached()
    assert said == []


def test_the_skip_link_leads_to_the_form_and_a_row_does_not_leak_into_the_next_address(
    mla, staff, portal, open_as
):
    page = open_as(staff[0], reverse("section", args=[mla.reference, "facts"]) + "#row-1")
    page.keyboard.press("Tab")
    page.locator(".p-skip").press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("Boolean(document.activeElement.closest('.p-pane-write'))")
    page.locator(".p-actions").get_by_role("button", name="Save and continue").click()
    page.wait_for_url(re.compile("offences"))

    assert inside
    assert "#" not in page.url
