"""What becomes of each answer: printed, searched, read for words, carried, asked, or a reason why not."""

import re

import pytest
from msgspec import structs

from requests_app.casework.carry_over import PARTS, carried
from requests_app.content import texts
from requests_app.content.declaration import Never
from requests_app.content.declared import ANSWERS, BY_PATH, ITEMS
from requests_app.content.fields import SECTIONS
from requests_app.content.snapshot import Snapshot
from requests_app.letter.compose import compose
from requests_app.letter.setting import StateName
from requests_app.render import html
from requests_app.sections import BY_SLUG
from tests.content import full
from tests.letter.writing import SETTING

PATHS = [answer.path for answer in ANSWERS]
# An id is seen in nothing but the numbers of what leads to it.
SEEN = [path for path in PATHS if not path.endswith(".id")]


def printed(snapshot: Snapshot) -> str:
    """Return the letter as it is printed, with the names of the two States of the request."""
    names = {
        side: StateName(formal=f"State {code}", short=f"State {code}")
        for side, code in (("requesting", snapshot.requesting), ("requested", snapshot.requested))
    }
    return html.printed(compose(snapshot, structs.replace(SETTING, **names)))


@pytest.fixture(scope="module")
def letters() -> list[tuple[Snapshot, str]]:
    return [(snapshot, printed(snapshot)) for snapshot in full.letters_of()]


@pytest.mark.parametrize("path", SEEN)
def test_an_answer_is_printed_or_says_why_not(path, letters):
    answer = BY_PATH[path]

    if full.is_free_text(answer) and not isinstance(answer.printed, Never):
        assert any(full.word_of(path) in letter for _snapshot, letter in letters)
    else:
        assert is_seen(path, letters) is not isinstance(answer.printed, Never)


def is_seen(path: str, letters: list[tuple[Snapshot, str]]) -> bool:
    for snapshot, letter in letters:
        for value in full.other_values(BY_PATH[path]):
            try:
                other = full.changed(snapshot, path, value)
                if plain(printed(other)) != plain(letter):
                    return True
            except (TypeError, AttributeError, ValueError, KeyError):
                continue
    return False


def plain(letter: str) -> str:
    """Return what a reader sees: keys of rows stand in attributes of the tags."""
    return re.sub(r"<[^>]*>", " ", letter.partition("<body")[2])


@pytest.mark.parametrize("path", PATHS)
def test_rules_on_words_read_an_answer_or_it_says_why_not(path):
    read = " ".join(text.text for text in texts.of(full.request()))

    assert (full.word_of(path) in read) is (BY_PATH[path].words is True)


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_carried_or_says_why_not(path):
    if BY_PATH[path].name == "id":
        return
    earlier = full.changed(full.request(), "proceedings.request_status", "supplementary")
    new = carried(earlier, PARTS)
    read = full.reader(path)

    assert (read(new) == read(earlier)) is isinstance(BY_PATH[path].carried, str)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_for_an_answer_or_it_says_why_not(path):
    answer = BY_PATH[path]
    page = BY_SLUG.get(answer.section)
    rows = page.items.form if page and page.items else None
    form = (rows if answer.list in ITEMS else page.form) if page else None

    assert (form is not None and answer.column in form.base_fields) is (answer.asked is None)


def test_every_page_and_every_part_is_known():
    assert {answer.section for answer in ANSWERS} - {""} == set(SECTIONS)
    assert all(isinstance(a.carried, str) or a.carried.reason for a in ANSWERS)
