"""What the composer must know besides the request, read from the law data."""

import dataclasses
from collections import defaultdict
from datetime import date

from requests_app import snapshots
from requests_app.content.snapshot import Snapshot, digest
from requests_app.letter.compose import compose
from requests_app.letter.letter import Letter, Letterhead
from requests_app.letter.setting import Instrument, InstrumentKind, Setting, StateName
from requests_app.models import MLARequest
from treaties.models import AssistanceKind, Offer, Participation, State
from treaties.models import Instrument as InstrumentRow

# Whatever binds nobody is asked for as comity, so that no letter pretends to an obligation.
KINDS: dict[str, InstrumentKind] = {
    InstrumentRow.Kind.MULTILATERAL: "treaty",
    InstrumentRow.Kind.REGIONAL: "treaty",
    InstrumentRow.Kind.BILATERAL: "treaty",
    InstrumentRow.Kind.LETTERS_ROGATORY: "letters_rogatory",
}


def letter_of(mla: MLARequest) -> Letter:
    """The request as it stands, composed. It is a draft until exactly this text was approved."""
    snapshot = snapshots.of(mla)
    approved = bool(mla.approved_digest) and mla.approved_digest == digest(snapshot)
    setting = dataclasses.replace(setting_of(snapshot), approved=approved, revision=mla.revision)
    return compose(snapshot, setting)


def setting_of(snapshot: Snapshot) -> Setting:
    """In a fixed number of queries, whatever the number of bases and measures."""
    language = _letter_language(snapshot)
    rows = {state.code: state for state in State.objects.filter(code__in=_states(snapshot))}
    return Setting(
        requesting=_name(rows.get(snapshot.requesting), snapshot.requesting, language),
        requested=_name(rows.get(snapshot.requested), snapshot.requested, language),
        letterhead=_letterhead(rows.get(snapshot.requesting), snapshot, language),
        instruments=_instruments(snapshot),
        terms=dict(AssistanceKind.objects.filter(code__in=snapshot.kinds).values_list("code", "term")),
        states={code: state.name_in(language) for code, state in rows.items()},
        language=language,
    )


def _letter_language(snapshot: Snapshot) -> str:
    return (snapshot.channel.language or "en").split("-")[0]


def _states(snapshot: Snapshot) -> set[str]:
    return {
        snapshot.requesting,
        snapshot.requested,
        *(item.provider_state for item in snapshot.data_items),
        *(contact.state for contact in snapshot.prior_contacts),
    } - {""}


def _name(state: State | None, code: str, language: str) -> StateName:
    if state is None:
        return StateName(formal=code, short=code)
    article = state.article.get(language, "")
    gap = "" if article.endswith(("'", "’")) else " "
    short = f"{article}{gap}{state.name_in(language)}".strip()
    return StateName(formal=state.formal_name_in(language), short=short)


def _letterhead(state: State | None, snapshot: Snapshot, language: str) -> Letterhead:
    formal = state.formal_name_in(language) if state else snapshot.requesting
    name = formal.split(" ", 1)[1] if formal.split(" ")[0].islower() else formal
    office = snapshot.authority.requesting
    address = [line.strip() for line in office.address.splitlines() if line.strip()]
    return Letterhead(
        state=name,
        lines=(office.office,) if office.office else (),
        address=(*address, *filter(None, [office.email])),
        initials="".join(word[0] for word in name.split() if word[:1].isupper())[:2],
    )


def _instruments(snapshot: Snapshot) -> dict[str, Instrument]:
    codes = snapshot.basis_ids
    articles = _articles(codes)
    dates = _in_force(codes, snapshot)
    rows = InstrumentRow.objects.filter(code__in=codes)
    return {
        row.code: Instrument(
            kind=KINDS.get(row.kind, "comity"),
            title=row.title,
            short=row.name,
            reference=row.reference,
            place=row.place,
            adopted=row.adopted,
            in_force_requesting=dates.get((row.code, snapshot.requesting)),
            in_force_requested=dates.get((row.code, snapshot.requested)),
            articles=articles[row.code],
            indications=row.contents.get("lists", {}).get("preservation", ""),
        )
        for row in rows
    }


def _articles(codes: tuple[str, ...]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    offers = Offer.objects.filter(instrument__in=codes)
    for instrument, kind, provision in offers.values_list("instrument", "kind", "provision"):
        found[instrument][kind] = provision
    return found


def _in_force(codes: tuple[str, ...], snapshot: Snapshot) -> dict[tuple[str, str], date | None]:
    both = (snapshot.requesting, snapshot.requested)
    rows = Participation.objects.filter(instrument__in=codes, state__in=both, bound=True)
    return {
        (instrument, state): since
        for instrument, state, since in rows.values_list("instrument", "state", "in_force_from")
    }
