"""Two languages side by side: on the pages of the wizard, and on the page of all texts."""

import pytest
from django.urls import reverse

from requests_app import casework, snapshots
from requests_app.content import languages
from requests_app.models import MLARequest, Rendition
from requests_app.sections import SECTIONS

HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("law")


@pytest.fixture
def two(mla) -> MLARequest:
    """Drafted in Arabic, goes out in English."""
    MLARequest.objects.filter(pk=mla.pk).update(
        working_language="ar", language="en", nature="سطو", purpose="دليل"
    )
    return MLARequest.objects.get(pk=mla.pk)


def url(mla: MLARequest, slug: str, name: str = "section", *more: int) -> str:
    return reverse(name, args=[mla.reference, slug, *more])


def texts(mla: MLARequest) -> str:
    return reverse("texts", args=[mla.reference])


def again(mla: MLARequest) -> MLARequest:
    return MLARequest.objects.get(pk=mla.pk)


def seen(working: str, outgoing: str = "") -> str:
    return casework.seen_of(working, outgoing)


def test_each_text_has_its_counterpart_beside_it(two, drafter, signed_in):
    page = signed_in(drafter).get(url(two, "authority")).content.decode()

    assert 'name="nature"' in page
    assert 'name="out-nature"' in page
    assert "Subject matter and nature of the case, in English" in page
    for attribute in ('lang="ar" dir="rtl"', 'lang="en" dir="ltr"'):
        assert attribute in page.replace('dir="rtl" lang="ar"', 'lang="ar" dir="rtl"')
    assert 'name="out-requesting_office"' not in page


def test_with_one_language_no_page_shows_anything_of_it(mla, drafter, signed_in):
    client = signed_in(drafter)

    pages = [client.get(url(mla, section.slug)).content for section in SECTIONS]

    assert not [page for page in pages if b'name="out-' in page or b"All texts in both languages" in page]


@pytest.mark.parametrize("slug", ["facts", "offences", "persons", "measures", "annexes", "data"])
def test_rows_have_counterparts_too(two, drafter, signed_in, slug):
    row = casework.drafting.ITEMS[slug]._default_manager.filter(request=two).first()
    row = row or casework.add_item(two, drafter, section=slug)

    page = signed_in(drafter).get(url(two, slug, "item", row.pk)).content

    assert b'name="out-' in page


def test_a_row_in_the_page_folds_out_its_counterparts(two, drafter, signed_in):
    page = signed_in(drafter).get(url(two, "data")).content

    assert b'name="out-relevance"' in page


def test_particulars_of_a_measure_have_counterparts(two, drafter, signed_in):
    row = two.measure_set.get()
    row.kind = "video_hearing"
    row.save()
    address = url(two, "measures", "item", row.pk)
    form = signed_in(drafter).get(address).context["form"]
    name = next(f"out-{name}" for name in form.particulars if f"out-{name}" in form.fields)
    particular = name.removeprefix("out-")

    signed_in(drafter).post(address, {"revision": 0, particular: "شاهد", name: "Witness."}, headers=HTMX)

    assert Rendition.objects.get().path == f"measures.m1.particulars.{particular}"
    sent = languages.outgoing(snapshots.of(again(two)))
    assert sent.measures[0].particulars == {particular: "Witness."}


def test_an_autosave_keeps_both_and_moves_the_mark(two, drafter, signed_in):
    client = signed_in(drafter)
    client.post(url(two, "authority"), {"revision": 0, "out-nature": "Robbery."}, headers=HTMX)

    data = {"revision": again(two).revision, "nature": "سطو مسلح", "out-nature": "Robbery."}
    answer = client.post(url(two, "authority"), data, headers=HTMX).content.decode()

    assert Rendition.objects.get().text == "Robbery."
    mark = answer.split('id="id_out-nature_mark"')[1].split("</div>")[0]
    assert "To be revised" in mark
    assert 'value="proceedings.nature"' in mark


def test_both_agree_without_a_script(two, drafter, signed_in):
    client = signed_in(drafter)
    client.post(url(two, "authority"), {"revision": 0, "out-nature": "Robbery."})
    client.post(url(two, "authority"), {"revision": 9, "nature": "سطو مسلح"})

    data = {"revision": 9, "agree": "proceedings.nature"}
    answer = client.post(url(two, "authority"), data)

    states = {pair.path: pair.state for pair in languages.pairs(snapshots.of(again(two)))}
    assert answer.status_code == 302
    assert states["proceedings.nature"] == "agreed"


