"""A declaration that contradicts itself, or the table, stops the start and names the answer."""

import dataclasses
from typing import Annotated

import pytest

from requests_app import snapshots
from requests_app.content import declared
from requests_app.content.declaration import About, Redacted
from requests_app.content.declared import BY_PATH
from requests_app.content.values import Long, Value

WHOLE = About("The request.")


class Undeclared(Value, frozen=True):
    damage: Long = ""


class WithoutAPage(Value, frozen=True):
    damage: Annotated[Long, About("Damage.", printed="facts", carried="facts", redacted=Redacted.FACT)] = ""


class WithoutAPlaceInTheLetter(Value, frozen=True):
    damage: Annotated[Long, About("Damage.", section="facts", carried="facts", redacted=Redacted.FACT)] = ""


class WithoutAClass(Value, frozen=True):
    damage: Annotated[Long, About("Damage.", section="facts", printed="facts", carried="facts")] = ""


@pytest.mark.parametrize(
    ("struct", "lacking"),
    [
        (Undeclared, "Undeclared.damage does not say what becomes of it"),
        (WithoutAPage, "damage does not say: section"),
        (WithoutAPlaceInTheLetter, "damage does not say: printed"),
        (WithoutAClass, "damage does not say: redacted"),
    ],
)
def test_an_answer_that_says_too_little_stops_the_import(struct, lacking):
    with pytest.raises(TypeError, match=lacking):
        list(declared._walk(struct, "", {}, WHOLE, ""))


@pytest.mark.parametrize(
    ("path", "column", "problem"),
    [
        (
            "proceedings.next_date",
            "nature",
            "proceedings.next_date and its column do not hold the same kind",
        ),
        ("proceedings.nature", "next_date", "proceedings.nature and its column do not hold the same kind"),
        ("urgency.level", "stage", "urgency.level and its column know different choices"),
    ],
)
def test_an_answer_that_contradicts_its_column_stops_the_start(monkeypatch, path, column, problem):
    wrong = dataclasses.replace(BY_PATH[path], column=column)
    monkeypatch.setattr(declared, "ANSWERS", (wrong,))

    with pytest.raises(TypeError, match=problem):
        snapshots._refuse_to_disagree()
