"""What each cited basis provides for the kinds that a request asks for: what the adviser knows, as values.

The adviser says what could be cited; the checker holds what was cited against it. Silence of the data is
never "not provided": `is_known` is false where the text was not read, or where no offer is on record.
"""

from collections.abc import Sequence
from datetime import date

from treaties import citations
from treaties.advice.case import Case
from treaties.advice.coverage import covered
from treaties.law import Instrument, Law
from treaties.spec import Offered, Verified


def of_bases(
    bases: Sequence[str], kinds: Sequence[str], *, requesting: str, requested: str, on: date, law: Law
) -> tuple[Offered, ...]:
    """One for each basis that the law data know, in their order."""
    case = Case(
        law=law,
        requesting=requesting,
        requested=requested,
        kinds=tuple(dict.fromkeys(kinds)),
        on=on,
        max_penalty_years=None,
        transnational=False,
        organised_group=False,
        electronic=None,
    )
    known = (law.instruments[code] for code in dict.fromkeys(bases) if code in law.instruments)
    return tuple(_of(case, instrument) for instrument in known)


def _of(case: Case, instrument: Instrument) -> Offered:
    coverage = covered(case, instrument)
    return Offered(
        basis=instrument.code,
        name=instrument.name,
        articles=coverage.articles,
        yielded=coverage.yielded,
        is_known=_is_known(instrument),
        has_articles=not instrument.no_duty and _has_articles(instrument),
        is_unread=not instrument.no_duty and not _has_articles(instrument),
        source=instrument.reference,
    )


def _is_known(instrument: Instrument) -> bool:
    """Somebody read the text, and its offers are on record by their articles."""
    was_read = instrument.verified is Verified.TEXT and not instrument.text_needed
    return was_read and _has_articles(instrument)


def _has_articles(instrument: Instrument) -> bool:
    return bool(instrument.offers) and all(citations.paths(each) for each in instrument.offers.values())