def test_a_stale_counterpart_is_shown_with_the_other(two, drafter, colleague, signed_in):
    signed_in(colleague).post(url(two, "authority"), {"revision": 0, "out-nature": "A robbery."})

    page = signed_in(drafter).post(url(two, "authority"), {"revision": 0, "out-nature": "The robbery."})

    assert page.status_code == 409
    assert b"<del>A </del><ins>The </ins>robbery." in page.content
    assert b'name="mine-out-nature"' in page.content


def test_findings_lead_to_the_page_of_all_texts(two, drafter, signed_in):
    page = signed_in(drafter).get(url(two, "authority")).content.decode()

    assert "texts are not written in the language of the letter yet." in page
    assert f"{texts(two)}#text-" in page


def test_all_texts_stand_on_one_page_with_what_is_open(two, drafter, signed_in):
    client = signed_in(drafter)
    client.post(url(two, "authority"), {"revision": 0, "out-nature": "Robbery."})

    page = client.get(texts(two))
    everything = client.get(f"{texts(two)}?show=all")

    paths = [entry["path"] for group in page.context["groups"] for entry in group["entries"]]
    assert "purpose" in paths
    assert "facts.f1.text" in paths
    assert "proceedings.nature" not in paths
    assert b'id="text-proceedings-nature"' in everything.content
    assert page.context["done"] == 1


def test_a_text_is_saved_from_there_by_a_script_and_by_a_form(two, drafter, signed_in):
    client = signed_in(drafter)
    data = {"path": "purpose", "seen": seen("دليل"), "text": "Evidence."}

    fragment = client.post(texts(two), data, headers=HTMX)
    nature = {"path": "proceedings.nature", "seen": seen("سطو"), "text": "Robbery.", "show": "missing"}
    redirected = client.post(texts(two), nature)

    assert b"<html" not in fragment.content
    assert b"In step" in fragment.content
    assert redirected.headers["Location"] == f"{texts(two)}?show=missing#text-proceedings-nature"
    assert sorted(Rendition.objects.values_list("text", flat=True)) == ["Evidence.", "Robbery."]


def test_a_stale_text_from_there_is_shown_with_the_other(two, drafter, colleague, signed_in):
    casework.save_translation(two, colleague, path="purpose", text="A proof.", seen=seen("دليل"))
    data = {"path": "purpose", "seen": seen("دليل"), "text": "The proof."}
    client = signed_in(drafter)

    fragment = client.post(texts(two), data, headers=HTMX)
    page = client.post(texts(two), data)

    assert (fragment.status_code, page.status_code) == (409, 409)
    assert b"Not saved" in fragment.content
    assert b"<del>A </del><ins>The </ins>proof." in page.content
    assert b">The proof.</textarea>" in page.content
    assert Rendition.objects.get().text == "A proof."


def test_a_text_that_cannot_be_kept_stands_there_with_the_reason(two, drafter, signed_in):
    data = {"path": "purpose", "seen": seen("دليل"), "text": "Evi\u202edence."}

    page = signed_in(drafter).post(texts(two), data)

    assert page.status_code == 422
    assert "cannot be seen" in page.content.decode()
    assert "Evi\u202edence." in page.content.decode()


@pytest.mark.parametrize(
    "path", ["", "nonsense", "facts.f9.text", "requesting", "facts.f1.place", "unknown"]
)
def test_what_is_no_text_of_the_request_does_not_exist(two, drafter, signed_in, path):
    answer = signed_in(drafter).post(texts(two), {"path": path, "seen": "x", "text": "X"})

    assert answer.status_code in (404, 422)
    assert not Rendition.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_all_texts_costs_the_same_with_one_row_and_with_three(
    two, drafter, signed_in, django_assert_num_queries, rows
):
    for _number in range(rows - 1):
        row = casework.add_item(two, drafter, section="facts")
        casework.save_item(two, drafter, section="facts", item=row, base=9999, values={"text": "نص"})
    client = signed_in(drafter)
    client.get(texts(two))

    with django_assert_num_queries(QUERIES):
        client.get(texts(two))


QUERIES = 7


def test_a_new_request_is_written_in_the_language_of_the_authority(settings, drafter):
    settings.WORKING_LANGUAGE = "nb"

    mla = casework.start(drafter, requested="GBR", kinds=["preservation"])

    assert mla.working_language == "nb"


def test_the_letter_says_that_its_own_wording_is_not_in_that_language(two, drafter, signed_in):
    MLARequest.objects.filter(pk=two.pk).update(language="fr")

    page = signed_in(drafter).get(reverse("letter", args=[two.reference])).content.decode()

    assert "There is no wording of letters in Français yet" in page
