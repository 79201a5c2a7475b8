"""The acceptance list of the printed letter."""

import io
import re

import msgspec
import pikepdf
import pytest
from pypdf import PdfReader

from requests_app.letter.compose import compose
from requests_app.render import html, pdf
from tests.letter.writing import DATA, FACTS, PRESERVATION, REQUEST, SETTING, changed
from tests.render.conftest import pages_of, printed


def test_every_page_says_which_of_how_many_it_is(final):
    pages = pages_of(final)

    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"MLA-2026-0141 page {number} of {len(pages)}" in page


def test_the_classification_stands_at_head_and_foot_of_every_page(final):
    assert [page.count("CONFIDENTIAL") for page in pages_of(final)] == [2] * len(pages_of(final))


def test_a_draft_is_marked_on_every_page_and_an_approved_letter_on_none(final, draft):
    assert all("DRAFT" in page for page in pages_of(draft))
    assert not any("DRAFT" in page for page in pages_of(final))


def test_the_head_of_the_record_is_at_the_foot_of_every_page(final):
    assert all("Revision 7. Record 7c1e90aa42d35b18" in page for page in pages_of(final))


def test_an_empty_field_leaves_no_word_behind(final, draft):
    assert not any(re.search(r"\bNone\b", page) for page in pages_of(final) + pages_of(draft))


def test_a_preservation_fits_two_pages(draft):
    assert len(pages_of(draft)) == 2


def test_equal_letters_have_equal_bytes_in_another_process_too(final):
    pdf.close()

    assert printed(REQUEST) == final


def test_the_file_is_tagged_titled_and_in_a_language(final):
    with pikepdf.open(io.BytesIO(final)) as file:
        assert file.Root.MarkInfo.Marked
        assert file.Root.Lang == "en"
        assert file.docinfo["/Title"] == "MLA-2026-0141: Request for mutual legal assistance"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.open_metadata()["pdfuaid:part"] == "1"


def test_the_file_says_nothing_of_who_made_it_with_what(final):
    with pikepdf.open(io.BytesIO(final)) as file:
        assert set(file.docinfo.keys()) == {"/Title", "/Producer", "/CreationDate"}
        assert (file.docinfo["/Producer"], file.docinfo["/CreationDate"]) == ("WeasyPrint", "D:20260610")
        assert len(file.attachments) == 0
        assert not {"/AcroForm", "/OpenAction", "/AA"} & set(file.Root.keys())
        assert not any("/Annots" in page for page in file.pages)
        metadata = bytes(file.Root.Metadata.read_bytes())
    assert b"70." not in metadata


def test_a_letter_without_a_day_has_no_day_in_the_file():
    undated = msgspec.structs.replace(REQUEST.signature, date=None)

    with pikepdf.open(io.BytesIO(printed(changed(signature=undated)))) as file:
        assert "/CreationDate" not in file.docinfo


def test_the_parts_are_bookmarks(final):
    outline = [entry.title for entry in _flat(PdfReader(io.BytesIO(final)).outline)]

    assert outline[:3] == ["Request for mutual legal assistance", "I Authorities", "II Legal basis"]
    assert outline[-1] == "Annexes"


def _flat(outline: list) -> list:
    return [e for entry in outline for e in (_flat(entry) if isinstance(entry, list) else [entry])]


def test_every_font_is_one_of_ours_and_embedded(final):
    with pikepdf.open(io.BytesIO(final)) as file:
        fonts = [
            obj
            for obj in file.objects
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/FontDescriptor"
        ]
        assert {str(font.FontName).split("+")[1].split("-")[0] for font in fonts} <= {
            "Source",
            "Noto",
            "Markazi",
        }
        assert all("/FontFile2" in font for font in fonts)


