"""What somebody should look up in a source, and one fact with what is known about it.

Every officer reads these pages; administrators record what they have looked up. They are here and not
with the law because they say how many requests rest on a fact, which the law cannot know.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from requests_app import casework, permissions
from requests_app.completeness import affected_requests
from requests_app.sections.text_gate import refuse_hidden_characters
from requests_app.views.administration.lawforms import change_url
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless
from treaties import current, staleness
from treaties import verification as verifications
from treaties.models import LawFact, Requirement
from treaties.requests_per_fact import RequestsPerFact
from treaties.staleness import BY_NAME, CHECKED, Doubt
from treaties.views.facts import WHY, Told, told
from treaties.views.lines import Words
from treaties.views.pages import paging

PER_PAGE = 50


class FilterForm(forms.Form):
    """By what the list of facts is narrowed down."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        required=False,
        choices=[
            ("", gettext_lazy("Every kind of fact")),
            *((name, capfirst(model._meta.verbose_name_plural)) for name, model in BY_NAME.items()),
        ],
        error_messages={"invalid_choice": gettext_lazy("There is no such kind of fact. Choose one.")},
    )
    why = forms.ChoiceField(
        label=gettext_lazy("Why"),
        required=False,
        choices=[("", gettext_lazy("For whatever reason")), *WHY.items()],
        error_messages={"invalid_choice": gettext_lazy("There is no such reason. Choose one.")},
    )

    def doubts(self, on: date) -> list[Doubt]:
        """Return the doubts that match; none for a kind or reason that does not exist, and the form
        says why.
        """
        if not self.is_bound:
            return staleness.doubts(on)
        if not self.is_valid():
            return []
        kind, why = self.cleaned_data["kind"], self.cleaned_data["why"]
        found = staleness.doubts(on, [BY_NAME[kind]] if kind else tuple(CHECKED))
        return [doubt for doubt in found if not why or why in doubt.reasons]


class VerifyForm(forms.Form):
    """What an administrator found when looking a fact up."""

    source = forms.CharField(
        label=gettext_lazy("Source that you read"),
        max_length=500,
        help_text=gettext_lazy("So that a colleague finds it again: title, place, version or date."),
        validators=[refuse_hidden_characters],
        error_messages={"required": gettext_lazy("Name the source that you read.")},
    )
    verified = forms.ChoiceField(
        label=gettext_lazy("How you know"),
        choices=[
            (LawFact.Verified.TEXT, gettext_lazy("I read it in the text of the source")),
            (LawFact.Verified.PRACTICE, gettext_lazy("The office confirmed it, or practice shows it")),
        ],
        widget=forms.RadioSelect,
    )
    confidence = forms.ChoiceField(
        label=gettext_lazy("How sure it is now"), choices=LawFact.Confidence.choices
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[refuse_hidden_characters],
    )

    use_required_attribute = False


@dataclass(frozen=True, slots=True)
class Line:
    """A fact in the list."""

    told: Told
    table: str
    why: list[Words]
    resting: int


@require_safe
def verification(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    form = FilterForm(request.GET if {"kind", "why"} & set(request.GET) else None)
    on = timezone.localdate()
    resting = _requests_per_fact(request, on)
    found = staleness.ranked(form.doubts(on), resting.of)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "lines": _lines(list(page), resting),
        "total": len(found),
        "intervals": _intervals(),
        "page": paging(page, request.GET),
        "of_all": permissions.may_curate_law(request.user),
    }
    return render(request, "requests_app/verification.html", context)


def _requests_per_fact(request: OfficerRequest, on: date) -> RequestsPerFact:
    return RequestsPerFact(
        affected_requests.uses(affected_requests.open_to(request.user)), on, current.law()
    )


def _lines(page: list[Doubt], resting: RequestsPerFact) -> list[Line]:
    by_key = {(doubt.model, doubt.pk): doubt for doubt in page}
    return [
        Line(told(row), doubt.table, [WHY[reason] for reason in doubt.reasons], resting.of(doubt))
        for row in staleness.rows(page)
        if (doubt := by_key[type(row), str(row.pk)])
    ]


def _intervals() -> list[tuple[Words, int]]:
    return [
        (gettext_lazy("offices and contact points"), staleness.OFFICES),
        (gettext_lazy("participations and declarations"), staleness.STATUS),
        (gettext_lazy("States' own law"), staleness.OWN_LAW),
        (gettext_lazy("treaties, with all that stands in them"), staleness.TREATY),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def fact(request: HttpRequest, table: str, key: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    row = staleness.find(table, key)
    if row is None:
        raise Http404
    curates = permissions.may_curate_law(request.user)
    refuse_unless(curates or request.method != "POST")
    form = VerifyForm(posted(request), initial={"confidence": row.confidence})
    if form.is_bound and form.is_valid():
        casework.verify_law(request.user, row, **form.cleaned_data)
        messages.success(request, _("Recorded: you verified this fact today."))
        return redirect("law_fact", table, key)
    status = 422 if form.errors else 200
    return render(request, "requests_app/fact.html", _fact_context(request, row, form), status=status)


def _fact_context(request: OfficerRequest, row: LawFact, form: VerifyForm) -> dict[str, Any]:
    on = timezone.localdate()
    scope = (getattr(row, "state_id", "") or "", getattr(row, "instrument_id", "") or "")
    reasons = staleness.reasons_of(row, on)
    curates = permissions.may_curate_law(request.user)
    return {
        "told": told(row),
        "row": row,
        "why": [WHY[reason] for reason in reasons],
        "review_on": staleness.review_on(row),
        "resting": _requests_per_fact(request, on).of(
            Doubt(type(row), str(row.pk), row.confidence, reasons, scope)
        ),
        "of_all": curates,
        "history": verifications.history(row),
        "form": form if curates else None,
        "will_block": _will_block(row),
        "change_url": change_url(row) if curates else "",
    }


def _will_block(row: LawFact) -> bool:
    """Whether the fact will stop requests once somebody has read it in a text: it is a mandatory rule."""
    mandatory = isinstance(row, Requirement) and row.level == Requirement.Level.MANDATORY
    return mandatory and row.verified != LawFact.Verified.TEXT
