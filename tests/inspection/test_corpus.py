"""Every nasty file is refused with its own reason, and every ordinary one comes in with its report."""

import pytest

from requests_app.inspection import child, kinds, pdf, process
from requests_app.inspection.process import Limits
from requests_app.inspection.report import Refused
from tests.inspection import nasty
from tests.inspection.nasty import AT_THE_DOOR, BENIGN, INSIDE


@pytest.mark.parametrize("case", AT_THE_DOOR)
def test_what_shows_at_once_is_refused_where_it_arrives(case):
    content, code = AT_THE_DOOR[case]

    with pytest.raises(Refused) as refusal:
        kinds.recognise(content)

    assert refusal.value.code == code


@pytest.mark.parametrize("case", INSIDE)
def test_what_hides_inside_is_found(case):
    content, code = INSIDE[case]

    kinds.recognise(content)

    assert child.inspect(content).report.refused == code


@pytest.mark.parametrize("case", BENIGN)
def test_an_ordinary_file_comes_in(case):
    content, kind, pages = BENIGN[case]

    found = child.inspect(content)

    assert kinds.recognise(content) == kind
    assert (found.report.refused, found.report.pages) == ("", pages)
    assert bool(found.pictures) is (kind in kinds.IMAGES | {kinds.PDF})
    assert all(each.startswith(b"\x89PNG") for each in found.pictures)


def details(content):
    return {detail.code: (detail.value, detail.warn) for detail in child.inspect(content).report.details}


def test_the_report_on_a_pdf_says_what_the_reader_abroad_will_meet():
    document = nasty.pikepdf.open(nasty.io.BytesIO(nasty.pdf()))
    document.pages[0].Resources = nasty.Dictionary(
        Font=nasty.Dictionary(
            F1=document.make_indirect(nasty.Dictionary(Subtype=nasty.Name.Type1, BaseFont=nasty.Name.Foo))
        )
    )
    document.docinfo["/Author"] = "Alex Exempel"
    link = nasty.Dictionary(S=nasty.Name.URI, URI=nasty.String("https://example.org"))
    document.Root.Extra = link

    found = details(nasty.saved(document))

    assert found["page_size"] == ("210 × 297 mm", False)
    assert found["fonts_missing"] == ("Foo", True)
    assert found["metadata_author"] == ("Alex Exempel", True)
    assert found["links"] == ("1", True)
    assert "pdf_version" in found


def test_the_report_on_office_files_tells_who_wrote_them_and_what_they_hold():
    found = details(
        nasty.docx(
            "<w:ins/>",
            **{
                "docProps/core.xml": "<c><creator>Alex Exempel</creator></c>",
                "word/comments.xml": "<c/>",
            },
        )
    )

    assert found == {
        "metadata_author": ("Alex Exempel", True),
        "comments": ("", True),
        "tracked_changes": ("", True),
    }
    assert child.inspect(nasty.docx()).report.text == "Order of the court"
    assert child.inspect(nasty.odf()).report.text == "Order of the court"


def test_a_low_resolution_is_told():
    assert details(nasty.picture(dpi=(72, 72)))["resolution"] == ("72", True)


def test_pages_and_objects_are_counted_before_they_are_read(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)

    assert child.inspect(nasty.pdf(3)).report.refused == "too_many_pages"


@pytest.mark.parametrize("case", ["pdf", "docx", "png", "csv"])
def test_the_fenced_process_finds_the_same(tmp_path, case):
    path = tmp_path / "file"
    path.write_bytes(BENIGN[case][0])

    assert process.inspect(path) == child.inspect(BENIGN[case][0])


def test_a_file_that_eats_memory_is_too_complex_and_the_next_one_is_not(tmp_path):
    large, small = tmp_path / "large", tmp_path / "small"
    large.write_bytes(nasty.picture(size=(9900, 9900), mode="RGB"))
    small.write_bytes(nasty.picture())
    tight = Limits(memory=400 << 20)

    assert process.inspect(large, limits=tight).report.refused == "too_complex"
    assert process.inspect(small, limits=tight).report.refused == ""


def test_a_file_that_eats_time_is_too_complex(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(nasty.pdf_that_takes_long())

    assert process.inspect(path, limits=Limits(cpu=1)).report.refused == "too_complex"
