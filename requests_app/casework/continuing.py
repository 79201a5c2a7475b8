"""Requests that go on from an earlier one: the ways on, what each one carries, and which letter it
makes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from requests_app import permissions, snapshots, workflow
from requests_app.audit import Verb
from requests_app.casework.carried_words import carry
from requests_app.casework.carry_over import PARTS, carried
from requests_app.casework.new_requests import open_with
from requests_app.completeness.affected_requests import NOT_SENT
from requests_app.content.snapshot import Earlier, Measure, Preservation, Snapshot
from requests_app.models import MLARequest, Officer
from requests_app.preservation import deadline_clock

State = MLARequest.State
# It has left, and the other side may still act on it.
UNDER_WAY = frozenset({State.SENT, State.ACKNOWLEDGED, State.INFORMATION_SOUGHT})
HAS_LEFT = UNDER_WAY | {State.EXECUTED, State.PARTLY_EXECUTED, State.REFUSED}


class Way(TextChoices):
    """How a request goes on from another one."""

    FOLLOW_UP = "follow-up", _("Full request that follows")
    SUPPLEMENT = "supplement", _("Supplement, or answers to questions")
    EXTENSION = "extension", _("Extension of the preservation")
    LEAD = "lead", _("Request to the State that the answer leads to")
    REMINDER = "reminder", _("Reminder")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    COPY = "copy", _("New request that starts from this one")


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way on. `offered` may be carried; `ticked` is carried unless somebody removes the tick.

    `status` is what the letter says it is; `another_state` allows to choose another requested State.
    """

    status: str
    sources: frozenset[State]
    offered: tuple[str, ...] = ()
    ticked: frozenset[str] = frozenset()
    kinds: bool = False
    another_state: bool = False
    in_chain: bool = True
    needs_preservation: bool = False


_NOTE = ("law", "authority", "proceedings", "channel", "confidentiality")
_TEXT = tuple(name for name in PARTS if name != "measures")
_ANY = frozenset(State)

