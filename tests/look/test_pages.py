"""Every page template renders with what its contract names, and leaves no name unresolved."""

import pytest
from django.test import Client, RequestFactory
from django.views.defaults import server_error

from tests.look.samples import PAGES
from tests.reprs import reprs_in


@pytest.mark.parametrize("name", PAGES)
def test_page_is_whole(name):
    html = Client().get(f"/sample/{name}/").content.decode()

    assert html.count("<h1") == 1
    assert html.count('<main id="main"') == 1
    assert "</html>" in html
    assert reprs_in(html) == []


def test_right_to_left_is_decided_on_the_server():
    html = Client(headers={"accept-language": "ar"}).get("/sample/section/").content.decode()

    assert '<html lang="ar" dir="rtl"' in html
    assert "bootstrap.rtl.min.css" in html


def test_server_error_page_needs_no_context():
    html = server_error(RequestFactory().get("/")).content.decode()

    assert "This page could not be shown" in html
