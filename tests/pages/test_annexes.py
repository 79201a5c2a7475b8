"""Files that come in and go out: known by their content, looked into, handed out as downloads."""

import hashlib
import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from requests_app.annexes import file_jobs, uploads
from requests_app.background import jobs
from requests_app.casework import delete_item
from requests_app.completeness import examining
from requests_app.inspection import kinds
from requests_app.models import Annex, AnnexFile, AuditEvent, MLARequest
from tests.inspection.nasty import AT_THE_DOOR, BENIGN, INSIDE, pdf

ORDINARY = ["pdf", "png", "tiff of three pages", "docx", "csv"]


@pytest.fixture
def annex(mla):
    return Annex.append_to(mla, title="Order of the court")


def attach(client, mla, annex, content, name="order.pdf", **data):
    file = SimpleUploadedFile(name, content)
    url = reverse("item", args=[mla.reference, "annexes", annex.pk])
    return client.post(url, {"revision": mla.revision, "file": file, "title": annex.title, **data})


def examined(annex):
    annex.refresh_from_db()
    return file_jobs.produce(AnnexFile.objects.get(name=annex.stored_as).pk)


@pytest.mark.parametrize("case", ORDINARY)
def test_an_ordinary_file_is_kept_examined_and_counted(mla, annex, drafter, signed_in, case):
    content, kind, pages = BENIGN[case]

    response = attach(signed_in(drafter), mla, annex, content, name="whatever.exe")
    file = examined(annex)

    annex.refresh_from_db()
    assert response.status_code == 302
    assert (file.kind, file.verdict, file.status) == (kind, "accepted", "done")
    assert (annex.pages, annex.size) == (pages, len(content))
    assert annex.sha256 == file.sha256 == hashlib.sha256(content).hexdigest()
    assert uploads.path_of(annex.stored_as).read_bytes() == content


@pytest.mark.parametrize("case", ["program", "html", "svg", "zip", "old word", "e-mail", "empty"])
def test_what_shows_at_once_is_refused_at_its_field_and_loses_nothing_else(
    mla, annex, drafter, signed_in, settings, case
):
    content, _code = AT_THE_DOOR[case]

    response = attach(signed_in(drafter), mla, annex, content, title="Order of 1 June")

    annex.refresh_from_db()
    assert response.status_code == 422
    assert b'id="id_file_error"><p>' in response.content
    assert (annex.stored_as, annex.title) == (None, "Order of 1 June")
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


@pytest.mark.parametrize("case", ["pdf script on opening", "docx with macros", "png of a billion points"])
def test_what_hides_inside_is_told_and_cannot_be_opened_or_submitted(mla, annex, drafter, signed_in, case):
    content, code = INSIDE[case]
    client = signed_in(drafter)
    attach(client, mla, annex, content)

    file = examined(annex)

    page = client.get(reverse("item", args=[mla.reference, "annexes", annex.pk])).content.decode()
    assert (file.verdict, file.refusal) == ("refused", code)
    assert "Refused" in page
    assert client.get(reverse("annex_file", args=[mla.reference, annex.pk])).status_code == 404
    assert "portal.file-refused" in blocking(client, mla)


def blocking(client, mla):
    found = client.get(reverse("check_answers", args=[mla.reference]))
    assert found.status_code == 200
    from_report = completeness_of(mla)
    return {finding.requirement for finding in from_report.must_fix}


def completeness_of(mla):
    return examining.for_request(MLARequest.objects.get(pk=mla.pk))


def test_until_it_is_examined_the_file_holds_the_letter_back(mla, annex, drafter, signed_in):
    client = signed_in(drafter)
    attach(client, mla, annex, pdf())
    url = reverse("item", args=[mla.reference, "annexes", annex.pk])

    before, waiting = client.get(url).content.decode(), blocking(client, mla)
    examined(annex)

    assert "Being examined" in before
    assert "portal.file-waiting" in waiting
    assert client.get(reverse("annex_file", args=[mla.reference, annex.pk])).status_code == 200
    assert not {code for code in blocking(client, mla) if code.startswith("portal.file")}


