import pytest

from requests_app.letter import phrases
from requests_app.letter.articles import heads, spell

EN = phrases.load("en")


@pytest.mark.parametrize(
    ("citation", "spelled"),
    [
        ("29", "article 29"),
        ("art. 29", "article 29"),
        ("29(2)(c)", "article 29, paragraph 2, sub-paragraph c"),
        ("18(13)", "article 18, paragraph 13"),
        ("18(3)(a)(ii)", "article 18, paragraph 3, sub-paragraph a, item ii"),
        ("23, 25, 31", "articles 23, 25 and 31"),
        ("23 and 25", "articles 23 and 25"),
        ("27-28", "articles 27 to 28"),
        ("31; 18(3)", "article 31; article 18, paragraph 3"),
        ("46 bis", "article 46 bis"),
        ("", ""),
    ],
)
def test_articles_are_spelled_out(citation, spelled):
    assert spell(citation, EN).replace("\u00a0", " ") == spelled


@pytest.mark.parametrize(
    "wording", ["section 216 b of the Act", "Title II", "{{7*7}}", "29(2", "<b>29</b>"]
)
def test_a_wording_of_the_officers_own_stays(wording):
    assert spell(wording, EN) == wording


def test_a_noun_is_never_parted_from_its_number():
    assert spell("29(2)(c)", EN) == "article\u00a029, paragraph\u00a02, sub-paragraph\u00a0c"


def test_the_line_under_the_title_names_each_article_once_in_order():
    assert heads("31; 18(3), 31(1), 29", EN).replace("\u00a0", " ") == "articles 18, 29 and 31"
