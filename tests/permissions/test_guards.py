"""Each guard is taken away once, and the matrix of moves or a plain statement must show that it is gone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from requests_app import casework, permissions, workflow
from requests_app.models import Decision, MLARequest
from requests_app.workflow import MOVES, Action
from tests.permissions import moves
from tests.permissions.test_moves import world  # noqa: F401 - the same world, of a fixture

pytestmark = pytest.mark.django_db

State = MLARequest.State
Guard = Callable[[pytest.MonkeyPatch], None]


def answers(name: str, answer: bool) -> Guard:
    """A predicate that no longer asks, where functions call it and where the table names it."""

    def remove(patch: pytest.MonkeyPatch) -> None:
        asked = getattr(permissions, name)
        patch.setattr(permissions, name, lambda *_of: answer)
        for action, move in MOVES.items():
            if move.who is asked:
                patch.setitem(MOVES, action, replace(move, who=lambda *_of: answer))

    return remove


def changed(action: Action, **parts: object) -> Guard:
    return lambda patch: patch.setitem(MOVES, action, replace(MOVES[action], **parts))


PREDICATES = {
    f"permissions.{name}": answers(name, answer)
    for name, answer in {
        "is_caseworker": True,
        "is_supervisor": True,
        "may_see": True,
        "is_author": False,
        "has_words_in": False,
        "may_edit": True,
        "may_take_back": True,
        "is_independent_reviewer": True,
        "may_reopen": True,
        "may_confirm_emergency": True,
        "may_send": True,
        "may_record": True,
        "may_recall": True,
        "may_withdraw": True,
    }.items()
}
SOURCES = {f"sources of {action}": changed(action, sources=frozenset(State)) for action in Action}
# A text that may be edited is a draft, so that this one is guarded twice: both are taken away.
SOURCES["sources of submit"] = changed(Action.SUBMIT, sources=frozenset(State), who=permissions.may_see)
WHO = {f"who of {action}": changed(action, who=lambda *_of: True) for action in Action}
EFFECTS = {
    f"effect of {action}": changed(action, effect=workflow._nothing)
    for action in (Action.RETURN, Action.APPROVE, Action.REOPEN, Action.CONFIRM_EMERGENCY)
}
GATES = {
    f"gate of {action}": changed(action, gate=None, effect=workflow._nothing)
    for action in (Action.SUBMIT, Action.APPROVE, Action.CONFIRM_EMERGENCY, Action.SEND)
}
SHOWN_BY_BUTTONS = {**PREDICATES, **SOURCES, **WHO}
SHOWN_BY_MOVES = {**EFFECTS, **GATES}


@pytest.mark.parametrize("guard", SHOWN_BY_BUTTONS)
def test_a_guard_that_is_gone_shows_in_the_buttons(world, monkeypatch, guard):  # noqa: F811
    SHOWN_BY_BUTTONS[guard](monkeypatch)

    assert next(moves.wrong_buttons(world), None) is not None


@pytest.mark.parametrize("guard", SHOWN_BY_MOVES)
def test_a_guard_that_is_gone_shows_in_the_moves(world, monkeypatch, guard):  # noqa: F811
    SHOWN_BY_MOVES[guard](monkeypatch)

    with transaction.atomic():
        shown = next(moves.wrong_moves(world, ("emergency",)), None)
        transaction.set_rollback(True)
    assert shown is not None


def test_every_move_loses_each_of_its_guards_once():
    """A gate or an effect that is new in the table has to be taken away here as well."""
    bound = {action for action, move in MOVES.items() if move.effect is not workflow._nothing}
    gated = {action for action, move in MOVES.items() if move.gate}

    assert {f"gate of {action}" for action in gated} == set(GATES)
    # Two effects refuse nothing: they keep or forget what was submitted. The third is held with its gate.
    without = {Action.SUBMIT, Action.TAKE_BACK, Action.SEND}
    assert {f"effect of {action}" for action in bound - without} == set(EFFECTS)


# --- what the database refuses by itself --------------------------------------------------------------

REQUEST, EDITOR = "requests_app_mlarequest", "requests_app_requesteditor"
APPROVED = "state = 'approved', approved_digest = repeat('d', 64)"


def drop_trigger(name: str, table: str) -> str:
    return f"DROP TRIGGER {name} ON {table}"


def drop_constraint(name: str, table: str) -> str:
    return f"ALTER TABLE {table} DROP CONSTRAINT {name}"


def approve_as(who: str) -> str:
    return f"UPDATE {REQUEST} SET {APPROVED}, approved_by_id = {{{who}}} WHERE id = {{draft}}"


# The guard, and the statement that must be refused while it is there.
IN_THE_DATABASE = {
    "an author approves": (drop_constraint("author_never_approves", REQUEST), approve_as("author")),
    "an editor approves": (drop_trigger("editor_never_approves", REQUEST), approve_as("editor")),
    "an approval names no text": (
        drop_constraint("approved_request_names_its_digest", REQUEST),
        f"UPDATE {REQUEST} SET state = 'approved' WHERE id = {{draft}}",
    ),
    "an editor is forgotten": (
        drop_trigger("editors_are_kept", EDITOR),
        f"DELETE FROM {EDITOR} WHERE request_id = {{draft}}",
    ),
    "an editor is set free": (
        drop_trigger("editors_are_kept", EDITOR),
        f"UPDATE {EDITOR} SET stands = false WHERE request_id = {{draft}}",
    ),
    "all editors are forgotten": (
        drop_trigger("editors_are_never_emptied", EDITOR),
        f"TRUNCATE {EDITOR}",
    ),
    "an approved text changes": (
        drop_trigger("approved_text_is_kept", REQUEST),
        f"UPDATE {REQUEST} SET purpose = 'Other.' WHERE id = {{approved}}",
    ),
    "an approved row changes": (
        drop_trigger("approved_text_is_kept", "requests_app_measure"),
        "UPDATE requests_app_measure SET description = 'Other.' WHERE request_id = {approved}",
    ),
    "an editor waives": (
        drop_trigger("waiver_needs_other_eyes", "requests_app_decision"),
        "INSERT INTO requests_app_decision (request_id, kind, line, rule, section, field, item, message,"
        " text_digest, rules_digest, reason, officer_id, at)"
        " VALUES ({draft}, 'waiver', 'y', 'y', '', '', '', '', '', '', 'None.', {editor}, now())",
    ),
    "a decision is rewritten": (
        drop_trigger("decision_is_kept", "requests_app_decision"),
        "UPDATE requests_app_decision SET reason = 'Other.' WHERE request_id = {draft}",
    ),
    "history is rewritten": (
        drop_trigger("only_ever_added_to", "requests_app_auditevent"),
        "DELETE FROM requests_app_auditevent",
    ),
    "history is emptied": (
        drop_trigger("never_emptied", "requests_app_auditevent"),
        "TRUNCATE requests_app_auditevent",
    ),
}


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def is_refused(statement: str) -> bool:
    connection.check_constraints()
    try:
        with undone(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        assert "pending trigger events" not in str(error)
        return True
    return False


@pytest.mark.parametrize("guard", IN_THE_DATABASE)
def test_the_database_refuses_by_itself_and_by_this_guard_alone(world, guard):  # noqa: F811
    removal, statement = IN_THE_DATABASE[guard]
    draft = world.requests["plain"]
    editor = world.officers["editor"]
    casework.add_item(draft, editor, section="facts", text="Something was done.")
    Decision.objects.create(request=draft, kind="dismissal", line="x", rule="x", reason="-", officer=editor)
    world.enter("letter", State.APPROVED)
    known = {
        "draft": draft.pk,
        "approved": world.requests["letter"].pk,
        "author": draft.author_id,
        "editor": editor.pk,
    }

    with_guard = is_refused(statement.format(**known))
    with undone():
        connection.check_constraints()
        with connection.cursor() as cursor:
            cursor.execute(removal)
        without_guard = is_refused(statement.format(**known))

    assert (with_guard, without_guard) == (True, False)
