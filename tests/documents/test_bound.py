"""What was approved is what is printed, shown and sent, whatever becomes of the law and of the wording."""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from requests_app import casework, snapshots
from requests_app.background import jobs
from requests_app.documents import letters, printing
from requests_app.letter.letter import plain
from requests_app.models import MLARequest, Officer, RenderedDocument, Review, Submission
from requests_app.render import digest, html, pdf
from requests_app.workflow import Stale
from treaties import loader, shipped
from treaties.models import Instrument, Offer, State
from treaties.version import changed_here

pytestmark = pytest.mark.django_db

TITLE = "Convention on Cybercrime"
NEW_TITLE = "Convention on the Crimes of the Fictional Web"
DISPATCH = {
    "route": "central_authority",
    "means": "email",
    "recipient": "UK Central Authority",
    "sent_on": dt.date(2026, 11, 30),
}


@pytest.fixture
def prints(monkeypatch) -> list[str]:
    """The HTML of each letter that is printed. The engine itself is not asked: it has tests of its own."""
    given: list[str] = []

    def to_pdf(content: str, **_limits) -> bytes:
        given.append(content)
        return b"%PDF fictional"

    monkeypatch.setattr(pdf, "to_pdf", to_pdf)
    return given


@pytest.fixture
def submitted(complete_mla: MLARequest, drafter: Officer) -> MLARequest:
    return casework.submit(complete_mla, drafter)


@pytest.fixture
def approved(submitted: MLARequest, supervisor: Officer) -> MLARequest:
    return casework.approve(submitted, supervisor, digest=submitted.submitted_digest)


def printed(document: RenderedDocument) -> RenderedDocument:
    jobs.work_one(RenderedDocument, document.pk, printing.make)
    return RenderedDocument.objects.get(pk=document.pk)


def page_of(mla: MLARequest) -> str:
    return str(html.preview(letters.letter_of(MLARequest.objects.get(pk=mla.pk))))


def correct(tmp_path: Path, old: str = TITLE, new: str = NEW_TITLE) -> None:
    """What docs/deployment.md calls an update: data files of which one says something else."""
    copy = tmp_path / "data"
    shutil.copytree(shipped.DATA, copy)
    file = copy / "instruments" / "budapest.toml"
    content = file.read_text(encoding="utf-8")
    assert f'title = "{old}"' in re.sub(r" += ", " = ", content)
    file.write_text(content.replace(f'"{old}"', f'"{new}"'), encoding="utf-8")
    loader.load(copy)


def _article() -> None:
    """The provision whose list of indications the short form of a preservation cites."""
    Instrument.objects.filter(pk="budapest").update(contents={"lists": {"preservation": "99(2)"}})


def _title() -> None:
    Instrument.objects.filter(pk="budapest").update(title=NEW_TITLE)


def _name_of_a_state() -> None:
    State.objects.filter(pk="GBR").update(short={"en": "Fictional Isles"}, common={}, article={})


def _letterhead() -> None:
    State.objects.filter(pk="NOR").update(formal={"en": "the Republic of Fictionalia"})


CORRECTIONS: dict[str, Callable[[], None]] = {
    "title": _title,
    "article": _article,
    "name of a State": _name_of_a_state,
    "letterhead": _letterhead,
}


@pytest.fixture(params=CORRECTIONS)
def corrected(request) -> Callable[[], None]:
    """One part of the law half is corrected, and whoever keeps the law in memory reads it again."""

    def correction() -> None:
        CORRECTIONS[request.param]()
        changed_here()

    return correction


def test_a_new_title_reaches_neither_the_print_nor_the_page_of_what_was_approved(
    approved, drafter, prints, tmp_path
):
    before = page_of(approved)

    correct(tmp_path)
    document = printed(printing.approved(approved))
    sent = casework.send(approved, drafter, seen=letters.now(approved).digest, **DISPATCH)
    of_the_sent = page_of(sent)
    loader.load()
    again = printing.order(sent, drafter)

    assert TITLE in prints[0] and NEW_TITLE not in prints[0]
    assert (TITLE in before, of_the_sent, page_of(sent)) == (True, before, before)
    assert (again, document.bound_digest, len(prints)) == (document, sent.approved_digest, 1)


def test_corrected_law_and_approved_again_gives_another_document_of_the_same_text(
    approved, drafter, supervisor, prints, tmp_path
):
    first = printing.approved(approved)
    correct(tmp_path)

    returned = casework.reopen(
        approved, supervisor, reason="The title was wrong.", digest=approved.approved_digest
    )
    submitted = casework.submit(returned, drafter)
    again = casework.approve(submitted, supervisor, digest=submitted.submitted_digest)
    second = printed(printing.approved(again))

    assert (second.snapshot_digest, second.pk != first.pk) == (first.snapshot_digest, True)
    assert NEW_TITLE in prints[0]
    assert NEW_TITLE in page_of(again)


def test_a_draft_ordered_again_after_the_law_changed_is_another_document(complete_mla, drafter, corrected):
    first = printing.order(complete_mla, drafter, draft=True)
    same = printing.order(complete_mla, drafter, draft=True)

    corrected()
    other = printing.order(complete_mla, drafter, draft=True)

    assert (same, other.pk != first.pk) == (first, True)
    assert other.snapshot_digest == first.snapshot_digest


def test_each_part_of_the_law_half_is_in_the_digest_and_in_what_is_kept(approved, prints, corrected):
    before = page_of(approved)

    corrected()
    printed(printing.approved(approved))

    assert letters.now(approved).digest != approved.approved_digest
    assert page_of(approved) == before
    assert letters.now(approved).letter() != letters.kept(approved).letter()
    assert prints == [html.printed(letters.kept(approved).letter(_stamp(approved)))]