def test_a_script_stops_asking_once_the_examination_has_ended(mla, annex, drafter, signed_in):
    client = signed_in(drafter)
    attach(client, mla, annex, pdf())
    url = reverse("annex_state", args=[mla.reference, annex.pk])
    htmx = {"HX-Request": "true"}

    before = client.get(url, headers=htmx)
    examined(annex)
    after = client.get(url, headers=htmx)

    assert (before.status_code, after.status_code) == (200, 286)
    assert 'hx-trigger="every 2s"' in before.content.decode()
    assert "210 × 297 mm" in after.content.decode()


def test_a_file_that_is_too_large_is_refused(mla, annex, drafter, signed_in, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 100)

    response = attach(signed_in(drafter), mla, annex, pdf())

    assert b"larger than" in response.content


def test_a_text_has_a_limit_of_its_own(mla, annex, drafter, signed_in, monkeypatch):
    monkeypatch.setitem(uploads.MOST_OF_KIND, kinds.CSV, 10)

    response = attach(signed_in(drafter), mla, annex, BENIGN["csv"][0])

    assert b"larger than" in response.content


def test_all_annexes_together_have_a_limit(mla, annex, drafter, signed_in, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_TOGETHER", 2 * len(pdf()) - 1)
    other = Annex.append_to(mla, title="Another")
    client = signed_in(drafter)
    attach(client, mla, other, pdf())

    response = attach(client, mla, annex, pdf())

    assert b"All annexes together" in response.content


def test_a_full_disk_keeps_the_other_answers_and_says_so(mla, annex, drafter, signed_in, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(uploads, "write", full)

    response = attach(signed_in(drafter), mla, annex, pdf(), title="Order of 1 June")

    annex.refresh_from_db()
    assert (response.status_code, annex.title, annex.stored_as) == (422, "Order of 1 June", None)
    assert b"no room for the file" in response.content


def test_a_worker_without_room_tries_again_and_then_says_why(mla, annex, drafter, signed_in, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    attach(signed_in(drafter), mla, annex, pdf())
    monkeypatch.setattr(uploads, "write", full)
    for _try in range(2):
        file = examined(annex)

    assert (file.status, file.failure) == ("failed", file_jobs.NO_ROOM)
    assert "portal.file-unexamined" in blocking(signed_in(drafter), mla)

    monkeypatch.undo()
    signed_in(drafter).post(reverse("annex_retry", args=[mla.reference, annex.pk]))
    assert examined(annex).verdict == "accepted"


def test_a_worker_that_died_leaves_the_file_to_the_next_one(mla, annex, drafter, signed_in):
    attach(signed_in(drafter), mla, annex, pdf())
    annex.refresh_from_db()
    file = AnnexFile.objects.get(name=annex.stored_as)
    lost = jobs.claim(AnnexFile, file.pk)
    AnnexFile.objects.filter(pk=file.pk).update(lease_until="2020-01-01T00:00:00Z")

    found = examined(annex)

    assert (found.status, found.fence) == ("done", 2)
    with pytest.raises(jobs.LeaseLost):
        file_jobs.examine(lost)


@pytest.mark.parametrize("case", ORDINARY)
def test_a_download_can_run_nothing_and_is_recorded(mla, annex, drafter, outsider, signed_in, case):
    content, kind, _pages = BENIGN[case]
    attach(signed_in(drafter), mla, annex, content, name="../../etc/passwd\u202e.html")
    examined(annex)
    url = reverse("annex_file", args=[mla.reference, annex.pk])

    response = signed_in(drafter).get(url)

    assert b"".join(response.streaming_content) == content
    assert response.headers["Content-Type"] == kinds.MEDIA_TYPES[kind]
    assert response.headers["Content-Disposition"].startswith(
        f'attachment; filename="{mla.reference}-annex-'
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["Cache-Control"] == "no-store"
    assert AuditEvent.objects.filter(verb="file.read", reference=mla.reference).count() == 1
    assert signed_in(outsider).get(url).status_code == 404


def test_a_page_is_shown_as_a_picture_of_our_own_and_that_is_recorded(
    mla, annex, drafter, outsider, signed_in
):
    attach(signed_in(drafter), mla, annex, pdf())
    examined(annex)
    url = reverse("annex_preview", args=[mla.reference, annex.pk, 1])

    response = signed_in(drafter).get(url)

    assert b"".join(response.streaming_content).startswith(b"\x89PNG")
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert AuditEvent.objects.filter(verb="file.seen", detail__page=1).count() == 1
    assert signed_in(drafter).get(url.replace("/1/", "/2/")).status_code == 404
    assert signed_in(outsider).get(url).status_code == 404


def test_pages_that_the_officer_counted_stay(mla, annex, drafter, signed_in):
    client = signed_in(drafter)
    attach(client, mla, annex, pdf(3))
    examined(annex)
    mla.refresh_from_db()

    client.post(
        reverse("item", args=[mla.reference, "annexes", annex.pk]),
        {"revision": mla.revision, "title": "Order", "pages": ""},
    )

    annex.refresh_from_db()
    assert (annex.title, annex.pages) == ("Order", 3)


def old(file):
    AnnexFile.objects.filter(pk=file.pk).update(ordered_at="2020-01-01T00:00:00Z")
    return file


def test_a_replaced_file_is_cleared_away_and_the_one_in_use_stays(
    mla, annex, drafter, signed_in, django_capture_on_commit_callbacks
):
    client = signed_in(drafter)
    attach(client, mla, annex, pdf(1))
    first = old(examined(annex))
    mla.refresh_from_db()
    attach(client, mla, annex, pdf(2))
    second = old(examined(annex))
    mla.versions.all().delete()

    with django_capture_on_commit_callbacks(execute=True):
        file_jobs.clear()

    kept = {path.name for path in uploads.everything()}
    assert kept == {second.name.hex, *(f"{second.name.hex}.{n}.png" for n in (1, 2))}
    assert list(AnnexFile.objects.values_list("pk", flat=True)) == [second.pk]
    assert AuditEvent.objects.filter(verb="file.cleared", detail__sha256=first.sha256).exists()


def test_what_an_earlier_version_or_a_printed_text_needs_stays(
    mla, annex, drafter, signed_in, django_capture_on_commit_callbacks
):
    client = signed_in(drafter)
    attach(client, mla, annex, pdf(1))
    file = old(examined(annex))
    mla.refresh_from_db()
    delete_item(mla, drafter, section="annexes", item=annex, base=mla.revision)

    file_jobs.clear()
    kept_by_version = AnnexFile.objects.filter(pk=file.pk).exists()
    mla.versions.all().delete()
    mla.reviews.create(
        reviewer=drafter,
        decision="approved",
        snapshot={"annexes": [{"id": "a1", "sha256": file.sha256}]},
        snapshot_digest="0" * 64,
        revision=1,
    )
    file_jobs.clear()
    kept_by_review = AnnexFile.objects.filter(pk=file.pk).exists()
    mla.reviews.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        file_jobs.clear()

    assert (kept_by_version, kept_by_review) == (True, True)
    assert not AnnexFile.objects.filter(pk=file.pk).exists()
    assert list(uploads.everything()) == []


def test_a_file_that_was_just_attached_is_not_cleared_away(mla, annex, drafter, signed_in):
    attach(signed_in(drafter), mla, annex, pdf(1))
    file = examined(annex)
    annex.delete()

    file_jobs.clear()

    assert AnnexFile.objects.filter(pk=file.pk).exists()


def test_what_a_stopped_machine_left_half_written_is_cleared_away(mla, settings):
    path = settings.MEDIA_ROOT / "annexes" / "ab" / ("ab" * 16 + ".part")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"half")
    file_jobs.clear()
    fresh = path.exists()
    os.utime(path, (0, 0))

    file_jobs.clear()

    assert (fresh, path.exists()) == (True, False)
