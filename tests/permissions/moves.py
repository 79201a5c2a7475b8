"""What each move of the procedure should answer to everybody, everywhere: written down apart from `MOVES`.

The table says who may make a move, in which states, and on what further condition. `wrong_buttons` and
`wrong_moves` go through every combination and yield those that answer otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from requests_app import workflow
from requests_app.documents import letters
from requests_app.models import CaseMember, Measure, MLARequest, Officer, RequestEditor, Unit
from requests_app.workflow import Action
from tests.cast import MLARequestFactory, OfficerFactory, UnitFactory
from tests.domain.conftest import FACTS

State = MLARequest.State
Role = Officer.Role

# "y" may; "-" may not. Whoever cannot see the case may nothing, whatever the line says.
ROLES = [
    "author",
    "author_now_supervisor",
    "editor",
    "editing_supervisor",
    "replaced_supervisor",
    "reviewer",
    "colleague",
    "approver",
]
BLIND = [
    "outsider",
    "other_supervisor",
    "administrator",
    "auditor",
    "suspended_author",
    "suspended_reviewer",
]
WHO = """
move                  author author_sv editor editor_sv replaced reviewer colleague approver
submit                y      y         y      y         y        y        y         y
take_back             y      y         y      y         -        -        -         -
return                -      -         -      -         y        y        -         -
approve               -      -         -      -         y        y        -         -
reopen                -      -         -      -         y        y        -         y
confirm_emergency     -      -         -      -         y        y        y         y
send                  y      y         y      y         y        y        y         y
acknowledge           y      y         y      y         y        y        y         y
confirm_preservation  y      y         y      y         y        y        y         y
recall                y      y         y      y         y        y        y         y
withdraw              y      y         -      y         y        y        -         -
"""
WHERE = """
submit                draft
take_back             in_review
return                in_review
approve               in_review
reopen                approved signed
confirm_emergency     in_review
send                  approved signed
acknowledge           sent
confirm_preservation  sent acknowledged
recall                sent acknowledged information_sought
withdraw              draft in_review approved signed
"""
# A move that is in none of these asks for nothing more.
ONLY_IN = {
    "confirm_emergency": ("emergency", "member_emergency"),
    "confirm_preservation": (
        "plain", "emergency", "restricted", "member", "member_emergency", "letter", "wider",
    ),
    "recall": ("letter",),
}  # fmt: skip
# Each is one request: of a case that nobody may see, that members see, and so on.
SITUATIONS = [
    "plain",
    "emergency",
    "restricted",
    "member",
    "member_emergency",
    "letter",
    "wider",
    "no_preservation",
]
# What the officer has on the screen, and whether something blocks the text.
READINGS = ("fresh", "stale", "blocked")
BINDS = {"return", "approve", "confirm_emergency", "reopen"}
GATED = {"submit", "approve", "confirm_emergency", "send"}
MADE = "made"


def table(text: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in text.strip().splitlines()}


MAY, STATES = table(WHO), table(WHERE)


def may(action: str, role: str, state: str, situation: str) -> bool:
    if role in BLIND or situation == "restricted" or state not in STATES[action]:
        return False
    return situation in ONLY_IN.get(action, SITUATIONS) and MAY[action][ROLES.index(role)] == "y"


def outcome(action: str, role: str, state: str, situation: str, reading: str) -> str:
    if not may(action, role, state, situation):
        return "NotAllowed"
    if reading == "blocked" and action in GATED:
        return "NotReady"
    return "Stale" if reading == "stale" and action in BINDS else MADE


@dataclass
class World:
    """One request for each situation, and the officers, each in one role towards all of them."""

    rules: list[Any]
    officers: dict[str, Officer] = field(default_factory=dict)
    requests: dict[str, MLARequest] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def enter(self, situation: str, state: str) -> MLARequest:
        """The row as such a state leaves it."""
        mla = self.requests[situation]
        bound = state not in (State.DRAFT, State.IN_REVIEW)
        digest = self.digests[situation]
        MLARequest.objects.filter(pk=mla.pk).update(
            state=state,
            submitted_digest="" if state == State.DRAFT else digest,
            approved_digest=digest if bound else "",
            approved_by=self.officers["approver"] if bound else None,
        )
        return MLARequest.objects.select_related("case").get(pk=mla.pk)


def build(mla: MLARequest, unit: Unit, rules: list[Any]) -> World:
    world = World(rules)
    here, there = {"unit": unit}, {"unit": UnitFactory(code="fraud")}
    supervisor = {"role": Role.SUPERVISOR}
    world.officers = {
        "author": mla.author,
        "author_now_supervisor": Officer.objects.get(pk=mla.author_id),
        "editor": OfficerFactory(**here),
        "editing_supervisor": OfficerFactory(**here, **supervisor),
        "replaced_supervisor": OfficerFactory(**here, **supervisor),
        "reviewer": OfficerFactory(**here, **supervisor),
        "colleague": OfficerFactory(**here),
        "approver": OfficerFactory(**here),
        "outsider": OfficerFactory(**there),
        "other_supervisor": OfficerFactory(**there, **supervisor),
        "administrator": OfficerFactory(unit=None, role=Role.ADMINISTRATOR),
        "auditor": OfficerFactory(unit=None, role=Role.AUDITOR),
        "suspended_author": Officer.objects.get(pk=mla.author_id),
        "suspended_reviewer": OfficerFactory(**here, **supervisor, is_active=False),
    }
    world.officers["author_now_supervisor"].role = Role.SUPERVISOR
    world.officers["suspended_author"].is_active = False
    for situation in SITUATIONS:
        world.requests[situation] = _request(world, mla, unit, situation)
        world.digests[situation] = _submitted(world.requests[situation])
    return world


def _submitted(mla: MLARequest) -> str:
    """The digest of the letter, which is kept as a submission keeps it."""
    letter = letters.now(MLARequest.objects.get(pk=mla.pk))
    letters.submit(mla, mla.author, letter)
    return letter.digest


def digest_of(mla: MLARequest) -> str:
    return letters.now(MLARequest.objects.get(pk=mla.pk)).digest


def _request(world: World, like: MLARequest, unit: Unit, situation: str) -> MLARequest:
    made = MLARequestFactory(author=like.author, case__unit=unit, is_emergency="emergency" in situation)
    made.case.restricted = situation in ("restricted", "member", "member_emergency")
    made.case.save()
    if situation.startswith("member"):
        CaseMember.objects.bulk_create(
            CaseMember(case=made.case, officer=world.officers[role], reason="-", granted_by=like.author)
            for role in ROLES
            if role != "author_now_supervisor"
        )
    Measure.append_to(made, kind="search" if situation == "no_preservation" else "preservation")
    if situation == "wider":
        MLARequest.objects.filter(pk=made.pk).update(is_emergency=True)
        Measure.append_to(made, kind="search")
    if situation == "letter":
        letter = MLARequestFactory(
            case=made.case, parent=made, request_status="withdrawal", author=like.author
        )
        approval = {"approved_digest": "d" * 64, "approved_by": world.officers["approver"]}
        MLARequest.objects.filter(pk=letter.pk).update(state=State.SENT, **approval)
    for role, stands in (("editor", True), ("editing_supervisor", True), ("replaced_supervisor", False)):
        RequestEditor.objects.create(request=made, officer=world.officers[role], stands=stands)
    return made


def wrong_buttons(world: World) -> Iterator[tuple[str, ...]]:
    """The buttons that the pages offer, against the table."""
    for situation in SITUATIONS:
        for state in State.values:
            mla = MLARequest.objects.select_related("case").get(pk=world.requests[situation].pk)
            mla.state = state
            if state not in (State.DRAFT, State.IN_REVIEW):
                mla.approved_by = world.officers["approver"]
            for role, officer in world.officers.items():
                offered = {str(action) for action in workflow.open_moves(mla, officer)}
                for action in STATES:
                    if (action in offered) != may(action, role, state, situation):
                        yield (action, role, state, situation, "button")


def wrong_moves(world: World, situations: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The function that makes moves, against the table; each move is undone."""
    for situation in situations:
        for state in State.values:
            with transaction.atomic():
                mla = world.enter(situation, state)
                for reading in READINGS:
                    yield from _wrong(world, mla, situation, state, reading)
                transaction.set_rollback(True)


