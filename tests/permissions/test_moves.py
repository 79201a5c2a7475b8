"""Every move, by everybody, in every state and situation, through every way in, against a table."""

import ast
from pathlib import Path

import pytest

import requests_app
from requests_app.completeness import examining
from requests_app.workflow import Action
from tests.permissions import moves

pytestmark = pytest.mark.django_db

THOROUGH = ("plain", "emergency")


@pytest.fixture
def world(mla, unit, monkeypatch):
    rules: list = []
    monkeypatch.setattr(examining, "rules_for", lambda *_of, **_with: tuple(rules))
    monkeypatch.setattr("requests_app.checks.portal.RULES", ())
    monkeypatch.setattr("requests_app.checks.scope.RULES", ())
    return moves.build(mla, unit, rules)


def test_the_table_speaks_of_every_move():
    assert set(moves.MAY) - {"move"} == set(moves.STATES) == set(Action.values)


def test_every_button_is_offered_to_those_who_may_and_to_nobody_else(world):
    wrong = list(moves.wrong_buttons(world))

    print(f"{moves.NUMBER_OF_BUTTONS} cells")
    assert wrong == []


def test_every_move_answers_as_the_table_says(world):
    wrong = list(moves.wrong_moves(world, THOROUGH))

    print(f"{moves.number_of_moves(THOROUGH)} cells")
    assert wrong == []
    assert moves.NUMBER_OF_BUTTONS + moves.number_of_moves(THOROUGH) >= 12_000


def test_there_is_no_other_way_in():
    """Commands, tasks and pages make no move but through the verbs of the casework."""
    root = Path(requests_app.__file__).parent
    makers = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        if ast.unparse(node.func) == "workflow.make"
    }

    assert makers == {f"casework/{name}.py" for name in ("answering", "emergency", "procedure")}
