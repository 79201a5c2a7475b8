"""Two administrators write a treaty into the portal in the browser; a draft is asked what it says."""

import shutil
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from requests_app import snapshots
from requests_app.completeness import examining
from requests_app.models import AuditEvent, LegalBasis, Measure, Officer
from tests.cast import PASSWORD, CaseFactory, MLARequestFactory, OfficerFactory
from treaties import curation, loader, shipped
from treaties.models import Instrument, Proposal

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

CODE = "no-ke-2026"
ON = date(2026, 11, 25)
TYPED = {
    "id": CODE,
    "name": "Fictional Norway-Kenya treaty",
    "title": "Fictional treaty on mutual assistance",
    "in_force": "2026-06-01",
    "offer_article": "1",
    "contents_article": "5(2)",
    "source": "Fictional gazette 12",
    "reason": "It entered into force.",
}
CHOSEN = {"first_state": "NOR", "second_state": "KEN", "confidence": "high", "verified": "text"}
TICKED = [("offers", "preservation"), ("requirements", "facts"), ("requirements", "urgency")]


@pytest.fixture
def administrators(address) -> list[str]:
    names = ["first", "second"]
    for name in names:
        officer = OfficerFactory(username=name, role=Officer.Role.ADMINISTRATOR, unit=None)
        officer.set_password(PASSWORD)
        officer.save()
    return names


@pytest.fixture
def draft(address, unit, drafter):
    """Of Norway to Kenya, under the treaty that the portal does not know yet."""
    mla = MLARequestFactory(author=drafter, case=CaseFactory(unit=unit), requested="KEN")
    LegalBasis.objects.create(request=mla, instrument=CODE, role="main", articles="1")
    Measure.append_to(mla, kind="preservation", description="Preserve the mailbox.")
    return mla


def sign_in(page: Page, address: str, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in/")
    page.locator("main [name=username]").fill(name)
    page.locator("main [name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def propose(page: Page) -> None:
    page.get_by_role("link", name="Law data").click()
    page.get_by_role("link", name="Treaty of two States").click()
    for name, text in TYPED.items():
        page.locator(f"main form [name={name}]").fill(text)
    for name, choice in CHOSEN.items():
        page.locator(f"main form [name={name}]").select_option(choice)
    for name, value in TICKED:
        page.locator(f"main form [name={name}][value={value}]").check()
    page.get_by_role("button", name="Propose").click()


def asked_by_the_treaty(mla) -> list:
    """As it is asked of the request itself, whatever way the treaty came."""
    found = examining.rules_for(snapshots.of(mla), ON)
    return [rule for rule in found if rule.citation.instrument == CODE]


def test_a_treaty_by_two_administrators_asks_what_its_data_file_asks(
    page, address, administrators, draft, tmp_path
):
    first, second = administrators
    sign_in(page, address, first)
    propose(page)
    expect(page.get_by_text("Awaits a second person")).to_be_visible()
    expect(page.get_by_role("button", name="Confirm")).to_have_count(0)
    assert asked_by_the_treaty(draft) == []

    sign_in(page, address, second)
    page.get_by_role("link", name="Law data").click()
    page.get_by_role("link", name=CODE).click()
    expect(page.locator("#touched + p")).to_contain_text("1 request")
    expect(page.get_by_text(draft.reference)).to_be_visible()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("is law in this portal")).to_be_visible()

    by_browser = asked_by_the_treaty(draft)
    assert [rule.code for rule in by_browser] == [f"{CODE}-facts", f"{CODE}-urgency"]
    actors = AuditEvent.objects.filter(verb__startswith="law.", actor__isnull=False).order_by("seq")
    told = list(actors.values_list("verb", "actor__username"))
    assert told == [("law.proposed", first), ("law.confirmed", second)]

    assert asked_by_the_treaty(draft) == by_browser == by_data_file(draft, tmp_path)


def by_data_file(mla, tmp_path) -> list:
    """The same treaty as one file among the shipped ones, in a law that nobody has added to."""
    folder = shutil.copytree(shipped.DATA, tmp_path / "data")
    exported = curation.exported(Proposal.objects.get().content)
    (folder / "instruments" / f"{CODE}.toml").write_text(exported)
    Proposal.objects.all().delete()
    Instrument.objects.filter(code=CODE).delete()
    loader.load(folder)
    return asked_by_the_treaty(mla)
