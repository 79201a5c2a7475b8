"""Staged rows as templates take them: what was read, what is wrong, and the same moment in UTC."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as msg

from requests_app.checks.characters import HIDDEN
from requests_app.formats import times
from requests_app.models import DataItem, Intake, MLARequest, StagedRow

PER_PAGE: Final = 50
LONGEST_SHOWN: Final = 400
State = StagedRow.State
_WAITING: Final = [State.GOOD, State.LOOK, State.BAD]
FILTERS: Final = {
    "": (gettext_lazy("All lines"), Q()),
    "bad": (gettext_lazy("To mend"), Q(state=State.BAD)),
    "look": (gettext_lazy("To look at"), Q(state=State.LOOK)),
    "duplicates": (gettext_lazy("Duplicates"), ~Q(duplicate_of="") & Q(state__in=_WAITING)),
    "good": (gettext_lazy("Good"), Q(state=State.GOOD)),
    "taken": (gettext_lazy("Taken"), Q(state=State.TAKEN)),
    "aside": (gettext_lazy("Set aside, headings and comments"), Q(state__in=[State.ASIDE, State.NO_DATA])),
}
_TONES: Final = {State.GOOD: "ok", State.LOOK: "warn", State.BAD: "bad", State.TAKEN: "accent"}
_ICONS: Final = {
    State.GOOD: "check2",
    State.LOOK: "question-circle",
    State.BAD: "exclamation-circle-fill",
    State.TAKEN: "check2-all",
    State.ASIDE: "slash-circle",
}
SURE: Final = {
    "certain": msg("Certain"),
    "likely": msg("Likely"),
    "doubtful": msg("Several readings"),
}


def chosen_filter(request: HttpRequest) -> str:
    shown = request.GET.get("show", "")
    return shown if shown in FILTERS else ""


def counts(intake: Intake) -> dict[str, int]:
    """Return how many lines each filter shows, in one query."""
    asked = {name or "all": Count("pk", filter=query) for name, (_label, query) in FILTERS.items()}
    found: dict[str, int] = intake.rows.aggregate(
        **asked,
        takeable=Count("pk", filter=Q(state=State.GOOD, duplicate_of="")),
        waiting=Count("pk", filter=Q(state__in=_WAITING)),
    )
    return found


def tabs(address: str, found: dict[str, int], current: str) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "count": found[name or "all"],
            "url": f"{address}?{urlencode({'show': name})}" if name else address,
            "current": name == current,
        }
        for name, (label, _query) in FILTERS.items()
        if found[name or "all"] or not name or name == current
    ]


def rows_of(intake: Intake, shown: str) -> QuerySet[StagedRow]:
    return intake.rows.filter(FILTERS[shown][1])


def page_of(request: HttpRequest, rows: QuerySet[StagedRow], at: int | None = None) -> Page[StagedRow]:
    """Return the page that is asked for, or the one on which the row `at` stands."""
    paginator = Paginator(rows, PER_PAGE)
    if at is not None:
        before = rows.filter(line__lt=at).count()
        return paginator.get_page(before // PER_PAGE + 1)
    return paginator.get_page(request.GET.get("page"))


def row(staged: StagedRow, reference: str, numbers: dict[str, int]) -> dict[str, Any]:
    label = DataItem.Type(staged.type).label if staged.type else ""
    return {
        "pk": staged.pk,
        "line": staged.line,
        "original": visible(staged.original),
        "type": label,
        "identifier": staged.identifier,
        "port": staged.port,
        "local": _period(staged.start, staged.end),
        "zone": staged.zone,
        "utc": _in_utc(staged),
        "read_as": ", ".join(staged.read_as),
        "sure": _(SURE[staged.sure]) if staged.identifier else "",
        "state": staged.state,
        "label": State(staged.state).label,
        "tone": _TONES.get(State(staged.state), "outline"),
        "icon": _ICONS.get(State(staged.state), ""),
        "problems": staged.problems,
        "doubts": staged.doubts if staged.state != State.GOOD else [],
        "notes": staged.notes,
        "duplicate": _duplicate(staged),
        "number": numbers.get(staged.item),
        "url": reverse("staged_row", args=[reference, staged.intake_id, staged.pk]),
        "settle_url": reverse("staged_row_settle", args=[reference, staged.intake_id, staged.pk]),
    }


def _duplicate(staged: StagedRow) -> str:
    place, _space, number = staged.duplicate_of.partition(" ")
    if place == "row":
        return _("The same stands in row %(number)s of the schedule.") % {"number": number}
    return _("The same stands in line %(number)s.") % {"number": number} if place else ""


def visible(text: str) -> str:
    """Return the line with numbers for invisible characters; of a very long line its beginning."""
    short = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", short)


def _period(start: str, end: str) -> str:
    if not start or start == end:
        return start or end
    return _("%(start)s to %(end)s") % {"start": start, "end": end} if end else start


def _in_utc(staged: StagedRow) -> str:
    if not staged.zone:
        return ""
    start, end = (_utc(text, staged.zone) for text in (staged.start, staged.end))
    return _period(start, end)


def _utc(text: str, zone: str) -> str:
    moment = times.utc(datetime.fromisoformat(text), zone) if text else None
    return moment.strftime("%Y-%m-%d %H:%M:%S") if moment else ""


def numbers_of(rows: Iterable[StagedRow], mla_id: int) -> dict[str, int]:
    """Return where the taken rows stand in the schedule, counted as its page counts."""
    if not any(staged.item for staged in rows):
        return {}
    keys = DataItem.objects.filter(request=mla_id).values_list("key", flat=True)
    return {key: number for number, key in enumerate(keys, start=1)}


def waiting(mla: MLARequest) -> list[dict[str, Any]]:
    """Return the pastes of which something is not in the schedule yet."""
    return [
        {
            "url": reverse("intake", args=[mla.reference, intake.pk]),
            "at": intake.ordered_at,
            "lines": intake.lines,
        }
        for intake in Intake.objects.filter(request=mla).defer("text")
    ]
