"""One fact of the law in words: what it is called, what it says, and on which page it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from treaties.anchors import url_of_citation
from treaties.models import (
    AcceptedLanguages,
    Authority,
    Instrument,
    LawFact,
    NoTreatyBasis,
    Participation,
    RedFlag,
    State,
    Threshold,
)
from treaties.staleness import Reason
from treaties.views.acts import acts
from treaties.views.lines import Words
from treaties.views.marks import languages
from treaties.views.words import article

WHY: dict[Reason, Words] = {
    Reason.CHANGED: gettext_lazy("It says something else than when it was verified"),
    Reason.PAST_REVIEW: gettext_lazy("Past its review date"),
    Reason.NOT_READ: gettext_lazy("Nobody read it in a source"),
    Reason.WEAK: gettext_lazy("Its source is weak"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words. `url` is the address of the page where it stands among others."""

    title: str
    text: str
    kind: str
    url: str
    fact: LawFact


def told(row: LawFact) -> Told:
    title, text, url = _TEXTS.get(type(row), _rule)(row)
    return Told(title, text, str(capfirst(row._meta.verbose_name)), url, row)


def _instrument(row: Instrument) -> tuple[str, str, str]:
    return row.name, row.title, url_of_citation(row.code)


def _participation(row: Participation) -> tuple[str, str, str]:
    return (
        f"{row.state.name}, {row.instrument.name}",
        "; ".join(acts(row)),
        url_of_citation(row.instrument_id),
    )


def _office(row: Authority) -> tuple[str, str, str]:
    return f"{row.office}, {row.state.name}", row.address, f"{_state_url(row.state)}#offices"


def _of_state(row: Any) -> tuple[str, str, str]:
    """Tell a threshold, the languages a State accepts, its help without a treaty, or why it sends
    requests back.
    """
    named = languages(getattr(row, "languages", []))
    text = named or next(filter(None, (getattr(row, name, "") for name in ("test", "rule", "text"))), "")
    return row.state.name, text, _state_url(row.state)


def _rule(row: Any) -> tuple[str, str, str]:
    """Tell a rule that stands in a provision of an instrument or of a State's own law."""
    text = getattr(row, "message", "") or getattr(row, "text", "")
    if getattr(row, "instrument_id", None):
        title = ", ".join(filter(None, [row.instrument.name, article(row.provision)]))
        return title, text, url_of_citation(row.instrument_id, row.provision)
    return f"{row.state.name}, {row.provision}", text, url_of_citation(row.state_id, row.provision)


def _state_url(state: State) -> str:
    return reverse("law_state", args=[state.code])


_TEXTS: dict[type[LawFact], Callable[[Any], tuple[str, str, str]]] = {
    Instrument: _instrument,
    Participation: _participation,
    Authority: _office,
    Threshold: _of_state,
    AcceptedLanguages: _of_state,
    NoTreatyBasis: _of_state,
    RedFlag: _of_state,
}