def _stamp(mla: MLARequest) -> letters.Stamp:
    document = printing.approved(mla)
    return letters.Stamp(approved=True, revision=document.revision, audit_head=document.audit_head)


def test_what_the_law_changed_after_the_submission_cannot_be_approved(submitted, supervisor, corrected):
    read = submitted.submitted_digest

    corrected()

    for digest_read in (read, letters.now(submitted).digest):
        with pytest.raises(Stale):
            casework.approve(submitted, supervisor, digest=digest_read)
    assert MLARequest.objects.get(pk=submitted.pk).approved_digest == ""


def test_a_difference_is_told_line_by_line(submitted):
    CORRECTIONS["title"]()
    changed_here()

    found = letters.difference(letters.kept(submitted), letters.now(submitted))

    assert found is not None
    gone = {piece.text.strip() for line in found.lines for piece in line if piece.kind == "gone"}
    new = {piece.text.strip() for line in found.lines for piece in line if piece.kind == "new"}
    assert ("Cybercrime" in gone, "the Crimes of the Fictional Web" in new) == (True, True)
    assert found.wording is False


def test_what_the_letter_does_not_print_is_no_difference(submitted, supervisor):
    Instrument.objects.filter(pk="untoc").update(title="Something else")
    Offer.objects.filter(instrument="budapest", kind="search_seizure").update(provision="99")
    changed_here()

    approved = casework.approve(submitted, supervisor, digest=submitted.submitted_digest)

    assert letters.by_now(letters.kept(approved)) is None


def test_sending_after_the_law_changed_needs_to_have_read_the_difference(
    approved, drafter, prints, corrected
):
    printed(printing.approved(approved))
    corrected()

    with pytest.raises(Stale):
        casework.send(approved, drafter, **DISPATCH)
    with pytest.raises(Stale):
        casework.send(approved, drafter, seen="0" * 64, **DISPATCH)
    sent = casework.send(approved, drafter, seen=letters.now(approved).digest, **DISPATCH)

    assert (sent.state, sent.approved_digest) == ("sent", approved.approved_digest)


def test_other_wording_than_that_of_the_row_prints_nothing_and_says_why(approved, prints):
    document = printing.approved(approved)
    RenderedDocument.objects.filter(pk=document.pk).update(template_digest="0" * 64)

    for _attempt in range(RenderedDocument.MAX_TRIES):
        printed(document)

    document.refresh_from_db()
    assert (document.status, document.failure, prints) == ("failed", printing.STALE, [])


@pytest.mark.parametrize(
    "path",
    ["requests_app/letter/phrases/en.toml", "templates/letter/letter.html", "static/letter/letter.css"],
)
def test_a_changed_phrase_or_template_changes_the_digest_of_the_wording(tmp_path, settings, path):
    for name in ("requests_app/letter", "requests_app/render", "templates/letter", "static/letter"):
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name)
    (tmp_path / "static/fonts").mkdir(parents=True)
    shutil.copytree(settings.BASE_DIR / "static/fonts/print", tmp_path / "static/fonts/print")
    before = digest.of(tmp_path)

    file = tmp_path / path
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert (before, digest.of(tmp_path) != before) == (digest.TEMPLATE_DIGEST, True)


def test_review_and_document_keep_what_was_submitted(approved):
    rows = [Submission.objects.get(), Review.objects.get(), RenderedDocument.objects.get()]

    assert {row.bound_digest for row in rows} == {approved.approved_digest}
    assert len({letters.read(row) and letters.read(row).digest for row in rows}) == 1
    assert [letters.read(row).snapshot for row in rows] == [snapshots.of(approved)] * 3


def test_the_database_keeps_what_was_submitted(submitted):
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.update(setting={})


def test_an_approval_from_before_the_law_half_was_kept_is_sent_as_one_of_the_text(
    approved, drafter, prints
):
    printed(printing.approved(approved))
    text = Submission.objects.get().snapshot_digest
    as_before(approved, text)

    sent = casework.send(MLARequest.objects.get(pk=approved.pk), drafter, **DISPATCH)

    assert (sent.state, sent.approved_digest) == ("sent", text)
    assert letters.is_from_before(sent, letters.kept(sent)) is True
    assert letters.letter_of(sent).furniture.watermark == ""


def test_a_document_from_before_the_law_half_was_kept_is_not_printed_with_the_law_of_today(
    approved, prints
):
    document = printing.approved(approved)
    as_before(approved, document.snapshot_digest)

    for _attempt in range(RenderedDocument.MAX_TRIES):
        printed(document)

    document.refresh_from_db()
    assert (document.status, document.failure, prints) == ("failed", printing.FROM_BEFORE, [])


def as_before(mla: MLARequest, text: str) -> None:
    """The rows as a database holds them that was migrated with this approval in it."""
    Submission.objects.all().delete()
    legacy = {"setting": None, "setting_digest": "", "bound_digest": ""}
    Review.objects.update(**legacy)
    RenderedDocument.objects.update(**legacy)
    approver = mla.approved_by_id
    MLARequest.objects.filter(pk=mla.pk).update(approved_digest="", submitted_digest="", state="draft")
    MLARequest.objects.filter(pk=mla.pk).update(
        approved_digest=text, submitted_digest=text, approved_by=approver, state="approved"
    )


def test_the_title_stands_in_the_letter(submitted):
    """Else the tests above prove nothing."""
    letter = letters.letter_of(submitted)

    said = [plain(block.text) for part in letter.parts for block in part.blocks if hasattr(block, "text")]
    assert TITLE in letter.title + letter.subtitle + " ".join(said)
