"""The procedure as two officers walk it in the browser: draft, submit, decide, fetch the letter, send."""

import hashlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pypdf
from django.conf import settings
from django.utils import timezone

from requests_app import audit, snapshots
from requests_app.content.snapshot import Snapshot
from requests_app.models import MLARequest, Transmission
from tests.journeys.drafter import Drafter, keyed_as_typed

Look = Callable[[str], None]


def carry(officer: Drafter, wanted: Snapshot, look: Look) -> str:
    """From sign-in to the recorded dispatch, with one return; returns the reference."""
    officer.sign_in("drafter")
    look("01-desk")
    reference = draft(officer, wanted, look)
    found = differences(asked_of(keyed_as_typed(wanted, reference), told(reference)), told(reference))
    assert not found, "\n".join(found)
    submit(officer, reference, look)
    send_back(officer, reference, look)
    mend(officer, reference, wanted)
    submit(officer, reference, look)

    officer.sign_in("supervisor")
    decide(officer, reference, "approve", "", look)
    content = download(officer, reference, look)
    dispatch(officer, reference, look)
    assert MENDED in text_of(content).replace("\n", " ")
    sent = Transmission.objects.get(request__reference=reference)
    assert sent.document.sha256 == hashlib.sha256(content).hexdigest()
    assert MLARequest.objects.get(reference=reference).state == MLARequest.State.SENT
    assert audit.verify().ok
    return reference


MENDED = "The trial court will hear it."


def send_back(officer: Drafter, reference: str, look: Look) -> None:
    officer.sign_in("supervisor")
    officer.open("/review/")
    look("05-queue")
    decide(officer, reference, "return", "Say in the purpose that the trial court will hear it.", look)


def mend(officer: Drafter, reference: str, wanted: Snapshot) -> None:
    officer.sign_in("drafter")
    officer.open(f"/requests/{reference}/sections/facts/")
    form = officer.page.locator("#form-section")
    officer.answer(form, "purpose", f"{wanted.purpose} {MENDED}")
    officer.save_and_continue()


def draft(officer: Drafter, wanted: Snapshot, look: Look) -> str:
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
    """What nobody types: answers that the law of the day does not ask for, the articles of a basis, and the
    language one writes in, which the portal sets for its State where a file is silent on it."""
    answers = {name: wanted.applicable[name] for name in drafted.applicable}
    reasons = {name: wanted.unknown[name] for name in drafted.unknown}
    cited = {basis.instrument: basis.articles for basis in drafted.bases}
    bases = tuple(
        msgspec.structs.replace(basis, articles=cited[basis.instrument]) for basis in wanted.bases
    )
    written = wanted.working_language or settings.WORKING_LANGUAGE
    return msgspec.structs.replace(
        wanted, applicable=answers, unknown=reasons, bases=bases, working_language=written
    )


def differences(wanted: Snapshot, drafted: Snapshot) -> list[str]:
    """Path, what was to be typed, what stands there: whole values are too long to compare by eye."""
    return list(_differences("", msgspec.to_builtins(wanted), msgspec.to_builtins(drafted)))


def _differences(path: str, wanted: Any, drafted: Any) -> Iterator[str]:
    if isinstance(wanted, dict) and isinstance(drafted, dict):
        for key in sorted({*wanted, *drafted}):
            yield from _differences(f"{path}.{key}", wanted.get(key), drafted.get(key))
    elif isinstance(wanted, tuple) and isinstance(drafted, tuple) and len(wanted) == len(drafted):
        for number, pair in enumerate(zip(wanted, drafted, strict=True), start=1):
            yield from _differences(f"{path}.{number}", *pair)
    elif wanted != drafted:
        yield f"{path}: {wanted!r} became {drafted!r}"


def told(reference: str) -> Snapshot:
    return snapshots.of(MLARequest.objects.get(reference=reference))


def submit(officer: Drafter, reference: str, look: Look) -> None:
    officer.open(f"/requests/{reference}/")
    look("04-request")
    officer.open(f"/requests/{reference}/check/")
    look("04-check")
    go_on_with_open_points(officer)
    officer.press("Submit for review")


def go_on_with_open_points(officer: Drafter) -> None:
    box = officer.page.locator("#id_with_open")
    if box.count():
        box.check()


def decide(officer: Drafter, reference: str, decision: str, reasons: str, look: Look) -> None:
    officer.open(f"/requests/{reference}/review/")
    look(f"06-review-{decision}")
    form = officer.page.locator("form:has([name=decision])")
    officer.answer(form, "decision", decision)
    officer.answer(form, "reasons", reasons)
    if decision == "approve":
        go_on_with_open_points(officer)
    officer.press("Record the decision")


def download(officer: Drafter, reference: str, look: Look) -> bytes:
    officer.open(f"/requests/{reference}/letter/")
    link = officer.page.locator("a[href*='/file/']").first
    officer.wait_for(link)
    look("07-letter")
    with officer.page.expect_download() as saved:
        officer.use(link)
    return Path(saved.value.path()).read_bytes()


def dispatch(officer: Drafter, reference: str, look: Look) -> None:
    officer.open(f"/requests/{reference}/dispatch/")
    form = officer.page.locator("form:has([name=sent_on])")
    officer.answer(form, "sent_on", timezone.localdate().isoformat())
    officer.answer(form, "receipt", "FICTION-0001")
    look("08-dispatch")
    officer.press("Record the dispatch")
    look("09-sent")
    officer.open(f"/requests/{reference}/history/")
    look("10-history")


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
