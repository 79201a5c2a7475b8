"""Lists of requests: search, pages of a list, and one row, in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app import preservations
from requests_app.models import CheckRun, MLARequest
from requests_app.models.request import MLARequestQuerySet
from requests_app.preservations import Clock
from requests_app.sections import vocabulary
from requests_app.sections.text_gate import refuse_hidden_characters
from requests_app.sections.vocabulary import Vocabulary
from requests_app.views import law

PER_PAGE = 25
LONGEST_SEARCH = 200
OPEN_STATES = frozenset({"draft", "in_review", "approved", "signed"})
SOON, SOONER = timedelta(days=3), timedelta(days=14)


def search_text(request: HttpRequest) -> str:
    """What is searched for; text that no request can hold finds nothing, and reaches no database."""
    text = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    try:
        refuse_hidden_characters(text)
    except ValidationError:
        return ""
    return text


def search(found: MLARequestQuerySet, text: str) -> MLARequestQuerySet:
    if not text:
        return found
    states = law.codes_named_like(text)
    return found.filter(
        Q(reference__icontains=text)
        | Q(title__icontains=text)
        | Q(case__reference__icontains=text)
        | Q(case_reference__icontains=text)
        | Q(requested__in=states)
        | Q(dataitem_set__identifier__icontains=text)
    ).distinct()


def page_of(request: HttpRequest, found: MLARequestQuerySet) -> Page[MLARequest]:
    finished = CheckRun.objects.filter(gate=CheckRun.Gate.SAVE, status=CheckRun.Status.DONE)
    related = found.select_related("case", "author").prefetch_related(
        "bases",
        "measure_set",
        "reviews",
        Prefetch("check_runs", finished.order_by("-revision"), to_attr="finished_runs"),
    )
    return Paginator(related, PER_PAGE).get_page(request.GET.get("page"))


def paging(request: HttpRequest, page: Page[Any]) -> dict[str, str]:
    def address(number: int) -> str:
        kept = {key: value for key, value in request.GET.items() if key != "page"}
        return f"?{urlencode(kept | {'page': number})}"

    return {
        "previous_url": address(page.previous_page_number()) if page.has_previous() else "",
        "next_url": address(page.next_page_number()) if page.has_next() else "",
        "text": _("%(first)s to %(last)s of %(count)s")
        % {"first": page.start_index(), "last": page.end_index(), "count": page.paginator.count}
        if page.paginator.count
        else "",
    }


def rows(found: Iterable[MLARequest]) -> list[dict[str, Any]]:
    listed = list(found)
    states = law.states({mla.requested for mla in listed})
    names = law.short_names({basis.instrument for mla in listed for basis in mla.bases.all()})
    terms = vocabulary.current()
    running = preservations.clocks(listed)
    return [_row(mla, states, names, terms, running.get(mla.pk)) for mla in listed]


def _row(
    mla: MLARequest,
    states: dict[str, dict[str, str]],
    names: dict[str, str],
    terms: Vocabulary,
    clock: Clock | None,
) -> dict[str, Any]:
    bases = sorted(mla.bases.all(), key=lambda basis: basis.role != "main")
    main = bases[0] if bases else None
    return {
        "reference": mla.reference,
        "title": mla.title,
        "url": reverse("request", args=[mla.reference]),
        "state": mla.state,
        "state_label": mla.get_state_display(),
        "urgency": mla.urgency_level,
        "urgency_label": mla.get_urgency_level_display(),
        "requested": states.get(mla.requested, {"code": "", "name": mla.requested}),
        "case": mla.case.reference,
        "instrument": names.get(main.instrument, main.instrument) if main else "",
        "articles": law.articles_text(main.articles) if main else "",
        "kinds": "; ".join(dict.fromkeys(terms.short_label(m.kind) for m in mla.measure_set.all())),
        "drafter": str(mla.author),
        "submitted_at": mla.submitted_at,
        "returned": bool(mla.reviews.all()),
        **_completeness(mla),
        **_deadline(mla, clock, timezone.localdate()),
    }


def _completeness(mla: MLARequest) -> dict[str, int | None]:
    runs: Sequence[CheckRun] = mla.finished_runs  # type: ignore[attr-defined] # a prefetch of page_of
    if not runs:
        return {"met": None, "total": None, "to_fix": None, "to_check": None}
    counts = runs[0].summary
    return {
        "met": counts["met"],
        "total": counts["total"],
        "to_fix": counts["block"],
        "to_check": counts["ask"] + counts["warn"],
    }


def _deadline(mla: MLARequest, clock: Clock | None, today: date) -> dict[str, Any]:
    """The nearest day by which something has to happen. Of what has left, the preservation still runs."""
    days = [(day, note) for day, note in _days(mla, clock) if day]
    if not days:
        return {"deadline": None, "deadline_text": "", "deadline_note": "", "deadline_tone": ""}
    day, note = min(days)
    return {
        "deadline": day,
        "deadline_text": days_text(day, today),
        "deadline_note": note,
        "deadline_tone": tone_of(day, today),
    }


def _days(mla: MLARequest, clock: Clock | None) -> list[tuple[date | None, str]]:
    runs_out = clock.ends_on if clock and clock.is_running else None
    preserved = [(runs_out, _("preservation ends"))]
    if mla.state not in OPEN_STATES:
        return preserved if clock and clock.preservation.pk == mla.pk else []
    return [
        (mla.deadline, _("wanted by")),
        (mla.due_on, _("to be sent")),
        *(preserved if clock else [(mla.preservation_expires_on, _("preservation ends"))]),
    ]


def days_text(day: date, today: date) -> str:
    left = (day - today).days
    if left < 0:
        return ngettext("%(n)s day ago", "%(n)s days ago", -left) % {"n": -left}
    return ngettext("%(n)s day", "%(n)s days", left) % {"n": left} if left else _("Today")


def tone_of(day: date, today: date) -> str:
    if day - today <= SOON:
        return "bad"
    return "warn" if day - today <= SOONER else ""


def waiting_row(row: dict[str, Any], now: datetime) -> dict[str, Any]:
    since = now - row["submitted_at"] if row["submitted_at"] else timedelta()
    hours = int(since.total_seconds() // 3600)
    text = (
        ngettext("%(n)s day", "%(n)s days", since.days) % {"n": since.days} if since.days else f"{hours} h"
    )
    return row | {
        "url": reverse("review", args=[row["reference"]]),
        "waiting": text,
        "waiting_tone": "warn" if since > SOON else "",
        "version_text": _("Resubmitted") if row["returned"] else _("First version"),
    }
