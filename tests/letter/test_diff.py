"""Differences word by word: exact, readable in scripts without blanks, and bounded."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.letter.diff import Piece, words


def shown(before: str, after: str) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in words(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The bank was robbed.", "The bank was robbed.", "The bank was robbed."),
        ("The bank was robbed.", "The old bank was robbed.", "The [+old +]bank was robbed."),
        ("On Monday.", "On Tuesday.", "On [-Monday-][+Tuesday+]."),
        ("", "All new.", "[+All new.+]"),
        ("All gone.", "", "[-All gone.-]"),
        ("Two  blanks\nhere", "Two blanks here", "Two blanks here"),
        ("银行被抢", "银行昨天被抢", "银行[+昨天+]被抢"),
        ("عُثر على الحساب", "عُثر اليوم على الحساب", "عُثر [+اليوم +]على الحساب"),
        ("(1) art 29", "(2) art 29", "([-1-][+2+]) art 29"),
    ],
)
def test_what_changed_is_marked(before, after, expected):
    assert shown(before, after) == expected


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_the_texts_are_both_can_be_read_off(before, after):
    pieces = words(before, after)

    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    left = "".join(piece.text for piece in pieces if piece.kind != "new")
    assert "".join(left.split()) == "".join(before.split())


def test_a_passage_too_long_to_compare_counts_as_replaced():
    draw = random.Random(7)
    before, after = (" ".join(str(draw.random()) for _ in range(9000)) for _ in range(2))

    kinds = [piece.kind for piece in words(f"Same. {before}", f"Same. {after}")]

    assert kinds[0] == "same"
    assert sorted(kinds[1:])[:2] == ["gone", "new"]


def test_a_word_changed_in_a_very_long_text_is_found():
    long = "The account was used. " * 9000

    pieces = words(f"{long}On Monday. {long}", f"{long}On Tuesday. {long}")

    assert [piece for piece in pieces if piece.kind != "same"] == [
        Piece("gone", "Monday"),
        Piece("new", "Tuesday"),
    ]
