"""What somebody should look up in a source, least sure first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from treaties.anchors import url_of_citation
from treaties.models import (
    AcceptedLanguages,
    Authority,
    Fact,
    Instrument,
    NoTreatyBasis,
    Participation,
    State,
    Threshold,
)
from treaties.staleness import CHECKED, doubts, rows
from treaties.views.acts import acts
from treaties.views.lines import Words
from treaties.views.marks import languages
from treaties.views.pages import paging
from treaties.views.words import article

PER_PAGE = 50
BY_NAME = {model._meta.model_name or "": model for model in CHECKED}


class VerificationForm(forms.Form):
    optional: frozenset[str] = frozenset()

    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        required=False,
        choices=[
            ("", gettext_lazy("Every kind of fact")),
            *((name, capfirst(model._meta.verbose_name_plural)) for name, model in BY_NAME.items()),
        ],
        error_messages={"invalid_choice": gettext_lazy("There is no such kind of fact. Choose one.")},
    )

    def models(self) -> list[type[Fact]]:
        """A kind that does not exist names no table, and the form says why."""
        if not self.is_bound:
            return list(CHECKED)
        if not self.is_valid():
            return []
        kind = self.cleaned_data["kind"]
        return [BY_NAME[kind]] if kind else list(CHECKED)


@dataclass(frozen=True, slots=True)
class Line:
    title: str
    text: str
    kind: str
    why: Words
    url: str
    fact: Fact


@require_safe
def verification(request: HttpRequest) -> HttpResponse:
    form = VerificationForm(request.GET if request.GET else None)
    page = Paginator(doubts(form.models()), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "treaties/verification.html",
        {"form": form, "rows": [_line(row) for row in rows(page)], "page": paging(page, request.GET)},
    )


def _line(row: Fact) -> Line:
    title, text, url = _TEXTS.get(type(row), _rule)(row)
    return Line(title, text, str(capfirst(row._meta.verbose_name)), _why(row), url, row)


def _why(row: Fact) -> str:
    if row.verified == Fact.Verified.MEMORY:
        return _("Nobody read it in a source")
    return _("Its source is weak")


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
    """A threshold, the languages a State accepts, or its help without a treaty."""
    text = getattr(row, "test", "") or languages(getattr(row, "languages", [])) or getattr(row, "rule", "")
    return row.state.name, text, _state_url(row.state)


def _rule(row: Any) -> tuple[str, str, str]:
    """A rule that stands in a provision: of an instrument, or of a State's own law."""
    text = getattr(row, "message", "") or getattr(row, "text", "")
    if getattr(row, "instrument_id", None):
        title = ", ".join(filter(None, [row.instrument.name, article(row.provision)]))
        return title, text, url_of_citation(row.instrument_id, row.provision)
    return f"{row.state.name}, {row.provision}", text, url_of_citation(row.state_id, row.provision)


def _state_url(state: State) -> str:
    return reverse("law_state", args=[state.code])


_TEXTS: dict[type[Fact], Callable[[Any], tuple[str, str, str]]] = {
    Instrument: _instrument,
    Participation: _participation,
    Authority: _office,
    Threshold: _of_state,
    AcceptedLanguages: _of_state,
    NoTreatyBasis: _of_state,
}
