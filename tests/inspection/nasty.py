"""A corpus of files that must not come in, each with the reason told, and of files that must."""

import gzip
import io
import struct
import zipfile
import zlib

import pikepdf
from PIL import Image

Name, Dictionary, Array, String = pikepdf.Name, pikepdf.Dictionary, pikepdf.Array, pikepdf.String


def saved(document: pikepdf.Pdf, **options) -> bytes:
    target = io.BytesIO()
    document.save(target, **options)
    return target.getvalue()


def pdf(pages: int = 1, **root) -> bytes:
    document = pikepdf.new()
    for _page in range(pages):
        document.add_blank_page(page_size=(595, 842))
    for name, value in root.items():
        document.Root[f"/{name}"] = value
    return saved(document)


def pdf_with_stream(**keys) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    stream = document.make_stream(b"")
    for name, value in keys.items():
        stream[f"/{name}"] = value
    document.pages[0].Contents = stream
    return saved(document)


def pdf_that_takes_long() -> bytes:
    """A small file that a fast machine draws for many seconds: large curves, filled over each other."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    curve = b"1 w 0 0 m 900 900 -300 900 500 0 c B\n"
    document.pages[0].Contents = document.make_stream(curve * 20_000)
    return saved(document)


def pdf_with_attachment() -> bytes:
    document = pikepdf.open(io.BytesIO(pdf()))
    document.attachments["tool.exe"] = b"MZ"
    return saved(document)


def pdf_in_object_stream() -> bytes:
    document = pikepdf.open(io.BytesIO(pdf()))
    document.Root.Extra = document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    return saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pdf_by_hand(body: bytes) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R " + body + b">>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n"
    )


def encrypted(**passwords) -> bytes:
    return saved(pikepdf.open(io.BytesIO(pdf())), encryption=pikepdf.Encryption(**passwords))


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "L", **options) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, kind, **options)
    return target.getvalue()


def pages_of_tiff(count: int) -> bytes:
    target = io.BytesIO()
    first, *rest = [Image.new("L", (20, 20), shade) for shade in range(count)]
    first.save(target, "TIFF", save_all=True, append_images=rest)
    return target.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A head of a huge picture, with the points of none."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def spoilt(png: bytes) -> bytes:
    """The head can be read; the check sum of the points is wrong."""
    at = png.index(b"IDAT") + 5
    return png[:at] + bytes([png[at] ^ 0xFF]) + png[at + 1 :]


def zipped(**parts: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.{}"/></Types>'
)
DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Order of the court</w:t></w:r></w:p>{}</w:body></w:document>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.example.org/{}" Target="http://192.0.2.1/a" '
    'TargetMode="External"/></Relationships>'
)


def docx(body: str = "", types: str = "ordinary", **more: bytes | str) -> bytes:
    parts = {"[Content_Types].xml": TYPES.format(types), "word/document.xml": DOCUMENT.format(body)}
    return zipped(**parts, **more)


def xlsx(formula: str = "1+1", **more: bytes | str) -> bytes:
    parts = {
        "[Content_Types].xml": TYPES.format("ordinary"),
        "xl/workbook.xml": "<workbook><sheets><sheet name='A' state='visible'/></sheets></workbook>",
        "xl/worksheets/sheet1.xml": f"<worksheet><c><f>{formula}</f></c></worksheet>",
        "xl/sharedStrings.xml": "<sst><si><t>Amount</t></si></sst>",
    }
    return zipped(**parts, **more)


def pptx(**more: bytes | str) -> bytes:
    parts = {
        "[Content_Types].xml": TYPES.format("ordinary"),
        "ppt/presentation.xml": "<p/>",
        "ppt/slides/slide1.xml": "<sld><p><t>First slide</t></p></sld>",
    }
    return zipped(**parts, **more)


ODF = "application/vnd.oasis.opendocument.{}"
CONTENT = (
    '<document xmlns:xlink="http://www.w3.org/1999/xlink"><body><p>Order of the court</p>'
    "{}</body></document>"
)


def odf(kind: str = "text", body: str = "", **more: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", ODF.format(kind))
        archive.writestr("content.xml", CONTENT.format(body))
        for name, content in more.items():
            archive.writestr(name, content)
    return target.getvalue()


def encrypted_entry() -> bytes:
    """The flag that says a password is needed, in both places where a reader looks."""
    data = bytearray(docx())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        data[at + offset] |= 1
    return bytes(data)


def lying_bomb() -> bytes:
    """Its directory says that the entry is small; unpacked it is a thousand times the file."""
    return docx(**{"word/media/image1.png": bytes(60 * 2**20)})


def linked() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in (
            ("[Content_Types].xml", TYPES.format("ordinary")),
            ("word/document.xml", DOCUMENT.format("")),
        ):
            archive.writestr(name, content)
        entry = zipfile.ZipInfo("word/link")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return target.getvalue()


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
BILLION = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
MAIL = b"Received: from mail.example.org\r\nFrom: a@example.org\r\n\r\nHello"

# Refused where it arrives: what it is shows at once.
AT_THE_DOOR = {
    "empty": (b"", "empty"),
    "program": (b"MZ\x90\x00" + bytes(100), "program"),
    "program renamed": (b"\x7fELF" + bytes(100), "program"),
    "shell script": (b"#!/bin/sh\nrm -rf /\n", "program"),
    "zip": (zipped(a="b"), "archive"),
    "jar": (zipped(**{"META-INF/MANIFEST.MF": "Main-Class: A", "A.class": b"\xca\xfe"}), "archive"),
    "gzip": (gzip.compress(b"a"), "archive"),
    "rar": (b"Rar!\x1a\x07\x00" + bytes(20), "archive"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(20), "archive"),
    "tar": (bytes(257) + b"ustar" + bytes(250), "archive"),
    "zip with a broken directory": (zipped(a="b")[:40], "unreadable"),
    "html": (b"<!doctype html><script>alert(1)</script>", "markup"),
    "html behind a byte order mark": (b"\xef\xbb\xbf <html>", "markup"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "markup"),
    "xml with an outside entity": (b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///a">', "markup"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old_office"),
    "rich text": (b"{\\rtf1 {\\object}}", "rich_text"),
    "e-mail": (MAIL, "mail"),
    "gif": (b"GIF89a" + bytes(20), "other_picture"),
    "pdf behind other bytes": (b"\x00\x01" + pdf(), "unknown"),
    "bytes": (bytes(range(256)), "unknown"),
    "text with control characters": (b"a\x1b[31mb", "unknown"),
    "100,000 entries": (zipped(**{f"{n}": "" for n in range(5001)}), "bomb"),
}

# Refused once somebody has looked inside.
INSIDE = {
    "pdf encrypted": (encrypted(owner="a", user="b"), "encrypted"),
    "pdf with owner password only": (encrypted(owner="a", user=""), "encrypted"),
    "pdf with attachment": (pdf_with_attachment(), "pdf_files"),
    "pdf script on opening": (pdf(OpenAction=SCRIPT), "pdf_script"),
    "pdf script in arrays": (pdf(Extra=Array([Dictionary(Deep=Array([SCRIPT]))])), "pdf_script"),
    "pdf script in an object stream": (pdf_in_object_stream(), "pdf_script"),
    "pdf script in escaped names": (
        pdf_by_hand(b"/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>"),
        "pdf_script",
    ),
    "pdf script among names": (
        pdf(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT])))),
        "pdf_script",
    ),
    "pdf script on closing": (pdf(AA=Dictionary(WC=SCRIPT)), "pdf_script"),
    "pdf launch": (pdf(OpenAction=Dictionary(S=Name.Launch, F=String("calc.exe"))), "pdf_launch"),
    "pdf that sends a form": (
        pdf(OpenAction=Dictionary(S=Name.SubmitForm, F=String("http://192.0.2.1"))),
        "pdf_remote",
    ),
    "pdf that opens another": (pdf(OpenAction=Dictionary(S=Name.GoToR, F=String("a.pdf"))), "pdf_remote"),
    "pdf that opens one inside": (pdf(OpenAction=Dictionary(S=Name.GoToE)), "pdf_files"),
    "pdf with a stream elsewhere": (pdf_with_stream(F=String("\\\\192.0.2.1\\a")), "pdf_remote"),
    "pdf with rich media": (pdf(Extra=Dictionary(Subtype=Name.RichMedia)), "pdf_media"),
    "pdf with sound": (pdf(Extra=Dictionary(S=Name.Sound)), "pdf_media"),
    "pdf form of the XFA kind": (pdf(AcroForm=Dictionary(XFA=String("x"))), "pdf_form"),
    "pdf truncated": (pdf()[:80], "unreadable"),
    "pdf in name only": (b"%PDF-1.7 <script>alert(1)</script>", "unreadable"),
    "pdf without pages": (pdf(0), "unreadable"),
    "pdf and zip": (pdf() + zipped(a="b"), "two_in_one"),
    "pdf and html": (pdf() + b"<script>alert(1)</script>", "two_in_one"),
    "png truncated": (picture()[:60], "unreadable"),
    "png with a wrong checksum": (spoilt(picture()), "unreadable"),
    "png of a billion points": (png_that_claims(40_000, 30_000), "too_many_points"),
    "png without its points": (png_that_claims(400, 300), "unreadable"),
    "png and zip": (picture() + zipped(a="b"), "two_in_one"),
    "png and html": (picture() + b"<script>", "two_in_one"),
    "jpeg and zip": (picture("JPEG") + zipped(a="b"), "two_in_one"),
    "jpeg and html": (picture("JPEG") + b"<html>", "two_in_one"),
    "jpeg in name only": (b"\xff\xd8\xff" + picture(), "unreadable"),
    "jpeg truncated": (picture("JPEG", (400, 300))[:300], "unreadable"),
    "tiff truncated": (picture("TIFF")[:20], "unreadable"),
    "docx with macros": (docx(**{"word/vbaProject.bin": b"x"}), "office_macro"),
    "docm as docx": (docx(types="ms-word.document.macroEnabled.main+xml"), "office_macro"),
    "docx with an object": (docx(**{"word/embeddings/oleObject1.bin": b"x"}), "office_object"),
    "docx with active x": (docx(**{"word/activeX/activeX1.xml": "<a/>"}), "office_object"),
    "docx with a program": (docx(**{"word/media/tool.exe": b"MZ"}), "office_object"),
    "docx with html inside": (docx(**{"word/afchunk.html": "<script>"}), "office_object"),
    "docx with a template elsewhere": (
        docx(**{"word/_rels/settings.xml.rels": RELATIONS.format("attachedTemplate")}),
        "office_external",
    ),
    "docx with a picture elsewhere": (
        docx(**{"word/_rels/document.xml.rels": RELATIONS.format("image")}),
        "office_external",
    ),
    "docx with DDE": (docx("<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>"), "office_dde"),
    "docx with an entity bomb": (docx(**{"word/styles.xml": BILLION}), "bomb"),
    "docx with broken XML": (docx(**{"word/styles.xml": "<a>"}), "unreadable"),
    "docx that unpacks a thousandfold": (lying_bomb(), "bomb"),
    "docx with a password": (encrypted_entry(), "encrypted"),
    "docx with a path upwards": (docx(**{"../../etc/cron.d/a": "x"}), "unreadable"),
    "docx with a symbolic link": (linked(), "unreadable"),
    "xlsx with links elsewhere": (
        xlsx(**{"xl/externalLinks/externalLink1.xml": "<a/>"}),
        "office_external",
    ),
    "xlsx with DDE": (xlsx("cmd|'/c calc'!A0"), "office_dde"),
    "xlsx that fetches": (xlsx('WEBSERVICE("http://192.0.2.1")'), "office_dde"),
    "xlsx with old macros": (xlsx(**{"xl/macrosheets/sheet1.xml": "<a/>"}), "office_macro"),
    "pptx with an object": (pptx(**{"ppt/embeddings/a.xlsx": b"x"}), "office_object"),
    "odt with macros": (odf(**{"Basic/Standard/Module1.xml": "<a/>"}), "office_macro"),
    "odt with an event": (odf(body="<event-listener/>"), "office_macro"),
    "odt with an object": (odf(**{"Object 1": b"\xd0\xcf"}), "office_object"),
    "odt with a picture elsewhere": (
        odf(body='<image xlink:href="http://192.0.2.1/a"/>'),
        "office_external",
    ),
    "odt with a password": (
        odf(**{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
        "encrypted",
    ),
    "ods with DDE": (odf("spreadsheet", body="<dde-source/>"), "office_dde"),
    "csv with DDE": (b"a,b\n=cmd|'/c calc'!A0,2\n", "office_dde"),
}

# What must come in: the kind, and how many pages it has.
BENIGN = {
    "pdf": (pdf(2), "pdf", 2),
    "pdf that opens at a page": (pdf(OpenAction=Array([0, Name.Fit])), "pdf", 1),
    "pdf with an old head": (pdf_by_hand(b""), "pdf", 1),
    "pdf with lines after its end": (pdf() + b"\r\n\n", "pdf", 1),
    "png": (picture(), "png", 1),
    "jpeg": (picture("JPEG"), "jpeg", 1),
    "jpeg of a telephone": (picture("JPEG") + bytes(64), "jpeg", 1),
    "tiff of three pages": (pages_of_tiff(3), "tiff", 3),
    "docx": (docx(), "docx", None),
    "docx with a link to a page": (
        docx(**{"word/_rels/document.xml.rels": RELATIONS.format("hyperlink")}),
        "docx",
        None,
    ),
    "xlsx": (xlsx(), "xlsx", None),
    "xlsx with a printer": (xlsx(**{"xl/printerSettings/printerSettings1.bin": b"x"}), "xlsx", None),
    "pptx": (pptx(), "pptx", None),
    "odt": (odf(body='<a xlink:href="https://example.org">x</a>'), "odt", None),
    "ods": (odf("spreadsheet"), "ods", None),
    "text": ("Tromsø, Ελλάδα, 東京\n".encode(), "text", None),
    "text of another encoding": ("Tromsø".encode("utf-16"), "text", None),
    "csv": (b"time,address\n2026-03-01,192.0.2.1\n", "csv", None),
}
