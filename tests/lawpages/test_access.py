"""Every officer may read the law; nobody else sees a line of it."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PAGES = (
    ("/law/", "The law"),
    ("/law/coverage/", "Treaty coverage"),
    ("/law/states/GBR/", "United Kingdom"),
    ("/law/states/GBR/brief/", "How to write to the United Kingdom"),
    ("/law/instruments/budapest/", "Convention on Cybercrime"),
    ("/law/pairs/NOR/GBR/", "Norway asks, the United Kingdom is asked"),
    ("/law/directory/", "Directory of authorities"),
    ("/law/search/", "Search of the law"),
    ("/law/verification/", "What needs verification"),
)
MISSING = (
    "/law/states/QQQ/",
    "/law/states/QQQ/brief/",
    "/law/instruments/no-such-treaty/",
    "/law/pairs/NOR/QQQ/",
    "/law/pairs/QQQ/NOR/",
    "/law/pairs/NOR/NOR/",
)


@pytest.mark.parametrize("role", ["drafter", "supervisor", "outsider", "administrator", "auditor"])
@pytest.mark.parametrize(("url", "words"), PAGES)
def test_every_officer_reads_it(role, url, words, request, signed_in):
    answer = signed_in(request.getfixturevalue(role)).get(url)

    assert (answer.status_code, words in answer.content.decode()) == (200, True)


@pytest.mark.parametrize(("url", "words"), PAGES)
def test_nobody_else_does(url, words):
    answer = Client().get(url)

    assert (answer.status_code, words in answer.content.decode()) == (302, False)


@pytest.mark.parametrize("url", MISSING)
def test_what_does_not_exist_is_not_found(url, reader):
    assert reader.get(url).status_code == 404


@pytest.mark.parametrize(("url", "_words"), PAGES)
def test_nothing_inline_that_the_policy_would_refuse(url, _words, reader):
    page = reader.get(url).content.decode()

    assert [each for each in (" style=", "<style", "javascript:", " onclick=") if each in page] == []


def test_a_code_in_lower_case_is_understood(reader):
    assert "Norwegian" in reader.get("/law/states/nor/").content.decode()
