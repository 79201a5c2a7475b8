"""Words in the place of a fact are found in every free text, in each language; nothing prints of them."""

import pytest

from requests_app.checks import engine
from requests_app.content import stand_ins
from requests_app.content.declared import ANSWERS
from requests_app.content.snapshot import Measure, Preservation, Snapshot, Translation
from tests.checks.rules import TODAY
from tests.content import full
from tests.content.test_declared import plain, printed

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh", "de", "pt")
PATHS = [
    answer.path
    for answer in ANSWERS
    if full.is_free_text(answer) and answer.name not in full.FITTING and answer.list != "translations"
]
WORDS = [(language, word) for language, listed in stand_ins.words().items() for word in listed]


def test_every_working_language_has_its_words():
    assert tuple(stand_ins.words()) == ("en", "fr", "es", "pt", "de", "ru", "zh", "ar")
    assert set(stand_ins.words()) == set(LANGUAGES)


@pytest.mark.parametrize(("language", "word"), WORDS, ids=lambda value: value)
def test_a_word_stands_in_as_a_whole_and_never_inside_a_sentence(language, word):
    assert stand_ins.is_one(word)
    assert stand_ins.is_one(f" {word.upper()}. ")
    assert not stand_ins.is_one(f"{word} 4711 {word}")


@pytest.mark.parametrize("word", ["-", "--", "…", "?", "xxx", "XX", "[name]", "<date>", "{{ reference }}"])
def test_signs_and_brackets_stand_in_too(word):
    assert stand_ins.is_one(word)
    assert stand_ins.is_one(word, in_name=True)


@pytest.mark.parametrize("name", ["Na", "Nil", "None", "Nada", "Nobody"])
def test_somebody_may_be_called_so(name):
    assert not stand_ins.is_one(name, in_name=True)
    assert stand_ins.is_one(name)


@pytest.mark.parametrize("text", ["", "  ", "0", "No. 12", "Nonesuch Ltd", "Unknown Pleasures Ltd"])
def test_an_empty_text_and_a_fact_stand_in_for_nothing(text):
    assert not stand_ins.is_one(text)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_in_free_text_is_looked_at(path):
    request = full.changed(full.request(), path, "Not applicable.")

    assert path in {found.answer.path for found in stand_ins.find(request)}
    assert path not in {found.answer.path for found in stand_ins.find(full.request())}
    assert not list(stand_ins.find(stand_ins.without(request)))
    assert "portal.stand-in" in {f.requirement for f in engine.run(request, (), on=TODAY)}


@pytest.mark.parametrize("path", PATHS)
def test_the_letter_prints_nothing_of_it(path):
    request = full.changed(full.request(), path, "Quuznil")
    if "Quuznil" in printed(request):
        assert "Not applicable" not in printed(full.changed(request, path, "Not applicable"))


def test_a_text_in_the_language_of_the_letter_is_looked_at_on_the_page_of_all_texts():
    text = Translation(path="purpose", text="n/a", working_sha256="0" * 64, text_sha256="0" * 64)
    request = full.request(translations=(text,), working_language="no")

    places = [
        (f.section, f.field)
        for f in engine.run(request, (), on=TODAY)
        if f.requirement == "portal.stand-in"
    ]

    assert places == [("texts", "purpose")]


def test_a_request_without_such_words_stays_the_same_value():
    request = full.request()

    assert stand_ins.without(request) is request


def test_a_particular_that_says_nothing_is_left_out():
    measure = Measure(
        id="m1", kind="video_hearing", particulars={"oath": "n/a", "questions": "Who wrote it?"}
    )

    (left,) = stand_ins.without(Snapshot(measures=(measure,))).measures

    assert left.particulars == {"questions": "Who wrote it?"}


PRESERVED = "have been preserved"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (Preservation(reference="None"), ""),
        (Preservation(reference="Asked for through police channels, not confirmed"), ""),
        (Preservation(status="preserved", reference="P-1"), ""),
        (Preservation(status="asked", reference="P-1"), "has been asked for and has not been confirmed"),
        (Preservation(status="not_asked", explanation="The provider keeps all."), "has not been asked for"),
        (
            Preservation(status="not_needed", explanation="Kept for a year."),
            "is not needed for this request",
        ),
    ],
)
def test_that_data_are_preserved_is_said_only_of_what_was_confirmed(told, says):
    letter = plain(printed(full.changed(full.request(), "preservation", told)))

    assert PRESERVED not in letter
    assert says in letter


def test_what_was_confirmed_is_said_with_its_day():
    letter = plain(printed(full.request()))

    assert PRESERVED in letter
