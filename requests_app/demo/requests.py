"""The requests of the demonstration, brought to several states of the procedure by the functions that
officers use.

A request is recognised by a token made from its name, so that loading twice makes nothing twice.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import msgspec
from django.conf import settings
from django.utils import timezone
from msgspec.structs import replace

from requests_app import casework
from requests_app.completeness import open_points
from requests_app.content.snapshot import Contact, Signature, Snapshot
from requests_app.demo.dates import moved
from requests_app.documents import printing
from requests_app.models import MLARequest, Officer

Cast = dict[str, Officer]
_NAMESPACE = uuid.UUID("5f0c6a2e-6e0f-4d0c-9c7b-7c1c6b1f2a10")


@dataclass(frozen=True, slots=True)
class Demo:
    """A request made from an example of the documentation with a few changes, and how far it goes."""

    name: str
    example: str
    author: str
    changed: Callable[[Snapshot], Snapshot]
    carry: Callable[[MLARequest, Cast], None]


def load(cast: Cast) -> int:
    """Make the requests; return how many were made."""
    return sum(_load(demo, cast) for demo in DEMOS)


def _load(demo: Demo, cast: Cast) -> bool:
    token = uuid.uuid5(_NAMESPACE, demo.name)
    if MLARequest.objects.filter(creation_token=token).exists():
        return False
    snapshot = demo.changed(_example(demo.example))
    mla = casework.import_snapshot(snapshot, cast[demo.author], token=token)
    demo.carry(mla, cast)
    return True


def _example(name: str) -> Snapshot:
    path = settings.BASE_DIR / "docs" / "examples" / f"{name}.json"
    snapshot = msgspec.json.decode(path.read_bytes(), type=Snapshot)
    written = snapshot.signature.date or timezone.localdate()
    return moved(snapshot, max(timezone.localdate() - written, timedelta()))


# --- how they differ ----------------------------------------------------------------------------------


def _as_it_is(snapshot: Snapshot) -> Snapshot:
    return snapshot


def _half_done(snapshot: Snapshot) -> Snapshot:
    """Return a half-written draft: who, what and where are named, the reasons and the periods are not."""
    return replace(
        snapshot,
        reference="",
        title=f"{snapshot.title} (half done)",
        authority=replace(snapshot.authority, conducting=Contact()),
        offences=tuple(replace(offence, max_years=None, law_text="") for offence in snapshot.offences),
        data_items=tuple(replace(item, start=None, end=None, relevance="") for item in snapshot.data_items),
        purpose="",
        necessity="",
        annexes=(),
        unknown={},
        applicable={},
        signature=Signature(),
    )


def _about(account: str, title: str) -> Callable[[Snapshot], Snapshot]:
    """Return the same request for another account of the same suspect."""

    def changed(snapshot: Snapshot) -> Snapshot:
        first, *others = snapshot.data_items
        items = (replace(first, identifier=account), *others)
        return replace(snapshot, reference="", title=title, data_items=items)

    return changed


# --- how far they go ----------------------------------------------------------------------------------


def _stays(_mla: MLARequest, _cast: Cast) -> None:
    """Leave the request a draft."""


def _submit(mla: MLARequest, cast: Cast) -> MLARequest:
    """Submit it with whatever stays open, as an officer does who was told of it."""
    return casework.submit(mla, cast["drafter"], told=open_points.now(mla).key)


def _is_submitted(mla: MLARequest, cast: Cast) -> None:
    _submit(mla, cast)


def _is_returned(mla: MLARequest, cast: Cast) -> None:
    read = _submit(mla, cast).submitted_digest
    reason = "Say in the facts how the second account is known to be the suspect's, then submit again."
    casework.return_for_changes(mla, cast["supervisor"], reason=reason, digest=read)


def _is_approved(mla: MLARequest, cast: Cast) -> None:
    submitted = _submit(mla, cast)
    told = open_points.now(submitted).key
    casework.approve(submitted, cast["supervisor"], digest=submitted.submitted_digest, told=told)


def _is_sent(mla: MLARequest, cast: Cast) -> None:
    _is_approved(mla, cast)
    approved = MLARequest.objects.get(pk=mla.pk)
    document = printing.approved(approved)
    if document is None or printing.produce(document.pk).status != document.Status.DONE:
        return
    casework.send(
        approved,
        cast["drafter"],
        route="contact_24_7",
        means="secure_platform",
        recipient=approved.addressee,
        sent_on=timezone.localdate(),
        receipt="FICT-24-7-0001",
    )


DEMOS = (
    Demo("preservation, sent", "s1-preservation", "drafter", _as_it_is, _is_sent),
    Demo("follow-up, in review", "s1-follow-up", "drafter", _as_it_is, _is_submitted),
    Demo(
        "second account, approved",
        "s1-preservation",
        "drafter",
        _about("northern.pier@example.org", "Preservation of a second mail account of a fugitive"),
        _is_approved,
    ),
    Demo(
        "third account, returned",
        "s1-preservation",
        "drafter",
        _about("grey.gull@example.org", "Preservation of a third mail account of a fugitive"),
        _is_returned,
    ),
    Demo("follow-up, half done", "s1-follow-up", "drafter", _half_done, _stays),
    Demo("subscribers, another unit", "s2-subscribers", "drafter2", _as_it_is, _stays),
)
