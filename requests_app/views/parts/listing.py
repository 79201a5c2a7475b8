"""Lists of requests: search, pages of a list, and one row, in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app import search
from requests_app.models import CheckRun, MLARequest
from requests_app.models.request import MLARequestQuerySet
from requests_app.preservation import deadline_clock
from requests_app.preservation.deadline_clock import Clock
from requests_app.sections import vocabulary
from requests_app.sections.text_gate import refuse_hidden_characters
from requests_app.sections.vocabulary import Vocabulary
from requests_app.views.parts import deadlines, law_names, steps

PER_PAGE = 25
LONGEST_SEARCH = 200


def search_text(request: HttpRequest) -> str:
    """Return what is searched for. Text that no request can hold finds nothing and reaches no database."""
    text = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    try:
        refuse_hidden_characters(text)
    except ValidationError:
        return ""
    return text


@dataclass(frozen=True, slots=True)
class Found:
    """The part of a list that a search found. `cut` means that there is more."""

    requests: MLARequestQuerySet
    cut: bool = False


def find(visible: MLARequestQuerySet, text: str) -> Found:
    """Return what was found: one query looks for the words, the rest of the page works on the results."""
    if not text:
        return Found(visible)
    ids = search.matching(visible, text, law_names.codes_named_like(text))
    return Found(visible.filter(pk__in=ids), len(ids) == search.MOST)


def page_of(request: HttpRequest, found: MLARequestQuerySet) -> Page[MLARequest]:
    checked = CheckRun.objects.filter(gate=CheckRun.Gate.SAVE).exclude(summary={})
    checked = checked.defer("findings", "settled").order_by("-revision")
    related = found.select_related("case", "author").prefetch_related(
        "bases", "measure_set", "reviews", Prefetch("check_runs", checked, to_attr="checked_runs")
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
    states = law_names.states({mla.requested for mla in listed})
    names = law_names.short_names({basis.instrument for mla in listed for basis in mla.bases.all()})
    terms = vocabulary.current()
    running = deadline_clock.clocks(listed)
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
    counts, returned = _completeness(mla), bool(mla.reviews.all())
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
        "articles": law_names.articles_text(main.articles) if main else "",
        "kinds": "; ".join(dict.fromkeys(terms.short_label(m.kind) for m in mla.measure_set.all())),
        "drafter": str(mla.author),
        "submitted_at": mla.submitted_at,
        "returned": returned,
        **counts,
        **steps.next_of(mla, to_fix=None if counts["stale"] else counts["to_fix"], returned=returned),
        **deadlines.cell(mla, clock, timezone.localdate()),
    }


def _completeness(mla: MLARequest) -> dict[str, Any]:
    """Return the latest numbers; they are stale when text or law have changed since."""
    runs: Sequence[CheckRun] = mla.checked_runs  # type: ignore[attr-defined] # a prefetch of page_of
    if not runs:
        return {"met": None, "total": None, "to_fix": None, "to_check": None, "stale": False}
    counts = runs[0].summary
    return {
        "met": counts["met"],
        "total": counts["total"],
        "to_fix": counts["block"],
        "to_check": counts["ask"] + counts["warn"],
        "stale": runs[0].revision != mla.revision or runs[0].status != CheckRun.Status.DONE,
    }


def waiting_row(row: dict[str, Any], now: datetime) -> dict[str, Any]:
    since = now - row["submitted_at"] if row["submitted_at"] else timedelta()
    hours = int(since.total_seconds() // 3600)
    text = (
        ngettext("%(n)s day", "%(n)s days", since.days) % {"n": since.days} if since.days else f"{hours} h"
    )
    return row | {
        "url": reverse("review", args=[row["reference"]]),
        "waiting": text,
        "waiting_tone": "warn" if since > deadlines.SOON else "",
        "version_text": _("Resubmitted") if row["returned"] else _("First version"),
    }
