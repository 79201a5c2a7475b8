"""Two administrators write a treaty into the portal in the browser; a draft is asked what it says."""

import shutil
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from requests_app import completeness, snapshots
from requests_app.models import AuditEvent, LegalBasis, Measure, Officer
from tests.cast import PASSWORD, CaseFactory, MLARequestFactory, OfficerFactory
from treaties import curation, loader, shipped
from treaties.models import Instrument, Proposal

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

CODE = "no-ke-2026"
ON = date(2026, 11, 25)


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
    page.get_by_label("Short id").fill(CODE)
    page.get_by_label("Short name").fill("Fictional Norway-Kenya treaty")
    page.get_by_label("Full title").fill("Fictional treaty on mutual assistance")
    page.get_by_label("One party").select_option("NOR")
    page.get_by_label("The other party").select_option("KEN")
    page.get_by_label("In force from").fill("2026-06-01")
    page.get_by_label("Article that provides for assistance").fill("1")
    page.get_by_label("Expedited preservation of stored computer data", exact=True).check()
    page.get_by_label("Article that lists what a request contains").fill("5(2)")
    page.locator("input[name=requirements][value=facts]").check()
    page.locator("input[name=requirements][value=urgency]").check()
    page.get_by_label("Source").fill("Fictional gazette 12")
    page.get_by_label("How sure").select_option("high")
    page.get_by_label("Why this is proposed").fill("It entered into force.")
    page.get_by_role("button", name="Propose").click()


def asked_by_the_treaty(mla) -> list:
    """As it is asked of the request itself, whatever way the treaty came."""
    found = completeness.rules_for(snapshots.of(mla), ON)
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