WAYS: dict[Way, WayOn] = {
    Way.FOLLOW_UP: WayOn(
        "follow_up",
        _ANY,
        _TEXT,
        frozenset(_TEXT) - {"purpose", "procedure"},
        kinds=True,
    ),
    Way.SUPPLEMENT: WayOn(
        "supplementary",
        HAS_LEFT,
        tuple(PARTS),
        # The rows are what is new; they are typed or pasted, not repeated.
        frozenset(_TEXT) - {"data", "purpose", "procedure"},
        kinds=True,
    ),
    Way.EXTENSION: WayOn(
        "extension",
        UNDER_WAY,
        tuple(PARTS),
        frozenset(_TEXT) - {"purpose", "procedure"},
        needs_preservation=True,
    ),
    Way.LEAD: WayOn(
        "new",
        HAS_LEFT,
        tuple(name for name in _TEXT if name not in ("law", "channel")),
        frozenset({"authority", "proceedings", "facts", "offences", "confidentiality"}),
        kinds=True,
        another_state=True,
    ),
    Way.REMINDER: WayOn("reminder", UNDER_WAY, _NOTE, frozenset(_NOTE)),
    Way.WITHDRAWAL: WayOn("withdrawal", UNDER_WAY, _NOTE, frozenset(_NOTE)),
    Way.COPY: WayOn(
        "new",
        _ANY,
        _TEXT,
        frozenset({"authority", "channel", "law"}),
        kinds=True,
        another_state=True,
        in_chain=False,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an officer has chosen on the page; the way decides what is left empty."""

    carry: frozenset[str] | None = None
    kinds: Sequence[str] = ()
    requested: str = ""
    title: str = ""
    case_reference: str = ""
    lead: str = ""
    due_on: date | None = None
    detail: dict[str, object] = field(default_factory=dict)


def ways_on(mla: MLARequest, officer: Officer) -> list[Way]:
    """Return the ways on that are open to this officer from the request as it is."""
    if not (permissions.may_see(officer, mla) and permissions.may_create(officer)):
        return []
    return [way for way, way_on in WAYS.items() if _leads_on(way_on, mla)]


def _leads_on(way_on: WayOn, mla: MLARequest) -> bool:
    """Whether the way is open: none from a note about a note, an extension only of a preservation."""
    if mla.request_status in ("reminder", "withdrawal"):
        return False
    return mla.state in way_on.sources and (
        not way_on.needs_preservation or deadline_clock.is_asked_for(mla)
    )


@transaction.atomic
def go_on(
    mla: MLARequest,
    officer: Officer,
    way: Way,
    wish: Wish | None = None,
    *,
    token: UUID | None = None,
) -> MLARequest:
    """Return a new draft that goes on from this request; a second click with the same token finds the
    first.
    """
    wish = wish or Wish()
    way_on = WAYS[way]
    if way not in ways_on(mla, officer):
        raise workflow.NotAllowed(f"{way} from {mla.reference}")
    requested = wish.requested if way_on.another_state and wish.requested else mla.requested
    parts = _parts(way_on, wish.carry)
    text = _written(mla, way, parts, wish, requested)
    draft = open_with(
        text,
        officer,
        Verb.CONTINUED,
        token=token,
        parent=mla if way_on.in_chain else None,
        fill=True,
        origin=mla.reference,
        way=str(way),
        carried=sorted(parts),
        **wish.detail,
    )
    carry(mla, draft, parts)
    draft.lead = wish.lead
    draft.due_on = wish.due_on
    draft.save(update_fields=["lead", "due_on"])
    return draft


@transaction.atomic
def go_on_once(mla: MLARequest, officer: Officer, way: Way) -> MLARequest:
    """Return a new draft with what the way carries by itself, or the one that somebody is writing
    already.

    The lock on the request comes first, so that two clicks at once, of one officer or of two, make
    one draft.
    """
    locked = workflow.lock(mla)
    begun = locked.followed_by.filter(request_status=WAYS[way].status, state__in=NOT_SENT)
    return begun.first() or go_on(locked, officer, way)


def follow_up(
    mla: MLARequest, officer: Officer, *, kinds: Sequence[str] = (), token: UUID | None = None
) -> MLARequest:
    """Return a full request in the same case that builds on an earlier one and quotes it."""
    return go_on(mla, officer, Way.FOLLOW_UP, Wish(kinds=kinds), token=token)


def _parts(way_on: WayOn, carry: Collection[str] | None) -> frozenset[str]:
    """Return the chosen parts that are offered; others that a page may send are not carried."""
    return way_on.ticked if carry is None else frozenset(carry) & frozenset(way_on.offered)


def _written(mla: MLARequest, way: Way, parts: Collection[str], wish: Wish, requested: str) -> Snapshot:
    way_on = WAYS[way]
    earlier = snapshots.of(mla)
    text = carried(earlier, parts, same_state=requested == mla.requested)
    proceedings = replace(
        text.proceedings,
        request_status=way_on.status,
        case_reference=wish.case_reference or mla.case_reference or mla.case.reference,
    )
    return replace(
        text,
        requested=requested,
        title=wish.title or mla.title,
        proceedings=proceedings,
        measures=_measures(text, way, wish.kinds),
        earlier=_quoted(mla, earlier) if way_on.status != "new" else Earlier(),
        preservation=_preserved(mla, earlier) if way_on.status != "new" else Preservation(),
    )


def _measures(text: Snapshot, way: Way, kinds: Sequence[str]) -> tuple[Measure, ...]:
    """Return a measure for each kind asked for; a kind that was carried keeps its words."""
    wanted = ["preservation_extension"] if way is Way.EXTENSION else list(dict.fromkeys(kinds))
    kept = [measure for measure in text.measures if measure.kind in wanted or not wanted]
    new = [kind for kind in wanted if kind not in {measure.kind for measure in kept}]
    return (
        *(replace(measure, id=f"m{number}") for number, measure in enumerate(kept, 1)),
        *(Measure(id=f"m{number}", kind=kind) for number, kind in enumerate(new, len(kept) + 1)),
    )


def _quoted(mla: MLARequest, earlier: Snapshot) -> Earlier:
    dispatch = getattr(mla, "transmission", None)
    confirmed = deadline_clock.latest(mla)
    return Earlier(
        reference=mla.reference,
        made_on=dispatch.sent_on if dispatch else earlier.signature.date,
        their_reference=mla.their_reference or (confirmed.their_reference if confirmed else ""),
        authority=dispatch.recipient if dispatch else earlier.channel.addressee,
    )


def _preserved(mla: MLARequest, earlier: Snapshot) -> Preservation:
    """Return what the other side confirmed, else what the earlier letter itself said."""
    confirmed = deadline_clock.latest(mla)
    if confirmed is None:
        return replace(earlier.preservation, follow_up_intended="", follow_up_on=None)
    return Preservation(
        status="preserved",
        reference=confirmed.their_reference,
        authority=earlier.channel.addressee,
        provider=confirmed.provider,
        made_on=confirmed.confirmed_on,
        expires_on=confirmed.ends_on,
    )
