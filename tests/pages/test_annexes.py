"""Files that come in and go out: known by their content, kept apart, handed out as downloads only."""

import hashlib
import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from requests_app import uploads
from requests_app.models import Annex, AuditEvent


def pdf(pages: int = 1, **root: object) -> bytes:
    document = pikepdf.new()
    for _page in range(pages):
        document.add_blank_page()
    for name, value in root.items():
        document.Root[f"/{name}"] = value
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def encrypted() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


def with_attachment() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.attachments["tool.exe"] = b"MZ"
        document.save(target)
    return target.getvalue()


def picture(kind: str, size: tuple[int, int] = (4, 4)) -> bytes:
    target = io.BytesIO()
    Image.new("L", size).save(target, kind)
    return target.getvalue()


def spoilt(png: bytes) -> bytes:
    """The head can be read; the check sum of the points is wrong."""
    at = png.index(b"IDAT") + 5
    return png[:at] + bytes([png[at] ^ 0xFF]) + png[at + 1 :]


SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
LAUNCH = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
NESTED = pikepdf.Array([pikepdf.Dictionary(Deep=pikepdf.Array([SCRIPT]))])
HOSTILE = {
    "encrypted": encrypted(),
    "attachment": with_attachment(),
    "script on opening": pdf(OpenAction=SCRIPT),
    "launch": pdf(OpenAction=LAUNCH),
    "script in arrays": pdf(Extra=NESTED),
    "form of the XFA kind": pdf(AcroForm=pikepdf.Dictionary(XFA=pikepdf.String("x"))),
    "truncated": pdf()[:80],
    "html": b"<!doctype html><script>alert(1)</script>",
    "html that says it is a PDF": b"%PDF-1.7 <script>alert(1)</script>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "zip": b"PK\x03\x04" + bytes(40),
    "cut picture": picture("PNG")[:40],
    "picture with a wrong checksum": spoilt(picture("PNG")),
    "picture of another kind": b"\xff\xd8\xff" + picture("PNG"),
    "empty": b"",
}
BENIGN = {
    "two pages": (pdf(2), 2, "application/pdf"),
    "opens at a page": (pdf(OpenAction=pikepdf.Array([0, pikepdf.Name.Fit])), 1, "application/pdf"),
    "png": (picture("PNG"), 1, "image/png"),
    "jpeg": (picture("JPEG"), 1, "image/jpeg"),
}


@pytest.fixture
def annex(mla):
    return Annex.append_to(mla, title="Order of the court")


def attach(client, mla, annex, content, name="order.pdf", **data):
    file = SimpleUploadedFile(name, content)
    url = reverse("item", args=[mla.reference, "annexes", annex.pk])
    return client.post(url, {"revision": 0, "file": file, "title": annex.title, **data})


@pytest.mark.parametrize("case", BENIGN)
def test_an_accepted_file_is_kept_and_counted(mla, annex, drafter, signed_in, case):
    content, pages, _media_type = BENIGN[case]

    response = attach(signed_in(drafter), mla, annex, content)

    annex.refresh_from_db()
    assert response.status_code == 302
    assert (annex.pages, annex.size) == (pages, len(content))
    assert annex.sha256 == hashlib.sha256(content).hexdigest()
    assert uploads.path_of(annex.stored_as).read_bytes() == content


@pytest.mark.parametrize("case", HOSTILE)
def test_a_refused_file_gets_its_message_and_loses_nothing_else(
    mla, annex, drafter, signed_in, settings, case
):
    response = attach(signed_in(drafter), mla, annex, HOSTILE[case], title="Order of 1 June")

    annex.refresh_from_db()
    assert response.status_code == 422
    assert b'id="id_file_error"><p>' in response.content
    assert (annex.stored_as, annex.title) == (None, "Order of 1 June")
    assert not list(settings.MEDIA_ROOT.rglob("*.*"))


def test_a_file_that_is_too_large_is_refused(mla, annex, drafter, signed_in, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 100)

    response = attach(signed_in(drafter), mla, annex, pdf())

    assert b"larger than" in response.content


def test_a_picture_of_too_many_points_is_refused(mla, annex, drafter, signed_in, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_PIXELS", 10)

    response = attach(signed_in(drafter), mla, annex, picture("PNG"))

    assert b"too large" in response.content


@pytest.mark.parametrize("case", BENIGN)
def test_a_download_can_run_nothing_and_is_recorded(mla, annex, drafter, outsider, signed_in, case):
    content, _pages, media_type = BENIGN[case]
    attach(signed_in(drafter), mla, annex, content, name="../../etc/passwd\u202e.html")
    url = reverse("annex_file", args=[mla.reference, annex.pk])

    response = signed_in(drafter).get(url)

    assert b"".join(response.streaming_content) == content
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"].startswith(
        f'attachment; filename="{mla.reference}-annex-'
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["Cache-Control"] == "no-store"
    assert AuditEvent.objects.filter(verb="file.read", reference=mla.reference).count() == 1
    assert signed_in(outsider).get(url).status_code == 404
