import re

import pytest

from requests_app.letter import phrases
from requests_app.letter.letter import Run, plain


def test_a_value_is_put_in_once_and_never_read_again():
    said = phrases.load("en").say("authorities.power", text="{requesting} {text} {{7*7}}")

    assert plain(said).endswith("{requesting} {text} {{7*7}}")


def test_a_name_with_a_capital_begins_a_sentence():
    wording = phrases.load("en").about(requesting="the United Kingdom")

    assert plain(wording.say("preservation.intended")).startswith("The United Kingdom intends")


def test_a_style_in_a_value_survives():
    said = phrases.load("en").say("identifiers.port", port=(Run("443", "mono"),))

    assert said == (Run(", port "), Run("443", "mono"))


@pytest.mark.parametrize("language", ["", "xx", "../en", "en/../../secret", "EN"])
def test_a_language_without_wording_is_refused(language):
    with pytest.raises(phrases.NoSuchLanguage):
        phrases.load(language)


def test_a_region_speaks_the_language():
    assert phrases.load("en-GB").label("own.language") == "en"


def test_every_phrase_that_the_code_names_exists():
    """Keys with a value in them are covered by the letters of the other tests."""
    named = re.compile(r"""\.(?:say|label)\(\s*"([a-z_0-9.]*[a-z0-9])\"""")
    source = phrases.DIRECTORY.parent
    keys = {key for file in source.rglob("*.py") for key in named.findall(file.read_text())}

    assert {key for key in keys if not phrases.load("en").knows(key)} == set()
