"""S1 from sign-in to the recorded dispatch, with one return, in a real browser."""

import hashlib
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pypdf
import pytest
from playwright.sync_api import Page

from requests_app import audit, snapshots
from requests_app.checks.snapshot import Snapshot
from requests_app.models import MLARequest, Transmission
from tests.browsing import violations
from tests.journeys.drafter import Drafter, example, keyed_as_typed

pytestmark = pytest.mark.journey
PICTURES = os.environ.get("JOURNEY_PICTURES", "")


@pytest.fixture
def look(page: Page) -> Callable[[str], None]:
    """Keep a picture where one is wanted; axe must find nothing wrong."""

    def keep(name: str) -> None:
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
        assert violations(page) == [], name

    return keep


@pytest.mark.parametrize("name", ["s1-preservation", "s1-follow-up"])
def test_a_request_goes_the_whole_way(name, page, address, staff, look):
    wanted = example(name)
    officer = Drafter(page, address)

    officer.sign_in("drafter")
    look("01-desk")
    reference = draft(officer, wanted, look)
    assert plain(told(reference)) == plain(asked_of(keyed_as_typed(wanted, reference), told(reference)))
    submit(officer, reference, look)

    officer.sign_in("supervisor")
    officer.open("/review/")
    look("05-queue")
    decide(officer, reference, "return", "Say in the purpose that the trial court will hear it.", look)

    officer.sign_in("drafter")
    officer.open(f"/requests/{reference}/sections/facts/")
    page.locator("#id_purpose").fill(f"{wanted.purpose} The trial court will hear it.")
    officer.save_and_continue()
    submit(officer, reference, look)

    officer.sign_in("supervisor")
    decide(officer, reference, "approve", "", look)
    content = download(officer, reference, look)
    dispatch(officer, reference, look)

    assert "The trial court will hear it." in text_of(content).replace("\n", " ")
    sent = Transmission.objects.get(request__reference=reference)
    assert sent.document.sha256 == hashlib.sha256(content).hexdigest()
    assert MLARequest.objects.get(reference=reference).state == MLARequest.State.SENT
    assert audit.verify().ok


def draft(officer: Drafter, wanted: Snapshot, look: Callable[[str], None]) -> str:
    officer.open("/requests/new/")
    look("02-new")
    reference = officer.start(wanted)
    look("02-basis")
    officer.choose_bases(wanted)
    for slug in officer.sections():
        officer.write(reference, slug, wanted)
        officer.open(f"/requests/{reference}/sections/{slug}/")
        look(f"03-section-{slug}")
    officer.answer_questions(reference, wanted)
    return reference


def asked_of(wanted: Snapshot, drafted: Snapshot) -> Snapshot:
    """What nobody types: answers that the law of the day does not ask for, and the articles of a basis."""
    answers = {name: wanted.applicable[name] for name in drafted.applicable}
    reasons = {name: wanted.unknown[name] for name in drafted.unknown}
    cited = {basis.instrument: basis.articles for basis in drafted.bases}
    bases = tuple(
        msgspec.structs.replace(basis, articles=cited[basis.instrument]) for basis in wanted.bases
    )
    return msgspec.structs.replace(wanted, applicable=answers, unknown=reasons, bases=bases)


def plain(snapshot: Snapshot) -> dict[str, Any]:
    """For a difference that can be read."""
    return msgspec.to_builtins(snapshot)


def told(reference: str) -> Snapshot:
    return snapshots.of(MLARequest.objects.get(reference=reference))


def submit(officer: Drafter, reference: str, look: Callable[[str], None]) -> None:
    officer.open(f"/requests/{reference}/")
    look("04-request")
    officer.open(f"/requests/{reference}/check/")
    look("04-check")
    officer.press("Submit for review")


def decide(
    officer: Drafter, reference: str, decision: str, reasons: str, look: Callable[[str], None]
) -> None:
    officer.open(f"/requests/{reference}/review/")
    look(f"06-review-{decision}")
    officer.page.locator(f"input[name=decision][value={decision}]").check()
    officer.page.locator("textarea[name=reasons]").fill(reasons)
    officer.press("Record the decision")


def download(officer: Drafter, reference: str, look: Callable[[str], None]) -> bytes:
    """The page says when the worker has made the PDF, without being loaded again."""
    officer.open(f"/requests/{reference}/letter/")
    link = officer.page.locator("a[href*='/file/']").first
    link.wait_for(timeout=60_000)
    look("07-letter")
    with officer.page.expect_download() as saved:
        link.click()
    return Path(saved.value.path()).read_bytes()


def dispatch(officer: Drafter, reference: str, look: Callable[[str], None]) -> None:
    officer.open(f"/requests/{reference}/dispatch/")
    officer.page.locator("#id_sent_on").fill("2026-11-25")
    officer.page.locator("#id_receipt").fill("FICTION-0001")
    look("08-dispatch")
    officer.press("Record the dispatch")
    look("09-sent")
    officer.open(f"/requests/{reference}/history/")
    look("10-history")


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
