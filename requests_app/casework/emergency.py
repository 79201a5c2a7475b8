"""The emergency mode: five answers become a preservation request, which a second officer confirms.

What nobody types at night comes from the settings of the unit. The text is an ordinary request with
the same checker, letter and history; only the second officer need not be a supervisor (ADR 9).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from requests_app import permissions, workflow
from requests_app.audit import Verb
from requests_app.casework.continuing import Way, Wish, go_on
from requests_app.casework.new_requests import open_with
from requests_app.content.snapshot import (
    Authority,
    Channel,
    Contact,
    DataItem,
    Fact,
    LegalBasis,
    Measure,
    Offence,
    Preservation,
    Proceedings,
    Scope,
    Signature,
    Snapshot,
    Urgency,
)
from requests_app.documents import printing
from requests_app.models import MLARequest, Officer, UnitProfile
from requests_app.workflow import Action
from treaties import relations

# Said of every such request; the second officer reads it, and may send the request back instead.
DESCRIPTION = "Preserve without delay all stored data of the identifiers named, traffic data included."
RELEVANCE = "The identifier belongs to the events described in paragraph 1."
NECESSITY = (
    "The data may be lost before a full request can be made: traffic data are kept for a short time only."
)
SCOPE = "The data sought are evidence, in electronic form, of the offence described."
NATURE = "Criminal investigation at its beginning, in an emergency."


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The five answers. `since` is as the log or the witness gives it, `zone` that of the clock used."""

    requested: str
    addressee: str
    identifier: str
    type: Literal["email", "account", "phone", "ip", "url", "domain", "device", "other"]
    provider: str
    happened: str
    offence: str
    category: Literal["danger_to_life", "loss_of_data"]
    since: datetime
    zone: str
    reachable: str


@transaction.atomic
def call(officer: Officer, said: Call, *, token: UUID | None = None) -> MLARequest:
    """Open the request and hand it to a second officer, or raise what the law still asks for."""
    mla = open_with(text_of(officer, said), officer, Verb.EMERGENCY_CALLED, token=token)
    if mla.state != MLARequest.State.DRAFT:
        return mla
    mla.is_emergency = True
    mla.save(update_fields=["is_emergency"])
    return workflow.make(Action.SUBMIT, mla, officer)


@transaction.atomic
def confirm(mla: MLARequest, officer: Officer, *, digest: str) -> MLARequest:
    """Approve the letter on the screen as the second officer; it is printed at once, and followed up."""
    attempt = workflow.carry_out(Action.CONFIRM_EMERGENCY, mla, officer, read=digest)
    confirmed = attempt.mla
    printing.order(confirmed, officer, letter=attempt.letter)
    author = confirmed.author
    if permissions.may_see(author, confirmed) and permissions.may_create(author):
        due = confirmed.follow_up_on
        go_on(confirmed, author, Way.FOLLOW_UP, Wish(title=confirmed.title, due_on=due))
    return confirmed


def text_of(officer: Officer, said: Call) -> Snapshot:
    today = timezone.localdate()
    profile = UnitProfile.of(officer)
    office = _office(profile)
    basis = _basis(said.requested)
    return Snapshot(
        title=f"Emergency: {said.identifier}"[:500],
        requesting=settings.HOME_STATE,
        requested=said.requested,
        bases=(basis,),
        scope=Scope(electronic_evidence="yes", statement=SCOPE),
        authority=Authority(requesting=office, legal_power=profile.legal_power, conducting=office),
        proceedings=Proceedings(nature=NATURE, stage="inquiry"),
        facts=(Fact(id="f1", text=said.happened, on=said.since.date()),),
        offences=(Offence(id="o1", title=said.offence, conduct=said.happened),),
        data_items=(_row(said),),
        measures=(
            Measure(
                id="m1",
                kind="preservation",
                basis="29" if basis.instrument == "budapest" else "",
                description=DESCRIPTION,
                reason=said.happened,
                categories="subscriber, traffic, content",
                facts=("f1",),
                offences=("o1",),
            ),
        ),
        purpose="To protect life and to serve as evidence in the investigation described.",
        necessity=NECESSITY,
        preservation=Preservation(
            follow_up_intended="yes", follow_up_on=today + timedelta(days=profile.full_request_days)
        ),
        urgency=Urgency(level="emergency", category=said.category, reason=said.happened),
        channel=_channel(profile, said),
        signature=Signature(
            name=profile.signatory_name or str(officer),
            function=profile.signatory_function,
            place=profile.place,
            date=today,
        ),
    )


def _basis(requested: str) -> LegalBasis:
    """Return the convention with a duty to preserve, where it binds both States; else what is open to
    every State.
    """
    bonds = relations.in_force_between(settings.HOME_STATE, requested, timezone.localdate())
    if any(bond.instrument.code == "budapest" for bond in bonds):
        return LegalBasis(instrument="budapest", articles="29, 35")
    return LegalBasis(instrument="comity")


def _row(said: Call) -> DataItem:
    return DataItem(
        id="d1",
        type=said.type,
        identifier=said.identifier,
        start=said.since,
        end=None,
        zone=said.zone,
        provider=said.provider,
        provider_state=said.requested,
        location_basis="The provider is believed to hold the data there.",
        relevance=RELEVANCE,
        facts=("f1",),
        offences=("o1",),
        measures=("m1",),
    )


def _channel(profile: UnitProfile, said: Call) -> Channel:
    office = _office(profile)
    reached = Contact(office=office.office, phone=said.reachable, email=profile.email, zone=profile.zone)
    return Channel(
        route="contact_24_7",
        addressee=said.addressee,
        means="email",
        language=profile.language,
        translation="not_needed",
        reply_contact=reached,
        confirmation_contact=office,
    )


def _office(profile: UnitProfile) -> Contact:
    return Contact(
        office=profile.office,
        address=profile.address,
        email=profile.email,
        phone=profile.phone,
        hours=profile.hours,
        zone=profile.zone,
    )
