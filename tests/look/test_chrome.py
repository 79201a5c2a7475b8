"""What the frame offers to whom."""

import pytest
from django.test import RequestFactory

from requests_app import page_frame

CASEWORK = ["desk", "request_list", "providers"]
LAW = ["law_coverage", "law_directory"]


@pytest.fixture(autouse=True)
def real_addresses(settings):
    settings.ROOT_URLCONF = "mla_portal.urls"


def asked_by(officer, path="/"):
    request = RequestFactory().get(path)
    request.user = officer
    return request


def offered_to(officer) -> list[str]:
    return [place.name for place in page_frame.PLACES if place.open_to(officer)]


def test_each_role_is_offered_its_own_places(drafter, supervisor, administrator, auditor):
    assert offered_to(drafter) == [*CASEWORK, *LAW]
    assert offered_to(supervisor) == ["desk", "review_queue", "request_list", "providers", *LAW]
    assert offered_to(administrator) == [*LAW, "proposals", "officers", "units"]
    assert offered_to(auditor) == [*LAW, "audit_log"]


def test_the_place_where_one_is_is_marked(drafter):
    marked = [
        entry["url"] for entry in page_frame.navigation(asked_by(drafter, "/requests/")) if entry["current"]
    ]

    assert marked == ["/requests/"]


def test_whoever_has_not_signed_in_is_offered_nothing():
    assert page_frame.navigation(RequestFactory().get("/")) == []


def test_the_queue_counts_what_the_supervisor_may_see(supervisor, mla):
    type(mla).objects.filter(pk=mla.pk).update(state="in_review")

    counts = [
        entry["count"]
        for entry in page_frame.navigation(asked_by(supervisor))
        if entry["count"] is not None
    ]

    assert counts == [1]


def test_a_language_without_a_catalogue_is_not_offered(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.mo").touch()
    page_frame.translated_languages.cache_clear()

    codes = [code for code, _name in page_frame.translated_languages()]

    page_frame.translated_languages.cache_clear()
    assert codes == ["en", "fr"]


@pytest.mark.parametrize(
    ("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("<b>", "light"), ("", "light")]
)
def test_the_theme_is_one_of_two(cookie, theme, db):
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = cookie

    assert page_frame.chrome(request)["theme"] == theme
