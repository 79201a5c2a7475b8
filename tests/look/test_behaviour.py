"""What the script adds to a page: text is kept until it is saved, and the reader is told so."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.journey

FIELD = "#id_nature"


@pytest.fixture
def page(browser: Browser, sample_server) -> Iterator[Page]:
    context = browser.new_context(locale="en")
    opened = context.new_page()
    opened.goto(f"{sample_server.url}/sample/section/")
    yield opened
    context.close()


def write(page: Page, words: str) -> None:
    page.fill(FIELD, words)
    page.locator(FIELD).blur()


def status(page: Page):
    return page.locator("#save-status")


def test_autosave_says_when_it_saved_and_notes_the_new_draft(page):
    write(page, "Robbery.")

    expect(status(page)).to_contain_text("Saved 14:34:08 UTC, draft 24")
    expect(page.locator("#revision-section")).to_have_value("24")
    expect(page.locator(FIELD)).to_have_value("Robbery.")


def test_autosave_sets_the_error_at_its_field_and_keeps_what_was_typed(page):
    write(page, "unreadable")

    expect(page.locator("#id_email_error")).to_contain_text("Enter a valid email address.")
    expect(page.locator("#id_email")).to_have_attribute("aria-invalid", "true")
    expect(status(page)).to_contain_text("except 1 answer")
    expect(page.locator(FIELD)).to_have_value("unreadable")


def test_a_failed_save_says_so_and_offers_a_button(page):
    write(page, "broken")

    expect(status(page)).to_contain_text("Not saved. Trying again.")
    expect(status(page).get_by_role("button", name="Try again")).to_be_visible()


def test_a_stale_text_keeps_its_draft_number_so_that_it_stays_stale(page):
    write(page, "stale")

    expect(status(page).get_by_role("button", name="Compare both texts")).to_be_visible()
    expect(page.locator("#revision-section")).to_have_value("23")


def test_the_button_under_the_pointer_stays_there(page):
    """Pressing it leaves the field, and the event of leaving must not draw the line anew."""
    page.fill(FIELD, "stale")
    button = status(page).get_by_role("button", name="Compare both texts")
    expect(button).to_be_visible()

    with page.expect_navigation():
        button.click(delay=300)


def test_the_same_answers_are_sent_once(page):
    posts = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))

    page.fill(FIELD, "Robbery.")
    expect(status(page)).to_contain_text("draft 24")
    page.locator(FIELD).blur()
    with page.expect_request(lambda request: request.method == "POST"):
        page.fill(FIELD, "Robbery of a bank.")

    assert len(posts) == 2


def test_the_sign_in_page_is_no_save(page):
    write(page, "signed out")

    expect(status(page)).to_contain_text("you are signed out")
    expect(status(page).get_by_role("link", name="Sign in")).to_be_visible()
    expect(page.locator(FIELD)).to_have_value("signed out")


def test_leaving_with_unsaved_text_asks_first(page):
    write(page, "broken")
    expect(status(page)).to_contain_text("Not saved")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    with page.expect_event("dialog"):
        page.get_by_role("link", name="Next: Measures").click(no_wait_after=True)

    assert asked == ["beforeunload"]
    expect(page.locator(FIELD)).to_have_value("broken")


def test_leaving_with_saved_text_asks_nothing(page):
    write(page, "Robbery.")
    expect(status(page)).to_contain_text("Saved 14:34:08 UTC, draft 24")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.goto("about:blank")

    assert asked == []


def test_a_finding_opens_the_part_in_which_its_field_is_folded_away(page):
    page.evaluate("location.hash = 'row-3-relevance'")

    expect(page.locator("#row-3-relevance")).to_be_focused()


def test_an_added_row_appears_in_the_list(page):
    page.get_by_role("button", name="Add row").click()

    expect(page.locator("#rows > li")).to_have_count(4)


def test_removing_a_row_sends_the_draft_number_of_its_form(page):
    page.locator("#row-2 .p-remove summary").click()

    with page.expect_request("**/2/remove/") as sent:
        page.get_by_role("button", name="Remove row 2").click()

    assert "revision=23" in (sent.value.post_data or "")


def test_the_error_summary_has_the_focus(page, sample_server):
    page.goto(f"{sample_server.url}/sample/check/")

    expect(page.locator(".p-problems")).to_be_focused()


def test_without_scripts_each_row_has_its_own_button(browser, sample_server):
    context = browser.new_context(locale="en", java_script_enabled=False)
    plain = context.new_page()

    plain.goto(f"{sample_server.url}/sample/section/")

    expect(plain.get_by_role("button", name="Save row 1")).to_be_visible()
    context.close()


def test_a_box_leaves_the_choices_with_its_words_and_whatever_is_ticked(page, sample_server):
    page.goto(f"{sample_server.url}/sample/new/")
    others = page.locator("#all-kinds .form-check")

    page.fill("#all-kinds-find", "no such words")
    expect(others).to_be_hidden()
    expect(page.locator("#all-kinds [role=status]")).to_contain_text("No choice has these words.")

    page.fill("#all-kinds-find", "ACCOUNT when")
    expect(others).to_be_visible()
    others.locator("input").check()
    page.fill("#all-kinds-find", "no such words")
    expect(others).to_be_visible()