SCRIPTS = {
    "latin": "Łódź Ærøskøbing São İstanbul Çağrı Nguyễn Đạt",
    "cyrillic": "Российская Федерация Київ Љубљана Қазақстан",
    "greek": "Ελληνική Δημοκρατία Ωραίος",
    "arabic": "طلب المساعدة القانونية المتبادلة في المسائل الجنائية پرویز گیلانی",
    "chinese": "国际刑事司法协助请求书 國際 王小明",
    "japanese": "国際捜査共助 たなか タナカ",
    "korean": "국제형사사법공조 김철수",
    "hebrew": "עזרה משפטית ירושלים",
    "thai": "ความช่วยเหลือทางกฎหมาย",
    "devanagari": "आपसी कानूनी सहायता श्रीमती",
    "georgian": "საქართველო თბილისი",
    "armenian": "Հայաստան Երևան",
}


def test_every_word_of_every_script_is_in_the_text_layer():
    facts = tuple(
        msgspec.structs.replace(FACTS[0], id=name, text=text, learned="") for name, text in SCRIPTS.items()
    )
    text = " ".join(pages_of(printed(changed(facts=facts))))

    assert [word for words in SCRIPTS.values() for word in words.split() if word not in text] == []


def test_a_character_without_a_glyph_prints_as_its_code_point():
    fact = msgspec.structs.replace(FACTS[0], text="ኢት")

    assert "[U+12A2][U+1275]" in " ".join(pages_of(printed(changed(facts=(fact,)))))


def test_unbroken_strings_wrap_inside_the_page():
    long = "https://example.org/" + "a1b2c3d4" * 60
    item = msgspec.structs.replace(DATA[0], identifier=long)
    reader = PdfReader(io.BytesIO(printed(changed(data_items=(item,), other=long))))

    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    assert "".join(lines).count(long) == 2
    assert max(map(len, lines)) < 120


@pytest.mark.parametrize("facts", [4, 7, 9, 10])
def test_the_signature_is_never_alone_on_its_page(facts):
    """Several lengths of a letter, so that its end falls on different heights of a page."""
    paragraphs = tuple(msgspec.structs.replace(FACTS[n % 3], id=f"f{n}") for n in range(facts))
    last = next(
        p
        for p in reversed(pages_of(printed(changed(facts=paragraphs, annexes=()))))
        if "For the Central" in p
    )

    before = last.split("thanks the Central Authority")[0]
    assert "The Central Authority of the Kingdom of Norway" in before
    assert re.search(
        r"(Central Authority, |District|Reach|@)", before.removeprefix("CONFIDENTIAL Kingdom of Norway, ")
    )


def test_six_hundred_identifiers_are_all_there():
    items = tuple(
        msgspec.structs.replace(DATA[1], id=f"d{n}", identifier=f"203.0.113.{n % 256}", port=1024 + n)
        for n in range(600)
    )
    text = " ".join(pages_of(printed(changed(data_items=items))))

    assert all(f"port {1024 + n}" in text for n in range(600))
    assert text.count("UTC") >= 600


def test_the_template_digest_is_of_everything_a_letter_is_made_with(monkeypatch, tmp_path):
    from requests_app.render import digest

    files = {file.name for file in digest._files(digest.settings.BASE_DIR)}

    assert re.fullmatch("[0-9a-f]{64}", pdf.TEMPLATE_DIGEST)
    assert {"letter.html", "letter.css", "en.toml", "VENDOR.md", "compose.py", "engine.py"} <= files


def test_the_fonts_are_those_that_the_list_names():
    import hashlib

    listed = dict(
        re.findall(r"^\| (\S+\.ttf) \|.*`([0-9a-f]{64})` \|$", (pdf.FONTS / "VENDOR.md").read_text(), re.M)
    )
    present = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in pdf.FONTS.glob("*.ttf")}

    assert present == listed


def test_a_letter_in_a_language_without_wording_is_in_english():
    letter = compose(PRESERVATION, msgspec.structs.replace(SETTING, language="fr"))

    assert (letter.language, letter.furniture.page) == ("en", "page ")
    assert 'lang="en"' in html.printed(letter)
