"""What the letter of a text takes from the law, as one value, from one version of the law in memory."""

from datetime import date

from requests_app.content.snapshot import Snapshot
from requests_app.letter.letter import Letterhead
from requests_app.letter.setting import Instrument, InstrumentKind, Setting, StateName
from treaties import current
from treaties.law import Instrument as InLaw
from treaties.law import Law, State

# Whatever binds nobody is asked for as comity, so that no letter pretends to an obligation.
KINDS: dict[str, InstrumentKind] = {
    "multilateral": "treaty",
    "regional": "treaty",
    "bilateral": "treaty",
    "letters_rogatory": "letters_rogatory",
}


def setting_of(snapshot: Snapshot, law: Law | None = None) -> Setting:
    """Return the setting, which holds what this text can print and no more. Makes one query, for the
    version of the law.
    """
    law = law or current.law()
    language = _letter_language(snapshot)
    found = {code: law.states[code] for code in _states(snapshot) if code in law.states}
    return Setting(
        requesting=_name(found.get(snapshot.requesting), snapshot.requesting, language),
        requested=_name(found.get(snapshot.requested), snapshot.requested, language),
        letterhead=_letterhead(found.get(snapshot.requesting), snapshot, language),
        instruments=_instruments(snapshot, law),
        terms={kind: law.kinds[kind].term for kind in snapshot.kinds if kind in law.kinds},
        states={code: state.name_in(language) for code, state in found.items()},
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
    return StateName(formal=state.formal_name_in(language), short=state.in_text_in(language))


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


def _instruments(snapshot: Snapshot, law: Law) -> dict[str, Instrument]:
    cited = [law.instruments[code] for code in snapshot.basis_ids if code in law.instruments]
    return {each.code: _instrument(each, snapshot, law) for each in cited}


def _instrument(found: InLaw, snapshot: Snapshot, law: Law) -> Instrument:
    return Instrument(
        kind=KINDS.get(found.kind, "comity"),
        title=found.title,
        short=found.name,
        reference=found.reference,
        place=found.place,
        adopted=found.adopted,
        in_force_requesting=_in_force(found.code, snapshot.requesting, law),
        in_force_requested=_in_force(found.code, snapshot.requested, law),
        articles={kind: found.offers[kind] for kind in snapshot.kinds if kind in found.offers},
        indications=found.contents.lists.get("preservation", ""),
    )


def _in_force(instrument: str, state: str, law: Law) -> date | None:
    """Return the day since which the latest period has bound the State; None means that it is not known."""
    periods = law.participations.get((instrument, state), ())
    days = [period.in_force_from for period in periods if period.bound]
    return days[-1] if days else None
