"""Whose words stand (content/authorship.py), as examples: found, put, now."""

import pytest

from requests_app.content.authorship import stands

SENTENCE = "The mailbox was used to sell the stolen goods of the bank."


@pytest.mark.parametrize(
    ("found", "put", "now", "expected"),
    [
        # As the officer left it, and as the officer found it.
        ("", SENTENCE, SENTENCE, True),
        (SENTENCE, "Something else.", SENTENCE, False),
        (SENTENCE, SENTENCE, SENTENCE, False),
        # Only white space was changed.
        (SENTENCE, SENTENCE + "\n", SENTENCE + "\n", False),
        # A comma, a word or a sentence around it frees nobody.
        ("", SENTENCE, SENTENCE.replace("used to", "used, to"), True),
        ("", SENTENCE, "As the log shows, " + SENTENCE + " So did others.", True),
        ("", SENTENCE, "the stolen goods of whoever", True),
        ("", "Evidence", "Evidence, perhaps", True),
        # Written anew.
        ("", SENTENCE, "We ask for data in order to learn who paid.", False),
        ("", SENTENCE, "", False),
        ("", "One.", "Two.", False),
        # One word changed in a text of somebody else: its neighbours stay.
        (SENTENCE, SENTENCE.replace("sell", "hide"), SENTENCE.replace("sell", "hide"), True),
        (SENTENCE, SENTENCE.replace("sell", "hide"), "They used it to hide the money.", True),
        (SENTENCE, SENTENCE.replace("sell", "hide"), SENTENCE.replace("sell", "move"), False),
        (SENTENCE, SENTENCE.replace("sell", "hide"), SENTENCE.replace("mailbox", "account"), False),
        # One word was struck out: it stands until the word is back, or the place is written anew.
        (SENTENCE, SENTENCE.replace("stolen ", ""), SENTENCE.replace("stolen ", ""), True),
        (SENTENCE, SENTENCE.replace("stolen ", ""), SENTENCE + " Not more.", False),
        (SENTENCE, "", "", True),
        (SENTENCE, "", "Another text.", False),
        # A script without spaces is compared sign by sign.
        ("", "被告人使用该邮箱销售赃物", "据称被告人使用该邮箱销售赃物", True),
        ("", "被告人使用该邮箱销售赃物", "请保全全部数据", False),
        # Single values.
        (None, "2026-06-14", "2026-06-15", False),
        (False, True, True, True),
        (False, True, False, False),
        (3, 5, 5, True),
        (3, 5, 4, False),
        # Lists: ticks and their order.
        (["f1"], ["f1", "f2"], ["f2", "f3"], True),
        (["f1"], ["f1", "f2"], ["f1", "f3"], False),
        (["f1", "f2"], ["f1"], ["f1", "f3"], True),
        (["f1", "f2"], ["f1"], ["f1", "f2", "f3"], False),
        (["f1", "f2"], ["f2", "f1"], ["f2", "f1", "f3"], True),
        (["f1", "f2"], ["f2", "f1"], ["f1", "f2", "f3"], False),
        (None, ["f1"], ["f1"], True),
        # Values that have parts: one that was changed stands, whatever becomes of the others.
        ({}, {"a": "One", "b": "Two"}, {"a": "Three", "b": "Two"}, True),
        ({"a": "One"}, {"a": "One", "b": "Two"}, {"a": "Three", "b": "Four"}, False),
        ({"a": "One"}, {}, {}, True),
        ({"a": "One"}, {}, {"a": "One"}, False),
    ],
)
def test_words_stand(found, put, now, expected):
    assert stands(found, put, now) is expected
