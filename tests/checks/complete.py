"""A complete request for any kind of assistance, and ways to take one answer out of it.

Written beside the checks and not from them: what answers a draft field is said here a second time.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from msgspec.structs import replace

from requests_app.content.fields import HOMES, SCHEDULED_KINDS, draft_field_of
from requests_app.content.snapshot import (
    Annex,
    DataItem,
    LegalBasis,
    Measure,
    Preservation,
    Snapshot,
    Urgency,
)
from tests.checks.rules import example

Removal = tuple[Callable[[Snapshot], Snapshot], tuple[str, str]]

ROW = DataItem(
    id="d1",
    type="account",
    identifier="fictional-user",
    start=datetime(2026, 5, 1),
    end=datetime(2026, 5, 31),
    zone="UTC",
    provider="Example Provider Ltd",
    provider_state="CHE",
    location_basis="The provider says so in its guide.",
    relevance="The account was used for the offence.",
    source="Exhibit 4",
    facts=("f1",),
    offences=("o1",),
    measures=("m1",),
)
KINDS = (
    "law_text",
    "order",
    "certificate",
    "translation",
    "evidence",
    "translation_certificate",
    "authentication",
)
ANNEXES = tuple(
    Annex(id=f"a{n}", kind=kind, title=f"A {kind}", language="fr", pages=1)
    for n, kind in enumerate(KINDS, 1)
)


@cache
def complete(kind: str) -> Snapshot:
    base = example("s8-video-hearing")
    particulars = {
        name: f"What is to be said of the {name}." for name, home in HOMES.items() if home.particular
    }
    measure = Measure(
        id="m1",
        kind=kind,
        basis="1",
        description="Do what is described here.",
        reason="It proves the offence.",
        categories="Records",
        holder="Example Holder Ltd",
        form_of_evidence="Certified copies",
        start=date(2026, 5, 1),
        end=date(2026, 5, 31),
        particulars=particulars | {"location_basis": "The holder lives there."},
    )
    return replace(
        base,
        bases=(LegalBasis(instrument="made-up"),),
        measures=(
            replace(measure, start=None, end=None, holder="") if kind in SCHEDULED_KINDS else measure,
        ),
        data_items=(ROW,) if kind in SCHEDULED_KINDS else (),
        # One offence: a threshold that another one meets would hide what is taken away from the first.
        offences=base.offences[:1],
        preservation=Preservation(
            follow_up_intended="yes",
            status="preserved",
            reference="PRES-FICT-1",
            made_on=date(2026, 5, 31),
        ),
        urgency=Urgency(
            level="emergency",
            category="danger_to_life",
            reason="A person is in danger.",
            deadline=date(2027, 6, 1),
            deadline_reason="The trial opens in July 2027.",
        ),
        authority=replace(
            base.authority,
            legal_power="The Courts Act lets it ask.",
            prosecutor_or_court="Second Chamber",
        ),
        proceedings=replace(
            base.proceedings,
            court="District Court",
            next_date=date(2027, 7, 1),
            prior_requests="The police of both States have spoken.",
        ),
        confidentiality=replace(
            base.confidentiality, reason="Proof would be lost.", no_notification_reason="The same."
        ),
        channel=replace(
            base.channel,
            translation="attached",
            via="The embassy",
            confirmation_contact=base.channel.reply_contact,
            translation_certified="yes",
            originals="original",
            copies=2,
            authentication="apostille",
        ),
        signature=replace(base.signature, sealed="yes", date=date(2026, 11, 25)),
        procedure=replace(
            base.procedure,
            special="On oath.",
            reason="The court reads no other statement.",
            presence_wanted="",
            reciprocity="Granted.",
            data_protection="They are erased with the file.",
            return_undertaking="They go back when the judgment is final.",
            death_penalty_assurance="The penalty is not known here.",
        ),
        annexes=ANNEXES,
        other="The police of both States have spoken.",
    )


def put(struct: Any, path: str, value: Any) -> Any:
    """The same value with another one at the path: the first item stands for a list of them."""
    name, _, rest = path.partition(".")
    old = getattr(struct, name)
    if isinstance(old, tuple) and rest:
        new: Any = (put(old[0], rest, value), *old[1:])
    elif isinstance(old, dict):
        new = {key: text for key, text in old.items() if draft_field_of(key) != rest}
    else:
        new = put(old, rest, value) if rest else value
    return replace(struct, **{name: new})


def _blank(path: str, section: str, field: str, empty: Any = "") -> Removal:
    return (lambda snapshot: put(snapshot, path, empty)), (section, field)


def _without_annex(removal: Removal, *kinds: str) -> Removal:
    take, place = removal

    def both(snapshot: Snapshot) -> Snapshot:
        return replace(take(snapshot), annexes=tuple(a for a in snapshot.annexes if a.kind not in kinds))

    return both, place


REMOVALS: dict[str, Removal] = {
    "scope_statement": _blank("scope.statement", "basis", "scope_statement"),
    "requesting_authority": _blank("authority.requesting.office", "authority", "requesting_office"),
    "conducting_authority": _blank("authority.conducting.office", "authority", "conducting_office"),
    "case_reference": _blank("proceedings.case_reference", "authority", "case_reference"),
    "case_nature": _blank("proceedings.nature", "authority", "nature"),
    "proceedings_stage": _blank("proceedings.stage", "authority", "stage"),
    "prior_requests": _blank("proceedings.prior_requests", "earlier", "prior_requests"),
    "facts": _blank("facts", "facts", "text", ()),
    "purpose": _blank("purpose", "facts", "purpose"),
    "offences": _blank("offences.title", "offences", "title"),
    "offence_law_text": _without_annex(_blank("offences.law_text", "offences", "law_text"), "law_text"),
    "max_penalty": _blank("offences.max_years", "offences", "max_years", None),
    "dual_criminality_note": _blank("offences.conduct", "offences", "conduct"),
    "persons": _blank("persons", "persons", "family_name", ()),
    "assistance_description": _blank("measures.description", "measures", "description"),
    "necessity": _blank("necessity", "measures", "necessity"),
    "special_procedure": _blank("procedure.special", "procedures", "special_procedure"),
    "domestic_order": _without_annex(
        _blank("procedure.domestic_order", "procedures", "domestic_order"), "order", "certificate"
    ),
    "presence": _blank("procedure.presence", "procedures", "presence"),
    "use_undertaking": _blank("procedure.use_undertaking", "procedures", "use_undertaking"),
    "reciprocity": _blank("procedure.reciprocity", "procedures", "reciprocity"),
    "costs": _blank("procedure.costs", "procedures", "costs"),
    "legal_power": _blank("authority.legal_power", "authority", "legal_power"),
    "prosecutor_or_court": _blank("authority.prosecutor_or_court", "authority", "prosecutor_or_court"),
    "court": _blank("proceedings.court", "authority", "court"),
    "next_date": _blank("proceedings.next_date", "authority", "next_date", None),
    "request_status": _blank("proceedings.request_status", "earlier", "request_status"),
    "procedure_reason": _blank("procedure.reason", "procedures", "special_procedure_reason"),
    "supply_form": _blank("measures.form_of_evidence", "measures", "form_of_evidence"),
    "confidentiality_reason": _blank("confidentiality.reason", "confidentiality", "confidentiality_reason"),
    "no_notification_reason": _blank(
        "confidentiality.no_notification_reason", "confidentiality", "no_notification_reason"
    ),
    "data_protection": _blank("procedure.data_protection", "procedures", "data_protection"),
    "return_undertaking": _blank("procedure.return_undertaking", "procedures", "return_undertaking"),
    "death_penalty_assurance": _blank(
        "procedure.death_penalty_assurance", "procedures", "death_penalty_assurance"
    ),
    "confirmation_contact": _blank("channel.confirmation_contact.office", "channel", "confirmation_office"),
    "via": _blank("channel.via", "channel", "via"),
    "request_date": _blank("signature.date", "channel", "signature_date", None),
    "seal": _blank("signature.sealed", "channel", "sealed"),
    "translation_certificate": _blank("channel.translation_certified", "channel", "translation_certified"),
    "originals": _blank("channel.originals", "channel", "originals"),
    "copies": _blank("channel.copies", "channel", "copies", None),
    "authentication": _blank("channel.authentication", "channel", "authentication"),
    "other": _blank("other", "procedures", "other"),
    "confidentiality": _blank("confidentiality.wanted", "confidentiality", "confidentiality_wanted"),
    "urgency": _blank("urgency.level", "confidentiality", "urgency_level"),
    "deadline": _blank("urgency.deadline", "confidentiality", "deadline", None),
    "channel": _blank("channel.route", "channel", "route"),
    "form": _blank("channel.means", "channel", "means"),
    "language": _blank("channel.language", "channel", "language"),
    "contact": _blank("channel.reply_contact.email", "channel", "reply_email"),
    "signature": _blank("signature.name", "channel", "signatory_name"),
    **{
        name: _blank(f"measures.particulars.{name}", "measures", name)
        for name, home in HOMES.items()
        if home.particular
    },
}
IN_ROWS: dict[str, Removal] = {
    "data_specification": _blank("data_items.identifier", "data", "identifier"),
    "provider": _blank("data_items.provider", "data", "provider"),
    "time_period": _blank("data_items.start", "data", "start", None),
    "location_basis": _blank("data_items.location_basis", "data", "location_basis"),
    "relevance": _blank("data_items.relevance", "data", "relevance"),
}
IN_MEASURE: dict[str, Removal] = {
    "data_specification": (
        lambda s: put(put(s, "measures.categories", ""), "measures.description", ""),
        ("measures", "categories"),
    ),
    "provider": _blank("measures.holder", "measures", "holder"),
    "time_period": _blank("measures.end", "measures", "end", None),
    "location_basis": _blank("measures.particulars.location_basis", "measures", "location_basis"),
    "relevance": _blank("measures.reason", "measures", "reason"),
}


# Where the first half of an answer is what the rule is about, the second half is what may be missing.
SECOND_HALVES: dict[str, tuple[str, Removal]] = {
    "deadline_set": ("deadline", _blank("urgency.deadline_reason", "confidentiality", "deadline_reason")),
    "urgency_in": ("urgency", _blank("urgency.reason", "confidentiality", "urgency_reason")),
    "language_not_in": (
        "language",
        _without_annex(_blank("channel.translation", "annexes", "kind"), "translation"),
    ),
    "route_in": ("channel", _blank("channel.addressee", "channel", "addressee")),
}


def removal(draft_field: str, kind: str, conditions: Iterable[str] = ()) -> Removal:
    """How to take the answer to a draft field out of a complete request, and where that must show."""
    for condition in conditions:
        halved, second_half = SECOND_HALVES.get(condition, ("", None))
        if second_half and halved == draft_field:
            return second_half
    if draft_field == "preservation":
        if kind == "preservation":
            return _blank("preservation.follow_up_intended", "measures", "follow_up_intended")
        return _blank("preservation.reference", "measures", "preservation_reference")
    objects = IN_ROWS if kind in SCHEDULED_KINDS else IN_MEASURE
    return objects.get(draft_field) or REMOVALS[draft_field]