def _wrong(world: World, mla: MLARequest, situation: str, state: str, reading: str) -> Iterator[Any]:
    world.rules[:] = [FACTS] if reading == "blocked" else []
    read = "0" * 64 if reading == "stale" else digest_of(mla)
    for action in _answering(state, reading):
        for role, officer in world.officers.items():
            expected = outcome(action, role, state, situation, reading)
            found = made(action, mla, officer, read)
            if found != expected:
                yield (action, role, state, situation, reading, f"{found}, not {expected}")
    world.rules.clear()


def _answering(state: str, reading: str) -> list[str]:
    """What is on the screen, and what blocks, matters only where a move could be made at all."""
    return [action for action in STATES if reading == "fresh" or state in STATES[action]]


def made(action: str, mla: MLARequest, officer: Officer, read: str) -> str:
    try:
        with transaction.atomic():
            workflow.make(Action(action), mla, officer, read=read)
            transaction.set_rollback(True)
    except (workflow.NotAllowed, workflow.NotReady, workflow.Stale, IntegrityError) as refusal:
        return type(refusal).__name__
    return MADE


NUMBER_OF_BUTTONS = len(STATES) * (len(ROLES) + len(BLIND)) * len(State.values) * len(SITUATIONS)


def number_of_moves(situations: tuple[str, ...]) -> int:
    answering = sum(len(_answering(state, reading)) for state in State.values for reading in READINGS)
    return answering * (len(ROLES) + len(BLIND)) * len(situations)
