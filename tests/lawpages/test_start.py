"""The first page of the law leads to each part of it, and every link on it answers."""

import re

import pytest
from django.urls import reverse

from tests.lawpages import rows
from treaties.models import Instrument, State

pytestmark = pytest.mark.django_db


def test_it_names_what_there_is_and_leads_there(reader):
    where = rows.state("QQA", "QX")
    rows.requirement(1, state=where)
    rows.changed()

    page = reader.get("/law/").content.decode()

    main = page.partition("<main")[2].partition("</main>")[0]
    links = set(re.findall(r'<a href="([^"#]+)', main))
    parts = {reverse(f"law_{name}") for name in ("search", "coverage", "directory", "verification")}
    assert parts | {"/law/states/QQA/", "/law/states/CHE/"} <= links
    assert "/law/states/AFG/" not in links
    assert f"{Instrument.objects.count()} instruments" in main
    assert f"{State.objects.count()} States" in main
    assert {link: reader.get(link).status_code for link in links} == dict.fromkeys(links, 200)
